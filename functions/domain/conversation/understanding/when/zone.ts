import { Temporal } from "temporal-polyfill";
import type { When } from "./when.ts";

/** Where and when something was said: the local time there, "2019-03-01T09:00", and the zone's IANA name. */
export type Clock = { now: string; timeZone: string };

/**
 * An answer of `understandWhen` on the clocks of its zone. What was counted from now ("in three hours") is moved by real
 * hours on a night the clocks change, and a time that such a night skips or shows twice is marked. The only part of the
 * understanding that needs a zone's rules, apart so that others need not carry them.
 * @throws RangeError when `now` or the zone is not what it should be.
 */
export function inZone(when: When, { now, timeZone }: Clock): When {
  const { date, time, fromNow } = when;
  if (date === null || time === null) return when;
  const said = Temporal.PlainDateTime.from(`${date}T${time}`);
  const counted = fromNow === undefined ? said : elapsed(now, fromNow, timeZone);
  const clocks = oddHour(counted, timeZone);
  const here = counted.equals(said)
    ? when
    : {
        ...when,
        date: counted.toPlainDate().toString(),
        time: counted.toPlainTime().toString({ smallestUnit: "minute" }),
      };
  return clocks ? { ...here, clocks } : here;
}

/** The local time so many real minutes after another. */
const elapsed = (now: string, minutes: number, timeZone: string): Temporal.PlainDateTime =>
  Temporal.PlainDateTime.from(now.replace(" ", "T"))
    .round({ smallestUnit: "minute", roundingMode: "trunc" })
    .toZonedDateTime(timeZone)
    .add({ minutes })
    .toPlainDateTime();

/** "skipped" when the clocks jump over this local time, "repeated" when they show it twice, null on all other days. */
function oddHour(local: Temporal.PlainDateTime, timeZone: string): "skipped" | "repeated" | null {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  return earlier.toPlainDateTime().equals(local) ? "repeated" : "skipped";
}
