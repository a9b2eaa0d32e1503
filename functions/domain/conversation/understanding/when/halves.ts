import type { Found, TimeFound } from "./found.ts";
import { type Hours, spanOf } from "./parts.ts";

/** What helps to tell three in the afternoon from three at night when only "three" was said. */
export type Hints = {
  /** Stretches of the day that were spoken of, the most telling first. */
  spans: readonly Hours[];
  /** Times of day whose half is known and that stand with it: offered in the question, or joined to it. */
  times: readonly number[];
  open: Hours;
  /** Minutes after midnight when the day meant is today: what has passed is not meant. */
  now: number | null;
  /** A table was asked for: outside opening hours the evening is meant. */
  table: boolean;
};

/** Settles the half of the day of a time said on the twelve-hour clock. */
export function settle(time: TimeFound, hints: Hints): number {
  if (time.settled) return time.minutes;
  const early = time.minutes % 720;
  const readings = [early, early + 720];
  const offered = hints.times.find((other) => readings.includes(other));
  if (offered !== undefined) return offered;
  for (const span of hints.spans) {
    const fitting = readings.filter((minutes) => minutes >= span.from && minutes <= span.to);
    if (fitting.length === 1 && fitting[0] !== undefined) return fitting[0];
  }
  const joined = hints.times[0];
  if (joined !== undefined) {
    const near = joined < 720 ? early : early + 720;
    if (away(near, hints.open) <= 180) return near;
  }
  return byBusiness(early, hints);
}

function byBusiness(early: number, { open, now, table }: Hints): number {
  const late = early + 720;
  if (table && early >= 300 && away(early, open) > 0) return late;
  if (now !== null && early < now && late > now && away(late, open) === 0) return late;
  const sooner = away(early, open) - away(late, open);
  // Open at both: nine is the morning's, half past seven the evening's.
  if (sooner === 0) return early >= 480 ? early : late;
  return sooner < 0 ? early : late;
}

/** Minutes by which a time lies outside opening hours. */
function away(minutes: number, { from, to }: Hours): number {
  return minutes < from ? from - minutes : Math.max(0, minutes - to);
}

/** The parts of the day among what was found, nearest to a stretch first. */
export function spansNear(found: readonly Found[], start: number, open: Hours): Hours[] {
  return found
    .filter((one) => one.kind === "part")
    .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
    .slice(0, 3)
    .map((part) => spanOf(part.name, part.edge, open));
}
