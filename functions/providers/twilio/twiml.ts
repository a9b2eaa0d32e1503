// By sub-path: the voice path must not load the whole SDK.
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { NextStep, Prompt, VoiceLocale, VoiceReply } from "../../domain/calls/reply.ts";
import { callbackUrl } from "./urls.ts";

type Voice = {
  voice: NonNullable<VoiceResponse.SayAttributes["voice"]>;
  /** The language of the voice itself: Polly has no Canadian English one. */
  says: NonNullable<VoiceResponse.SayAttributes["language"]>;
  hears: NonNullable<VoiceResponse.GatherAttributes["language"]>;
};

const VOICES: Record<VoiceLocale, Voice> = {
  en: { voice: "Polly.Joanna-Neural", says: "en-US", hears: "en-CA" },
  fr: { voice: "Polly.Gabrielle-Neural", says: "fr-CA", hears: "fr-CA" },
};

const MAX_HINTS = 500;
const MAX_HINT_LENGTH = 100;
/** Twilio transcribes recordings shorter than two minutes only. */
const MAX_TRANSCRIBED_SECONDS = 119;

type TwimlOptions = { publicBaseUrl: string; voices?: Partial<Record<VoiceLocale, Voice>> };
type Gather = Extract<NextStep, { kind: "gather" }>;
type Record_ = Extract<NextStep, { kind: "record" }>;
type Say = (attributes: VoiceResponse.SayAttributes, message: string) => unknown;

/**
 * Our reply as TwiML (https://www.twilio.com/docs/voice/twiml), to be served as text/xml. What is said before a
 * question stands inside the Gather, so that the caller may answer before it ends; every Gather reports silence
 * too, so that a call never falls through to an unintended end.
 */
export function toTwiml(reply: VoiceReply, options: TwimlOptions): string {
  const voices = { ...VOICES, ...options.voices };
  const response = new VoiceResponse();
  const address = (path: string) => callbackUrl(options.publicBaseUrl, path);
  const { next, prompts } = reply;

  if (next.kind === "gather") {
    const locale = next.locale ?? prompts.at(-1)?.locale ?? "en";
    const gather = response.gather(gatherAttributes(next, voices[locale], address));
    sayAll(prompts, voices, (attributes, text) => gather.say(attributes, text));
    return response.toString();
  }

  sayAll(prompts, voices, (attributes, text) => response.say(attributes, text));
  if (next.kind === "record") addRecord(response, next, address);
  else if (next.kind === "dial") addDial(response, next, address);
  else if (next.kind === "redirect") response.redirect({ method: "POST" }, address(next.action));
  else response.hangup();
  return response.toString();
}

/** TwiML that answers an SMS with a text, or with nothing. */
export function toMessagingTwiml(text?: string): string {
  const response = new MessagingResponse();
  if (text) response.message(clean(text));
  return response.toString();
}

function sayAll(prompts: Prompt[], voices: Record<VoiceLocale, Voice>, say: Say): void {
  for (const { text, locale } of prompts) {
    const spoken = clean(text).trim();
    if (spoken) say({ voice: voices[locale].voice, language: voices[locale].says }, spoken);
  }
}

function gatherAttributes(
  next: Gather,
  voice: Voice,
  address: (path: string) => string,
): VoiceResponse.GatherAttributes {
  const speech = next.input.includes("speech");
  const keys = next.input.includes("dtmf");
  const hints = speech ? toHints(next.hints ?? []) : "";
  return {
    input: next.input,
    action: address(next.action),
    method: "POST",
    actionOnEmptyResult: true,
    language: voice.hears,
    timeout: next.timeoutSeconds ?? 5,
    ...(speech ? { speechTimeout: "auto" } : {}),
    ...(hints ? { hints } : {}),
    ...(keys && next.numDigits !== undefined ? { numDigits: next.numDigits } : {}),
    ...(keys && next.finishOnKey !== undefined ? { finishOnKey: next.finishOnKey } : {}),
  };
}

function recordAttributes(next: Record_, address: (path: string) => string): VoiceResponse.RecordAttributes {
  const transcribed = next.transcribeCallback !== undefined;
  return {
    action: address(next.action),
    method: "POST",
    maxLength: transcribed ? Math.min(next.maxSeconds, MAX_TRANSCRIBED_SECONDS) : next.maxSeconds,
    timeout: 5,
    finishOnKey: "#",
    playBeep: true,
    trim: "trim-silence",
    recordingStatusCallback: address(next.recordingStatusCallback),
    recordingStatusCallbackEvent: ["completed", "absent"],
    ...(next.transcribeCallback === undefined
      ? {}
      : { transcribe: true, transcribeCallback: address(next.transcribeCallback) }),
  };
}

/** An empty recording does not ask its action: Twilio goes on with what follows, which asks it all the same. */
function addRecord(response: VoiceResponse, next: Record_, address: (path: string) => string): void {
  response.record(recordAttributes(next, address));
  response.redirect({ method: "POST" }, address(next.action));
}

function addDial(
  response: VoiceResponse,
  next: Extract<NextStep, { kind: "dial" }>,
  address: (path: string) => string,
): void {
  const dial = response.dial({
    action: address(next.action),
    method: "POST",
    answerOnBridge: true,
    timeout: next.timeoutSeconds,
    ...(next.callerId === undefined ? {} : { callerId: next.callerId }),
  });
  dial.number(next.number);
}

/** Twilio takes 500 comma-separated phrases of up to 100 characters; a phrase cut in half would mislead. */
function toHints(hints: string[]): string {
  const phrases = hints.map((hint) =>
    clean(hint)
      .replace(/[,\s]+/g, " ")
      .trim(),
  );
  const usable = phrases.filter((phrase) => phrase.length > 0 && phrase.length <= MAX_HINT_LENGTH);
  return [...new Set(usable)].slice(0, MAX_HINTS).join(", ");
}

/** Characters that XML 1.0 does not allow (§2.2) would make Twilio refuse the document and drop the call. */
const clean = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
