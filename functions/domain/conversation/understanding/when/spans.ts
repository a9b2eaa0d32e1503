import { addMonths, type Day, type Days, mondayOf, monthOf, partsOf, weekdayFrom } from "./calendar.ts";
import type { DateFound, Scene } from "./found.ts";
import { pastJoiners } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";

/** "next week", "this month", "the week after next", "la semaine prochaine", "ce week-end": a unit and how many ahead. */
export type Span = { unit: string; offset: number; end: number };

/** Reads a week, weekend, month or year counted from this one. */
export function spanAt(signs: readonly Sign[], at: number): Span | null {
  const lead = as(signs[at], "the") && !as(signs[at], "rel") ? 1 : 0;
  const rel = as(signs[at + lead], "rel");
  const unit = as(signs[at + lead + (rel ? 1 : 0)], "unit");
  if (!unit || !/^(week|weekend|month|year)$/.test(unit.name)) return null;
  const end = at + lead + (rel ? 2 : 1);
  const after = as(signs[end], "relAfter");
  if (after && after.value < 7 && signs[end]?.gap !== 2) {
    // "La fin de semaine qui vient" is this one; "prochaine" is the one after.
    const coming = unit.name === "weekend" && says(signs[end], /^(qui |coming|a venir)/);
    return { unit: unit.name, offset: coming ? 0 : after.value, end: end + 1 };
  }
  if (rel) return { unit: unit.name, offset: rel.value, end };
  if (unit.name === "week" && signs[end]?.text === "after" && !signs[end + 1])
    return { unit: "week", offset: 1, end: end + 1 };
  return unit.name === "weekend" ? { unit: "weekend", offset: 0, end } : null;
}

/** All of the month some months from this one. */
export const monthSpanAt = (today: Day, offset: number): Days =>
  monthOf(addMonths(today - partsOf(today).date + 1, offset));

/** The days of a span, none of them past when it has begun. */
export function daysOfSpan(today: Day, { unit, offset }: Span): Days {
  if (unit === "weekend") {
    const saturday = mondayOf(today) + 5 + 7 * offset;
    return { from: offset === 0 ? Math.max(saturday, today) : saturday, to: saturday + 1 };
  }
  if (unit === "week") {
    const from = mondayOf(today) + 7 * offset;
    return { from: offset === 0 ? today : from, to: from + 6 };
  }
  if (unit === "month") {
    const month = monthSpanAt(today, offset);
    return offset === 0 ? { ...month, from: today } : month;
  }
  const { year } = partsOf(today);
  const from = Math.round(Date.UTC(year + offset, 0, 1) / 86_400_000);
  return { from: offset === 0 ? today : from, to: Math.round(Date.UTC(year + offset, 11, 31) / 86_400_000) };
}

/** The beginning, middle or end of a span, by thirds. */
export function third(all: Days, edge: number): Days {
  const length = all.to - all.from + 1;
  const piece = Math.max(1, Math.floor(length / 3));
  if (edge < 0) return { from: all.from, to: all.from + piece };
  if (edge > 0) return { from: all.to - piece, to: all.to };
  return { from: all.from + piece, to: all.to - piece };
}

/** "next week", "late next week", "the end of the month", "next week on Tuesday", "the week of the 12th". */
export function spanFoundAt(scene: Scene, at: number): DateFound | null {
  const { signs, today } = scene;
  const edge = as(signs[at], "edge");
  const from = edge ? pastJoiners(signs, at + 1) : at;
  const span = spanAt(signs, from) ?? (edge ? plainSpan(signs, from) : null);
  if (!span) return null;
  const negated = as(signs[at - 1], "not");
  const weekday = !negated && /^week/.test(span.unit) ? weekdayIn(scene, span) : null;
  if (weekday && !edge) return { ...weekday, start: at };
  const whole = isAfter(signs[at - 1]) ? following(daysOfSpan(today, span)) : daysOfSpan(today, span);
  // The end of a week is that of its working days: the weekend has a name of its own.
  const working =
    edge && span.unit === "week" ? { from: whole.from, to: Math.max(whole.from, whole.to - 2) } : whole;
  return {
    kind: "date",
    start: at,
    end: span.end,
    day: null,
    days: edge?.value === 2 ? { from: today, to: working.to } : edge ? third(working, edge.value) : whole,
  };
}

const isAfter = (sign: Sign | undefined): boolean => says(sign, /^(after|apres)( the| l[ea]s?)?$/);

/** "After the weekend": the working days, or as long a span, that follow. */
const following = ({ from, to }: Days): Days => ({ from: to + 1, to: to + Math.max(5, to - from + 1) });

/** "the week", "the month" after "the end of". */
function plainSpan(signs: readonly Sign[], at: number): Span | null {
  const to = as(signs[at], "the") ? at + 1 : at;
  const unit = as(signs[to], "unit");
  return unit && /^(week|month|year)$/.test(unit.name) ? { unit: unit.name, offset: 0, end: to + 1 } : null;
}

/** "next week Tuesday", "la semaine prochaine, mardi". */
function weekdayIn({ signs, today }: Scene, span: Span): DateFound | null {
  const at = pastJoiners(signs, span.end);
  const weekday = signs[at]?.gap === 2 ? undefined : as(signs[at], "weekday");
  if (!weekday) return null;
  const day = weekdayOfSpan(today, span, weekday.value);
  return {
    kind: "date",
    start: at,
    end: at + 1,
    day,
    within: { from: mondayOf(day), to: mondayOf(day) + 6 },
  };
}

/** A weekday of the week (or weekend) so many weeks from this one. */
export function weekdayOfSpan(today: Day, span: Span, weekday: number): Day {
  const day = mondayOf(today) + 7 * span.offset + weekday - 1;
  return span.offset === 0 && day < today ? weekdayFrom(today, weekday) : day;
}
