import { dayAloneAt } from "./day-of-month.ts";
import type { DateFound, Found, Scene } from "./found.ts";
import { pastJoiners } from "./found.ts";
import { monthDayAt, numericDateAt } from "./months.ts";
import { dayWordAt, nthWeekdayAt, weekdayAt } from "./weekdays.ts";

/** The first of some rules to match. */
export const first =
  <F extends Found>(...rules: ((scene: Scene, at: number) => F | null)[]) =>
  (scene: Scene, at: number): F | null => {
    for (const rule of rules) {
      const found = rule(scene, at);
      if (found) return found;
    }
    return null;
  };

/** A date that does not count from another: what durations and "the day after" count from. */
export const baseAt = first<DateFound>(
  numericDateAt,
  monthDayAt,
  nthWeekdayAt,
  dayAloneAt,
  weekdayAt,
  dayWordAt,
);

/** Such a date, small words before it passed over; null when it is no single day. */
export const baseDateAt = (scene: Scene, at: number): DateFound | null => {
  const found = baseAt(scene, at) ?? baseAt(scene, pastJoiners(scene.signs, at));
  return found?.day === null ? null : found;
};
