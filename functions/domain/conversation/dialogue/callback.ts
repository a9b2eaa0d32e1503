import { asksToRepeat } from "../understanding/answers.ts";
import { understandName } from "../understanding/names.ts";
import { type Ask, end, type Hear, listen, type Move, missed, prompts, speak, type Talk } from "./talk.ts";
import type { DialogueInput } from "./types.ts";

const MENTIONS_TIME =
  /\b(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|noon|week|o'clock|\d{1,2} ?(?:am|pm|h)|aujourd'hui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|semaine|heures?)\b/i;

/** Takes a request to be called back: for a booking, or for what cannot be done by telephone yet. */
export function startCallback(talk: Talk, note?: string): Move {
  const said = note?.trim().slice(0, 300);
  const preferred = said && MENTIONS_TIME.test(said) ? said : undefined;
  talk.state.callback = { ...(said ? { note: said } : {}), ...(preferred ? { preferred } : {}) };
  return "callback-name";
}

export const askName: Ask = (talk) => {
  const { callbackName, callbackNameAgain } = prompts(talk);
  speak(talk, talk.state.misses === 0 ? callbackName() : callbackNameAgain());
  return listen(talk, "speech-or-digits", { numDigits: 1 });
};

/** A name by speech; a key skips it, and so does not being understood twice: the request matters more. */
export const hearName: Hear = (talk, input) => {
  const name = input.kind === "speech" && !asksToRepeat(input.text) ? understandName(input.text) : null;
  if (name) talk.state.callback = { ...talk.state.callback, name };
  else if (input.kind !== "digits" && ++talk.state.misses < 2) return "callback-name";
  return talk.state.callback?.preferred ? "reach-caller" : "callback-when";
};

export const askWhen: Ask = (talk) => {
  const { callbackWhen, callbackWhenAgain } = prompts(talk);
  speak(talk, talk.state.misses === 0 ? callbackWhen() : callbackWhenAgain());
  return listen(talk, "speech-or-digits", { numDigits: 1 });
};

/** When it suits, in the caller's own words or by key; the request goes on without it. */
export const hearWhen: Hear = (talk, input) => {
  const preferred = whenOf(talk, input);
  if (!preferred) return missed(talk, "callback-when", "reach-caller");
  talk.state.callback = { ...talk.state.callback, preferred };
  return "reach-caller";
};

function whenOf(talk: Talk, input: DialogueInput): string | null {
  const { asSoonAsPossible, morning, afternoon, evening } = prompts(talk);
  if (input.kind === "digits") {
    return [asSoonAsPossible, morning, afternoon, evening][Number(input.digits) - 1]?.() ?? null;
  }
  if (input.kind !== "speech" || asksToRepeat(input.text)) return null;
  const text = input.text.trim().slice(0, 300);
  return /[\p{L}\d]{2}/u.test(text) ? text : null;
}

export const reachCaller: Ask = (talk) => {
  if (talk.state.phone) return "finish-callback";
  talk.state.phoneFor = "callback";
  return "phone";
};

/** Hands the request on and says good-bye; without a number when the caller would not give one. */
export const finishCallback: Ask = (talk) => {
  const { callback = {}, phone } = talk.state;
  talk.effects.push({ kind: "request_callback", phone, ...callback });
  speak(talk, prompts(talk).callbackDone(callback.name ? `, ${callback.name}` : ""));
  return end(talk, "callback");
};
