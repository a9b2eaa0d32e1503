import {
  addMonths,
  type Day,
  type Days,
  daysIn,
  mondayOf,
  nextDate,
  partsOf,
  weekdayFrom,
} from "./calendar.ts";
import { weekdayAfter, yearAt } from "./dated.ts";
import { durationAt } from "./durations.ts";
import { feastDay, feastIn } from "./feasts.ts";
import type { DateFound, Scene } from "./found.ts";
import { pastJoiners } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";
import { monthSpanAt, spanAt, weekdayOfSpan } from "./spans.ts";

/** "Friday", "this Sunday", "next Wednesday", "mardi en huit", "Tuesday of next week", "Friday week". */
export function weekdayAt(scene: Scene, at: number): DateFound | null {
  const { signs, today } = scene;
  const rel = as(signs[at], "rel");
  const named = as(signs[rel ? at + 1 : at], "weekday");
  if (!named) return null;
  const end = rel ? at + 2 : at + 1;
  const other = spokenOf(scene, at, end);
  if (other !== null)
    return {
      kind: "date",
      start: at,
      end: end + (as(signs[end], "relAfter") ? 1 : 0),
      day: weekdayFrom(other, named.value),
    };
  const found = (day: Day, to: number): DateFound => ({ kind: "date", start: at, end: to, day });
  const coming = weekdayFrom(today + 1, named.value);
  const after = signs[end]?.gap === 2 ? undefined : as(signs[end], "relAfter");
  if (after && (after.value >= 7 || !rel)) {
    const weeks = after.value < 7 ? (as(signs[end + 1], "relAfter")?.value ?? 0) : 0;
    const by = weeks >= 7 ? weeks : after.value;
    const day = shifted(scene, named.value, by) + (by === 1 ? otherWeek(scene, named.value) : 0);
    return found(day, end + (weeks >= 7 ? 2 : 1));
  }
  const week = weekAfter(scene, end, named.value);
  if (week) return found(week.day, week.end);
  if (rel) {
    const other = rel.value === 1 ? otherWeek(scene, named.value) : 0;
    return found(shifted(scene, named.value, rel.value) + other, end);
  }
  const unit = as(signs[end], "unit");
  if (unit?.value === 7 && says(signs[end], /^(week|wk)$/)) return found(coming + 7, end + 1);
  if (unit?.value === 14) return found(coming + 14, end + 1);
  return { ...found(coming, end), weekday: named.value };
}

/** Where "that Sunday", "the following Monday", "le lundi d'après" count from, when a day was spoken of. */
function spokenOf({ signs, found }: Scene, at: number, end: number): Day | null {
  const last = found.findLast(({ kind }) => kind === "date");
  const day = last?.kind === "date" ? last.day : null;
  if (day === null) return null;
  if (says(signs[at - 1], /^(that|meme)$/)) return day;
  const after = says(signs[at], /following$/) || says(signs[end], /^(d apres|suivant|qui suit)$/);
  return after ? day + 1 : null;
}

/** "This Saturday or next Saturday", "not Friday, next Friday": where the nearer one was named, next is the one after. */
function otherWeek({ signs, found, today }: Scene, weekday: number): 0 | 7 {
  const coming = weekdayFrom(today + 1, weekday);
  const nearer = found.some(
    (one) =>
      one.kind === "date" &&
      one.day === coming &&
      (as(signs[one.start], "rel")?.value === 0 || as(signs[one.start - 1], "not") !== undefined),
  );
  return nearer ? 7 : 0;
}

function shifted({ today }: Scene, weekday: number, by: number): Day {
  const coming = weekdayFrom(today + 1, weekday);
  if (by >= 7) return coming + by;
  if (by === 2) return coming + 7;
  if (by < 0) return weekdayFrom(today - 7, weekday);
  return by === 0 ? weekdayFrom(today, weekday) : coming;
}

/** The week said after a weekday: "of next week", "de la semaine prochaine", "in two weeks", "dans deux semaines". */
function weekAfter({ signs, today }: Scene, end: number, weekday: number): { day: Day; end: number } | null {
  const at = pastJoiners(signs, end);
  if (signs[at]?.gap === 2) return null;
  const span = spanAt(signs, end) ?? spanAt(signs, at);
  if (span?.unit === "week" || (span?.unit === "weekend" && weekday >= 5))
    return { day: weekdayOfSpan(today, span, weekday), end: span.end };
  const within = [end, at].find((place) => as(signs[place], "in"));
  const duration = within === undefined ? null : durationAt(signs, within + 1);
  if (duration?.unit !== "day" || duration.amount % 7 !== 0 || duration.amount === 0) return null;
  return { day: mondayOf(today) + duration.amount + weekday - 1, end: duration.end };
}

/** "the first Monday of April", "le dernier vendredi du mois", "the last day of the month". */
export function nthWeekdayAt(scene: Scene, at: number): DateFound | null {
  const { signs, today } = scene;
  const from = as(signs[at], "the") && !as(signs[at], "rel") ? at + 1 : at;
  const nth = as(signs[from], "ordinal")?.value ?? (as(signs[from], "rel")?.value === -1 ? 99 : 0);
  const weekday = as(signs[from + 1], "weekday");
  const days = as(signs[from + 1], "unit")?.name === "day" && nth === 99;
  const week = as(signs[from + 1], "unit")?.name === "week" && nth !== 0;
  const weekend = as(signs[from + 1], "unit")?.name === "weekend";
  if (nth === 0 || (!weekday && !days && !week && !weekend)) return null;
  const month = monthAfter(scene, from + 2);
  if (!month) return null;
  if (week)
    return { kind: "date", start: at, end: month.end, day: null, days: weekOfMonth(month.first, nth) };
  for (const first of [month.first, month.again]) {
    const named = weekend ? 6 : weekday?.value;
    const day = named ? nthOf(first, nth, named) : first + lengthOf(first) - 1;
    if (day === null || (day < today && first !== month.again)) continue;
    if (weekend)
      return { kind: "date", start: at, end: month.end, day: null, days: { from: day, to: day + 1 } };
    return { kind: "date", start: at, end: month.end, day };
  }
  return null;
}

/** "the second week of April": its days in sevens, the last week being the last seven. */
function weekOfMonth(first: Day, nth: number): Days {
  const end = first + lengthOf(first) - 1;
  if (nth === 99 || nth > 4) return { from: end - 6, to: end };
  return { from: first + 7 * (nth - 1), to: first + 7 * nth - 1 };
}

const lengthOf = (first: Day): number => {
  const { year, month } = partsOf(first);
  return daysIn(year, month);
};

function nthOf(first: Day, nth: number, weekday: number): Day | null {
  if (nth === 99) return weekdayFrom(first + lengthOf(first) - 7, weekday);
  const day = weekdayFrom(first, weekday) + 7 * (nth - 1);
  return nth <= 5 && day < first + lengthOf(first) ? day : null;
}

/** The month that follows, and the one to take when the day has passed in it. */
function monthAfter({ signs, today }: Scene, at: number): { first: Day; again: Day; end: number } | null {
  const to = pastJoiners(signs, at);
  const month = as(signs[to], "month");
  if (month) {
    const first = nextDate(today - partsOf(today).date + 1, month.value, 1) ?? today;
    return { first, again: addMonths(first, 12), end: to + 1 };
  }
  const span = spanAt(signs, at) ?? spanAt(signs, to);
  if (span?.unit === "month") {
    const first = monthSpanAt(today, span.offset).from;
    return { first, again: first, end: span.end };
  }
  if (as(signs[to], "unit")?.name !== "month" || to === at) return null;
  const first = monthSpanAt(today, 0).from;
  return { first, again: addMonths(first, 1), end: to + 1 };
}

/** "today", "tomorrow", "après-demain", "d'aujourd'hui en huit", "Christmas Eve". */
export function dayWordAt({ signs, today }: Scene, at: number): DateFound | null {
  const holiday = as(signs[at], "holiday");
  if (holiday) {
    const year = yearAt(signs, at + 1);
    const day = year ? feastIn(year.value, holiday) : feastDay(today, holiday);
    const end = year?.end ?? at + 1;
    const named = signs[end]?.gap ? undefined : weekdayAfter(signs, end);
    const same = day !== null && named?.value === partsOf(day).weekday;
    return { kind: "date", start: at, end: same ? named.end : end, day };
  }
  const word = as(signs[at], "day");
  if (!word) return null;
  const after = weeksAfter(signs[at + 1]);
  return { kind: "date", start: at, end: at + (after ? 2 : 1), day: today + word.value + after };
}

function weeksAfter(sign: Sign | undefined): number {
  const after = as(sign, "relAfter")?.value ?? 0;
  if (after >= 7) return after;
  return sign?.text === "week" ? 7 : 0;
}
