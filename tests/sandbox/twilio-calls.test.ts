import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  buyNumber,
  CALLER,
  eventually,
  startProduct,
  startTwilio,
  type TwilioWorld,
} from "./twilio-world.ts";

const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;

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
  shop = (await buyNumber(world, product.url, { VoiceFallbackUrl: `${product.url}/fallback` })).phone_number;
  return product.close;
});

const ring = async () => (await world.control("POST", "/calls", { from: CALLER, to: shop })).body;
const act = async (sid: string, action: object) =>
  (await world.control("POST", `/calls/${sid}`, action)).body;

describe("a call", () => {
  test("is announced signed and complete, is heard, is answered by speech, and ends with its duration", async () => {
    product.on(
      "/voice",
      xml(`<Gather input="speech dtmf" language="fr-CA" action="turn?n=1" numDigits="1">
        <Say language="fr-CA" voice="Polly.Gabrielle-Neural">Bonjour!</Say></Gather>`),
    );
    product.on("/turn", xml("<Say>Merci.</Say><Hangup/>"));

    const call = await ring();
    expect(call).toMatchObject({
      heard: ["Bonjour!"],
      expects: "speech dtmf",
      status: "in-progress",
      errors: [],
    });
    expect(call.said).toEqual([{ text: "Bonjour!", language: "fr-CA", voice: "Polly.Gabrielle-Neural" }]);
    expect(product.sent("/voice")[0]?.params).toMatchObject({
      ...{ CallSid: call.callSid, From: CALLER, To: shop, CallStatus: "ringing", Direction: "inbound" },
      ...{ ApiVersion: "2010-04-01", FromCity: "MONTREAL", FromState: "QC", FromCountry: "CA" },
    });

    const after = await act(call.callSid, { speech: "deux poutines", confidence: 0.71 });
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
    const { callSid, expects } = await ring();
    expect(expects).toBe("digits");
    await act(callSid, { digits: "12" });
    await act(callSid, { digits: "5145#9" });
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
    const { callSid } = await ring();
    const quiet = await act(callSid, { silence: true });
    expect(quiet).toMatchObject({ heard: ["Still there?"], expects: "speech" });
    expect(product.sent("/turn")).toHaveLength(0);
    await act(callSid, { silence: true });
    expect(product.sent("/turn")[0]?.params).toMatchObject({ SpeechResult: "" });
  });

  test("keys are silence to a Gather for speech only", async () => {
    product.on("/voice", xml(`<Gather input="speech" action="/turn"/><Say>Sorry.</Say>`));
    const { callSid } = await ring();
    expect(await act(callSid, { digits: "1" })).toMatchObject({ heard: ["Sorry."], status: "completed" });
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
    const { callSid } = await ring();
    const turn = act(callSid, { speech: "hello" });
    await eventually(() => product.sent("/turn").length === 1);
    expect(await act(callSid, { hangup: true })).toMatchObject({ status: "completed", expects: "nothing" });
    expect(product.sent("/status")).toHaveLength(1);
    release();
    expect(await turn).toMatchObject({ status: "completed" });
    const { body } = await world.control("GET", `/calls/${callSid}`);
    expect(body.heard).not.toContain("Too late.");
    expect(product.sent("/status")).toHaveLength(1);
  });

  test("is rejected as busy without being answered", async () => {
    product.on("/voice", xml(`<Reject reason="busy"/>`));
    expect(await ring()).toMatchObject({ status: "busy", expects: "nothing" });
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
    const first = await ring();
    const second = await ring();
    await world.control("POST", "/calls", { from: CALLER, to: other });
    const list = async (query: Record<string, string>) => {
      const { body } = await world.rest("GET", `/Calls.json?${new URLSearchParams(query)}`);
      return { ...body, sids: body.calls.map(({ sid }: { sid: string }) => sid) };
    };
    const here = { To: shop, "StartTime>": before };
    expect((await list(here)).sids).toEqual([second.callSid, first.callSid]);
    expect((await list({ ...here, "StartTime>": new Date(Date.now() + 60_000).toISOString() })).sids).toEqual(
      [],
    );
    expect((await list({ ...here, "EndTime<": before })).sids).toEqual([]);
    expect((await list({ To: shop, StartTime: new Date().toISOString().slice(0, 10) })).sids).toHaveLength(2);

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
    const { callSid } = await ring();
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

describe("when the product fails", () => {
  test("the fallback is asked with the error, and speaks", async () => {
    product.on("/voice", { status: 500, type: "text/plain" });
    product.on("/fallback", xml("<Say>Please call back.</Say>"));
    const call = await ring();
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
    const call = await ring();
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
    expect((await ring()).heard).toEqual(["Third time lucky."]);
    const tokens = new Set(product.sent("/voice").map((request) => request.token));
    expect(tokens.size).toBe(1);
    expect([...tokens][0]).toMatch(/.{16,}/);
  });

  test("an override that Twilio does not know is reported, and the call goes on", async () => {
    await world.rest("POST", `/IncomingPhoneNumbers/${world.twilio.numbers()[0]?.sid}.json`, {
      VoiceUrl: `${product.url}/voice#rc=9`,
    });
    product.on("/voice", xml("<Say>Hello.</Say>"));
    expect((await ring()).heard).toEqual(["Hello."]);
    expect(world.twilio.alerts()).toMatchObject([{ code: 11243, message: expect.stringContaining("rc=9") }]);
  });

  test("a document that only redirects to itself is stopped", async () => {
    product.on("/voice", xml("<Redirect>/voice</Redirect>"));
    const call = await ring();
    expect(call).toMatchObject({ expects: "nothing" });
    expect(call.errors[0]).toContain("loop");
    expect(product.sent("/voice")).toHaveLength(20);
  });

  test("a fault delivers the same event twice", async () => {
    await world.control("POST", "/faults", { provider: "twilio", path: "/voice", duplicate: true });
    product.on("/voice", xml("<Say>Hello.</Say>"));
    expect((await ring()).heard).toEqual(["Hello."]);
    const [first, second] = product.sent("/voice");
    expect(second).toEqual(first);
  });
});

describe("voicemail", () => {
  const RECORD = `<Say>Leave a message.</Say><Record action="/left" recordingStatusCallback="/recording"
    transcribe="true" transcribeCallback="/transcription" maxLength="60"/><Say>Nothing was recorded.</Say>`;

  test("is kept, announced, transcribed, and can be listened to", async () => {
    product.on("/voice", xml(RECORD));
    product.on("/left", xml("<Say>Thank you.</Say>"));
    const call = await ring();
    expect(call).toMatchObject({ heard: ["Leave a message.", "(beep)"], expects: "recording" });
    const words = "Hi, this is Marie, please call me back about the catering on Saturday, thanks";
    expect(await act(call.callSid, { speech: words })).toMatchObject({
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
    const { callSid } = await ring();
    await act(callSid, { speech: "call me back please", hangup: true });
    expect(product.sent("/left")[0]?.params).toMatchObject({ Digits: "hangup", CallStatus: "completed" });
    expect(product.sent("/status")[0]?.params.RecordingSid).toMatch(/^RE/);
  });

  test("that is empty is no voicemail: the next verb follows", async () => {
    product.on("/voice", xml(RECORD));
    const { callSid } = await ring();
    expect(await act(callSid, { silence: true })).toMatchObject({ heard: ["Nothing was recorded."] });
    expect(product.sent("/left")).toHaveLength(0);
  });

  test("in French is not transcribed by Twilio", async () => {
    product.on("/voice", xml(RECORD.replace("<Say>", `<Say language="fr-CA">`)));
    const { callSid } = await ring();
    await act(callSid, { speech: "bonjour, rappelez-moi s'il vous plaît, c'est pour samedi" });
    const { params } = await eventually(() => product.sent("/transcription")[0]);
    expect(params.TranscriptionStatus).toBe("failed");
    expect(params).not.toHaveProperty("TranscriptionText");
  });
});

describe("dialling a person", () => {
  const STAFF = "+15145550142";
  const DIAL = `<Dial action="/dialled" timeout="20"><Number url="/whisper" statusCallback="/leg"
    statusCallbackEvent="initiated answered completed">${STAFF}</Number></Dial>`;
  const behave = (behaviour: object) => world.control("PUT", `/phones/${STAFF}`, behaviour);

  test("who does not answer comes back as no-answer", async () => {
    product.on("/voice", xml(DIAL));
    product.on("/dialled", xml("<Say>They are busy.</Say>"));
    expect((await ring()).heard).toEqual([`(ringing ${STAFF})`, "They are busy."]);
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
    const call = await ring();
    expect(call).toMatchObject({
      expects: "conversation",
      heard: [`(ringing ${STAFF})`, `(connected to ${STAFF})`],
    });
    expect(product.sent("/whisper")[0]?.params).toMatchObject({ ParentCallSid: call.callSid, To: STAFF });
    await act(call.callSid, { speech: "is that you?" });
    await act(call.callSid, { silence: true });
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
    await ring();
    expect(product.sent("/dialled")[0]?.params).toMatchObject({
      DialCallStatus: "completed",
      DialBridged: "false",
    });
  });

  test("a caller who hangs up ends both sides", async () => {
    await behave({ dial: "answer" });
    product.on("/voice", xml(DIAL.replace(` url="/whisper"`, "")));
    const { callSid } = await ring();
    await act(callSid, { hangup: true });
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
    await ring();
    expect(product.sent("/dialled")[0]?.params.DialCallStatus).toBe("busy");
  });
});
