import { type Day, dayOf, mondayOf, partsOf, weekdayFrom } from "./calendar.ts";
import type { Meaning } from "./lexicon.ts";

/**
 * The next day, today included, of a feast: a date (month * 100 + day), the first weekday on or after a date (named by
 * the weekday's number: Labour Day is the first Monday from the 1st of September on), or so many days from Easter.
 */
export function feastDay(today: Day, feast: Meaning): Day | null {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = feastIn(year + ahead, feast);
    if (day !== null && day >= today) return day;
  }
  return null;
}

/** The day of a feast in a year; null in a year without it. */
export function feastIn(year: number, { value, name }: Meaning): Day | null {
  if (name === "easter") return easter(year) + value;
  const day = dayOf(year, Math.floor(value / 100), value % 100);
  return day !== null && name !== "" ? weekdayFrom(day, Number(name)) : day;
}

/** The weekend of a feast: the nearest Saturday and Sunday, with the feast itself when it makes them longer. */
export function weekendOf(day: Day): { from: Day; to: Day } {
  const { weekday } = partsOf(day);
  const saturday = mondayOf(day) + (weekday <= 2 ? -2 : 5);
  const joins = weekday === 1 || weekday === 5;
  return {
    from: joins ? Math.min(saturday, day) : saturday,
    to: joins ? Math.max(saturday + 1, day) : saturday + 1,
  };
}

/** Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876). */
function easter(year: number): Day {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * shift + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? 0;
}
