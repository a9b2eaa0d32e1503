import type { Asked } from "./asked.ts";
import { isoOf } from "./calendar.ts";
import type { Choice } from "./choose.ts";
import type { DateChoice } from "./days.ts";
import { isJoiner, type PartFound, type Scene, type TimeFound } from "./found.ts";
import { settle, spansNear } from "./halves.ts";
import { type Hours, spanOf } from "./parts.ts";
import { as, says } from "./signs.ts";
import type { When } from "./when.ts";

type Read = {
  scene: Scene;
  asked: Asked;
  open: Hours;
  date: DateChoice;
  times: Choice<TimeFound>;
  part: PartFound | null;
};

/** Turns what was chosen into the answer: settled to the minute, spelled as ISO, with how sure it is. */
export function present(read: Read): When {
  const { date, scene } = read;
  const time = settledTime(read);
  const [either, range] = [settledAll(read, read.times.either), timeRange(read, time?.minutes ?? null)];
  const bound = read.times.meant ? boundOf(scene, read.times.meant) : undefined;
  const when: When = {
    date: date.day === null ? null : isoOf(date.day),
    time: time ? clock(time.minutes) : null,
    confidence: 0,
  };
  if (date.days) when.dateRange = { from: isoOf(date.days.from), to: isoOf(date.days.to) };
  if (range) when.timeRange = { from: clock(range.from), to: clock(range.to) };
  const whole = read.part?.edge === null ? read.part.name : null;
  if (range && whole && !time && !read.times.span) when.part = whole;
  if (bound) when.bound = bound;
  const any = scene.found.flatMap(({ kind }) =>
    kind === "anyDay" ? "date" : kind === "anyTime" ? "time" : [],
  );
  if (any.length > 0) when.any = [...new Set(any as ("date" | "time")[])];
  if (scene.found.some(({ kind }) => kind === "soon")) when.soonest = true;
  const ambiguous = [...distinct(date.either.map(isoOf), "date"), ...distinct(either.map(clock), "time")];
  if (ambiguous.length > 0) when.ambiguous = ambiguous;
  const excluded = [
    ...distinct(date.excluded.map(isoOf), "date"),
    ...distinct(settledAll(read, read.times.excluded).map(clock), "time"),
  ];
  if (excluded.length > 0) when.excluded = excluded;
  const { fromNow, day } = read.times.meant ?? {};
  if (fromNow !== undefined && day === date.day && when.time) when.fromNow = fromNow;
  when.confidence = confidenceOf(when, read, time?.sure ?? true);
  return when;
}

const distinct = <K extends "date" | "time">(values: string[], key: K): { [key in K]?: string }[] =>
  [...new Set(values)].map((value) => ({ [key]: value }) as { [key in K]?: string });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The time meant with its half of the day, and whether that was said or supposed. */
function settledTime(read: Read): { minutes: number; sure: boolean } | null {
  const { times, asked, scene } = read;
  const offered = scene.found.find(({ kind }) => kind === "choice");
  const paired = pairedTime(read);
  if (times.meant) return { minutes: settleOne(read, times.meant), sure: times.meant.settled };
  if (times.either.length > 0 || times.span) return null;
  const chosen = offered ? asked.times.at(offered.kind === "choice" ? offered.value : 0) : paired;
  return chosen && asked.times.length > 1 ? { minutes: settleOne(read, chosen), sure: false } : null;
}

/** "Tuesday at 3 or Wednesday at 4?" answered with a day has its time too. */
function pairedTime({ asked, date }: Read): TimeFound | undefined {
  if (asked.days.length < 2 || asked.days.length !== asked.times.length || new Set(asked.days).size < 2)
    return undefined;
  const index = date.day === null ? -1 : asked.days.indexOf(date.day);
  return index < 0 ? undefined : asked.times[index];
}

function settleOne(read: Read, time: TimeFound): number {
  const { scene, asked, open, date } = read;
  const meals = scene.signs.flatMap((sign) => as(sign, "meal") ?? []).slice(0, 2);
  const spans = [
    ...spansNear(scene.found, time.start, open),
    ...meals.map(({ name }) => mealSpan(name)),
    ...asked.parts.slice(0, 3),
  ];
  const own = scene.found.filter(
    (one): one is TimeFound => one.kind === "time" && one.settled && one !== time && one.minutes !== 720,
  );
  const near = own.filter((one) => Math.abs(one.start - time.start) < 6);
  const offered = asked.times.filter(
    ({ settled, minutes }) => settled && minutes % 720 === time.minutes % 720,
  );
  const times = [...offered, ...near].map(({ minutes }) => minutes);
  const table = scene.signs.some((sign) => as(sign, "party")?.value === 2 && sign.text.includes("table"));
  return settle(time, { spans, times, open, table, now: date.day === scene.today ? scene.now : null });
}

const MEALS: Record<string, Hours> = {
  morning: { from: 300, to: 719 },
  midday: { from: 660, to: 900 },
  evening: { from: 690, to: 1380 },
};

const mealSpan = (name: string): Hours => MEALS[name] ?? { from: 0, to: 1439 };

const settledAll = (read: Read, times: TimeFound[]): number[] => times.map((time) => settleOne(read, time));

function timeRange(read: Read, minutes: number | null): Hours | null {
  const { times, open, part, scene } = read;
  if (times.span) return spanBetween(read, times.span);
  if (minutes !== null && times.meant) {
    const bound = boundOf(scene, times.meant);
    if (bound === "after") return { from: minutes, to: Math.max(open.to, minutes) };
    return bound === "before" ? { from: Math.min(open.from, minutes), to: minutes } : null;
  }
  return part && minutes === null && times.either.length === 0 ? spanOf(part.name, part.edge, open) : null;
}

/** "From 9 to 5 pm": the beginning is the last such time before the end. */
function spanBetween(read: Read, [first, last]: [TimeFound, TimeFound]): Hours {
  const to = settleOne(read, last);
  const from = first.settled ? first.minutes : nearestBefore(first.minutes % 720, to);
  if (to > from || last.settled) return { from: Math.min(from, to), to: Math.max(from, to) };
  return { from, to: Math.min(1439, to + 720) };
}

const nearestBefore = (early: number, to: number): number => (early + 720 < to ? early + 720 : early);

/** "after four", "before noon", "à partir de 15 h", "avant 17 h". */
export function boundOf({ signs }: Scene, { start, end }: TimeFound): "after" | "before" | undefined {
  if (as(signs[end], "or")) {
    const than = signs[end + 1]?.text ?? "";
    if (/^(later|after|plus tard|apres)$/.test(than)) return "after";
    if (/^(earlier|before|sooner|plus tot|avant)$/.test(than)) return "before";
  }
  if (as(signs[start - 1], "from") && says(signs[end], /^(on|onwards?)$/)) return "after";
  for (let back = start - 1; back >= start - 3 && back >= 0; back--) {
    const sign = signs[back];
    if (as(sign, "before") && !says(sign, /^(of|to)$/)) return "before";
    if (as(sign, "after") && !says(sign, /^(des|depuis|passe|since)$/)) return "after";
    if (!isJoiner(sign)) return undefined;
  }
  return undefined;
}

function confidenceOf(when: When, { times, date, scene }: Read, sure: boolean): number {
  if (when.ambiguous) return 0.4;
  // Said of today and past already: another half of the day, or something that happened.
  if (when.time && date.day === scene.today && minutesOf(when.time) < scene.now) return 0.5;
  const parts: number[] = [];
  if (when.date) parts.push(date.inferred ? 0.75 : 0.97);
  if (when.time) parts.push((sure ? 0.97 : 0.85) - (times.meant?.strength === 1 ? 0.1 : 0));
  if (when.dateRange || when.timeRange || when.any) parts.push(0.9);
  return parts.length === 0 ? 0 : Math.min(...parts);
}
