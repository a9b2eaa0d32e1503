import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buyNumber,
  CALLER,
  eventually,
  startProduct,
  startTwilio,
  type TwilioWorld,
} from "./twilio-world.ts";

let world: TwilioWorld;
let product: Awaited<ReturnType<typeof startProduct>>;
let shop: string;

beforeAll(async () => {
  world = await startTwilio();
  product = await startProduct();
  shop = (await buyNumber(world, product.url)).phone_number;
  product.on("/voice", "<Response><Gather input='speech'/></Response>");
});
afterAll(async () => {
  await product.close();
  await world.close();
});

describe("bad input", () => {
  test.each([
    ["/calls", {}, "from"],
    ["/calls", { from: "hello", to: "+15145550100" }, "from"],
    ["/calls", { from: CALLER, to: 5 }, "to"],
    ["/sms", { from: CALLER, to: "+15145550100", body: "" }, "body"],
    ["/faults", { provider: "acme", drop: true }, "provider"],
    ["/faults", { provider: "twilio", status: 99 }, "status"],
    ["/time", { scale: 0 }, "scale"],
    ["/reset", { what: "numbers" }, "what"],
    ["/checkout/cs_test_1", { outcome: "steal" }, "outcome"],
  ])("%s %o is 400 and names %s", async (path, body, field) => {
    const answer = await world.control("POST", path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.field).toBe(field);
  });

  test("two kinds in one fault, or none, is 400", async () => {
    expect(
      (await world.control("POST", "/faults", { provider: "twilio", drop: true, status: 500 })).status,
    ).toBe(400);
    expect((await world.control("POST", "/faults", { provider: "twilio" })).status).toBe(400);
  });

  test("a body that is not JSON is 400", async () => {
    const answer = await world.control("POST", "/calls", "{from");
    expect(answer).toMatchObject({ status: 400, body: { error: { message: "The body must be JSON" } } });
  });

  test("a step that says two things, or nothing, is 400; an unknown call is 404", async () => {
    const { body } = await world.control("POST", "/calls", { from: CALLER, to: shop });
    const path = `/calls/${body.callSid}`;
    for (const step of [
      {},
      { speech: "hi", silence: true },
      { digits: "1", hangup: true },
      { digits: "A" },
    ]) {
      expect((await world.control("POST", path, step)).status).toBe(400);
    }
    expect((await world.control("POST", "/calls/CA1", { hangup: true })).status).toBe(404);
    expect((await world.control("GET", "/calls/CA1")).status).toBe(404);
    expect((await world.control("POST", path, { hangup: true })).status).toBe(200);
  });
});

describe("the sandbox at a glance", () => {
  test("numbers are typed as people do", async () => {
    const dialled = `(${shop.slice(2, 5)}) ${shop.slice(5, 8)}-${shop.slice(8)}`;
    const { status, body } = await world.control("POST", "/calls", { from: "anonymous", to: dialled });
    expect(status).toBe(201);
    expect(body).toMatchObject({ from: "+266696687", to: shop });
    const listed = await world.control("GET", "/calls");
    expect(listed.body.calls.at(-1)).toMatchObject({ callSid: body.callSid, status: "in-progress" });
  });

  test("what was sent both ways is listed by provider", async () => {
    await world.rest("GET", ".json");
    await world.control("POST", "/calls", { from: CALLER, to: shop });
    const { body } = await world.control("GET", "/requests?provider=twilio");
    const directions = new Set(body.requests.map((request: { direction: string }) => request.direction));
    expect(directions).toEqual(new Set(["to-provider", "to-product"]));
    expect((await world.control("GET", "/requests?provider=stripe")).body.requests).toEqual([]);
  });

  test("faults are listed, strike as often as told, and can be cleared", async () => {
    await world.control("POST", "/faults", { provider: "twilio", path: "/Accounts", status: 503, count: 2 });
    expect((await world.control("GET", "/faults")).body.faults).toMatchObject([
      { kind: "status", value: 503, count: 2 },
    ]);
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push((await world.rest("GET", ".json")).status);
    expect(seen).toEqual([503, 503, 200]);
    await world.control("POST", "/faults", { provider: "stripe", timeout: true });
    expect((await world.control("DELETE", "/faults")).body.faults).toEqual([]);
  });

  test("a faster clock brings the delivery of a text closer", async () => {
    const { body } = await world.control("POST", "/time", { scale: 2_000 });
    expect(body.scale).toBe(2_000);
    const sent = await world.rest("POST", "/Messages.json", { To: CALLER, From: shop, Body: "quick" });
    await eventually(() => world.twilio.sms.list({ to: CALLER }).at(-1)?.status === "delivered", 500);
    expect(sent.status).toBe(201);
    expect((await world.control("GET", "/time")).body.scale).toBe(2_000);
  });

  test("a reset of the traffic keeps the numbers; a reset of everything does not", async () => {
    await world.control("POST", "/reset", { what: "traffic" });
    expect((await world.control("GET", "/calls")).body.calls).toEqual([]);
    expect((await world.control("GET", "/sms")).body.messages).toEqual([]);
    expect((await world.control("GET", "/numbers")).body.numbers).toHaveLength(1);
    await world.control("POST", "/reset");
    expect((await world.control("GET", "/numbers")).body.numbers).toEqual([]);
  });
});
