import { spokenWhen } from "../prompts/dates.ts";
import { listed } from "../prompts/speak.ts";
import { understandWhen, type When } from "../understanding/when/when.ts";
import { type Move, prompts, type Talk } from "./talk.ts";
import type { CallbackState, CallbackTime } from "./types.ts";

/** Below this a reading is a guess: asked again rather than taken. */
const SURE = 0.7;

/** Of a caller's words about a time so many characters are kept. */
export const LONGEST = 300;

/** What was heard of a time that suits, and what is still to ask about it: each question is asked once. */
export type HeardTime = {
  time: CallbackTime;
  /** A question in its own words: the part that is missing, or which of two was meant. */
  question: string | null;
};

/**
 * When a caller would like to be called back, from their words; null when they name no time at all.
 * @param known what earlier turns told; a correction replaces only what it names
 * @param asked the question that is being answered
 */
export function hearTime(
  talk: Talk,
  text: string,
  known: CallbackTime = {},
  asked?: string,
): HeardTime | null {
  const when = read(talk, text, asked);
  const either = when.ambiguous ?? [];
  if (either.length > 1) return { time: known, question: whichOf(talk, either) };
  if (when.confidence < SURE && !when.soonest) return null;
  const time = joined(known, when);
  return { time, question: asked ? null : missingIn(talk, time) };
}

function read({ merchant, state }: Talk, text: string, asked: string | undefined): When {
  return understandWhen(text, { locale: state.locale, now: merchant.now, asked });
}

function joined(known: CallbackTime, { date, time, timeRange, bound, part }: When): CallbackTime {
  const range = time === null || bound ? timeRange : undefined;
  const clock = part ? { part } : range ? { range } : time ? { time } : undefined;
  const { date: day, ...before } = known;
  return { ...(date || day ? { date: date ?? day } : {}), ...(clock ?? before) } as CallbackTime;
}

/** The half that is missing of a day with an hour; a day alone or an hour alone is asked for the rest. */
function missingIn(talk: Talk, { date, time, range, part }: CallbackTime): string | null {
  const { callbackHour, callbackDay } = prompts(talk);
  const { locale } = talk.state;
  if (date && !time && !range && !part) return callbackHour(spokenWhen({ date }, locale));
  if (!date && time) return callbackDay(spokenWhen({ time }, locale));
  return null;
}

function whichOf(talk: Talk, either: readonly CallbackTime[]): string {
  const { callbackWhich, or } = prompts(talk);
  return callbackWhich(
    listed(
      either.map((one) => spokenWhen(one, talk.state.locale)),
      or(),
    ),
  );
}

/** What follows from what is known of the time: asked for, asked about, read back, or good as it was said. */
export function afterTime({ preferred, time = {}, question }: CallbackState): Move {
  if (!preferred || question) return "callback-when";
  return Object.keys(time).length > 0 ? "callback-confirm" : "reach-caller";
}
