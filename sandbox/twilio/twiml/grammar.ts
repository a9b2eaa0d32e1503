import * as check from "./checks.ts";

/** What one TwiML element may carry. */
export type ElementRule = {
  attributes: Readonly<Record<string, check.Check>>;
  children?: readonly string[];
  /** `ssml`: words, perhaps with speech marks inside; `words`: plain words; absent: only white space. */
  text?: "ssml" | "words";
  /** The element means nothing without its words. */
  textRequired?: boolean;
};

export type Grammar = Readonly<Record<string, ElementRule>>;

const callback = (name: string, events: readonly string[]) => ({
  [name]: check.webAddress,
  [`${name}Method`]: check.httpMethod,
  [`${name}Event`]: check.listOf(...events),
});

const ACTION = { action: check.webAddress, method: check.httpMethod };
const RECORDING_CALLBACK = callback("recordingStatusCallback", ["in-progress", "completed", "absent"]);
const TRIM = check.oneOf("trim-silence", "do-not-trim");

/**
 * The voice verbs the sandbox plays, with the attributes of Twilio's own library (twilio 6.2.0, VoiceResponse)
 * and the limits of https://www.twilio.com/docs/voice/twiml.
 */
export const VOICE_GRAMMAR: Grammar = {
  Response: {
    attributes: {},
    children: ["Say", "Play", "Pause", "Gather", "Record", "Dial", "Redirect", "Hangup", "Reject"],
  },
  Say: {
    attributes: { language: check.sayLanguage, voice: check.voice, loop: check.integer(0) },
    text: "ssml",
    textRequired: true,
  },
  Play: { attributes: { loop: check.integer(0), digits: check.dialDigits }, text: "words" },
  Pause: { attributes: { length: check.integer(1) } },
  Gather: {
    attributes: {
      ...ACTION,
      input: check.listOf("dtmf", "speech"),
      actionOnEmptyResult: check.trueOrFalse,
      bargeIn: check.trueOrFalse,
      debug: check.trueOrFalse,
      enhanced: check.trueOrFalse,
      finishOnKey: check.keys,
      hints: check.hints,
      language: check.gatherLanguage,
      maxSpeechTime: check.integer(1, 60),
      numDigits: check.integer(1),
      partialResultCallback: check.webAddress,
      partialResultCallbackMethod: check.httpMethod,
      profanityFilter: check.trueOrFalse,
      speechModel: check.anyText,
      speechTimeout: check.integerOrAuto(1),
      timeout: check.integerOrAuto(0),
    },
    children: ["Say", "Play", "Pause"],
  },
  Record: {
    attributes: {
      ...ACTION,
      ...RECORDING_CALLBACK,
      finishOnKey: check.keys,
      maxLength: check.integer(1, 14_400),
      playBeep: check.trueOrFalse,
      recordingConfigurationId: check.anyText,
      timeout: check.integer(0),
      transcribe: check.trueOrFalse,
      transcribeCallback: check.webAddress,
      trim: TRIM,
    },
  },
  Dial: {
    attributes: {
      ...ACTION,
      ...RECORDING_CALLBACK,
      answerOnBridge: check.trueOrFalse,
      callerId: check.phoneNumber,
      events: check.oneOf("call-progress-event"),
      hangupOnStar: check.trueOrFalse,
      passports: check.anyText,
      record: check.oneOf(
        "do-not-record",
        "record-from-answer",
        "record-from-ringing",
        "record-from-answer-dual",
        "record-from-ringing-dual",
      ),
      recordingConfigurationId: check.anyText,
      recordingTrack: check.oneOf("both", "inbound", "outbound"),
      referMethod: check.httpMethod,
      referUrl: check.webAddress,
      ringTone: check.ringTone,
      sequential: check.trueOrFalse,
      timeLimit: check.integer(1, 86_400),
      timeout: check.integer(5, 600),
      trim: TRIM,
    },
    children: ["Number"],
    text: "words",
  },
  Number: {
    attributes: {
      url: check.webAddress,
      method: check.httpMethod,
      ...callback("statusCallback", ["initiated", "ringing", "answered", "completed"]),
      sendDigits: check.dialDigits,
      byoc: check.anyText,
    },
    text: "words",
    textRequired: true,
  },
  Redirect: { attributes: { method: check.httpMethod }, text: "words", textRequired: true },
  Hangup: { attributes: {} },
  Reject: { attributes: { reason: check.oneOf("rejected", "busy") } },
};

/** The answer to an inbound SMS, https://www.twilio.com/docs/messaging/twiml. */
export const MESSAGING_GRAMMAR: Grammar = {
  Response: { attributes: {}, children: ["Message", "Redirect"] },
  Message: {
    attributes: {
      ...ACTION,
      from: check.phoneNumber,
      to: check.phoneNumber,
      statusCallback: check.webAddress,
    },
    children: ["Body", "Media"],
    text: "words",
  },
  Body: { attributes: {}, text: "words" },
  Media: { attributes: {}, text: "words", textRequired: true },
  Redirect: { attributes: { method: check.httpMethod }, text: "words", textRequired: true },
};

/** Speech marks allowed inside `<Say>`; https://www.twilio.com/docs/voice/twiml/say/text-speech#ssml */
export const SSML = new Set([
  "break",
  "emphasis",
  "lang",
  "p",
  "phoneme",
  "prosody",
  "s",
  "say-as",
  "sub",
  "w",
  "amazon:effect",
  "amazon:domain",
]);
