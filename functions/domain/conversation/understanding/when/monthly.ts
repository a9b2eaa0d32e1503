import { type Day, type Days, dayOf, daysIn, nextDate, nextOfMonth, partsOf } from "./calendar.ts";
import type { DateFound, Scene } from "./found.ts";
import { isJoiner, pastJoiners } from "./found.ts";
import { as, type Sign } from "./signs.ts";
import { monthSpanAt, spanAt } from "./spans.ts";
import { timeAt } from "./times.ts";

type Read = { value: number; end: number };

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

/** A weekday said with a date must be that date's; otherwise both readings stand. */
function agree({ today }: Scene, found: DateFound, weekday: number): DateFound {
  if (found.day === null || partsOf(found.day).weekday === weekday) return found;
  const named = today + 1 + ((weekday - partsOf(today + 1).weekday + 7) % 7);
  return { ...found, day: null, either: [named, found.day] };
}

/** A weekday right after a date: "the 5th, Tuesday". */
function weekdayAfter(signs: readonly Sign[], end: number): Read | undefined {
  if (signs[end]?.gap === 2 || (signs[end] && as(signs[end], "or"))) return undefined;
  const at = /^(which|a|the|c|this)$/.test(signs[end]?.text ?? "") ? end + 1 : end;
  const weekday = as(signs[at], "weekday");
  return weekday ? { value: weekday.value, end: at + 1 } : undefined;
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
  const span = spanAt(signs, to) ?? (to > next ? plainMonth(signs, to) : null);
  return span?.unit === "month" ? inMonth(monthSpanAt(scene.today, span.offset), date, span.end) : null;
}

/** "the 4th day of". */
const pastDayNoun = (signs: readonly Sign[], at: number): number =>
  as(signs[at - 1], "ordinal") && as(signs[at], "unit")?.name === "day" ? at + 1 : at;

function plainMonth(
  signs: readonly Sign[],
  at: number,
): { unit: string; offset: number; end: number } | null {
  const to = as(signs[at], "the") ? at + 1 : at;
  return as(signs[to], "unit")?.name === "month" ? { unit: "month", offset: 0, end: to + 1 } : null;
}

function inMonth(month: Days, date: number, end: number): Dated {
  const { year, month: number } = partsOf(month.from);
  return { day: date <= daysIn(year, number) ? month.from + date - 1 : null, end, month: number };
}

/** A day of the month from an ordinal or a cardinal; ordinals beyond 31 are kept, to come out as no date. */
function dateNumber(sign: Sign | undefined): number | null {
  const ordinal = as(sign, "ordinal");
  if (ordinal) return ordinal.value < 99 ? ordinal.value : null;
  const number = sign?.number ?? 0;
  return number >= 1 && number <= 31 ? number : null;
}

/** "2020", "twenty twenty", "deux mille vingt", "two thousand and twenty". */
function yearAt(signs: readonly Sign[], at: number): Read | null {
  const first = signs[at]?.number ?? null;
  if (first === null) return null;
  if (signs[at]?.digits.length === 4 && first >= 1900 && first < 2200) return { value: first, end: at + 1 };
  if (/^(thousand|mille|mil)$/.test(signs[at + 1]?.text ?? "") && first === 2) {
    const and = as(signs[at + 2], "and") ? 1 : 0;
    const rest = signs[at + 2 + and]?.number ?? null;
    return rest !== null && rest < 100
      ? { value: 2000 + rest, end: at + 3 + and }
      : { value: 2000, end: at + 2 };
  }
  const second = signs[at + 1]?.number ?? 0;
  return first === 20 && !signs[at]?.digits && second >= 18 && second < 60 && !signs[at + 1]?.digits
    ? { value: 2000 + second, end: at + 2 }
    : null;
}

/** A month alone ("in April", "en avril"): all of it. "May" and "march" are verbs unless a preposition says otherwise. */
export function monthAt({ signs, today }: Scene, at: number): DateFound | null {
  const rel = as(signs[at], "rel") ? 1 : 0;
  const month = as(signs[at + rel], "month");
  if (!month || signs[at + rel]?.number !== null) return null;
  const before = signs[at - 1];
  const verb = /^(may|march|mar|out|sept|mars)$/.test(signs[at + rel]?.text ?? "");
  if (verb && !rel && !(before && (as(before, "of") || as(before, "edge") || as(before, "until"))))
    return null;
  const first = nextDate(today - partsOf(today).date + 1, month.value, 1);
  if (first === null) return null;
  const year = yearAt(signs, at + rel + 1);
  const from = year ? (dayOf(year.value, month.value, 1) ?? first) : first;
  const { year: inYear, month: number } = partsOf(from);
  const days = { from: Math.max(from, today), to: from + daysIn(inYear, number) - 1 };
  return { kind: "date", start: at, end: year?.end ?? at + rel + 1, day: null, days, month: number };
}

/** Nouns after "the first", "the second" that make it a choice among things; verbs and small words do not. */
const VERBS =
  /^(is|will|would|if|s|if|thats|that|and|at|with|because|since|seems|sounds|looks|should|could|can|we|i|si|ca|serait|sera|est|c|qui|avec|please|thanks|thank|in|en|vers|only|will|instead|does|do|it|me|fits|suits|may|which|so|would|to|just|as|j|je|on|merci|this|that|marche)$/;

/** "the 5th", "on the fifth", "le 3", "on 12", or a plain number when a date was asked for. */
export function dayAloneAt(scene: Scene, at: number): DateFound | null {
  const { signs } = scene;
  const weekday = as(signs[at], "weekday");
  const from = weekday
    ? pastJoiners(signs, at + 1)
    : as(signs[at], "the") && signs[at]?.number === null
      ? at + 1
      : at;
  if (weekday && signs[from]?.gap === 2) return null;
  const date = dateNumber(signs[from]);
  if (date === null || !meansDay(scene, at, from, weekday?.value)) return null;
  const last = scene.found.at(-1);
  const shared = last?.kind === "date" && last.end >= at - 3 ? last.month : undefined;
  const day = shared ? nextDate(scene.today, shared, date) : nextOfMonth(scene.today, date);
  const after = weekday ? undefined : weekdayAfter(signs, from + 1);
  const named = weekday?.value ?? after?.value;
  const found: DateFound = { kind: "date", start: at, end: after?.end ?? from + 1, day };
  if (named === undefined) return shared ? { ...found, month: shared } : { ...found, date };
  const fitting = fittingMonth(scene.today, date, named);
  return fitting === null ? agree(scene, found, named) : { ...found, day: fitting };
}

/** The first of the next three such dates that falls on a weekday. */
function fittingMonth(today: Day, date: number, weekday: number): Day | null {
  let from = today;
  for (let tries = 0; tries < 3; tries++) {
    const day = nextOfMonth(from, date);
    if (day === null || partsOf(day).weekday === weekday) return day;
    from = day + 1;
  }
  return null;
}

function meansDay(scene: Scene, at: number, from: number, weekday: number | undefined): boolean {
  const { signs, expects } = scene;
  const next = signs[from + 1];
  if (next?.gap !== 2 && (as(next, "people") || as(next, "unit"))) return false;
  const ordinal = as(signs[from], "ordinal");
  if (ordinal) {
    if (expects.choice && ordinal.name !== "digits" && ordinal.value <= 2) return false;
    if (ordinal.name === "digits" && ordinal.value > 4) return true;
    if (
      next &&
      next.gap === 0 &&
      next.meanings.length === 0 &&
      next.number === null &&
      !next.clock &&
      ordinal.value <= 4
    )
      return VERBS.test(next.text);
    return ordinal.name === "digits" || expects.date || from > at || isJoiner(signs[at - 1]);
  }
  const time = timeAt(scene, from, false);
  if (as(next, "meridiem") || (time?.strength === 3 && time.end > from + 1)) return false;
  const date = signs[from]?.number ?? 0;
  if (weekday !== undefined)
    return (
      (from > at + 1 && /^(le|the|on the)$/.test(signs[from - 1]?.text ?? "")) ||
      (from === at + 1 && fits(scene.today, date, weekday))
    );
  const introduced = /^(?:.* )?(?:on the|on|le|du|au|from the|after the|dated|date of)$/.test(
    signs[from - 1]?.text ?? "",
  );
  if (introduced && !(signs[from - 1]?.text === "au" && scene.locale === "en" && !expects.date)) return true;
  return (
    (expects.date && !expects.time && !isPrefixedTime(signs, from) && time?.strength !== 3) ||
    joined(scene, from)
  );
}

const fits = (today: Day, date: number, weekday: number): boolean =>
  fittingMonth(today, date, weekday) !== null;

const isPrefixedTime = (signs: readonly Sign[], at: number): boolean => as(signs[at - 1], "at")?.value === 2;

/** A number joined to a date before it: "the 5th or 6", "March 5, no, 6". */
function joined({ signs, found }: Scene, at: number): boolean {
  const last = found.at(-1);
  if (last?.kind !== "date" || (last.date === undefined && last.month === undefined) || at - last.end > 4)
    return false;
  if (at === last.end || isPrefixedTime(signs, at)) return false;
  let links = 0;
  for (let between = last.end; between < at; between++) {
    const sign = signs[between];
    if (
      sign &&
      (sign.text === "-" || as(sign, "or") || as(sign, "correct") || as(sign, "not") || as(sign, "until"))
    )
      links++;
    else if (!isJoiner(sign)) return false;
  }
  return links > 0;
}
