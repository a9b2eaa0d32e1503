import type { Locale } from "../shared/schemas.ts";

export type SmsKeyword = { action: "stop" | "start" | "help"; locale: Locale | null };

const STOP_EN = ["stop", "stopall", "unsubscribe", "end", "quit", "optout", "opt out", "revoke"];
const STOP_FR = ["arret", "arreter", "desabonner", "desabonnement", "fin"];
const START_EN = ["start", "unstop", "yes"];
const START_FR = ["debut", "commencer", "reprendre", "oui"];
const HELP_EN = ["help", "info"];
const HELP_FR = ["aide"];

const WORDS = new Map<string, SmsKeyword>([
  ...keywords(STOP_EN, "stop", "en"),
  ...keywords(STOP_FR, "stop", "fr"),
  ...keywords(START_EN, "start", "en"),
  ...keywords(START_FR, "start", "fr"),
  ...keywords(HELP_EN, "help", "en"),
  ...keywords(HELP_FR, "help", "fr"),
]);

function keywords(words: string[], action: SmsKeyword["action"], locale: Locale): [string, SmsKeyword][] {
  // STOP and INFO are understood in both languages: they do not tell which one the person speaks.
  return words.map((word) => [word, { action, locale: ["stop", "info"].includes(word) ? null : locale }]);
}

/**
 * A consent keyword, when the whole text is one (case, accents and punctuation do not matter); null for an ordinary
 * text. A sentence that merely contains the word is not a keyword: "I can't stop by today" opts nobody out.
 * Source: CTIA Messaging Principles and Canada's CRTC rules on the two languages. CANCEL is left out on purpose:
 * people write it about orders and appointments; the carrier handles it on its own where it must.
 */
export function smsKeyword(body: string): SmsKeyword | null {
  const folded = body
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return WORDS.get(folded) ?? null;
}

/** The answer to each keyword, in each language. `{merchant}` is filled in by the database, which knows it. */
export const keywordReplies: Record<SmsKeyword["action"], Record<Locale, string>> = {
  stop: {
    en: "{merchant}: you will get no more texts from us. Reply START to change your mind.",
    fr: "{merchant} : vous ne recevrez plus de textos de notre part. Répondez DEBUT pour changer d’idée.",
  },
  start: {
    en: "{merchant}: you will get our texts again. Reply STOP to opt out.",
    fr: "{merchant} : vous recevrez de nouveau nos textos. Répondez ARRET pour les refuser.",
  },
  help: {
    en: "{merchant}: call this number to order or leave a message. Reply STOP to opt out. Msg&data rates may apply.",
    fr: "{merchant} : appelez ce numéro pour commander ou laisser un message. Répondez ARRET pour ne plus recevoir de textos.",
  },
};
