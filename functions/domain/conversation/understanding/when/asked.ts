import type { Day, Days } from "./calendar.ts";
import { monthOf } from "./calendar.ts";
import type { DateFound, Expects, LooseFound, Scene, TimeFound } from "./found.ts";
import { isDate, isPart, isTime } from "./choose.ts";
import type { Hours } from "./parts.ts";
import { spanOf } from "./parts.ts";

/** What the question before an utterance tells of it. */
export type Asked = {
  expects: Expects;
  /** Days named in it, in order. */
  days: Day[];
  /** A week or month spoken of: "which day next week?". */
  span: Days | null;
  times: TimeFound[];
  parts: Hours[];
  /** The day an answer that names only a time is for: "at what time on Friday?". */
  inherited: Day | null;
};

const TIME = /(?:^|[^a-z])(?:times?|hours?|when|heures?|quand|o'?clock|am or pm)(?:[^a-z]|$)/;
const DATE = /(?:^|[^a-z])(?:dates?|days?|when|jours?|journee|quand)(?:[^a-z]|$)/;
const COUNT = /how many|party size|combien de (?:personne|gens)|combien etes|combien serez|nombre de (?:personne|convive)/;
const CONFIRMS = /confirm|verify|correct|right\s*\?|is that ok|c'est bien ca|exact\s*\?|is it ok/;
const WHOLE_TIME = /(?:what|which) (?:time|hour)|time (?:would|do|is|should|works|will|did)|what's the time|quelle heure|heure (?:voul|prefer|vous|desir)/;

/** What a question asks for, by its words. */
export function expectationsOf(question: string): Expects {
  const folded = foldedQuestion(question);
  return { time: TIME.test(folded), date: DATE.test(folded), count: COUNT.test(folded) };
}

const foldedQuestion = (question: string): string =>
  question.slice(0, 2_000).normalize("NFD").replace(/\p{M}+/gu, "").replace(/[’]/g, "'").toLowerCase();

/** Gathers from a scanned question what an answer may lean on. */
export function askedOf(question: string, scene: Scene, open: Hours): Asked {
  const { expects, found } = scene;
  const dates = found.filter(isDate);
  const days = dates.flatMap(({ day }) => (day === null ? [] : [day]));
  const parts = found.filter(isPart);
  const named = [...days, ...parts.flatMap(({ day }) => (day === null ? [] : [day]))];
  const folded = foldedQuestion(question);
  const asksTime = WHOLE_TIME.test(folded) && !CONFIRMS.test(folded);
  return {
    expects,
    days: named,
    span: spanSpokenOf(dates),
    times: found.filter(isTime),
    parts: parts.map(({ name, edge }) => spanOf(name, edge, open)),
    inherited: asksTime && new Set(named).size === 1 ? (named[0] ?? null) : null,
  };
}

/** The one week or month of a question; the month of a date in it, too, when it names but one. */
function spanSpokenOf(dates: DateFound[]): Days | null {
  const spans = dates.flatMap(({ days }) => (days ? [days] : []));
  if (spans.length === 1) return spans[0] ?? null;
  const months = dates.flatMap(({ day, month }) => (day !== null && month !== undefined ? [monthOf(day)] : []));
  return spans.length === 0 && months.length > 0 && months.every(({ from }) => from === months[0]?.from)
    ? (months[0] ?? null)
    : null;
}

/** Completes "half past", "quarter to", "et demie" with the hour of the question; null when it named none or several. */
export function completed(loose: LooseFound, asked: Asked): TimeFound | null {
  const { start, end } = loose;
  const [time, ...others] = asked.times;
  if (!time) return null;
  if (loose.kind === "sameTime") return others.length === 0 ? { ...time, start, end } : null;
  if (loose.kind === "meridiem") {
    const minutes = [...new Set(asked.times.map((one) => one.minutes % 720))];
    return minutes.length === 1 && minutes[0] !== undefined
      ? { ...time, start, end, minutes: minutes[0] + loose.value, settled: true, strength: 3 }
      : null;
  }
  const hours = new Set(asked.times.map((one) => Math.floor(one.minutes / 60)));
  if (loose.kind !== "minutes" || hours.size !== 1) return null;
  const hour = Math.floor(time.minutes / 60) * 60;
  return { ...time, start, end, minutes: (hour + loose.value + 1440) % 1440, strength: 2 };
}
