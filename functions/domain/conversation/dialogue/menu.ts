import { asksForKeypad, type MenuChoice, understandMenuChoice } from "../understanding/answers.ts";
import { startCallback, startSoonCallback } from "./callback.ts";
import { hearOrder, isOrderTalk, startOrder } from "./ordering.ts";
import { type Hear, type Move, missed, prompts, setLocale, speak, type Talk, understood } from "./talk.ts";
import type { DialogueInput } from "./types.ts";
import { askStaff, hurry, sayHours, sayOptOut, wishOf } from "./wishes.ts";

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

type Speech = Extract<DialogueInput, { kind: "speech" }>;

/** The menu's own words decide; of a whole sentence, what it plainly wants. */
function bySpeech(talk: Talk, input: Speech): Move {
  const { text } = input;
  const wish = wishOf(text, talk.state.locale);
  if (wish === "emergency") return hurry(talk, text);
  const choice = understandMenuChoice(text);
  const wished = choice !== null && isShort(text) ? null : byWish(talk, text, wish, choice);
  if (wished) return wished;
  if (choice === "person") return "transfer";
  if (choice === "hours") return sayHours(talk, "menu");
  if (choice === "booking") return startCallback(talk, moreThanAsked(text));
  if (choice !== "voicemail" && isOrderTalk(talk, text)) {
    const step = startOrder(talk, "ordering", text);
    return step === "ordering" ? hearOrder(talk, input) : step;
  }
  if (choice === "order" || wish === "order") return startOrder(talk);
  if (choice === "voicemail") return "voicemail";
  if (wish === "ask_price" || wish === "ask_address") return askStaff(talk, text);
  return asksForKeypad(text) ? startOrder(talk, "keypad") : missed(talk, "menu", "give-up");
}

/** Null for an order and what may be about its items: those are heard against the merchant's menu. */
function byWish(
  talk: Talk,
  text: string,
  wish: ReturnType<typeof wishOf>,
  choice: MenuChoice | null,
): Move | null {
  switch (wish) {
    case "speak_to_human":
      return "transfer";
    case "ask_hours":
      return sayHours(talk, "menu");
    case "opt_out":
      return sayOptOut(talk, "menu");
    case "leave_message":
      // "Call me back" is a request to call back, not words to record.
      return choice === "booking" ? startCallback(talk, moreThanAsked(text)) : "voicemail";
    case "book_appointment":
    case "reschedule_appointment":
      return startCallback(talk, moreThanAsked(text));
    case "cancel_appointment":
      // The time they name is the one they cannot come at.
      return startSoonCallback(talk, text);
    default:
      return null;
  }
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;
const isShort = (text: string): boolean => wordsIn(text) <= 2;

/** "An appointment" says no more than the key does; a whole sentence is worth noting. */
const moreThanAsked = (text: string) => (wordsIn(text) > 4 ? text : undefined);
