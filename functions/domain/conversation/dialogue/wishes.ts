import type { Locale } from "../../catalogue/types.ts";
import { understandIntent } from "../understanding/intent/intent.ts";
import type { Intent } from "../understanding/intent/intents.ts";
import { startCallback, startSoonCallback } from "./callback.ts";
import { type Move, prompts, speak, type Talk, understood } from "./talk.ts";
import type { Step } from "./types.ts";

/** From here on a wish is acted on; an emergency sooner, since missing one costs more than a call back too many. */
const SURE = 0.8;
const SURE_ENOUGH = 0.65;

/** What the caller plainly wants, or null where that is less than sure. */
export function wishOf(text: string, locale: Locale): Exclude<Intent, "other"> | null {
  const { intent, confidence } = understandIntent(text, locale);
  if (intent === "other") return null;
  return confidence >= (intent === "emergency" ? SURE_ENOUGH : SURE) ? intent : null;
}

/** Puts an emergency through at once; where nobody can be, the staff is told what it is and calls back. */
export function hurry(talk: Talk, said: string): Move {
  const { urgentTransfer, urgentCallback, urgentNote } = prompts(talk);
  if (talk.merchant.transferPhone) {
    speak(talk, urgentTransfer());
    return "transfer";
  }
  speak(talk, urgentCallback());
  return startSoonCallback(talk, `${urgentNote()}: ${said}`);
}

/** Says the opening hours and goes on where the caller was. */
export function sayHours(talk: Talk, step: Step): Move {
  const { hours, hoursUnknown } = prompts(talk);
  const sentence = talk.merchant.hours?.[talk.state.locale];
  speak(talk, sentence ? hours(sentence) : hoursUnknown());
  understood(talk);
  return step;
}

/** Says how to end the texts: a reply does it at once, for this number only. */
export function sayOptOut(talk: Talk, step: Step): Move {
  speak(talk, prompts(talk).optOut());
  understood(talk);
  return step;
}

/** A question that only a person can answer: put through, or called back with the question noted. */
export const askStaff = (talk: Talk, said: string): Move =>
  talk.merchant.transferPhone ? "transfer" : startCallback(talk, said);
