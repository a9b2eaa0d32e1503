import { bearingOf } from "./bearing.ts";
import type { DateFound, Found, PartFound, Scene, TimeFound } from "./found.ts";
import { isJoiner } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";

/** What was meant of all that was found of one kind. */
export type Choice<F> = {
  /** The one meant; null when none is, or several are equally. */
  meant: F | null;
  /** Both ends, when it was a span: "from 2 to 4", "Monday to Wednesday". */
  span: [F, F] | null;
  /** Values offered alike: "5 or 6". */
  either: F[];
  excluded: F[];
};

/** Nobody names more dates in a turn than this; what came before them is not looked at. */
const MOST = 40;

/** Chooses among all found of one kind: not what was ruled out, rather no circumstance, and of the rest the last said. */
export function choose<F extends Found>(scene: Scene, found: F[], same: (a: F, b: F) => boolean): Choice<F> {
  const all = found.slice(-MOST);
  const bearing = new Map(all.map((one) => [one, bearingOf(scene, scene.found.lastIndexOf(one))] as const));
  const excluded = all.filter((found) => bearing.get(found) === "excluded");
  const standing = all.filter((found) => !/excluded|aside/.test(bearing.get(found) ?? ""));
  const meant = standing.filter((found) => bearing.get(found) === "meant");
  const left = meant.length > 0 ? meant : standing;
  const last = left.at(-1);
  const none: Choice<F> = { meant: null, span: null, either: [], excluded };
  if (!last) return none;
  const before = left.at(-2);
  const between = before && openerBefore(scene.signs, before) === "between";
  if (before && (between || !moves(scene, before)) && spans(scene.signs, before, last))
    return { ...none, span: [before, last] };
  const either = alternatives(scene, left);
  if (either.some((found) => !same(found, last))) return { ...none, either };
  return { ...none, meant: last };
}

/** The last one and those joined to it by "or" or "and". */
function alternatives<F extends Found>(scene: Scene, left: F[]): F[] {
  const group: F[] = [];
  for (let index = left.length - 1; index >= 0; index--) {
    const one = left[index];
    const next = group[0];
    const listed = group.length > 1 && next?.start === one?.end && scene.signs[next?.start ?? 0]?.gap !== 2;
    if (!one || (next && !listed && !offered(scene, one, next))) break;
    group.unshift(one);
  }
  return group;
}

function offered({ signs, found }: Scene, a: Found, b: Found): boolean {
  if (b.start - a.end > 7) return false;
  let [or, and, other] = [false, false, false];
  for (let at = a.end; at < b.start; at++) {
    const sign = signs[at];
    if (as(sign, "correct") || as(sign, "insteadOf") || as(sign, "not") || sign?.gap === 2) return false;
    if (as(sign, "or")) or = true;
    else if (says(sign, /^(and|et|pis)$/)) and = true;
    else if (!isJoiner(sign) && !found.some((one) => one.start <= at && at < one.end)) other = true;
  }
  // "Friday, but Saturday works too".
  if (signs.slice(b.end, b.end + 3).some(({ text }) => /^(too|aussi)$/.test(text))) or = true;
  return signs[b.start]?.gap !== 2 && (or || (and && !other));
}

/** True when two stretches are the ends of a span: "from 2 to 4", "between the 5th and the 8th", "2-4". */
function spans(signs: readonly Sign[], a: Found, b: Found): boolean {
  if (b.start - a.end > 4) return false;
  if (b.start === a.end && !isSmall(signs[b.start])) return hesitating(signs, a, b);
  const opened = openerBefore(signs, a);
  // "Onze heures à midi".
  if (a.kind === "time" && a.strength === 3 && b.kind === "time" && b.start === a.end + 1)
    if (signs[a.end]?.text === "a") return true;
  let link = false;
  // "Du 4 au 6": the small words may belong to the dates themselves.
  const to = isSmall(signs[b.start]) ? b.start + 1 : b.start;
  for (let at = a.end; at < to; at++) {
    const sign = signs[at];
    if (
      sign?.text === "-" ||
      says(sign, /^(to|until|till|til|through|thru|jusqu a|jusqu au|up to|up until)$/)
    )
      link = true;
    else if (opened && (as(sign, "until") || (opened === "between" && as(sign, "and")))) link = true;
    else if (!isJoiner(sign) && !as(sign, "part")) return false;
  }
  return link;
}

/** "Around five, five thirty", "vers midi, midi et demi": about so, and at most an hour apart. */
function hesitating(signs: readonly Sign[], a: Found, b: Found): boolean {
  if (a.kind !== "time" || b.kind !== "time" || (signs[b.start]?.gap ?? 0) > 1) return false;
  const apart = (b.minutes % 720) - (a.minutes % 720);
  return apart > 0 && apart <= 60 && (about(signs[a.start - 1]) || about(signs[a.start - 2]));
}

const about = (sign: Sign | undefined): boolean => Boolean(as(sign, "about")) || says(sign, /^vers$/);

const isSmall = (sign: Sign | undefined): boolean =>
  sign?.number === null && (as(sign, "the") !== undefined || as(sign, "on") !== undefined);

function openerBefore(signs: readonly Sign[], { start }: Found): "from" | "between" | null {
  for (let back = isSmall(signs[start]) ? start : start - 1; back >= start - 3 && back >= 0; back--) {
    if (as(signs[back], "between")) return "between";
    if (as(signs[back], "from") && !says(signs[back], /^(le|la)$/)) return "from";
    if (!isJoiner(signs[back])) return null;
  }
  return null;
}

/** "Move it from 3 to 4" names what was and what shall be. */
function moves({ signs }: Scene, before: Found): boolean {
  for (let back = before.start - 1; back >= Math.max(0, before.start - 8); back--)
    if (as(signs[back], "moved")) return true;
  return false;
}

/** "Move my nine o'clock to the afternoon". */
export const movesTo = (scene: Scene, from: Found, to: Found): boolean =>
  moves(scene, from) &&
  scene.signs.slice(from.end, to.start + 1).some((sign) => /^(to|a|au|pour|for)$/.test(sign.text));

export const isDate = (found: Found): found is DateFound => found.kind === "date";
export const isTime = (found: Found): found is TimeFound => found.kind === "time";
export const isPart = (found: Found): found is PartFound => found.kind === "part";
