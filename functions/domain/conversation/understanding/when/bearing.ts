import type { Found, Scene } from "./found.ts";
import { isJoiner } from "./found.ts";
import { as, paused, type Sign, says } from "./signs.ts";

/**
 * How something found bears on what is meant: ruled out ("not the 5th"), only a circumstance ("I finish at 4"), or quite
 * beside it ("my birthday is May 4th").
 */
export type Bearing = "meant" | "excluded" | "circumstance" | "aside";

const REACH = 8;

/** Judges one found stretch by the words around it in its own clause. */
export function bearingOf({ signs, found }: Scene, index: number): Bearing {
  const at = found[index];
  if (!at) return "meant";
  if (negatedBefore(signs, at.start) || ruledOutAfter(signs, at, found[index + 1])) return "excluded";
  let [current, previous, before] = [at, found[index - 1], index - 1];
  for (let back = at.start - 1; back >= Math.max(0, at.start - REACH); back--) {
    const sign = signs[back];
    if (paused(signs[back + 1]) || as(sign, "correct") || says(sign, STOP)) break;
    if (previous && back < previous.end) {
      if (!sameClause(signs, previous, current)) break;
      [current, previous, before] = [previous, found[before - 1], before - 1];
    }
    if (as(sign, "notWith") && !says(signs[back + 1], ASKED_BACK)) return "excluded";
    const background = as(sign, "background");
    if (background?.value === 3) {
      if (back < at.start - 2) continue;
      return "aside";
    }
    if (background?.value === 2 || (background?.value === 1 && at.kind === "date" && at.month !== undefined))
      return "aside";
    if (background || as(sign, "else")) return "circumstance";
  }
  return "meant";
}

const STOP = /^(but|said|says|told|dit|mais|although|however|donc|can|could|pouvez|peut|est|instead)$/;
/** "Can't you do Friday?" asks for Friday; "c'est pas un" denies something else. */
const ASKED_BACK = /^(you|we|they|there|it|vous|tu|on|un|une)$/;

function negatedBefore(signs: readonly Sign[], start: number): boolean {
  for (let back = start - 1; back >= start - 3 && back >= 0; back--) {
    if (signs[back + 1]?.gap === 2) return false;
    if (says(signs[back], /^qu?e?$/) && ratherBefore(signs, back)) return true;
    if (signs[back]?.text === "but" && signs.slice(Math.max(0, back - 4), back).some(isAny)) return true;
    if (paused(signs[back + 1]) && as(signs[back], "not")) return false;
    if (as(signs[back], "not") || as(signs[back], "insteadOf")) return !says(signs[back - 1], /^(pas|not)$/);
    if (paused(signs[back + 1]) || (!isJoiner(signs[back]) && !as(signs[back], "rel"))) return false;
  }
  return false;
}

/** "Any afternoon but Thursday". */
const isAny = (sign: Sign): boolean => /^(any|every|all)/.test(sign.text);

/** "plutôt le 8 que le 7". */
const ratherBefore = (signs: readonly Sign[], at: number): boolean =>
  signs.slice(Math.max(0, at - 7), at).some(({ text }) => /^(plutot|mieux|prefere|aime)/.test(text));

const FILL =
  /^(it|this|that|which|one|ca|cela|je|c|ce|s|is|a|that is|i|im|really|just|vraiment|malheureusement|unfortunately|sorry|date|time|day|est|for|me|pour|moi|in|the|ne|n)$/;

/** "Thursday doesn't work", "jeudi, ça marche pas". */
function ruledOutAfter(signs: readonly Sign[], { start, end }: Found, next: Found | undefined): boolean {
  for (let at = end; at < end + 4 && at < (next?.start ?? signs.length); at++) {
    if (signs[at]?.gap === 2) return false;
    const ends = !signs[at + 1] || paused(signs[at + 1]);
    if (ends && says(signs[at], /^(doesnt|does not|isnt|is not|wont|cant|not)$/)) return true;
    // "I work until then".
    if (as(signs[at], "unfit") && as(signs[at + 1], "until")) return false;
    // "Is five too late?" asks for it.
    if (says(signs[at], /^too /) && signs[start - 1]?.text === "is") return false;
    if (as(signs[at], "unfit")) return !(next && isVerbOfNext(signs, at, next));
    if (!says(signs[at], FILL) && !isJoiner(signs[at])) return false;
  }
  return false;
}

/** "Tuesday, I can't Thursday": what cannot be is what follows without a pause. */
function isVerbOfNext(signs: readonly Sign[], at: number, next: Found): boolean {
  if (!as(signs[at], "notWith") || (signs[at]?.gap ?? 0) === 0) return false;
  for (let to = at + 1; to <= next.start; to++) if (paused(signs[to])) return false;
  return next.start - at <= 3;
}

/** Two stretches with nothing but small words or "or" between them share their clause's verb. */
function sameClause(signs: readonly Sign[], a: Found, b: Found): boolean {
  // "I can't Friday, Monday": the second of two days side by side stands against the first.
  if (a.end === b.start && a.kind === b.kind) return false;
  for (let at = a.end; at < b.start; at++) {
    if (!isJoiner(signs[at]) && !as(signs[at], "or") && !as(signs[at], "and")) return false;
  }
  return true;
}
