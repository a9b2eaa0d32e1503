import { partsOf } from "./calendar.ts";
import type { DateFound, Scene } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";

/** A value read from signs, and where the next thing begins. */
export type Read = { value: number; end: number };

/** A weekday said with a date must be that date's; otherwise both readings stand. */
export function agree({ today }: Scene, found: DateFound, weekday: number): DateFound {
  if (found.day === null || partsOf(found.day).weekday === weekday) return found;
  const named = today + 1 + ((weekday - partsOf(today + 1).weekday + 7) % 7);
  return { ...found, day: null, either: [named, found.day] };
}

const NAMING = /^(which|a|an|the|c|ca|this|is|s|it|it s|its|est|c est|un|falls|tombe|on|that|qui)$/;

/** A weekday right after a date: "the 5th, Tuesday", "the 13th that's a Saturday", "le treize, c'est un samedi". */
export function weekdayAfter(signs: readonly Sign[], end: number): Read | undefined {
  if (signs[end]?.gap === 2 || (signs[end] && as(signs[end], "or"))) return undefined;
  let at = end;
  while (at < end + 4 && says(signs[at], NAMING)) at++;
  const weekday = as(signs[at], "weekday");
  return weekday ? { value: weekday.value, end: at + 1 } : undefined;
}

/** A day of the month from an ordinal or a cardinal; ordinals beyond 31 are kept, to come out as no date. */
export function dateNumber(sign: Sign | undefined): number | null {
  const ordinal = as(sign, "ordinal");
  if (ordinal) return ordinal.value < 99 ? ordinal.value : null;
  const number = sign?.number ?? 0;
  return number >= 1 && number <= 31 ? number : null;
}

/** "2020", "twenty twenty", "deux mille vingt", "two thousand and twenty". */
export function yearAt(signs: readonly Sign[], at: number): Read | null {
  const first = signs[at]?.number ?? null;
  if (first === null) return null;
  if (signs[at]?.digits.length === 4 && first >= 1900 && first < 2200) return { value: first, end: at + 1 };
  if (says(signs[at + 1], /^(thousand|mille|mil)$/) && first === 2) {
    const and = as(signs[at + 2], "and") ? 1 : 0;
    const rest = signs[at + 2 + and]?.number ?? null;
    return rest !== null && rest < 100
      ? { value: 2000 + rest, end: at + 3 + and }
      : { value: 2000, end: at + 2 };
  }
  const second = signs[at + 1]?.number ?? 0;
  if (first === 19 && !signs[at]?.digits && second >= 20 && second <= 99 && !signs[at + 1]?.digits)
    return { value: 1900 + second, end: at + 2 };
  return first === 20 && !signs[at]?.digits && second >= 18 && second < 60 && !signs[at + 1]?.digits
    ? { value: 2000 + second, end: at + 2 }
    : null;
}
