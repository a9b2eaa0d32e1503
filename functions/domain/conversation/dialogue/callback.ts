import { asksToRepeat } from "../understanding/answers.ts";
import { understandName } from "../understanding/names.ts";
import { afterTime, hearTime, LONGEST } from "./preferred.ts";
import { type Ask, end, type Hear, listen, type Move, prompts, speak, type Talk } from "./talk.ts";
import type { CallbackState } from "./types.ts";

/** Takes a request to be called back: for a booking, or for what cannot be done by telephone yet. */
export function startCallback(talk: Talk, note?: string): Move {
  const said = note?.trim().slice(0, LONGEST);
  talk.state.callback = said ? { note: said, ...heardIn(talk, said) } : {};
  return "callback-name";
}

/** Likewise for what wants no time of its own, and is told to staff at once. */
export function startSoonCallback(talk: Talk, note: string): Move {
  talk.state.callback = { note: note.trim().slice(0, LONGEST), preferred: prompts(talk).asSoonAsPossible() };
  return "callback-name";
}

/** The time named in what the caller wanted in the first place. */
function heardIn(talk: Talk, said: string): CallbackState {
  const heard = hearTime(talk, said);
  if (!heard) return {};
  const { time, question } = heard;
  return { preferred: said, time, ...(question ? { question } : {}) };
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
  return afterTime(talk.state.callback ?? {});
};

export const reachCaller: Ask = (talk) => {
  if (talk.state.phone) return "finish-callback";
  talk.state.phoneFor = "callback";
  return "phone";
};

/** Hands the request on and says good-bye; without a number when the caller would not give one. */
export const finishCallback: Ask = (talk) => {
  const { callback = {}, phone } = talk.state;
  const { name, preferred, note, time } = callback;
  talk.effects.push({
    kind: "request_callback",
    phone,
    ...(name ? { name } : {}),
    ...(preferred ? { preferred } : {}),
    ...(time?.date ? { date: time.date } : {}),
    ...(time?.time ? { time: time.time } : {}),
    ...(note ? { note } : {}),
  });
  speak(talk, prompts(talk).callbackDone(name ? `, ${name}` : ""));
  return end(talk, "callback");
};
