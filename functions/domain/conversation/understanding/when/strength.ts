import { beforeJoiners, isJoiner, pastJoiners, type Scene, type TimeFound } from "./found.ts";
import { as, paused, type Sign, says } from "./signs.ts";

/** The rule that reads a time: handed in, because a number may be one for the time that follows it. */
type ReadTime = (scene: Scene, at: number, ahead: boolean) => TimeFound | null;

/** How much a plain number is a time by its surroundings; 0 when it is none. */
export function bareStrength(scene: Scene, at: number, end: number, read: ReadTime | null): 0 | 1 | 2 {
  const { signs, expects } = scene;
  if (says(signs[at - 1], ROOM)) return 0;
  const words = end - at > 1 && !signs[at]?.digits;
  const link = linked(scene, at);
  if (words || link) return words ? 2 : link;
  const before = signs[beforeJoinersOf(signs, at)];
  const prefix = prefixOf(signs, at);
  if (says(signs[end], /^(ish|sharp|on the dot|exactly|precisely|or thereabouts)$/)) return 2;
  // "Ten is too early".
  if (signs.slice(end, end + 2).some(({ text }) => /too (early|late)|trop t/.test(text))) return 2;
  // "After the twentieth", "avant le 20": a day.
  if (isBound(signs[at - 1]) && says(signs[at - 1], /( le| the|jusqu au)$/)) return 0;
  if (!expects.time && isHouseNumber(signs, at, end)) return 0;
  if (prefix === 2 && !as(before, "party")) return 2;
  if (clockLike(signs, at, end) && beside(scene, at, end)) return 2;
  if (read && linksAhead(scene, end, read)) return 2;
  if (as(before, "party")) return 0;
  if (expects.time && !(expects.count && signs.length < 3)) return 1;
  const asIs = signs[at - 1];
  if (expects.timed && !expects.date && (as(asIs, "correct") || as(asIs, "edge") || as(asIs, "later")))
    return 1;
  const last = scene.found.at(-1);
  const ends = !signs[end] || paused(signs[end]);
  // "Friday works, let's do eleven": a day that leaves no number to correct.
  if (
    last?.kind === "date" &&
    last.date === undefined &&
    last.month === undefined &&
    as(asIs, "correct") &&
    ends
  )
    return 1;
  if (followedByBound(signs, at, end)) return 2;
  const [asks, aims] = [signs[at - 1]?.text ?? "", signs[at - 2]?.text ?? ""];
  if ((ends || as(signs[end], "not")) && (ASKS.test(asks) || (AIMS.test(aims) && /^(for|on)$/.test(asks)))) {
    if (last?.kind !== "time") return 1;
  }
  // "I finish at five thirty, can you do six".
  if (last?.kind === "time" && ends && says(asIs, /^(do|make|say|faire|mettre)$/)) return 2;
  if (last?.kind === "date" && last.end === at && last.day !== null) return 1;
  // "Nine on Friday", "eleven tomorrow".
  const next = signs[as(signs[end], "on") ? end + 1 : end];
  const opens = at === 0 || signs[at]?.gap || (asIs?.meanings.length ?? 0) > 0;
  if (opens && !says(asIs, /^(for|pour)$/) && (signs[at]?.number ?? 0) <= 12)
    if (next && next.gap === 0 && (as(next, "weekday") || as(next, "day"))) return 1;
  if (says(signs[at - 1], /^(for|pour)$/) && signs.some((sign) => as(sign, "meal"))) return 0;
  return last?.kind === "date" && prefix > 0 && last.end >= at - 2 ? 1 : 0;
}

export const beforeJoinersOf = (signs: readonly Sign[], at: number): number =>
  Math.max(0, beforeJoiners(signs, at));

/** The strongest introduction among the small words right before a number. */
function prefixOf(signs: readonly Sign[], at: number): number {
  let strongest = says(signs[at - 1], /^(not at|pas a|pas vers|sauf a)$/) ? 2 : 0;
  for (let back = at - 1; back >= at - 3 && isIntroduction(signs[back]); back--) {
    if (says(signs[back], /^(either|soit)$/)) strongest = 2;
    if (as(signs[back], "on") && !as(signs[back], "at") && !as(signs[back], "about")) continue;
    // "A 2 by 4".
    if (signs[back]?.text === "by" && signs[back - 1]?.number != null) return 0;
    if (as(signs[back], "about") || isBound(signs[back])) strongest = 2;
    strongest = Math.max(strongest, as(signs[back], "at")?.value ?? 0);
  }
  return strongest;
}

const isIntroduction = (sign: Sign | undefined): boolean =>
  isJoiner(sign) || isBound(sign) || says(sign, /^(either|soit)$/);

/** "Room two twelve", "l'autobus 45": a number that is a name. */
const ROOM =
  /^(room|unit|suite|apt|apartment|number|bus|chambre|appartement|app|local|numero|autobus|porte)$/;

const ASKS = /^(do|would|hows|said|dit)$/;
const AIMS = /^(shoot|aim|go|aiming|shooting|hoping|thinking|looking)$/;

/** "Four or later", "from four on". */
function followedByBound(signs: readonly Sign[], at: number, end: number): boolean {
  if (as(signs[end], "or") && says(signs[end + 1], OPEN_END)) return true;
  return as(signs[at - 1], "from") !== undefined && says(signs[end], /^(on|onwards?)$/);
}

const OPEN_END = /^(later|after|earlier|before|sooner|plus tard|plus tot|apres|avant)$/;

/** "At 900 King": three or four digits no clock shows, or a name after them; "around 200" is money. */
function isHouseNumber(signs: readonly Sign[], at: number, end: number): boolean {
  const digits = signs[at]?.digits ?? "";
  if (end - at > 1 || digits.length < 3) return false;
  if (/^\d00$/.test(digits) && as(signs[at - 1], "about")) return true;
  const next = signs[end];
  const named = next && !next.gap && next.meanings.length === 0 && next.number === null && !next.clock;
  return !/[05]$/.test(digits) || Boolean(named && !SMALL.test(next.text));
}

const SMALL =
  /^(is|are|would|will|if|that|this|works?|please|and|because|should|could|can|we|i|si|ca|ok|fine|good|great|thanks|merci|but|mais|my|mon|ma|it|you|vous|on|donc|yes|oui|sounds|seems|est|serait)$/;

/** "1430": four digits that a clock could show, on the five minutes that appointments keep to. */
const clockLike = (signs: readonly Sign[], at: number, end: number): boolean =>
  end - at === 1 &&
  ((signs[at]?.digits === "" && (signs[at]?.number ?? 0) >= 1000 && (signs[at]?.number ?? 0) % 100 === 0) ||
    /^(0\d|1\d|2[0-3])[0-5][05]$/.test(signs[at]?.digits ?? ""));

/** Nothing else said, or a day right beside it. */
function beside({ signs, found }: Scene, at: number, end: number): boolean {
  const last = found.at(-1);
  const next = signs[pastJoiners(signs, end)];
  return (
    (at === 0 && end === signs.length) ||
    (last?.kind === "date" && last.end === at) ||
    Boolean(as(next, "weekday") || as(next, "day"))
  );
}

const isBound = (sign: Sign | undefined): boolean =>
  !says(sign, /^(and|et)$/) &&
  Boolean(as(sign, "after") || as(sign, "before") || as(sign, "between") || as(sign, "until")) &&
  sign?.number === null;

const LINKS = ["or", "and", "until", "to", "correct", "not", "insteadOf", "unfit"] as const;

const isLink = (sign: Sign | undefined): boolean =>
  sign !== undefined && (/^(-|donc|more)$/.test(sign.text) || LINKS.some((kind) => as(sign, kind)));

/** A number joined to a time before it is one too: "3 pm or 4", "3, no, 4", "from 2 to 4". */
function linked({ signs, found }: Scene, at: number): 0 | 1 | 2 {
  const last = found.at(-1);
  if (last?.kind !== "time" || at - last.end > 5 || at === last.end) return 0;
  let links = 0;
  for (let between = last.end; between < at; between++) {
    if (isLink(signs[between])) links++;
    else if (!isJoiner(signs[between]) && !as(signs[between], "part")) return 0;
  }
  return links === 0 ? 0 : last.strength === 1 ? 1 : 2;
}

/** A number joined to a time after it: "3 or 4 pm", "between 2 and 4 o'clock". */
function linksAhead(scene: Scene, end: number, read: ReadTime): boolean {
  if (!isLink(scene.signs[end]) || as(scene.signs[end], "correct")) return false;
  const other = read(scene, pastJoiners(scene.signs, end + 1), false);
  return other !== null && other.strength >= 2;
}
