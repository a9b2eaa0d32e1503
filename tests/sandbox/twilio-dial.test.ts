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

describe("dialling a person", () => {
  const STAFF = "+15145550142";
  const DIAL = `<Dial action="/dialled" timeout="20"><Number url="/whisper" statusCallback="/leg"
    statusCallbackEvent="initiated answered completed">${STAFF}</Number></Dial>`;
  const behave = (behaviour: object) => world.control("PUT", `/phones/${STAFF}`, behaviour);

  test("who does not answer comes back as no-answer", async () => {
    product.on("/voice", xml(DIAL));
    product.on("/dialled", xml("<Say>They are busy.</Say>"));
    expect((await caller.ring()).heard).toEqual([`(ringing ${STAFF})`, "They are busy."]);
    expect(product.sent("/dialled")[0]?.params).toMatchObject({
      DialCallStatus: "no-answer",
      DialBridged: "false",
    });
  });

  test("who answers hears the whisper, accepts with a key, and talks until one hangs up", async () => {
    await behave({ dial: "answer", presses: "1" });
    product.on("/voice", xml(DIAL));
    product.on(
      "/whisper",
      xml(`<Gather numDigits="1" action="/accepted"><Say>Press 1.</Say></Gather><Hangup/>`),
    );
    product.on("/accepted", xml(""));
    product.on("/dialled", xml("<Hangup/>"));
    const call = await caller.ring();
    expect(call).toMatchObject({
      expects: "conversation",
      heard: [`(ringing ${STAFF})`, `(connected to ${STAFF})`],
    });
    expect(product.sent("/whisper")[0]?.params).toMatchObject({ ParentCallSid: call.callSid, To: STAFF });
    await caller.act(call.callSid, { speech: "is that you?" });
    await caller.act(call.callSid, { silence: true });
    expect(product.sent("/dialled")[0]?.params).toMatchObject({
      DialCallStatus: "completed",
      DialBridged: "true",
    });
    expect(product.sent("/leg").map((request) => request.params.CallStatus)).toEqual([
      "initiated",
      "in-progress",
      "completed",
    ]);
  });

  test("who refuses in the whisper was not connected", async () => {
    await behave({ dial: "answer", presses: "" });
    product.on("/voice", xml(DIAL));
    product.on("/whisper", xml(`<Gather numDigits="1" action="/accepted"/><Hangup/>`));
    product.on("/dialled", xml("<Hangup/>"));
    await caller.ring();
    expect(product.sent("/dialled")[0]?.params).toMatchObject({
      DialCallStatus: "completed",
      DialBridged: "false",
    });
  });

  test("a caller who hangs up ends both sides", async () => {
    await behave({ dial: "answer" });
    product.on("/voice", xml(DIAL.replace(` url="/whisper"`, "")));
    const { callSid } = await caller.ring();
    await caller.act(callSid, { hangup: true });
    expect(product.sent("/leg").at(-1)?.params.CallStatus).toBe("completed");
    expect(product.sent("/dialled")[0]?.params).toMatchObject({
      CallStatus: "completed",
      DialCallStatus: "completed",
    });
    expect(product.sent("/status")).toHaveLength(1);
  });

  test("a fault makes the line busy", async () => {
    await behave({ dial: "answer" });
    await world.control("POST", "/faults", { provider: "twilio", path: "/Dial", status: 486 });
    product.on("/voice", xml(DIAL));
    product.on("/dialled", xml("<Hangup/>"));
    await caller.ring();
    expect(product.sent("/dialled")[0]?.params.DialCallStatus).toBe("busy");
  });
});
