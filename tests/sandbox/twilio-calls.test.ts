import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Caller, newCaller, type Product, xml } from "./twilio-caller.ts";
import {
  buyNumber,
  CALLER,
  eventually,
  startProduct,
  startTwilio,
  type TwilioWorld,
} from "./twilio-world.ts";

let world: TwilioWorld;
let product: Product;
let caller: Caller;

beforeAll(async () => {
  world = await startTwilio();
});
afterAll(() => world.close());
beforeEach(async () => {
  product = await startProduct();
  caller = await newCaller(world, product);
  return product.close;
});

describe("a call", () => {
  test("is announced signed and complete, is heard, is answered by speech, and ends with its duration", async () => {
    product.on(
      "/voice",
      xml(`<Gather input="speech dtmf" language="fr-CA" action="turn?n=1" numDigits="1">
        <Say language="fr-CA" voice="Polly.Gabrielle-Neural">Bonjour!</Say></Gather>`),
    );
    product.on("/turn", xml("<Say>Merci.</Say><Hangup/>"));

    const call = await caller.ring();
    expect(call).toMatchObject({
      heard: ["Bonjour!"],
      expects: "speech dtmf",
      status: "in-progress",
      errors: [],
    });
    expect(call.said).toEqual([{ text: "Bonjour!", language: "fr-CA", voice: "Polly.Gabrielle-Neural" }]);
    expect(product.sent("/voice")[0]?.params).toMatchObject({
      ...{
        CallSid: call.callSid,
        From: CALLER,
        To: caller.shop,
        CallStatus: "ringing",
        Direction: "inbound",
      },
      ...{ ApiVersion: "2010-04-01", FromCity: "MONTREAL", FromState: "QC", FromCountry: "CA" },
    });

    const after = await caller.act(call.callSid, { speech: "deux poutines", confidence: 0.71 });
    expect(after).toMatchObject({ heard: ["Merci."], expects: "nothing", status: "completed" });
    expect(product.sent("/turn")[0]?.params).toMatchObject({
      ...{ SpeechResult: "deux poutines", Confidence: "0.71", Language: "fr-CA", CallStatus: "in-progress" },
    });
    const ended = product.sent("/status");
    expect(ended).toHaveLength(1);
    expect(ended[0]?.params).toMatchObject({ CallStatus: "completed", CallSid: call.callSid });
    expect(Number(ended[0]?.params.CallDuration)).toBeGreaterThan(0);
    expect((await world.control("POST", `/calls/${call.callSid}`, { silence: true })).status).toBe(409);
  });

  test("keys stop at numDigits or at the finishing key", async () => {
    product.on("/voice", xml(`<Gather action="/more" numDigits="1"/>`));
    product.on("/more", xml(`<Gather action="/done"/>`));
    product.on("/done", xml("<Hangup/>"));
    const { callSid, expects } = await caller.ring();
    expect(expects).toBe("digits");
    await caller.act(callSid, { digits: "12" });
    await caller.act(callSid, { digits: "5145#9" });
    expect(product.sent("/more")[0]?.params.Digits).toBe("1");
    expect(product.sent("/done")[0]?.params).toMatchObject({ Digits: "5145", FinishedOnKey: "#" });
  });

  test("silence falls through to the next verb, and asks only with actionOnEmptyResult", async () => {
    product.on(
      "/voice",
      xml(`<Gather input="speech" action="/turn"/><Say>Still there?</Say><Redirect>/second</Redirect>`),
    );
    product.on("/second", xml(`<Gather input="speech" action="/turn" actionOnEmptyResult="true"/>`));
    product.on("/turn", xml("<Hangup/>"));
    const { callSid } = await caller.ring();
    const quiet = await caller.act(callSid, { silence: true });
    expect(quiet).toMatchObject({ heard: ["Still there?"], expects: "speech" });
    expect(product.sent("/turn")).toHaveLength(0);
    await caller.act(callSid, { silence: true });
    expect(product.sent("/turn")[0]?.params).toMatchObject({ SpeechResult: "" });
  });

  test("keys are silence to a Gather for speech only", async () => {
    product.on("/voice", xml(`<Gather input="speech" action="/turn"/><Say>Sorry.</Say>`));
    const { callSid } = await caller.ring();
    expect(await caller.act(callSid, { digits: "1" })).toMatchObject({
      heard: ["Sorry."],
      status: "completed",
    });
    expect(product.sent("/turn")).toHaveLength(0);
  });

  test("the caller may hang up while the product thinks; the late answer changes nothing", async () => {
    let release: () => void = () => {};
    const thinking = new Promise<void>((resolve) => {
      release = resolve;
    });
    product.on("/voice", xml(`<Gather input="speech" action="/turn"/>`));
    product.on("/turn", async () => {
      await thinking;
      return xml("<Say>Too late.</Say>");
    });
    const { callSid } = await caller.ring();
    const turn = caller.act(callSid, { speech: "hello" });
    await eventually(() => product.sent("/turn").length === 1);
    expect(await caller.act(callSid, { hangup: true })).toMatchObject({
      status: "completed",
      expects: "nothing",
    });
    expect(product.sent("/status")).toHaveLength(1);
    release();
    expect(await turn).toMatchObject({ status: "completed" });
    const { body } = await world.control("GET", `/calls/${callSid}`);
    expect(body.heard).not.toContain("Too late.");
    expect(product.sent("/status")).toHaveLength(1);
  });

  test("is rejected as busy without being answered", async () => {
    product.on("/voice", xml(`<Reject reason="busy"/>`));
    expect(await caller.ring()).toMatchObject({ status: "busy", expects: "nothing" });
    expect(product.sent("/status")[0]?.params).toMatchObject({ CallStatus: "busy", CallDuration: "0" });
  });

  test("to a number that nobody bought is said to be one", async () => {
    const answer = await world.control("POST", "/calls", { from: CALLER, to: "+15145550177" });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain("Nobody has bought +15145550177");
  });

  test("is listed newest first, by number, time and page, as Twilio does", async () => {
    product.on("/voice", xml("<Hangup/>"));
    const other = (await buyNumber(world, product.url)).phone_number;
    const before = new Date(Date.now() - 1_000).toISOString();
    const first = await caller.ring();
    const second = await caller.ring();
    await world.control("POST", "/calls", { from: CALLER, to: other });
    const list = async (query: Record<string, string>) => {
      const { body } = await world.rest("GET", `/Calls.json?${new URLSearchParams(query)}`);
      return { ...body, sids: body.calls.map(({ sid }: { sid: string }) => sid) };
    };
    const here = { To: caller.shop, "StartTime>": before };
    expect((await list(here)).sids).toEqual([second.callSid, first.callSid]);
    expect((await list({ ...here, "StartTime>": new Date(Date.now() + 60_000).toISOString() })).sids).toEqual(
      [],
    );
    expect((await list({ ...here, "EndTime<": before })).sids).toEqual([]);
    expect(
      (await list({ To: caller.shop, StartTime: new Date().toISOString().slice(0, 10) })).sids,
    ).toHaveLength(2);

    const page = await list({ ...here, PageSize: "1" });
    expect(page.sids).toEqual([second.callSid]);
    const [path = "", query] = page.next_page_uri.split("?");
    expect(path).toMatch(/^\/2010-04-01\/Accounts\/AC\w+\/Calls\.json$/);
    const last = await list(Object.fromEntries(new URLSearchParams(query)));
    expect([last.sids, last.next_page_uri]).toEqual([[first.callSid], null]);
    expect((await world.rest("GET", "/Calls.json?StartTime%3E=yesterday")).status).toBe(400);
  });

  test("can be redirected and ended by the product while it waits", async () => {
    product.on("/voice", xml(`<Gather input="speech" action="/turn"/>`));
    product.on("/elsewhere", xml(`<Say>Hold on.</Say><Gather/>`));
    const { callSid } = await caller.ring();
    const moved = await world.rest("POST", `/Calls/${callSid}.json`, { Url: `${product.url}/elsewhere` });
    expect(moved.body).toMatchObject({ sid: callSid, status: "in-progress" });
    await eventually(() => world.twilio.calls.get(callSid)?.heard.includes("Hold on."));
    const ended = await world.rest("POST", `/Calls/${callSid}.json`, { Status: "completed" });
    expect(ended.body).toMatchObject({ status: "completed" });
    expect((await world.rest("POST", `/Calls/${callSid}.json`, { Status: "completed" })).body.code).toBe(
      21220,
    );
  });
});
