import { spokenWhen } from "../prompts/dates.ts";
import { asksToRepeat } from "../understanding/answers.ts";
import { afterTime, hearTime, LONGEST } from "./preferred.ts";
import { type Ask, type Hear, listen, type Move, missed, prompts, speak, type Talk } from "./talk.ts";
import { yesOrNo } from "./yes-no.ts";

export const askWhen: Ask = (talk) => {
  const { callbackWhen, callbackWhenAgain } = prompts(talk);
  const { misses, callback } = talk.state;
  speak(talk, misses > 0 ? callbackWhenAgain() : (callback?.question ?? callbackWhen()));
  return listen(talk, "speech-or-digits", { numDigits: 1 });
};

/**
 * When it suits, in the caller's own words or by key. Words that name no time are asked again once, then kept as they
 * are; the request goes on without any.
 */
export const hearWhen: Hear = (talk, input) => {
  const { state } = talk;
  if (input.kind === "digits") return byKey(talk, input.digits);
  if (input.kind !== "speech" || asksToRepeat(input.text)) return skippable(talk);
  const said = input.text.trim().slice(0, LONGEST);
  if (!/[\p{L}\d]{2}/u.test(said)) return skippable(talk);
  const { question, ...callback } = state.callback ?? {};
  const heard = hearTime(talk, said, callback.time, question);
  if (!heard && !question && ++state.misses < 2) return "callback-when";
  const words = [callback.preferred, said].filter(Boolean).join(", ").slice(0, LONGEST);
  const time = heard?.time ?? callback.time;
  const next = heard?.question;
  state.misses = 0;
  state.callback = {
    ...callback,
    preferred: words,
    ...(time ? { time } : {}),
    ...(next ? { question: next } : {}),
  };
  return afterTime(state.callback);
};

function byKey(talk: Talk, digits: string): Move {
  const { asSoonAsPossible, morning, afternoon, evening } = prompts(talk);
  const preferred = [asSoonAsPossible, morning, afternoon, evening][Number(digits) - 1]?.();
  if (!preferred) return skippable(talk);
  const { question: _, time: __, ...callback } = talk.state.callback ?? {};
  talk.state.callback = { ...callback, preferred };
  return "reach-caller";
}

/** After three tries the request goes on with what is known. */
function skippable(talk: Talk): Move {
  const move = missed(talk, "callback-when", "reach-caller");
  if (move === "reach-caller") dropTime(talk);
  return move;
}

/** A time that nobody confirmed stays in the caller's words only. */
function dropTime({ state }: Talk): void {
  const { time: _, question: __, ...callback } = state.callback ?? {};
  state.callback = callback;
}

/** Reads the time back, so that a slip of the recogniser costs a word and not an appointment. */
export const askTimeRight: Ask = (talk) => {
  const { callbackRead, phoneKeysConfirm } = prompts(talk);
  const { misses, locale, callback } = talk.state;
  speak(talk, callbackRead(spokenWhen(callback?.time ?? {}, locale)));
  if (misses > 0) speak(talk, phoneKeysConfirm());
  return listen(talk, "speech-or-digits", { numDigits: 1 });
};

export const hearTimeRight: Hear = (talk, input) => {
  if (input.kind === "speech" && corrects(talk, input.text)) return "callback-confirm";
  const answer = yesOrNo(input);
  if (answer === "yes") return agreed(talk);
  if (answer === "no") return askAnew(talk);
  const move = missed(talk, "callback-confirm", "reach-caller");
  if (move === "reach-caller") dropTime(talk);
  return move;
};

/** What was read back says more to who calls back tomorrow than "tomorrow" does. */
function agreed({ state }: Talk): Move {
  const { time = {}, ...callback } = state.callback ?? {};
  state.callback = { ...callback, time, preferred: spokenWhen(time, state.locale) };
  return "reach-caller";
}

/** "No, Friday": what was read back changes as far as the caller says so. True when it did. */
function corrects(talk: Talk, said: string): boolean {
  const { callback = {}, locale } = talk.state;
  const before = spokenWhen(callback.time ?? {}, locale);
  const heard = hearTime(talk, said, callback.time, prompts(talk).callbackRead(before));
  if (!heard || heard.question || spokenWhen(heard.time, locale) === before) return false;
  talk.state.callback = { ...callback, time: heard.time };
  talk.state.misses = 0;
  return true;
}

function askAnew(talk: Talk): Move {
  const { preferred: _, ...callback } = talk.state.callback ?? {};
  talk.state.callback = callback;
  dropTime(talk);
  return "callback-when";
}
