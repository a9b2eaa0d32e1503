import type { Asked } from "./asked.ts";
import { bearingOf } from "./bearing.ts";
import { type Day, type Days, nextOfMonth, partsOf, weekdayFrom } from "./calendar.ts";
import { choose, isDate } from "./choose.ts";
import type { DateFound, Found, Scene } from "./found.ts";

/** The day meant, or the days when a span was, and how it was come by. */
export type DateChoice = {
  day: Day | null;
  days: Days | null;
  either: Day[];
  excluded: Day[];
  /** True when it was not said but taken from the question, or may be meant a week later. */
  inferred: boolean;
};

/** Chooses the day of an utterance, with the week, month or day its question spoke of. */
export function chooseDate(scene: Scene, asked: Asked): DateChoice {
  const said = scene.found
    .filter((found, at) => !(isDate(found) && found.days && bearingOf(scene, at) === "excluded"))
    .flatMap((found) => datesIn(scene, found))
    .filter((found) => !isPast(scene, found));
  const dates = said.map((found) => narrowed(scene, found, said, asked));
  // "In two weeks, on the Tuesday": the weeks only say which Tuesday.
  const placedInWeek = dates.some((found, at) => found !== said[at]);
  const single = dates.filter(({ day, either, week }) => (day !== null || either) && !(placedInWeek && week));
  const choice = choose(withFound(scene, said, dates), single, (a, b) => a.day === b.day);
  const excluded = choice.excluded.flatMap(({ day }) => (day === null ? [] : [day]));
  const base = { day: null, days: null, either: [], excluded, inferred: false };
  const [from, to] = choice.span ? sharing(...choice.span) : [];
  if (
    from?.day != null &&
    to?.day != null &&
    from.day > to.day &&
    to.weekday !== undefined &&
    to.day + 7 > from.day
  )
    return { ...base, days: { from: from.day, to: to.day + 7 } };
  if (from?.day != null && to?.day != null && from.day < to.day)
    return { ...base, days: { from: from.day, to: to.day } };
  if (choice.either.length > 0)
    return { ...base, either: choice.either.flatMap(({ day }) => (day === null ? [] : [day])) };
  if (choice.meant?.either) return { ...base, either: choice.meant.either };
  if (choice.meant) return { ...base, day: choice.meant.day, inferred: isNear(scene, choice.meant) };
  return fallback(scene, dates, asked, base);
}

/** "Yesterday", "last Tuesday", "la semaine passée": nobody books there; dates in full stand as they were said. */
const isPast = ({ signs, today }: Scene, { day, days, month, start }: DateFound): boolean =>
  (days?.to ?? day ?? today) < today && month === undefined && !signs[start]?.date;

/** "Du 4 au 6 décembre": the first day's month is the last one's. */
function sharing(from: DateFound, to: DateFound): [DateFound, DateFound] {
  if (from.date === undefined || to.month === undefined || to.day === null) return [from, to];
  const back = partsOf(to.day).date - from.date;
  return back > 0 ? [{ ...from, day: to.day - back }, to] : [from, to];
}

/** A part of the day may name its day ("tonight"), and a time counted from now has one. */
function datesIn(scene: Scene, found: Found): DateFound[] {
  if (isDate(found)) return [found];
  const day = found.kind === "part" || found.kind === "time" ? (found.day ?? null) : null;
  return day === null || day < scene.today ? [] : [{ kind: "date", start: found.start, end: found.end, day }];
}

/** The scene as it is once its dates have been placed in the week or month spoken of. */
function withFound(scene: Scene, said: DateFound[], dates: DateFound[]): Scene {
  const moved = new Map<Found, Found>(said.map((found, index) => [found, dates[index] ?? found]));
  const starts = new Map(dates.map((found) => [found.start, found]));
  return {
    ...scene,
    found: scene.found.map((found) => moved.get(found) ?? starts.get(found.start) ?? found),
  };
}

/** A weekday falls in the week spoken of, a bare day of the month in the month spoken of. */
function narrowed(scene: Scene, found: DateFound, said: DateFound[], asked: Asked): DateFound {
  if (found.weekday === undefined && found.date === undefined) return found;
  const joined = said.find(({ within, end }) => within && end < found.start && found.start - end <= 3);
  const within =
    joined?.within ??
    said.find(({ days, day }) => days && day === null)?.days ??
    said.find(({ week }) => week)?.week ??
    asked.span;
  if (!within) return found;
  const length = within.to - within.from;
  if (found.weekday !== undefined && length < 10) {
    const day = weekdayFrom(within.from, found.weekday);
    return day <= within.to && day >= scene.today ? { ...found, day, weekday: undefined } : found;
  }
  if (found.date === undefined || length < 10) return found;
  const day = nextOfMonth(within.from - partsOf(within.from).date + 1, found.date);
  return day !== null && day <= within.to && day >= scene.today
    ? { ...found, day, month: partsOf(day).month }
    : found;
}

/** A bare weekday that is today's, or "next" within this week, may be meant otherwise. */
const isNear = (scene: Scene, { day, weekday }: DateFound): boolean =>
  weekday !== undefined && day === scene.today + 7;

/** What stands when no day was named: a span, the day of the question, the day beside it. */
function fallback(scene: Scene, dates: DateFound[], asked: Asked, base: DateChoice): DateChoice {
  const days = dates.findLast((found) => found.days)?.days ?? null;
  // "This time next week", "le même jour la semaine prochaine".
  const same = scene.found.some(({ kind }) => kind === "sameDay" || kind === "sameTime");
  if (days && same && asked.days.length === 0 && days.to - days.from === 6)
    return { ...base, day: days.from + partsOf(scene.today).weekday - 1, inferred: true };
  if (days) return days.from === days.to ? { ...base, day: days.from } : { ...base, days };
  const one = new Set(asked.days).size === 1 ? (asked.days[0] ?? null) : null;
  for (const found of scene.found) {
    if (found.kind === "sameDay" && one !== null) return { ...base, day: one, inferred: true };
    if (found.kind === "nextDay" && one !== null) return { ...base, day: one + found.value, inferred: true };
    if (found.kind === "choice" && asked.days.length > 1)
      return { ...base, day: asked.days.at(found.value) ?? null, inferred: true };
  }
  const refused = base.excluded.length > 0 || dates.length > 0;
  const timed = scene.found.some(
    ({ kind }) => kind === "time" || kind === "part" || kind === "minutes" || kind === "meridiem",
  );
  return timed && !refused ? { ...base, day: asked.inherited, inferred: true } : base;
}
