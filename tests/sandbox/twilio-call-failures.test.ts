import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Caller, newCaller, type Product, xml } from "./twilio-caller.ts";
import { startProduct, startTwilio, type TwilioWorld } from "./twilio-world.ts";

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

describe("when the product fails", () => {
  test("the fallback is asked with the error, and speaks", async () => {
    product.on("/voice", { status: 500, type: "text/plain" });
    product.on("/fallback", xml("<Say>Please call back.</Say>"));
    const call = await caller.ring();
    expect(call.heard).toEqual(["Please call back."]);
    expect(product.sent("/voice")).toHaveLength(1);
    expect(product.sent("/fallback")[0]?.params).toMatchObject({
      ErrorCode: "11200",
      ErrorUrl: `${product.url}/voice`,
    });
  });

  test.each([
    [{ body: "<Response><Say>oops", type: "text/xml" }, 12100],
    [{ body: xml("<Say>hi</Say>"), type: "text/html" }, 12300],
    [{ body: xml("<Say loud='yes'>hi</Say>"), type: "text/xml" }, 12200],
  ])("a bad document ends in an apology and in the debugger: %o", async (reply, code) => {
    product.on("/voice", reply);
    product.on("/fallback", { status: 503 });
    const call = await caller.ring();
    expect(call).toMatchObject({ expects: "nothing", status: "failed" });
    expect(call.heard[0]).toContain("application error");
    expect(call.errors[0]).toContain(String(code));
    const { body } = await world.control("GET", "/alerts");
    expect(body.alerts[0]).toMatchObject({ code, callSid: call.callSid });
  });

  test("retries follow the URL's fragment and carry one idempotency token", async () => {
    await world.rest("POST", `/IncomingPhoneNumbers/${world.twilio.numbers()[0]?.sid}.json`, {
      VoiceUrl: `${product.url}/voice?a=1#rc=2&rp=5xx`,
    });
    let attempts = 0;
    product.on("/voice", () => {
      attempts += 1;
      return attempts < 3 ? { status: 503 } : xml("<Say>Third time lucky.</Say>");
    });
    expect((await caller.ring()).heard).toEqual(["Third time lucky."]);
    const tokens = new Set(product.sent("/voice").map((request) => request.token));
    expect(tokens.size).toBe(1);
    expect([...tokens][0]).toMatch(/.{16,}/);
  });

  test("an override that Twilio does not know is reported, and the call goes on", async () => {
    await world.rest("POST", `/IncomingPhoneNumbers/${world.twilio.numbers()[0]?.sid}.json`, {
      VoiceUrl: `${product.url}/voice#rc=9`,
    });
    product.on("/voice", xml("<Say>Hello.</Say>"));
    expect((await caller.ring()).heard).toEqual(["Hello."]);
    expect(world.twilio.alerts()).toMatchObject([{ code: 11243, message: expect.stringContaining("rc=9") }]);
  });

  test("a document that only redirects to itself is stopped", async () => {
    product.on("/voice", xml("<Redirect>/voice</Redirect>"));
    const call = await caller.ring();
    expect(call).toMatchObject({ expects: "nothing" });
    expect(call.errors[0]).toContain("loop");
    expect(product.sent("/voice")).toHaveLength(20);
  });

  test("a fault delivers the same event twice", async () => {
    await world.control("POST", "/faults", { provider: "twilio", path: "/voice", duplicate: true });
    product.on("/voice", xml("<Say>Hello.</Say>"));
    expect((await caller.ring()).heard).toEqual(["Hello."]);
    const [first, second] = product.sent("/voice");
    expect(second).toEqual(first);
  });
});
