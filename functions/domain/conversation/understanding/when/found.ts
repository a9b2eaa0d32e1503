import type { Locale } from "../../../catalogue/types.ts";
import type { Day, Days } from "./calendar.ts";
import { as, type Sign } from "./signs.ts";

/** Names of parts of a day; "open" and "close" depend on the business's hours. */
export type PartName = "morning" | "afternoon" | "evening" | "night" | "midday" | "open" | "close";

/** A stretch of an utterance that means a date, a time or a part of a day: signs start (included) to end (not). */
type Stretch = { start: number; end: number };

export type DateFound = Stretch & {
  kind: "date";
  /** The one day meant, or null when it is a span or no day at all ("February 30"). */
  day: Day | null;
  days?: Days;
  /** Said as a weekday only, so that a week spoken of elsewhere may move it. */
  weekday?: number;
  /** Said as a day of the month only, so that a month spoken of elsewhere may move it. */
  date?: number;
  /** The month said with it, which a number joined to it shares: "March 5 or 6". */
  month?: number;
  /** The week that "in two weeks" falls in, where a weekday said with it belongs. */
  week?: Days;
  /** The week it was said to be in, which a weekday joined to it shares: "next week Tuesday or Wednesday". */
  within?: Days;
  /** Two readings that contradict each other: "Tuesday the 6th" when the 6th is a Wednesday. */
  either?: Day[];
};

export type TimeFound = Stretch & {
  kind: "time";
  /** Minutes after midnight; when not settled, morning or afternoon is still to be decided. */
  minutes: number;
  settled: boolean;
  /** 3 says itself that it is a time, 2 by what stands before it, 1 only by what was asked. */
  strength: 1 | 2 | 3;
  /** The day too, when it is counted from now ("in two hours"), and by how many minutes. */
  day?: Day;
  fromNow?: number;
};

export type PartFound = Stretch & { kind: "part"; name: PartName; edge: number | null; day: Day | null };

/** What only a question can complete: "half past", "pm", "the second one", "same time", and what is neither. */
export type LooseFound = Stretch & {
  kind:
    | "minutes"
    | "meridiem"
    | "choice"
    | "sameDay"
    | "nextDay"
    | "sameTime"
    | "anyDay"
    | "anyTime"
    | "soon"
    | "shift"
    | "skip";
  value: number;
};

export type Found = DateFound | TimeFound | PartFound | LooseFound;

/** What the question before it makes likely. */
export type Expects = {
  time: boolean;
  date: boolean;
  count: boolean;
  /** It offered several days or times to choose from. */
  choice: boolean;
  /** It spoke of a time and of no people, so that "make it 3" is a time. */
  timed: boolean;
};

export type Scene = {
  signs: readonly Sign[];
  today: Day;
  /** Minutes after midnight. */
  now: number;
  locale: Locale;
  expects: Expects;
  found: Found[];
};

/** A rule of the grammar: what stands at a place, or null. Looks ahead a bounded number of signs. */
export type Rule = (scene: Scene, at: number) => Found | null;

const JOINERS = ["on", "of", "the", "at", "about"] as const;

/** True for the small words that may stand between a time, a date and a part of the day. */
export const isJoiner = (sign: Sign | undefined): boolean =>
  sign !== undefined && sign.number === null && JOINERS.some((kind) => as(sign, kind));

/** The first place from here on that holds no joiner, at most four further. */
export function pastJoiners(signs: readonly Sign[], at: number): number {
  let to = at;
  while (to < at + 4 && isJoiner(signs[to])) to++;
  return to;
}

/** The first place before this one, going back, that holds no joiner, at most four further; may be -1. */
export function beforeJoiners(signs: readonly Sign[], at: number): number {
  let to = at - 1;
  while (to >= at - 4 && isJoiner(signs[to])) to--;
  return to;
}
