/** A day as the number of days since 1970-01-01: plain arithmetic, no zone and no clock. */
export type Day = number;

/** A span of days, both ends included. */
export type Days = { from: Day; to: Day };

const DAY_MS = 86_400_000;

/** The day of a year, month (1–12) and day of month; null when the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    return null;
  return Math.round(Date.UTC(year, month - 1, date) / DAY_MS);
}

export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Year, month (1–12), day of month and weekday (1 = Monday … 7 = Sunday). */
export function partsOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const at = new Date(day * DAY_MS);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay() || 7,
  };
}

/** "2019-03-01" of a day. */
export const isoOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The same day of the month some months on, or the month's last day when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth))) ?? day;
}

/** Monday of the week that holds a day. */
export const mondayOf = (day: Day): Day => day - partsOf(day).weekday + 1;

/** All of the month that holds a day. */
export function monthOf(day: Day): Days {
  const { year, month, date } = partsOf(day);
  const from = day - date + 1;
  return { from, to: from + daysIn(year, month) - 1 };
}

/** The first day on or after another that falls on a weekday. */
export const weekdayFrom = (day: Day, weekday: number): Day =>
  day + ((weekday - partsOf(day).weekday + 7) % 7);

/** The next day, today included, that is this date of this month; the year turns over, leap days wait for their year. */
export function nextDate(today: Day, month: number, date: number): Day | null {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, month, date);
    if (day !== null && day >= today) return day;
  }
  return null;
}

/** The next day, from a given one on, with this date in whatever month has it. */
export function nextOfMonth(from: Day, date: number): Day | null {
  if (date < 1 || date > 31) return null;
  const { year, month } = partsOf(from);
  for (let ahead = 0; ahead <= 12; ahead++) {
    const index = year * 12 + month - 1 + ahead;
    const day = dayOf(Math.floor(index / 12), (index % 12) + 1, date);
    if (day !== null && day >= from) return day;
  }
  return null;
}
