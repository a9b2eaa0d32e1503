import { counts, numbersAt, type Said, saidAt } from "./clock.ts";
import type { LooseFound, PartFound, Scene, TimeFound } from "./found.ts";
import { inPart, partBeside } from "./parts.ts";
import { as, says } from "./signs.ts";
import { bareStrength, beforeJoinersOf } from "./strength.ts";

/** Reads a time of day: "quarter past five", "17 h 30", "midi et demi", "5 pm", "at four", "half one". */
export function timeAt(scene: Scene, at: number, ahead = true): TimeFound | null {
  const { signs } = scene;
  const said = saidAt(signs, at);
  if (said) return finish(scene, at, said, 3);
  const bare = numbersAt(signs, at);
  if (!bare) return null;
  const party = as(signs[beforeJoinersOf(signs, at)], "party") ?? as(signs[at - 1], "party");
  const said12 = as(signs[bare.end], "meridiem") || as(signs[bare.end], "oclock");
  if (!said12 && counts(signs, at, bare.end)) return null;
  const marked = said12 || (party?.value !== 2 && partBeside(scene, at, bare.end));
  const strength = marked ? 3 : bareStrength(scene, at, bare.end, ahead ? timeAt : null);
  return strength ? finish(scene, at, bare, strength) : null;
}

/** Adds what follows (pm, in the evening) and settles morning or afternoon when that says so. */
function finish(scene: Scene, start: number, said: Said, strength: 1 | 2 | 3): TimeFound {
  const { signs } = scene;
  let end = said.end;
  if (as(signs[end], "oclock")) end++;
  const meridiem = signs[end]?.gap === 2 ? undefined : as(signs[end], "meridiem");
  if (meridiem) {
    const minutes = said.minutes >= 780 ? said.minutes : (said.minutes % 720) + meridiem.value;
    return { kind: "time", start, end: end + 1, minutes, settled: true, strength };
  }
  const part = said.settled ? null : partBeside(scene, start, end);
  if (!part) return { kind: "time", start, end, minutes: said.minutes, settled: said.settled, strength };
  return { kind: "time", start, end, minutes: inPart(said.minutes, part), settled: true, strength };
}

/** "half past" and "et demie" without an hour, "pm" alone: what a question may complete. */
export function loosePartOfTime({ signs, found }: Scene, at: number): LooseFound | PartFound | null {
  const meridiem = as(signs[at], "meridiem");
  const last = found.at(-1);
  if (meridiem && last?.kind === "date" && last.end === at)
    return {
      kind: "part",
      name: meridiem.value ? "afternoon" : "morning",
      edge: null,
      day: null,
      start: at,
      end: at + 1,
    };
  if (meridiem) return { kind: "meridiem", value: meridiem.value, start: at, end: at + 1 };
  const lead = says(signs[at], /^(et|and)$/) ? 1 : 0;
  const minus = says(signs[at], /^(moins|moin)$/) ? 1 : 0;
  const fraction = as(signs[at + lead + minus], "fraction");
  if (!fraction) return null;
  const after = signs[at + lead + minus + 1];
  const past = as(after, "past") ? 1 : 0;
  const to = !past && as(after, "to") && says(after, /^(to|til|till)$/) ? 1 : 0;
  if (!lead && !minus && !past && !to && signs.length > 3) return null;
  const value = minus || to ? -fraction.value : fraction.value;
  return { kind: "minutes", value, start: at, end: at + lead + minus + 1 + past + to };
}
