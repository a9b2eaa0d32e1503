import { GATHER_LANGUAGES, isVoice, RING_TONES, SAY_LANGUAGES } from "./vocabulary.ts";

/** Judges one attribute's value: undefined when Twilio takes it, else what it expects. */
export type Check = (value: string) => string | undefined;

export const anyText: Check = () => undefined;

export const trueOrFalse: Check = (value) => (/^(true|false)$/.test(value) ? undefined : "true or false");

export const httpMethod: Check = (value) => (/^(GET|POST)$/i.test(value) ? undefined : "GET or POST");

export const oneOf =
  (...allowed: string[]): Check =>
  (value) =>
    allowed.includes(value) ? undefined : `one of ${allowed.join(", ")}`;

/** A list separated by blanks, such as `input="dtmf speech"`. */
export const listOf =
  (...allowed: string[]): Check =>
  (value) => {
    const items = value.split(/\s+/);
    return items.every((item) => allowed.includes(item)) ? undefined : `a list of ${allowed.join(", ")}`;
  };

export const integer =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}`;

export const integerOrAuto =
  (least: number): Check =>
  (value) =>
    value === "auto" ? undefined : integer(least)(value) && `auto, or ${integer(least)(value)}`;

/** Absolute http(s), or relative to the current document. */
export const webAddress: Check = (value) => {
  if (/\s/.test(value) || value === "") return "a URL";
  return URL.canParse(value, "https://relative.example/") &&
    /^https?:$/.test(new URL(value, "https://a.b/").protocol)
    ? undefined
    : "a URL";
};

export const keys: Check = (value) => (/^[0-9#*]*$/.test(value) ? undefined : "keys out of 0-9, # and *");

export const dialDigits: Check = (value) => (/^[0-9#*wW]+$/.test(value) ? undefined : "digits, #, *, w or W");

export const hints: Check = (value) => {
  const phrases = value.split(",");
  if (phrases.length > 500) return "at most 500 phrases";
  return phrases.some((phrase) => phrase.trim().length > 100)
    ? "phrases of at most 100 characters"
    : undefined;
};

export const gatherLanguage: Check = (value) =>
  GATHER_LANGUAGES.has(value) ? undefined : "a language Twilio recognises speech in";

export const sayLanguage: Check = (value) =>
  SAY_LANGUAGES.has(value) ? undefined : "a language Twilio speaks";

export const voice: Check = (value) => (isVoice(value) ? undefined : "a voice Twilio has");

export const ringTone: Check = (value) => (RING_TONES.has(value) ? undefined : "a country's ring tone");

export const phoneNumber: Check = (value) =>
  /^\+?[0-9().\- ]{3,24}$/.test(value) ? undefined : "a telephone number";
