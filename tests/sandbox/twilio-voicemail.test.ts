import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Caller, newCaller, type Product, xml } from "./twilio-caller.ts";
import { eventually, startProduct, startTwilio, type TwilioWorld } from "./twilio-world.ts";

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

describe("voicemail", () => {
  const RECORD = `<Say>Leave a message.</Say><Record action="/left" recordingStatusCallback="/recording"
    transcribe="true" transcribeCallback="/transcription" maxLength="60"/><Say>Nothing was recorded.</Say>`;

  test("is kept, announced, transcribed, and can be listened to", async () => {
    product.on("/voice", xml(RECORD));
    product.on("/left", xml("<Say>Thank you.</Say>"));
    const call = await caller.ring();
    expect(call).toMatchObject({ heard: ["Leave a message.", "(beep)"], expects: "recording" });
    const words = "Hi, this is Marie, please call me back about the catering on Saturday, thanks";
    expect(await caller.act(call.callSid, { speech: words })).toMatchObject({
      heard: ["Thank you."],
      status: "completed",
    });

    const left = product.sent("/left")[0]?.params;
    expect(left).toMatchObject({ RecordingDuration: "6", Digits: "" });
    const announced = await eventually(() => product.sent("/recording")[0]);
    expect(announced.params).toMatchObject({ RecordingStatus: "completed", RecordingSource: "RecordVerb" });
    const transcribed = await eventually(() => product.sent("/transcription")[0]);
    expect(transcribed.params).toMatchObject({ TranscriptionStatus: "completed", TranscriptionText: words });

    const path = new URL(left?.RecordingUrl ?? "").pathname.replace(/^.*(?=\/Recordings)/, "");
    const wav = (await world.rest("GET", `${path}.wav`)).response;
    expect(wav.headers.get("content-type")).toBe("audio/x-wav");
    expect((await world.rest("GET", `${path}.mp3`)).response.headers.get("content-type")).toBe("audio/mpeg");
    expect((await world.rest("GET", path, undefined, "AC1:wrong")).status).toBe(401);
  });

  test("ended by hanging up says so, and still reaches the action before the end of the call", async () => {
    product.on("/voice", xml(RECORD));
    const { callSid } = await caller.ring();
    await caller.act(callSid, { speech: "call me back please", hangup: true });
    expect(product.sent("/left")[0]?.params).toMatchObject({ Digits: "hangup", CallStatus: "completed" });
    expect(product.sent("/status")[0]?.params.RecordingSid).toMatch(/^RE/);
  });

  test("that is empty is no voicemail: the next verb follows", async () => {
    product.on("/voice", xml(RECORD));
    const { callSid } = await caller.ring();
    expect(await caller.act(callSid, { silence: true })).toMatchObject({ heard: ["Nothing was recorded."] });
    expect(product.sent("/left")).toHaveLength(0);
  });

  test("in French is not transcribed by Twilio", async () => {
    product.on("/voice", xml(RECORD.replace("<Say>", `<Say language="fr-CA">`)));
    const { callSid } = await caller.ring();
    await caller.act(callSid, { speech: "bonjour, rappelez-moi s'il vous plaît, c'est pour samedi" });
    const { params } = await eventually(() => product.sent("/transcription")[0]);
    expect(params.TranscriptionStatus).toBe("failed");
    expect(params).not.toHaveProperty("TranscriptionText");
  });
});
