import * as z from "zod/mini";
import type { callStatuses } from "../../domain/calls/contracts.ts";
import { callerNumber, isoTime, optionalWord, parseForm, seconds, word } from "./form.ts";
import type { TwilioParams } from "./verify.ts";

export type CallStatus = (typeof callStatuses)[number];

const CALL_STATUS: Record<string, CallStatus> = {
  initiated: "ringing",
  queued: "ringing",
  ringing: "ringing",
  "in-progress": "in-progress",
  answered: "in-progress",
  completed: "completed",
  busy: "busy",
  failed: "failed",
  "no-answer": "no-answer",
  canceled: "canceled",
};

/** A status Twilio has added since: the call is at least under way. */
export const callStatusOf = (said: string): CallStatus => CALL_STATUS[said] ?? "in-progress";

/**
 * The key a call's webhook counts once under: the call and the step it belongs to (`voice`, `turn:3`, `status:…`).
 *
 * Not I-Twilio-Idempotency-Token: Twilio promises it on retries, not on first attempts, so a request and its
 * retry could come under two keys. The step stands in the address of every webhook and is the same for both.
 */
export const callEventId = (callSid: string, step: string): string => `${callSid}:${step}`;

const inboundCall = z.object({
  CallSid: word,
  AccountSid: word,
  From: optionalWord,
  To: word,
  CallStatus: word,
  ForwardedFrom: optionalWord,
  FromCity: optionalWord,
  FromState: optionalWord,
  FromCountry: optionalWord,
  StirVerstat: optionalWord,
});

/** A call that rings. `from` and `forwardedFrom` are E.164 or null, `to` is what was dialled. */
export function toInboundCall(params: TwilioParams) {
  const form = parseForm(inboundCall, params);
  return {
    callSid: form.CallSid,
    accountSid: form.AccountSid,
    from: callerNumber(form.From),
    to: form.To,
    status: callStatusOf(form.CallStatus),
    forwardedFrom: callerNumber(form.ForwardedFrom),
    city: form.FromCity || null,
    region: form.FromState || null,
    country: form.FromCountry || null,
    attestation: form.StirVerstat || null,
  };
}
export type InboundCall = ReturnType<typeof toInboundCall>;

const gatherResult = z.object({
  CallSid: word,
  From: optionalWord,
  To: word,
  SpeechResult: z.optional(z.string().check(z.maxLength(10_000))),
  Digits: optionalWord,
  Confidence: optionalWord,
  Language: optionalWord,
});

/**
 * What a caller said or keyed. Neither is silence. `confidence` is 0 to 1 and depends on the speech model: not a
 * thing to draw fine lines with.
 */
export function toGatherResult(params: TwilioParams) {
  const form = parseForm(gatherResult, params);
  const confidence = Number.parseFloat(form.Confidence ?? "");
  return {
    callSid: form.CallSid,
    from: callerNumber(form.From),
    to: form.To,
    speech: form.SpeechResult?.trim() || null,
    digits: form.Digits || null,
    confidence: Number.isFinite(confidence) ? confidence : null,
    language: form.Language || null,
  };
}
export type GatherResult = ReturnType<typeof toGatherResult>;

const callProgress = z.object({
  CallSid: word,
  ParentCallSid: optionalWord,
  From: optionalWord,
  To: word,
  CallStatus: word,
  CallDuration: optionalWord,
  Duration: optionalWord,
  Timestamp: optionalWord,
  SipResponseCode: optionalWord,
});

/** How a call stands: `durationSeconds` when it is over, `billedMinutes` where Twilio says. */
export function toCallProgress(params: TwilioParams) {
  const form = parseForm(callProgress, params);
  return {
    callSid: form.CallSid,
    parentCallSid: form.ParentCallSid || null,
    from: callerNumber(form.From),
    to: form.To,
    status: callStatusOf(form.CallStatus),
    durationSeconds: seconds(form.CallDuration),
    billedMinutes: seconds(form.Duration),
    occurredAt: isoTime(form.Timestamp),
    sipCode: seconds(form.SipResponseCode),
    eventId: callEventId(form.CallSid, `status:${form.CallStatus}`),
  };
}
export type CallProgress = ReturnType<typeof toCallProgress>;

const dialResult = z.object({
  CallSid: word,
  DialCallStatus: word,
  DialCallSid: optionalWord,
  DialCallDuration: optionalWord,
  DialBridged: optionalWord,
});

/**
 * How ringing a person ended. `connected` says whether the two really spoke: Twilio may call a leg completed
 * that was never bridged, so DialBridged decides where it is given.
 */
export function toDialResult(params: TwilioParams) {
  const form = parseForm(dialResult, params);
  const answered = form.DialCallStatus === "completed" || form.DialCallStatus === "answered";
  return {
    callSid: form.CallSid,
    dialCallSid: form.DialCallSid || null,
    status: form.DialCallStatus,
    connected: form.DialBridged ? form.DialBridged === "true" : answered,
    durationSeconds: seconds(form.DialCallDuration),
  };
}
export type DialResult = ReturnType<typeof toDialResult>;

const fallback = z.object({ CallSid: word, To: word, From: optionalWord, ErrorCode: optionalWord });

/** Why Twilio gave up on one of our addresses and asked the fallback instead. */
export function toFallback(params: TwilioParams) {
  const form = parseForm(fallback, params);
  return {
    callSid: form.CallSid,
    from: callerNumber(form.From),
    to: form.To,
    errorCode: form.ErrorCode || null,
  };
}
export type CallFallback = ReturnType<typeof toFallback>;
