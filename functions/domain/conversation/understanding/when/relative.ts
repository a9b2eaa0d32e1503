import { baseDateAt, first } from "./base.ts";
import { besideDayAt, feastWeekendAt, weekdayBesideAt, weekdaysAheadAt, weekOfAt } from "./beside.ts";
import { addMonths, type Day, mondayOf } from "./calendar.ts";
import { type Duration, durationAt } from "./durations.ts";
import type { DateFound, Found, LooseFound, Rule, Scene, TimeFound } from "./found.ts";
import { monthDayAt, numericDateAt } from "./months.ts";
import { as, says } from "./signs.ts";
import { nthWeekdayAt, weekdayAt } from "./weekdays.ts";

/** "in two weeks", "dans une demi-heure", "d'ici trois jours", "within a week", "il y a deux jours". */
export const aheadAt: Rule = (scene, at) => {
  const { signs, today } = scene;
  const ago = as(signs[at], "ago") && !as(signs[at], "in");
  const lead = as(signs[at], "in");
  if (!lead && !ago) return null;
  const duration = durationAt(signs, at + 1) ?? minutesAt(scene, at);
  if (!duration) return null;
  const end =
    duration.end + (says(signs[duration.end], /^(later|from now|plus tard|time|from today)$/) ? 1 : 0);
  if (ago) return { kind: "skip", value: 0, start: at, end };
  const within = says(signs[at], /^(within|d ici|in the next|within the next|dans les|en dedans de)/);
  if (within && duration.unit !== "minute")
    return { kind: "date", start: at, end, day: null, days: { from: today, to: shift(today, duration) } };
  return counted(scene, duration, at, end);
};

/** "See you in ten": minutes, when nothing else follows. */
function minutesAt({ signs, found }: Scene, at: number): Duration | null {
  const amount = signs[at]?.text === "in" ? (signs[at + 1]?.number ?? 0) : 0;
  if (amount < 5 || amount > 45 || amount % 5 !== 0 || found.length > 0 || signs[at + 2]) return null;
  return { amount, unit: "minute", end: at + 2 };
}

/** "two weeks from now", "a week from Monday", "a week on Friday", "3 days after tomorrow", "two days ago". */
export const fromDateAt: Rule = (scene, at) => {
  const { signs } = scene;
  const duration = durationAt(signs, at);
  if (!duration || signs[duration.end - 1]?.clock) return null;
  const next = signs[duration.end];
  if (as(next, "ago")) return { kind: "skip", value: 0, start: at, end: duration.end + 1 };
  const moved = shiftAt(scene, at, duration);
  if (moved) return moved;
  const back = says(next, /^(before|avant)( l[ea]s?)?$/) ? baseDateAt(scene, duration.end + 1) : null;
  if (back?.day != null && duration.unit !== "minute")
    return {
      kind: "date",
      start: at,
      end: back.end,
      day: shift(back.day, { ...duration, amount: -duration.amount }),
    };
  const later = as(next, "later");
  if (later && next?.text !== "time" && next?.text !== "out" && next?.text !== "away") {
    const base = baseDateAt(scene, duration.end + 1);
    if (base?.day != null && duration.unit !== "minute")
      return { kind: "date", start: at, end: base.end, day: shift(base.day, duration) };
    const now = says(signs[duration.end + 1], /^(now|today|here|aujourdhui|maintenant)$/);
    if (now) return counted(scene, duration, at, duration.end + 2);
    return says(next, /^(from now|later|from today|hence|plus tard|apres aujourdhui)$/)
      ? counted(scene, duration, at, duration.end + 1)
      : null;
  }
  if (duration.unit !== "day" || duration.amount % 7 !== 0 || duration.amount === 0) return null;
  const word = as(signs[duration.end], "day");
  if (word && word.value >= 0)
    return {
      kind: "date",
      start: at,
      end: duration.end + 1,
      day: scene.today + word.value + duration.amount,
    };
  const weekday = as(signs[duration.end], "on") ? duration.end + 1 : duration.end;
  if (!as(signs[weekday], "weekday")) return null;
  const base = weekdayAt(scene, weekday);
  return base?.day == null
    ? null
    : { ...base, start: at, day: base.day + duration.amount, weekday: undefined };
};

/** "an hour later", "une demi-heure plus tôt": from a time spoken of before, in minutes. */
function shiftAt({ signs }: Scene, start: number, { amount, unit, end }: Duration): LooseFound | null {
  if (unit !== "minute") return null;
  const next = signs[end];
  if (says(next, /^(later|plus tard|after that)$/))
    return { kind: "shift", value: amount, start, end: end + 1 };
  const before = as(next, "earlier") && !signs[end + 1]?.clock && signs[end + 1]?.number == null;
  return before ? { kind: "shift", value: -amount, start, end: end + 1 } : null;
}

function shift(day: Day, { amount, unit }: Duration): Day {
  if (unit !== "month") return day + Math.round(amount);
  const whole = Math.trunc(amount);
  return addMonths(day, whole) + Math.round((amount - whole) * 30);
}

/** A duration counted from now: a date, or a date and time on the clock when it is hours or minutes. */
function counted(scene: Scene, duration: Duration, start: number, end: number): DateFound | TimeFound {
  if (duration.unit !== "minute") {
    const day = shift(scene.today, duration);
    const weeks = duration.unit === "day" && duration.amount % 7 === 0 && duration.amount > 0;
    return {
      kind: "date",
      start,
      end,
      day,
      ...(weeks ? { week: { from: mondayOf(day), to: mondayOf(day) + 6 } } : {}),
    };
  }
  const at = Math.round(scene.now + duration.amount);
  const [day, minutes] = [scene.today + Math.floor(at / 1440), ((at % 1440) + 1440) % 1440];
  const fromNow = Math.round(duration.amount);
  return { kind: "time", start, end, minutes, settled: true, strength: 3, day, fromNow };
}

/** A duration that is no time at all: "for two hours", "pendant une heure", "a 30 minute appointment". */
export const lengthAt: Rule = ({ signs }, at): LooseFound | null => {
  const lead = as(signs[at], "during") ? 1 : 0;
  const duration = durationAt(signs, at + lead);
  if (!duration || (signs[duration.end - 1]?.clock && !says(signs[at], /^(pendant|durant|lasting)$/)))
    return null;
  const french = signs.slice(at, duration.end).some(({ text }) => /^h(?!ours?$|rs?$)/.test(text));
  if (!lead && (french || as(signs[at], "fraction"))) return null;
  return { kind: "skip", value: 0, start: at, end: duration.end };
};

export const datesAt = first<Found>(
  nthWeekdayAt,
  weekdayBesideAt,
  weekdaysAheadAt,
  feastWeekendAt,
  aheadAt,
  fromDateAt,
  weekOfAt,
  besideDayAt,
  numericDateAt,
  monthDayAt,
);
