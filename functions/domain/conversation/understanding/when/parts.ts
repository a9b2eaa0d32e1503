import { counts } from "./clock.ts";
import type { PartFound, PartName, Scene } from "./found.ts";
import { beforeJoiners, pastJoiners } from "./found.ts";
import type { Meaning } from "./lexicon.ts";
import { as, type Sign, says } from "./signs.ts";

/** Opening hours in minutes after midnight. */
export type Hours = { from: number; to: number };

const SPANS: Record<
  Exclude<PartName, "open" | "close">,
  [Hours, early: Hours, middle: Hours, late: Hours]
> = {
  morning: [hours(6, 12), hours(6, 9), hours(9, 11), hours(10, 12)],
  afternoon: [hours(12, 18), hours(12, 14), hours(14, 16), hours(16, 18)],
  evening: [hours(17, 22), hours(17, 19), hours(18, 20), hours(20, 23)],
  night: [hours(19, 24), hours(19, 21), hours(21, 23), hours(22, 24)],
  midday: [hours(11.5, 13.5), hours(11, 12), hours(12, 13), hours(13, 14)],
};

function hours(from: number, to: number): Hours {
  return { from: from * 60, to: Math.min(to * 60, 1439) };
}

/** The span of a part of the day: "morning", "late afternoon" (edge 1), "first thing" by the business's hours. */
export function spanOf(name: PartName, edge: number | null, open: Hours): Hours {
  if (name === "open") return { from: open.from, to: Math.min(open.from + 60, open.to) };
  if (name === "close") return { from: Math.max(open.to - 120, open.from), to: open.to };
  const [all, early, middle, late] = SPANS[name];
  return edge === null ? all : edge < 0 ? early : edge > 0 ? late : middle;
}

/** A time said on the twelve-hour clock, in a part of the day: five in the evening is 17:00, one at night 01:00. */
export function inPart(minutes: number, name: PartName): number {
  if (minutes >= 780) return minutes;
  const base = minutes % 720;
  const hour = base / 60;
  if (name === "morning" || name === "open") return base;
  if (name === "evening") return hour < 1 ? base : base + 720;
  if (name === "night") return hour < 5 ? base : base + 720;
  return name === "midday" && hour >= 9 ? base : base + 720;
}

/** "afternoon", "tonight", "late morning", "en fin d'après-midi", "this evening". */
export function partAt(scene: Scene, at: number): PartFound | null {
  const { signs, today } = scene;
  const edge = as(signs[at], "edge") ?? edgeAround(scene, at);
  const next = as(signs[at], "edge") ? pastJoiners(signs, at + 1) : at;
  const whole = as(signs[next], "todayPart");
  if (whole) {
    const day = today + whole.value;
    return {
      kind: "part",
      start: at,
      end: next + 1 + adverbAt(signs[next + 1]),
      name: whole.name as PartName,
      edge: edge?.value ?? null,
      day,
    };
  }
  const rel = as(signs[next], "rel")?.value === 0;
  const part = as(signs[rel ? next + 1 : next], "part");
  if (!part || (signs[at - 1]?.number != null && counts(signs, at - 1, at))) return null;
  const end = next + (rel ? 2 : 1);
  return {
    kind: "part",
    start: at,
    end: end + adverbAt(signs[end]),
    name: part.name as PartName,
    edge: edge?.value ?? null,
    day: rel ? today : null,
  };
}

/** "Around supper", "vers le souper": a meal stands for its part of the day. */
export function mealAt({ signs }: Scene, at: number): PartFound | null {
  const meal = as(signs[at], "meal");
  if (!meal || !(as(signs[at - 1], "about") || says(signs[at - 1], /^vers$/))) return null;
  return { kind: "part", start: at, end: at + 1, name: meal.name as PartName, edge: null, day: null };
}

/** "Early Monday", "tôt demain": the part of the day is left to be understood. */
export function earlyAt({ signs }: Scene, at: number): PartFound | null {
  if (!says(signs[at], /^(early|tot|late|de bonne heure)$/)) return null;
  const next = signs[pastJoiners(signs, at + 1)];
  const previous = signs[at - 1];
  const day = [next, previous].find((sign) => as(sign, "day") || as(sign, "weekday"));
  if (!day || (day === previous && signs[at]?.gap)) return null;
  const late = signs[at]?.text === "late";
  return {
    kind: "part",
    start: at,
    end: at + 1,
    name: late ? "afternoon" : "morning",
    edge: late ? 1 : -1,
    day: null,
  };
}

const adverbAt = (sign: Sign | undefined): 0 | 1 => (sign && !sign.gap && ADVERB.test(sign.text) ? 1 : 0);
const ADVERB = /^(early|late|tot|tard|de bonne heure)$/;

/** The edge said with the day before a part ("early tomorrow morning") or after the part ("demain matin tôt"). */
function edgeAround({ signs }: Scene, at: number): Meaning | undefined {
  const to = as(signs[at], "rel") ? at + 1 : at;
  if (adverbAt(signs[to + 1])) return as(signs[to + 1], "edge");
  const day = signs[at - 1];
  return (as(day, "day") || as(day, "weekday")) && says(signs[at - 2], ADVERB)
    ? as(signs[at - 2], "edge")
    : undefined;
}

/** The part of the day said right after a time ("5 in the evening", "3 tomorrow morning") or right before it. */
export function partBeside(scene: Scene, start: number, end: number): PartName | null {
  return partAfter(scene, end) ?? partBefore(scene, start);
}

function partAfter({ signs }: Scene, end: number): PartName | null {
  let at = pastJoiners(signs, end);
  if (as(signs[at], "day")) at = pastJoiners(signs, at + 1);
  if (as(signs[at], "rel")?.value === 0 || as(signs[at], "edge")) at = pastJoiners(signs, at + 1);
  const sign = signs[at];
  for (let passed = end; passed <= at; passed++) if (signs[passed]?.gap === 2) return null;
  return nameOf(sign);
}

function partBefore({ signs, found }: Scene, start: number): PartName | null {
  const [time, part] = found.slice(-2);
  // "at 5:45 in the evening for three": the evening is the first time's own.
  if (part?.kind === "part" && time?.kind === "time" && pastJoiners(signs, time.end) >= part.start)
    return null;
  const at = beforeJoiners(signs, start);
  for (let passed = at + 1; passed <= start; passed++) if (signs[passed]?.gap === 2) return null;
  return nameOf(signs[at]);
}

function nameOf(sign: Scene["signs"][number] | undefined): PartName | null {
  const part = as(sign, "part") ?? as(sign, "todayPart");
  return part && part.name !== "open" && part.name !== "close" ? (part.name as PartName) : null;
}
