import { promptsIn } from "../prompts/speak.ts";
import { asksForKeypad, understandMenuChoice } from "../understanding/answers.ts";
import { startCallback } from "./callback.ts";
import { hearOrder, isOrderTalk, startOrder } from "./ordering.ts";
import {
  type Ask,
  type Hear,
  listen,
  type Move,
  missed,
  prompts,
  setLocale,
  speak,
  type Talk,
  understood,
} from "./talk.ts";
import type { DialogueInput } from "./types.ts";

/** What can be done here, and in the other language that it is spoken too. */
export const askMenu: Ask = (talk) => {
  const { menu, menuAgain, menuKeys } = prompts(talk);
  const person = talk.merchant.transferPhone !== null;
  const { misses, locale } = talk.state;
  speak(talk, misses === 0 ? menu(person) : misses === 1 ? menuAgain() : menuKeys(person));
  const other = locale === "fr" ? "en" : "fr";
  if (misses === 0) speak(talk, promptsIn(other).languageOffer(), other);
  return listen(talk, "menu", { numDigits: 1, hints: HINTS[locale] });
};

const HINTS = {
  en: ["order", "place an order", "appointment", "message", "leave a message", "a person", "français"],
  fr: [
    "commander",
    "une commande",
    "rendez-vous",
    "message",
    "laisser un message",
    "parler à quelqu'un",
    "English",
  ],
};

export const hearMenu: Hear = (talk, input) => {
  if (input.kind === "digits") return byKey(talk, input.digits);
  return input.kind === "speech" ? bySpeech(talk, input) : missed(talk, "menu", "give-up");
};

function byKey(talk: Talk, digits: string): Move {
  switch (digits.charAt(0)) {
    case "1":
      return startOrder(talk);
    case "2":
      return startCallback(talk);
    case "0":
      return "transfer";
    case "*":
      return startOrder(talk, "keypad");
    case "9":
      return otherLanguage(talk);
    case "":
      return missed(talk, "menu", "give-up");
    default:
      return "voicemail";
  }
}

function otherLanguage(talk: Talk): Move {
  setLocale(talk, talk.state.locale === "fr" ? "en" : "fr");
  speak(talk, prompts(talk).languageSwitched());
  understood(talk);
  return "menu";
}

function bySpeech(talk: Talk, input: Extract<DialogueInput, { kind: "speech" }>): Move {
  const choice = understandMenuChoice(input.text);
  if (choice === "person") return "transfer";
  if (choice === "hours") return sayHours(talk);
  if (choice === "booking") return startCallback(talk, moreThanAsked(input.text));
  if (choice !== "voicemail" && isOrderTalk(talk, input.text)) {
    const step = startOrder(talk, "ordering", input.text);
    return step === "ordering" ? hearOrder(talk, input) : step;
  }
  if (choice === "order") return startOrder(talk);
  if (choice === "voicemail") return "voicemail";
  return asksForKeypad(input.text) ? startOrder(talk, "keypad") : missed(talk, "menu", "give-up");
}

/** "An appointment" says no more than the key does; a whole sentence is worth noting. */
const moreThanAsked = (text: string) => (text.trim().split(/\s+/).length > 4 ? text : undefined);

function sayHours(talk: Talk): Move {
  const { hours, hoursUnknown } = prompts(talk);
  const sentence = talk.merchant.hours?.[talk.state.locale];
  speak(talk, sentence ? hours(sentence) : hoursUnknown());
  understood(talk);
  return "menu";
}
