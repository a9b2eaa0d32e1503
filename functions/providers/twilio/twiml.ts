// Types only of the SDK: its builder would add 16 kB to every function that answers a call (decision 0005).
import type VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import type { NextStep, VoiceLocale, VoiceReply } from "../../domain/calls/reply.ts";
import { callbackUrl } from "./urls.ts";
import { element, toDocument, type Xml } from "./xml.ts";

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
type Dial = Extract<NextStep, { kind: "dial" }>;
type Address = (path: string) => string;

/**
 * Our reply as TwiML (https://www.twilio.com/docs/voice/twiml), to be served as text/xml. What is said before a
 * question stands inside the Gather, so that the caller may answer before it ends; every Gather reports silence
 * too, so that a call never falls through to an unintended end.
 */
export function toTwiml(reply: VoiceReply, options: TwimlOptions): string {
  const voices = { ...VOICES, ...options.voices };
  const address: Address = (path) => callbackUrl(options.publicBaseUrl, path);
  const { next, prompts } = reply;
  const said = prompts.flatMap((prompt) => sayIn(voices[prompt.locale], prompt.text));
  if (next.kind !== "gather") return document(...said, ...stepsOf(next, address));
  const locale = next.locale ?? prompts.at(-1)?.locale ?? "en";
  return document(element("Gather", gatherAttributes(next, voices[locale], address), ...said));
}

/** TwiML that answers an SMS with a text, or with nothing. */
export const toMessagingTwiml = (text?: string): string =>
  document(...(text ? [element("Message", {}, clean(text))] : []));

const document = (...verbs: Xml[]): string => toDocument(element("Response", {}, ...verbs));

function sayIn({ voice, says }: Voice, text: string): Xml[] {
  const spoken = clean(text).trim();
  const attributes: VoiceResponse.SayAttributes = { voice, language: says };
  return spoken ? [element("Say", attributes, spoken)] : [];
}

function stepsOf(next: Exclude<NextStep, Gather>, address: Address): Xml[] {
  switch (next.kind) {
    case "record":
      // An empty recording does not ask its action: Twilio goes on with what follows, which asks it all the same.
      return [element("Record", recordAttributes(next, address)), redirect(address(next.action))];
    case "dial":
      return [element("Dial", dialAttributes(next, address), element("Number", {}, next.number))];
    case "redirect":
      return [redirect(address(next.action))];
    case "hangup":
      return [element("Hangup", {})];
  }
}

const redirect = (url: string): Xml => element("Redirect", { method: "POST" }, url);

function gatherAttributes(next: Gather, voice: Voice, address: Address): VoiceResponse.GatherAttributes {
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

function recordAttributes(next: Record_, address: Address): VoiceResponse.RecordAttributes {
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

function dialAttributes(next: Dial, address: Address): VoiceResponse.DialAttributes {
  return {
    action: address(next.action),
    method: "POST",
    answerOnBridge: true,
    timeout: next.timeoutSeconds,
    ...(next.callerId === undefined ? {} : { callerId: next.callerId }),
  };
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
