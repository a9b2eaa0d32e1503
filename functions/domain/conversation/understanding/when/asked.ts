import type { Day, Days } from "./calendar.ts";
import { monthOf } from "./calendar.ts";
import { isDate, isPart, isTime } from "./choose.ts";
import type { DateFound, Expects, LooseFound, Scene, TimeFound } from "./found.ts";
import type { Hours } from "./parts.ts";
import { spanOf } from "./parts.ts";
import { as } from "./signs.ts";

/** What the question before an utterance tells of it. */
export type Asked = {
  expects: Expects;
  /** Days named in it, in order. */
  days: Day[];
  /** A week or month spoken of: "which day next week?". */
  span: Days | null;
  times: TimeFound[];
  parts: Hours[];
  /** It asked in which half of the day its one hour is: "four in the morning or in the afternoon?". */
  halves: boolean;
  /** The day an answer that names only a time is for: "at what time on Friday?". */
  inherited: Day | null;
};

const TIME = /(?:^|[^a-z])(?:times?|hours?|when|heures?|quand|o'?clock|am or pm)(?:[^a-z]|$)/;
const DATE = /(?:^|[^a-z])(?:dates?|days?|when|jours?|journee|quand)(?:[^a-z]|$)/;
const COUNT =
  /how many|party size|combien de (?:personne|gens)|combien etes|combien serez|nombre de (?:personne|convive)/;
const PEOPLE = /people|person|guest|party|table (?:for|pour)|convive|couverts/;
const CONFIRMS = /confirm|verify|correct|right\s*\?|is that ok|c'est bien ca|exact\s*\?|is it ok/;
const WHOLE_TIME =
  /(?:what|which) (?:time|hour)|time (?:would|do|is|should|works|will|did)|what's the time|quelle heure|heure (?:voul|prefer|vous|desir)/;

/** What a question asks for, by its words. */
export function expectationsOf(question: string): Expects {
  const folded = foldedQuestion(question);
  return {
    time: TIME.test(folded),
    date: DATE.test(folded),
    count: COUNT.test(folded),
    choice: false,
    timed: false,
  };
}

const foldedQuestion = (question: string): string =>
  question
    .slice(0, 2_000)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’]/g, "'")
    .toLowerCase();

/** Gathers from a scanned question what an answer may lean on. */
export function askedOf(question: string, scene: Scene, open: Hours): Asked {
  const { found } = scene;
  const dates = found.filter(isDate);
  const days = dates.flatMap(({ day }) => (day === null ? [] : [day]));
  const parts = found.filter(isPart);
  const named = [...days, ...parts.flatMap(({ day }) => (day === null ? [] : [day]))];
  const folded = foldedQuestion(question);
  const asksTime = WHOLE_TIME.test(folded) && !CONFIRMS.test(folded);
  const times = found.filter(isTime);
  const expects = {
    ...expectationsOf(question),
    choice: days.length > 1 || times.length > 1,
    timed: times.length > 0 && !PEOPLE.test(folded),
  };
  // "5 or 6?": a short question that offers times and nothing else asks for one.
  if (times.length > 0 && named.length === 0 && (times.length > 1 || scene.signs.length <= 8))
    expects.time = true;
  return {
    expects,
    days: named,
    span: spanSpokenOf(dates),
    times,
    halves:
      new Set(times.map(({ minutes }) => minutes % 720)).size === 1 &&
      times.length + parts.length > 1 &&
      scene.signs.some((sign) => as(sign, "or")),
    parts: parts.map(({ name, edge }) => spanOf(name, edge, open)),
    inherited: asksTime && new Set(named).size === 1 ? (named[0] ?? null) : null,
  };
}

/** The one week or month of a question; the month of a date in it, too, when it names but one. */
function spanSpokenOf(dates: DateFound[]): Days | null {
  const spans = dates.flatMap(({ days }) => (days ? [days] : []));
  if (spans.length === 1) return spans[0] ?? null;
  const months = dates.flatMap(({ day, month }) =>
    day !== null && month !== undefined ? [monthOf(day)] : [],
  );
  return spans.length === 0 && months.length > 0 && months.every(({ from }) => from === months[0]?.from)
    ? (months[0] ?? null)
    : null;
}

/**
 * Completes "half past", "quarter to", "et demie", "pm" with the hour of the question; several when it offered several,
 * none when it named none.
 */
export function completed(loose: LooseFound, asked: Asked): TimeFound[] {
  const { start, end } = loose;
  if (loose.kind === "sameTime")
    return asked.times.length === 1 ? asked.times.map((time) => ({ ...time, start, end })) : [];
  const [time, other] = asked.times;
  if (!time) return [];
  if (loose.kind === "shift")
    return other
      ? []
      : [{ ...time, start, end, minutes: (time.minutes + loose.value + 1440) % 1440, strength: 3 }];
  if (loose.kind === "meridiem")
    return [...new Set(asked.times.map((one) => one.minutes % 720))].map((minutes) => ({
      ...time,
      start,
      end,
      minutes: minutes + loose.value,
      settled: true,
      strength: 3,
    }));
  const hours = new Set(asked.times.map((one) => Math.floor(one.minutes / 60) * 60));
  return [...hours].map((hour) => ({
    ...time,
    start,
    end,
    minutes: (hour + loose.value + 1440) % 1440,
    strength: 2,
  }));
}
