import { type Day, type Days, dayOf, daysIn, nextDate, nextOfMonth, partsOf } from "./calendar.ts";
import { agree, dateNumber, weekdayAfter, yearAt } from "./dated.ts";
import { VERBS } from "./day-of-month.ts";
import type { DateFound, Scene } from "./found.ts";
import { pastJoiners } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";
import { monthSpanAt, spanAt, third } from "./spans.ts";
import { timeAt } from "./times.ts";

/** "2019-03-05", "3/5" (month first in English, day first in French), "5.3.2019". */
export function numericDateAt({ signs, today, locale }: Scene, at: number): DateFound | null {
  const numbers = signs[at]?.date;
  const [a, b, c] = numbers ?? [];
  if (a === undefined || b === undefined) return null;
  const found = (day: Day | null): DateFound => ({ kind: "date", start: at, end: at + 1, day });
  if (c !== undefined && a > 31) return found(dayOf(a, b, c));
  const [month, date] = (locale === "fr" && b <= 12) || a > 12 ? [b, a] : [a, b];
  if (c === undefined) return month > 12 ? null : found(nextDate(today, month, date));
  return found(dayOf(c < 100 ? 2000 + c : c, month, date));
}

/** "March 5th", "the 5th of March 2020", "mardi le 5 mars", "the 3rd of next month", "April". */
export function monthDayAt(scene: Scene, at: number): DateFound | null {
  const { signs } = scene;
  const weekday = as(signs[at], "weekday");
  const start = weekday ? pastJoiners(signs, at + 1) : at;
  const dated = dayOfMonthAt(scene, start) ?? monthThenDay(scene, start) ?? dayOfRelativeMonth(scene, start);
  if (!dated) return null;
  const after = weekday ? undefined : weekdayAfter(signs, dated.end);
  const named = weekday?.value ?? after?.value;
  const found: DateFound = { kind: "date", ...dated, start: at, end: after?.end ?? dated.end };
  return named === undefined || found.day === null ? found : agree(scene, found, named);
}

type Dated = { day: Day | null; end: number; month?: number };

function dated(scene: Scene, month: number, date: number, end: number): Dated {
  const year = yearAt(scene.signs, end);
  if (year) return { day: dayOf(year.value, month, date), end: year.end, month };
  return { day: nextDate(scene.today, month, date), end, month };
}

/** "5 March", "the fifth of March", "le premier avril". */
function dayOfMonthAt(scene: Scene, at: number): Dated | null {
  const { signs } = scene;
  const from = as(signs[at], "the") && signs[at]?.number === null ? at + 1 : at;
  const date = dateNumber(signs[from]);
  if (date === null || signs[from + 1]?.gap === 2) return null;
  const next = pastDayNoun(signs, from + 1);
  const to = as(signs[next], "of") && !as(signs[next], "month") ? next + 1 : next;
  const month = as(signs[to], "month");
  // "at 5 march 3rd": the number before was a time, the month has its own day.
  if (
    !month ||
    (as(signs[from - 1], "at")?.value === 2 &&
      dateNumber(signs[to + 1]) !== null &&
      as(signs[to + 1], "ordinal"))
  )
    return null;
  return dated(scene, month.value, date, to + 1);
}

/** "March 5", "March the 5th", "mars le 5". */
function monthThenDay(scene: Scene, at: number): Dated | null {
  const { signs } = scene;
  const month = as(signs[at], "month");
  if (!month || (signs[at]?.number !== null && scene.locale === "fr")) return null;
  let to = pastJoiners(signs, at + 1);
  if (to > at + 3 || as(signs[to - 1], "at")?.value === 2) to = at + 1;
  const date = signs[to]?.gap === 2 ? null : dateNumber(signs[to]);
  if (date === null || as(signs[to + 1], "people") || as(signs[to + 1], "meridiem")) return null;
  if (as(signs[to + 1], "unit") || as(signs[to + 1], "oclock")) return null;
  return dated(scene, month.value, date, to + 1);
}

/** "the 5th of this month", "le 3 du mois prochain", "next month on the 5th". */
function dayOfRelativeMonth(scene: Scene, at: number): Dated | null {
  const { signs } = scene;
  const from = as(signs[at], "the") && signs[at]?.number === null ? at + 1 : at;
  const date = dateNumber(signs[from]);
  if (date === null) {
    const span = spanAt(signs, at);
    const to = span?.unit === "month" ? pastJoiners(signs, span.end) : at;
    const later = to > at && signs[to]?.gap !== 2 ? dateNumber(signs[to]) : null;
    if (
      !span ||
      later === null ||
      (to === span.end && !as(signs[to], "ordinal")) ||
      timeAt(scene, to, false)?.strength === 3
    )
      return null;
    return inMonth(monthSpanAt(scene.today, span.offset), later, to + 1);
  }
  if (signs[from + 1]?.gap === 2) return null;
  const next = pastDayNoun(signs, from + 1);
  const to = as(signs[next], "of") ? next + 1 : next;
  const span = spanAt(signs, to);
  // "The first of the month": the next one there is.
  const plain = !span && to > next ? plainMonth(signs, to) : null;
  if (plain) {
    const day = nextOfMonth(scene.today, date);
    return { day, end: plain.end, ...(day === null ? {} : { month: partsOf(day).month }) };
  }
  return span?.unit === "month" ? inMonth(monthSpanAt(scene.today, span.offset), date, span.end) : null;
}

/** "the 4th day of". */
const pastDayNoun = (signs: readonly Sign[], at: number): number =>
  as(signs[at - 1], "ordinal") && as(signs[at], "unit")?.name === "day" ? at + 1 : at;

function plainMonth(signs: readonly Sign[], at: number): { end: number } | null {
  const to = as(signs[at], "the") ? at + 1 : at;
  return as(signs[to], "unit")?.name === "month" ? { end: to + 1 } : null;
}

function inMonth(month: Days, date: number, end: number): Dated {
  const { year, month: number } = partsOf(month.from);
  return { day: date <= daysIn(year, number) ? month.from + date - 1 : null, end, month: number };
}

const isPlain = ({ meanings, number, clock, date }: Sign): boolean =>
  meanings.length === 0 && number === null && !clock && !date;

/** A month alone ("in April", "en avril"): all of it. "May" and "march" are verbs unless a preposition says otherwise. */
export function monthAt({ signs, today }: Scene, at: number): DateFound | null {
  const edge = as(signs[at], "edge");
  const rel = edge || as(signs[at], "rel") ? 1 : 0;
  const month = as(signs[at + rel], "month");
  if (!month || signs[at + rel]?.number !== null) return null;
  const before = signs[at - 1];
  const next = signs[at + rel + 1];
  // "June Carter": a name.
  if (!rel && !as(before, "of") && next && !next.gap && isPlain(next) && !VERBS.test(next.text)) return null;
  const verb = says(signs[at + rel], /^(may|march|mar|out|sept|mars)$/);
  if (verb && !rel && !(before && (as(before, "of") || as(before, "edge") || as(before, "until"))))
    return null;
  const first = nextDate(today - partsOf(today).date + 1, month.value, 1);
  if (first === null) return null;
  const year = yearAt(signs, at + rel + 1);
  const from = year ? (dayOf(year.value, month.value, 1) ?? first) : first;
  const { year: inYear, month: number } = partsOf(from);
  const whole = { from, to: from + daysIn(inYear, number) - 1 };
  const meant = edge?.value === 2 ? { from: today, to: whole.to } : edge ? third(whole, edge.value) : whole;
  const days = { from: Math.max(meant.from, today), to: Math.max(meant.to, today) };
  return { kind: "date", start: at, end: year?.end ?? at + rel + 1, day: null, days, month: number };
}
