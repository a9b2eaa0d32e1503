import { baseAt, baseDateAt } from "./base.ts";
import { type Day, mondayOf, partsOf, weekdayFrom } from "./calendar.ts";
import { weekendOf } from "./feasts.ts";
import type { DateFound, LooseFound, Scene } from "./found.ts";
import { pastJoiners } from "./found.ts";
import { as, says } from "./signs.ts";

/** "the week of the 12th", "la semaine du 12 mars", "the week before Christmas". */
export function weekOfAt(scene: Scene, at: number): DateFound | null {
  const { signs } = scene;
  const lead = as(signs[at], "the") ? 1 : 0;
  const link = signs[at + lead + 1];
  if (as(signs[at + lead], "unit")?.name !== "week") return null;
  const weeks = as(link, "of") ? 0 : directionOf(link);
  if (weeks === null) return null;
  const base = baseAt(scene, at + lead + 1) ?? baseDateAt(scene, at + lead + 2);
  if (base?.day == null) return null;
  const from = mondayOf(base.day) + 7 * weeks;
  const days = { from: Math.max(from, scene.today), to: from + 6 };
  return { kind: "date", start: at, end: base.end, day: null, days };
}

/** "the day after Christmas", "le lendemain de Noël", and "the next day", which needs a day spoken of before. */
export function besideDayAt(scene: Scene, at: number): DateFound | LooseFound | null {
  const { signs } = scene;
  const step = as(signs[at], "nextDay");
  if (!step) return null;
  const pointing = step.value === 7 || says(signs[at], /(that|one)$/);
  const base = pointing || signs[at + 1]?.gap ? null : baseAt(scene, pastJoiners(signs, at + 1));
  if (base?.day != null) return { kind: "date", start: at, end: base.end, day: base.day + step.value };
  const last = scene.found.findLast(({ kind, end }) => kind === "date" && (pointing || end >= at - 3));
  if (last?.kind === "date" && (last.day !== null || last.days)) {
    const found: DateFound = { kind: "date", start: at, end: at + 1, day: null };
    if (last.day !== null) return { ...found, day: last.day + step.value };
    const { from, to } = last.days ?? { from: 0, to: 0 };
    // Of a week that has begun only the rest was meant, of the one after all of it.
    const begin = partsOf(from).weekday < 6 && to - from < 7 ? mondayOf(from) : from;
    return { ...found, days: { from: begin + step.value, to: to + step.value } };
  }
  return { kind: "nextDay", value: step.value, start: at, end: at + 1 };
}

/** "the Saturday before Easter", "le mardi après le 15", "the Monday after that long weekend's Friday". */
export function weekdayBesideAt(scene: Scene, at: number): DateFound | null {
  const { signs } = scene;
  const article = as(signs[at], "the") && signs[at]?.number === null ? 1 : 0;
  // "The last Friday before", "the first Monday after": the nearest, as without.
  const nearest = says(signs[at + article], /^(first|last|premier|dernier|the last|le dernier|le premier)$/);
  const lead = article + (nearest ? 1 : 0);
  const weekday = as(signs[at + lead], "weekday");
  const direction = directionOf(signs[at + lead + 1]);
  if (!weekday || direction === null || signs[at + lead + 1]?.gap) return null;
  const pointed = pointedAt(scene, at + lead + 2, weekday.value);
  if (pointed) {
    const day = weekdayFrom(direction > 0 ? pointed.day + 1 : pointed.day - 7, weekday.value);
    return { kind: "date", start: at, end: pointed.end, day };
  }
  const base = baseDateAt(scene, at + lead + 2);
  if (base?.day == null || base.weekday !== undefined) return null;
  const day = weekdayFrom(direction > 0 ? base.day + 1 : base.day - 7, weekday.value);
  return { kind: "date", start: at, end: base.end, day };
}

/** The day that "after that", "after this one", "d'après celui-ci" point at: the one spoken of, or the coming one. */
function pointedAt(
  { signs, found, today }: Scene,
  at: number,
  weekday: number,
): { day: Day; end: number } | null {
  if (!says(signs[at], /^(this|that|celui|celle|ca|cela)$/) || as(signs[at + 1], "unit")) return null;
  const end = at + 1 + (says(signs[at + 1], /^(one|ci)$/) ? 1 : 0);
  if (as(signs[end], "weekday") || as(signs[end], "month")) return null;
  const day = found.findLast(({ kind }) => kind === "date");
  return { day: (day?.kind === "date" ? day.day : null) ?? weekdayFrom(today + 1, weekday), end };
}

/** "Three Fridays from now". */
export function weekdaysAheadAt({ signs, today }: Scene, at: number): DateFound | null {
  const count = signs[at]?.number ?? 0;
  const weekday = as(signs[at + 1], "weekday");
  if (!weekday || count < 2 || count > 9 || !says(signs[at + 2], /^from (now|today)$/)) return null;
  const day = weekdayFrom(today + 1, weekday.value) + 7 * (count - 1);
  return { kind: "date", start: at, end: at + 3, day };
}

/** "Labour Day weekend", "the long weekend of Easter", "la fin de semaine de Pâques". */
export function feastWeekendAt(scene: Scene, at: number): DateFound | null {
  const { signs } = scene;
  const weekendAt = (place: number) => as(signs[place], "unit")?.name === "weekend";
  const feastAt = weekendAt(at) ? pastJoiners(signs, at + 1) : at;
  if (!as(signs[feastAt], "holiday") || !(weekendAt(at) || weekendAt(at + 1))) return null;
  const base = baseDateAt(scene, feastAt);
  if (base?.day == null) return null;
  const days = weekendOf(
    partsOf(base.day).weekday === 7 && isEaster(scene, feastAt) ? base.day - 2 : base.day,
  );
  const to = isEaster(scene, feastAt) ? base.day + 1 : days.to;
  return { kind: "date", start: at, end: Math.max(base.end, at + 2), day: null, days: { ...days, to } };
}

const isEaster = ({ signs }: Scene, at: number): boolean => {
  const feast = as(signs[at], "holiday");
  return feast?.name === "easter" && feast.value === 0;
};

/** 1 for "after", -1 for "before", null for anything else. */
function directionOf(sign: Scene["signs"][number] | undefined): 1 | -1 | null {
  if (says(sign, /^(after|following|(?:d )?apres|suivant)( l[ea]s?)?$/)) return 1;
  return says(sign, /^(before|preceding|(?:d )?avant|precedant)( l[ea]s?)?$/) ? -1 : null;
}
