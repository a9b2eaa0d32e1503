import { promptsIn } from "../prompts/speak.ts";
import { reachable } from "../understanding/phone.ts";
import { listen, prompts, speak, type Talk } from "./talk.ts";
import type { Caller, DialogueMerchant, DialogueReply, DialogueState, Turn } from "./types.ts";

/**
 * Greets a caller in the merchant's language and offers the menu. Apart from the rest of the dialogue: whoever only
 * greets need not load what it takes to understand.
 */
export function open(merchant: DialogueMerchant, caller: Caller): Turn {
  const state: DialogueState = {
    v: 1,
    step: "menu",
    locale: merchant.locale,
    cart: [],
    misses: 0,
    turns: 0,
    phone: reachable(caller.number),
  };
  const talk: Talk = { merchant, state, say: [], effects: [], asked: false };
  speak(talk, prompts(talk).greeting(merchant.name));
  return { reply: askMenu(talk), state, effects: talk.effects };
}

/** What can be done here, and in the other language that it is spoken too. */
export function askMenu(talk: Talk): DialogueReply {
  const { menu, menuAgain, menuKeys } = prompts(talk);
  const person = talk.merchant.transferPhone !== null;
  const { misses, locale } = talk.state;
  speak(talk, misses === 0 ? menu(person) : misses === 1 ? menuAgain() : menuKeys(person));
  const other = locale === "fr" ? "en" : "fr";
  if (misses === 0) speak(talk, promptsIn(other).languageOffer(), other);
  return listen(talk, "menu", { numDigits: 1, hints: HINTS[locale] });
}

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
