import { expect, test } from "vitest";
import {
  callEventId,
  messageStatusOf,
  toCallProgress,
  toDialResult,
  toFallback,
  toGatherResult,
  toInboundCall,
  toInboundSms,
  toMessageProgress,
  toRecording,
  toRecordResult,
  toTranscription,
} from "../../../functions/providers/twilio/translate.ts";
import { twilioParams } from "./support/fixtures.ts";

const CALL = "CA00000000000000000000000000000001";

test("a call that rings", () => {
  expect(toInboundCall(twilioParams("voice-incoming"))).toEqual({
    callSid: CALL,
    accountSid: "AC00000000000000000000000000000001",
    from: "+15145550199",
    to: "+15145550100",
    status: "ringing",
    forwardedFrom: null,
    city: "MONTREAL",
    region: "QC",
    country: "CA",
    attestation: null,
  });
});

test.each([
  "+266696687",
  "anonymous",
  "+86282452253",
  "restricted",
  "unavailable",
  "",
  "Unknown",
  "sip:a@b.c",
])("a caller who hides as %j has no number", (From) => {
  expect(toInboundCall({ ...twilioParams("voice-incoming"), From }).from).toBeNull();
});

test("a caller without From has no number", () => {
  const { From: _, ...rest } = twilioParams("voice-incoming");
  expect(toInboundCall(rest).from).toBeNull();
});

test("words spoken, with their accents", () => {
  const params = { ...twilioParams("voice-turn"), SpeechResult: " deux cafés glacés " };
  expect(toGatherResult(params)).toMatchObject({
    speech: "deux cafés glacés",
    digits: null,
    confidence: 0.8931,
    language: "fr-CA",
  });
});

test("keys pressed, and silence", () => {
  const { SpeechResult: _s, Confidence: _c, ...quiet } = twilioParams("voice-turn");
  expect(toGatherResult({ ...quiet, Digits: "0" })).toMatchObject({ speech: null, digits: "0" });
  expect(toGatherResult({ ...quiet, Digits: "", SpeechResult: "  ", Confidence: "" })).toMatchObject({
    speech: null,
    digits: null,
    confidence: null,
  });
});

test("a call that has ended", () => {
  expect(toCallProgress(twilioParams("call-status"))).toMatchObject({
    callSid: CALL,
    status: "completed",
    durationSeconds: 42,
    billedMinutes: 1,
    occurredAt: "2026-11-21T15:00:42.000Z",
    eventId: `${CALL}:status:completed`,
  });
});

test("odd durations and times are unknown, not NaN", () => {
  const params = { ...twilioParams("call-status"), CallDuration: "-1", Timestamp: "yesterday" };
  expect(toCallProgress(params)).toMatchObject({ durationSeconds: null, occurredAt: null });
});

test("ringing a person who does not answer, who answers, and who was never put through", () => {
  const params = twilioParams("dial-action");
  expect(toDialResult(params)).toMatchObject({ status: "no-answer", connected: false, durationSeconds: 0 });
  expect(toDialResult({ ...params, DialCallStatus: "completed", DialBridged: "true" }).connected).toBe(true);
  expect(toDialResult({ ...params, DialCallStatus: "completed", DialBridged: "false" }).connected).toBe(
    false,
  );
  expect(toDialResult({ CallSid: CALL, DialCallStatus: "completed" }).connected).toBe(true);
});

test("a voicemail that is left, and one that is hung up on", () => {
  const ended = { CallSid: CALL, RecordingUrl: "https://x/RE1", RecordingDuration: "31", Digits: "#" };
  expect(toRecordResult(ended)).toEqual({
    callSid: CALL,
    durationSeconds: 31,
    recorded: true,
    hungUp: false,
  });
  expect(toRecordResult({ CallSid: CALL, Digits: "hangup" })).toMatchObject({
    recorded: false,
    hungUp: true,
  });
});

test("a recording and its transcript", () => {
  expect(toRecording(twilioParams("recording-status"))).toMatchObject({
    callSid: CALL,
    recordingSid: "RE00000000000000000000000000000001",
    status: "completed",
    durationSeconds: 31,
  });
  const transcript = twilioParams("transcription");
  expect(toTranscription(transcript).text).toBe("Hello this is Ann, please call me back.");
  expect(toTranscription({ ...transcript, TranscriptionStatus: "failed" }).text).toBeNull();
});

test("a text, and an opt-out that Twilio has answered itself", () => {
  const stop = twilioParams("sms-stop");
  expect(toInboundSms(stop)).toMatchObject({
    from: "+15145550199",
    body: "STOP",
    optOut: "stop",
    mediaCount: 0,
  });
  const { OptOutType: _, ...plain } = stop;
  expect(toInboundSms({ ...plain, Body: "déjà vu", NumMedia: "2" })).toMatchObject({
    body: "déjà vu",
    optOut: null,
    mediaCount: 2,
  });
});

test("a text that did not arrive says why in words", () => {
  const params = twilioParams("message-status");
  expect(toMessageProgress(params)).toMatchObject({
    status: "undelivered",
    errorCode: "30003",
    error: "The telephone was off or out of reach.",
    eventId: `${params.MessageSid}:undelivered`,
  });
  expect(toMessageProgress({ ...params, ErrorCode: "39999" })?.error).toContain("39999");
  expect(toMessageProgress({ ...params, MessageStatus: "delivered", ErrorCode: "0" })).toMatchObject({
    status: "delivered",
    errorCode: null,
    error: null,
  });
});

test("a status Twilio invents later is left alone", () => {
  expect(toMessageProgress({ ...twilioParams("message-status"), MessageStatus: "teleported" })).toBeNull();
  expect(messageStatusOf("read")).toBe("delivered");
});

test("the fallback says what failed", () => {
  expect(toFallback({ ...twilioParams("voice-incoming"), ErrorCode: "11200" }).errorCode).toBe("11200");
});

test("a request and Twilio's retry of it have one key", () => {
  expect(callEventId(CALL, "turn:3")).toBe(`${CALL}:turn:3`);
});

test("400 names each field that is missing or too long", () => {
  expect(() => toInboundCall({ From: "+15145550199", To: "x".repeat(300) })).toThrowError(
    expect.objectContaining({
      code: "invalid_request",
      details: expect.arrayContaining([
        expect.objectContaining({ field: "CallSid" }),
        expect.objectContaining({ field: "To" }),
      ]),
    }),
  );
});
