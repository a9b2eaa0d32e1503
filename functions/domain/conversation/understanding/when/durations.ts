import { as, type Sign, says } from "./signs.ts";

/** A length of time in days, months or minutes. */
export type Duration = { amount: number; unit: "minute" | "day" | "month"; end: number };

/** "two weeks", "an hour and a half", "une demi-heure", "trois quarts d'heure", "2 h 30", "a couple of days". */
export function durationAt(signs: readonly Sign[], at: number): Duration | null {
  const start = as(signs[at], "about") && signs[at]?.number === null ? at + 1 : at;
  const clock = signs[start]?.clock;
  if (clock) return { amount: clock.minutes, unit: "minute", end: start + 1 };
  const fraction = fractionOfHour(signs, start);
  if (fraction) return fraction;
  const count = countAt(signs, start);
  if (count === null) return null;
  const half = halfAt(signs, start + 1, false);
  const at2 = start + 1 + half.length;
  const unit = as(signs[at2], "unit");
  if (!unit || signs[at2]?.gap === 2) return null;
  if (unit.name === "weekend") return null;
  const more = unit.name === "minute" || unit.name === "hour" ? half : halfAt(signs, at2 + 1, false);
  const end = at2 + 1 + (more === half ? 0 : more.length);
  if (unit.name === "month" || unit.name === "year")
    return { amount: (count + half.value + more.value) * unit.value, unit: "month", end };
  if (unit.name === "minute") return { amount: count, unit: "minute", end: at2 + 1 };
  if (unit.name === "hour") return withMinutes(signs, count * 60 + half.value * 60, at2 + 1);
  const halves = Math.round((half.value + more.value) * unit.value);
  return { amount: days(signs[start], count, unit) + halves, unit: "day", end };
}

/** In French eight days are a week and fifteen are two. */
function days(sign: Sign | undefined, count: number, unit: { value: number; name: string }): number {
  if (unit.name !== "day" || !says(sign, /^(huit|quinze|(une )?quinzaine de)$/)) return count * unit.value;
  return count === 8 ? 7 : 14;
}

function countAt(signs: readonly Sign[], at: number): number | null {
  const number = signs[at]?.number ?? null;
  if (number !== null) return number <= 999 ? number : null;
  const couple = as(signs[at], "couple");
  if (couple) return couple.value;
  return as(signs[at], "one") ? 1 : null;
}

function fractionOfHour(signs: readonly Sign[], at: number): Duration | null {
  const article = as(signs[at], "one") && !as(signs[at], "fraction") ? 1 : 0;
  const fraction = as(signs[at + article], "fraction");
  if (!fraction) return null;
  let to = at + article + 1;
  while (to < at + 4 && (as(signs[to], "one") || says(signs[to], /^(d|of|of an)$/))) to++;
  return as(signs[to], "unit")?.name === "hour"
    ? { amount: fraction.value, unit: "minute", end: to + 1 }
    : null;
}

function halfAt(signs: readonly Sign[], at: number, quarters: boolean): { value: number; length: number } {
  if (!as(signs[at], "and") && !as(signs[at], "past") && !says(signs[at], /^et /))
    return { value: 0, length: 0 };
  const lead = as(signs[at], "fraction") ? 0 : 1;
  const fraction = as(signs[at + lead], "fraction");
  if (!fraction || (fraction.value !== 30 && !quarters)) return { value: 0, length: 0 };
  return { value: fraction.value / 60, length: lead + 1 };
}

/** What is said after hours: "and a half", "et quart", "30 minutes", "trente". */
function withMinutes(signs: readonly Sign[], minutes: number, at: number): Duration {
  const half = halfAt(signs, at, true);
  if (half.length) return { amount: minutes + half.value * 60, unit: "minute", end: at + half.length };
  const fraction = says(signs[at], /^et /) ? as(signs[at], "fraction") : undefined;
  if (fraction) return { amount: minutes + fraction.value, unit: "minute", end: at + 1 };
  const and = as(signs[at], "and") || as(signs[at], "past") ? 1 : 0;
  const more = signs[at + and]?.number ?? null;
  const unit = as(signs[at + and + 1], "unit");
  if (
    more !== null &&
    more < 60 &&
    !signs[at + and]?.gap &&
    (unit?.name === "minute" || (!unit && !and && more >= 5))
  )
    return { amount: minutes + more, unit: "minute", end: at + and + (unit ? 2 : 1) };
  return { amount: minutes, unit: "minute", end: at };
}
