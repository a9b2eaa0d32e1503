import type { Locale } from "../../../catalogue/types.ts";
import type { Day } from "./calendar.ts";
import { dayAloneAt } from "./day-of-month.ts";
import type { Expects, Found, LooseFound, PartName, Rule, Scene, TimeFound } from "./found.ts";
import { monthAt } from "./months.ts";
import { earlyAt, mealAt, partAt } from "./parts.ts";
import { datesAt, lengthAt } from "./relative.ts";
import { as, type Sign, says, signsOf } from "./signs.ts";
import { spanFoundAt } from "./spans.ts";
import { loosePartOfTime, timeAt } from "./times.ts";
import { dayWordAt, weekdayAt } from "./weekdays.ts";

const LOOSE = ["sameDay", "sameTime", "choice", "soon"] as const;

/** Words that only something said before gives a value. */
const looseAt: Rule = ({ signs, expects }, at) => {
  const found = (kind: LooseFound["kind"], value: number): LooseFound => ({
    kind,
    value,
    start: at,
    end: at + 1,
  });
  const any = as(signs[at], "any");
  if (any) return found(any.value === 0 ? "anyDay" : "anyTime", 0);
  const lead = as(signs[at], "the") ? 1 : 0;
  const ordinal =
    as(signs[at + lead], "ordinal")?.value ?? (as(signs[at + lead], "rel")?.value === -1 ? 99 : 0);
  if (expects.choice && (ordinal === 1 || ordinal === 2 || ordinal === 99))
    return { ...found("choice", ordinal === 99 ? -1 : ordinal - 1), end: at + lead + 1 };
  for (const kind of LOOSE) {
    const meaning = as(signs[at], kind);
    // "Friday this time" says nothing of the clock, "this time tomorrow" and "about this time" do.
    if (meaning && kind === "sameTime" && meaning.value === 1 && !besideDate(signs, at)) return null;
    if (meaning) return found(kind, meaning.value);
  }
  return null;
};

const besideDate = (signs: readonly Sign[], at: number): boolean =>
  Boolean(as(signs[at - 1], "about") || as(signs[at - 1], "at")?.value === 2) ||
  (["day", "weekday", "rel", "on"] as const).some((kind) => as(signs[at + 1], kind));

/** All rules; where several match the longest wins, and the earlier of equals. */
const RULES: readonly Rule[] = [
  datesAt,
  spanFoundAt,
  weekdayAt,
  dayWordAt,
  (scene, at) => timeAt(scene, at),
  dayAloneAt,
  partAt,
  earlyAt,
  mealAt,
  monthAt,
  lengthAt,
  loosePartOfTime,
  looseAt,
];

/** What every utterance of a turn shares. */
export type Frame = { today: Day; now: number; locale: Locale; expects: Expects };

/** Nobody names more in a turn: what came before the last of them is let go, so that choosing stays bounded. */
const MOST = 60;

/** Finds all dates, times and parts of a day in an utterance, left to right. Linear: no rule looks far. */
export function scan(text: string, frame: Frame): Scene {
  const scene: Scene = { ...frame, signs: signsOf(text, frame.locale), found: [] };
  for (let at = 0; at < scene.signs.length; ) {
    const found = longest(scene, at);
    if (found && found.kind !== "skip" && !isStreet(scene, found)) scene.found.push(found);
    at = found ? found.end : at + 1;
  }
  scene.found = scene.found.slice(-MOST);
  const past = pastIn(scene);
  return { ...scene, found: scene.found.filter((found) => !past.has(found)) };
}

/** "At three this morning" and "last night around eleven", when they are past: something that happened. */
function pastIn({ today, now, found }: Scene): Set<Found> {
  const past = new Set<Found>();
  for (const [at, part] of found.entries()) {
    if (part.kind !== "part" || part.day === null || part.day > today) continue;
    const over = part.day < today || now >= (ENDS[part.name] ?? 1440);
    const beside = [found[at - 1], found[at + 1]].filter(
      (time): time is TimeFound =>
        time?.kind === "time" && time.end > part.start - 3 && time.start < part.end + 3,
    );
    const gone = beside.filter(({ settled, minutes }) => over || (settled && minutes < now));
    for (const one of over || gone.length > 0 ? [part, ...gone] : []) past.add(one);
  }
  return past;
}

const ENDS: Partial<Record<PartName, number>> = { morning: 720, afternoon: 1080 };

/** "450 rue Saint-Jean", "rue du 4 juillet": in French the street's name follows its kind. */
function isStreet({ signs }: Scene, { kind, start }: Found): boolean {
  const at = says(signs[start - 1], /^(du|des|de|de la)$/) ? start - 2 : start - 1;
  return kind === "date" && says(signs[at], /^(rue|avenue|boulevard|boul|chemin)$/);
}

function longest(scene: Scene, at: number): Found | null {
  const sign = scene.signs[at];
  if (
    !sign ||
    (sign.meanings.length === 0 &&
      sign.number === null &&
      !sign.clock &&
      !sign.date &&
      !/^oh?$/.test(sign.text))
  )
    return null;
  let best: Found | null = null;
  for (const rule of RULES) {
    const found = rule(scene, at);
    if (found && (!best || found.end > best.end)) best = found;
  }
  return best;
}
