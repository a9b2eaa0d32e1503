import { Temporal } from "temporal-polyfill";
import type { Day } from "./calendar.ts";

const EPOCH = new Temporal.PlainDate(1970, 1, 1);

const wall = (day: Day, minutes: number): Temporal.PlainDateTime =>
  EPOCH.add({ days: day }).toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 });

/**
 * The local day and time so many real minutes after a local time: two hours from half past eleven on the night the
 * clocks go forward is half past two on the old clock, and half past three on the wall.
 * @throws RangeError when the zone is not known.
 */
export function elapsed(
  day: Day,
  minutes: number,
  by: number,
  timeZone: string,
): { day: Day; minutes: number } {
  const at = wall(day, minutes).toZonedDateTime(timeZone).add({ minutes: by }).toPlainDateTime();
  return { day: EPOCH.until(at.toPlainDate()).days, minutes: at.hour * 60 + at.minute };
}

/** "skipped" when the clocks jump over this local time, "repeated" when they show it twice, null on all other days. */
export function oddHour(day: Day, minutes: number, timeZone: string): "skipped" | "repeated" | null {
  const local = wall(day, minutes);
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  return earlier.toPlainDateTime().equals(local) ? "repeated" : "skipped";
}
