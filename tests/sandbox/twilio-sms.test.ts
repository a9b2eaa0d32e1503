import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  buyNumber,
  CALLER,
  eventually,
  startProduct,
  startTwilio,
  type TwilioWorld,
} from "./twilio-world.ts";

let product: Awaited<ReturnType<typeof startProduct>>;
let world: TwilioWorld;
let shop: string;

beforeAll(async () => {
  world = await startTwilio();
});
afterAll(() => world.close());
beforeEach(async () => {
  product = await startProduct();
  world.twilio.reset("everything");
  world.kernel.faults.clear();
  shop = (await buyNumber(world, product.url)).phone_number;
  return product.close;
});

const send = (form: Record<string, string> = {}) =>
  world.rest("POST", "/Messages.json", {
    ...{ To: CALLER, From: shop, Body: "Pay here: https://pay.example/x?y=1." },
    ...{ StatusCallback: `${product.url}/message-status` },
    ...form,
  });
const statuses = () => product.sent("/message-status").map((request) => request.params.MessageStatus);
const text = async (body: string) =>
  (await world.control("POST", "/sms", { from: CALLER, to: shop, body })).body;
const fault = (body: object) => world.control("POST", "/faults", { provider: "twilio", ...body });

describe("a text that the product sends", () => {
  test("is queued, then sent and delivered, each told signed; the inbox shows it with its links", async () => {
    const { status, body } = await send();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: "queued",
      direction: "outbound-api",
      num_segments: "1",
      error_code: null,
    });
    expect(body.sid).toMatch(/^SM[0-9a-f]{32}$/);
    await eventually(() => statuses().length === 2);
    expect(statuses()).toEqual(["sent", "delivered"]);
    expect(product.sent("/message-status")[1]?.params).toMatchObject({
      MessageSid: body.sid,
      To: CALLER,
      From: shop,
    });
    expect((await world.rest("GET", `/Messages/${body.sid}.json`)).body.status).toBe("delivered");

    const inbox = await world.control("GET", `/sms?to=${encodeURIComponent(CALLER)}`);
    expect(inbox.body.messages).toHaveLength(1);
    expect(inbox.body.messages[0]).toMatchObject({ sid: body.sid, links: ["https://pay.example/x?y=1"] });
  });

  test("may be reported out of order, and twice", async () => {
    await fault({ path: "/message-status", reorder: true });
    await fault({ path: "/message-status", duplicate: true, count: 2 });
    const { body } = await send();
    await eventually(() => statuses().length === 4);
    expect(statuses()).toEqual(["delivered", "delivered", "sent", "sent"]);
    expect((await world.rest("GET", `/Messages/${body.sid}.json`)).body.status).toBe("delivered");
  });

  test("to a phone out of reach comes back undelivered with its code", async () => {
    await world.control("PUT", `/phones/${CALLER}`, { sms: "unreachable" });
    await send();
    const last = await eventually(() => product.sent("/message-status")[1]);
    expect(last.params).toMatchObject({ MessageStatus: "undelivered", ErrorCode: "30003" });
  });

  test.each([
    [{ To: "+15005550001" }, 21211],
    [{ To: "514-555" }, 21211],
    [{ To: "+15005550009" }, 21614],
    [{ To: "+15005550003" }, 21408],
    [{ From: "+15145550188" }, 21606],
    [{ From: "+15005550001" }, 21212],
    [{ Body: "" }, 21602],
    [{ Body: "x".repeat(1_601) }, 21617],
    [{ StatusCallback: "nonsense" }, 21609],
  ])("is refused as by Twilio: %o", async (form, code) => {
    const { status, body } = await send(form as Record<string, string>);
    expect({ status, code: body.code, more: body.more_info }).toEqual({
      ...{ status: 400, code, more: `https://www.twilio.com/docs/errors/${code}` },
    });
    expect(body.status).toBe(400);
  });

  test("can be looked for by its parties and time, as after an unknown outcome", async () => {
    await send({ Body: "one" });
    await send({ Body: "two", To: "+15145550123" });
    const since = new Date(Date.now() - 60_000).toISOString();
    const found = await world.rest(
      "GET",
      `/Messages.json?To=${encodeURIComponent(CALLER)}&DateSent%3E=${since}`,
    );
    expect(found.body.messages.map((message: { body: string }) => message.body)).toEqual(["one"]);
    const page = await world.rest("GET", "/Messages.json?PageSize=1");
    expect(page.body.messages[0].body).toBe("two");
    expect(page.body.next_page_uri).toContain("Page=1");
  });

  test("503 by fault is not sent; dropped by fault is sent although nobody was told", async () => {
    await fault({ path: "/Messages", status: 503 });
    expect((await send()).status).toBe(503);
    expect(world.twilio.sms.list()).toHaveLength(0);
    await fault({ path: "/Messages", drop: true });
    await expect(send()).rejects.toThrow();
    expect(world.twilio.sms.list()).toHaveLength(1);
  });

  test("can be cancelled only while it is scheduled", async () => {
    const SendAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body } = await send({ MessagingServiceSid: "MG1", From: shop, ScheduleType: "fixed", SendAt });
    expect(body.status).toBe("scheduled");
    const canceled = await world.rest("POST", `/Messages/${body.sid}.json`, { Status: "canceled" });
    expect(canceled.body.status).toBe("canceled");
    expect((await world.rest("POST", `/Messages/${body.sid}.json`, { Status: "canceled" })).body.code).toBe(
      30409,
    );
  });
});

describe("a text from a customer", () => {
  test("reaches the product signed, and its TwiML is the reply", async () => {
    product.on("/sms", "<Response><Message>We open at 9.</Message></Response>");
    const { message, replies, errors } = await text("when do you open?");
    expect(errors).toEqual([]);
    expect(replies).toMatchObject([{ body: "We open at 9.", to: CALLER, from: shop }]);
    expect(product.sent("/sms")[0]?.params).toMatchObject({
      ...{
        MessageSid: message.sid,
        SmsStatus: "received",
        Body: "when do you open?",
        From: CALLER,
        To: shop,
      },
      ...{ NumMedia: "0", NumSegments: "1" },
    });
  });

  test("STOP blocks what follows with 21610, until START", async () => {
    product.on("/sms", "<Response><Message>Noted.</Message></Response>");
    const stopped = await text(" stop ");
    expect(stopped.replies.map((reply: { body: string }) => reply.body)).toEqual([
      expect.stringContaining("unsubscribed"),
    ]);
    expect(stopped.errors).toMatchObject([{ code: 21610 }]);
    expect((await send()).body.code).toBe(21610);
    await text("START");
    expect((await send()).status).toBe(201);
  });

  test("ARRET is no keyword of Twilio's: the product must see to it", async () => {
    product.on("/sms", "<Response/>");
    expect((await text("ARRET")).replies).toEqual([]);
    expect((await send()).status).toBe(201);
  });

  test("an answer that is not TwiML is an error, and no reply", async () => {
    product.on("/sms", { body: '{"ok":true}', type: "application/json" });
    expect(await text("hi")).toMatchObject({ replies: [], errors: [{ code: 12300 }] });
  });

  test("to a number that nobody bought is 404", async () => {
    const answer = await world.control("POST", "/sms", { from: CALLER, to: "+14165550100", body: "hi" });
    expect(answer.status).toBe(404);
  });
});
