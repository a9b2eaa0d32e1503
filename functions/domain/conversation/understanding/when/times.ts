import type { LooseFound, Scene, TimeFound } from "./found.ts";
import { beforeJoiners, isJoiner, pastJoiners } from "./found.ts";
import { inPart, partBeside } from "./parts.ts";
import { as, type Sign } from "./signs.ts";

/** A time of day as far as its own words say: hours and minutes, and whether morning or afternoon is settled. */
type Said = { minutes: number; settled: boolean; end: number };

/** Reads a time of day: "quarter past five", "17 h 30", "midi et demi", "5 pm", "at four", "half one". */
export function timeAt(scene: Scene, at: number, ahead = true): TimeFound | null {
  const { signs } = scene;
  const said =
    clockAt(signs, at) ??
    momentAt(signs, at) ??
    fractionFirst(signs, at) ??
    minutesFirst(signs, at) ??
    hourWord(signs, at) ??
    hourAndFraction(signs, at);
  if (said) return finish(scene, at, said, 3);
  const bare = pairAt(scene, at) ?? compactAt(signs, at) ?? hourAt(signs, at);
  if (!bare) return null;
  const party = as(signs[beforeJoinersOf(signs, at)], "party") ?? as(signs[at - 1], "party");
  const said12 = as(signs[bare.end], "meridiem") || as(signs[bare.end], "oclock");
  if (!said12 && counts(signs, at, bare.end)) return null;
  const marked = said12 || (party?.value !== 2 && partBeside(scene, at, bare.end));
  const strength = marked ? 3 : bareStrength(scene, at, bare.end, ahead);
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

const clockAt = (signs: readonly Sign[], at: number): Said | null => {
  const clock = signs[at]?.clock;
  if (!clock) return null;
  const unit = as(signs[at + 1], "unit")?.name === "hour" ? 1 : 0;
  return { ...clock, end: at + 1 + unit };
};

/** "noon", "12 noon", "midi et quart", "minuit moins dix", "midi quarante". */
function momentAt(signs: readonly Sign[], at: number): Said | null {
  const twelve = signs[at]?.number === 12 ? 1 : 0;
  const moment = as(signs[at + twelve], "moment");
  if (!moment) return null;
  const after = minutesAfter(signs, at + twelve + 1);
  const minutes = (moment.value + (after?.minutes ?? 0) + 1440) % 1440;
  return { minutes, settled: true, end: after?.end ?? at + twelve + 1 };
}

/** "quarter past five", "half past noon", "a quarter to 2", "half one". */
function fractionFirst(signs: readonly Sign[], at: number): Said | null {
  const fraction = as(signs[at], "fraction");
  if (!fraction || fraction.value === 45) return null;
  const direction = as(signs[at + 1], "past") ? 1 : as(signs[at + 1], "to") ? -1 : 0;
  const british = direction === 0 && /^half$/.test(signs[at]?.text ?? "");
  if (direction === 0 && !british) return null;
  const hour = hourAt(signs, at + (british ? 1 : 2)) ?? noonAt(signs, at + 2);
  if (!hour || (british && (counts(signs, at + 1, hour.end) || hour.minutes > 720))) return null;
  return around(hour, british ? 30 : direction * fraction.value);
}

/** "ten to six", "twenty past three", "5 minutes after 4". */
function minutesFirst(signs: readonly Sign[], at: number): Said | null {
  const minutes = signs[at]?.number ?? null;
  if (minutes === null || minutes < 1 || minutes > 59) return null;
  const unit = as(signs[at + 1], "unit")?.name === "minute" ? 1 : 0;
  const link = signs[at + 1 + unit];
  const direction = /^(past|after|passed|gone)$/.test(link?.text ?? "")
    ? 1
    : TO.test(link?.text ?? "")
      ? -1
      : 0;
  if (direction === 0 || (direction < 0 && (minutes > 29 || (!unit && minutes % 5 !== 0)))) return null;
  const previous = signs[at - 1];
  if (direction < 0 && !unit && (as(previous, "from") || as(previous, "between") || signs[at]?.gap)) {
    if (!as(previous, "at")) return null;
  }
  const hour = hourAt(signs, at + 2 + unit) ?? noonAt(signs, at + 2 + unit);
  if (!hour || counts(signs, at + 2 + unit, hour.end)) return null;
  return around(hour, direction * minutes);
}

const TO = /^(to|til|till|before|of)$/;

const noonAt = (signs: readonly Sign[], at: number): Said | null => {
  const moment = as(signs[at], "moment");
  return moment ? { minutes: moment.value, settled: true, end: at + 1 } : null;
};

const around = (hour: Said, by: number): Said => {
  const minutes = (hour.minutes + by + 1440) % 1440;
  // A quarter to one is a quarter before an hour on either side of noon.
  return { ...hour, minutes: !hour.settled && minutes < 60 ? minutes + 720 : minutes };
};

/** "15 heures 45", "quatre heures moins le quart", "une heure et demie", "five o'clock", "1500 hours". */
function hourWord(signs: readonly Sign[], at: number): Said | null {
  const hour = hourAt(signs, at, true) ?? compactAt(signs, at);
  if (!hour) return null;
  if (as(signs[hour.end], "oclock")) return { ...hour, end: hour.end + 1 };
  const unit = signs[hour.end];
  if (as(unit, "unit")?.name !== "hour") return null;
  const french = /^(h|e?heure?s?|eures?|hres?)$/.test(unit?.text ?? "");
  if (
    !french &&
    !(as(signs[at - 1], "at") && hour.minutes >= 780) &&
    !/^\d{4}$/.test(signs[at]?.digits ?? "")
  )
    return null;
  if (as(signs[at - 1], "in") || as(signs[at - 1], "during") || as(signs[hour.end + 1], "later")) return null;
  const after = minutesAfter(signs, hour.end + 1);
  const pile = as(signs[hour.end + 1], "oclock") ? 1 : 0;
  if (!after) return { ...hour, end: hour.end + 1 + pile };
  return { ...around(hour, after.minutes), end: after.end };
}

/** "quatre et demie", "cinq moins vingt": the hour without its word. */
function hourAndFraction(signs: readonly Sign[], at: number): Said | null {
  const hour = hourAt(signs, at);
  if (!hour || !/^(et|moins|moin|minus)/.test(signs[hour.end]?.text ?? "")) return null;
  const after = minutesAfter(signs, hour.end);
  const plain = /^et$/.test(signs[hour.end]?.text ?? "") && !as(signs[hour.end + 1], "fraction");
  return after && !plain ? { ...around(hour, after.minutes), end: after.end } : null;
}

/** The minutes said after an hour: "et demie", "moins le quart", "quarante-cinq", "zéro cinq"; negative for "moins". */
function minutesAfter(signs: readonly Sign[], at: number): { minutes: number; end: number } | null {
  const minus = /^(moins|moin|minus)$/.test(signs[at]?.text ?? "");
  const and = !minus && (as(signs[at], "past") || as(signs[at], "and")) ? 1 : 0;
  let from = at + (minus ? 1 : and);
  if (
    (minus || and) &&
    as(signs[from], "the") &&
    signs[from]?.number === null &&
    !as(signs[from], "fraction")
  )
    from++;
  if (signs[from]?.gap) return null;
  const fraction = as(signs[from], "fraction");
  const hour = /^d$/.test(signs[from + 1]?.text ?? "") ? 2 : 0;
  if (fraction) return { minutes: minus ? -fraction.value : fraction.value, end: from + 1 + hour };
  const zero = signs[from]?.number === 0 && signs[from + 1]?.number !== null ? 1 : 0;
  const minutes = signs[from + zero]?.number ?? null;
  const end = from + zero + 1;
  if (minutes === null || minutes > 59 || minutes < 1 || (zero && minutes > 9)) return null;
  const unit = as(signs[end], "unit");
  if (unit && unit.name !== "minute") return null;
  if (counts(signs, from, end) || as(signs[end], "month") || (and && minutes < 5)) return null;
  return { minutes: minus ? -minutes : minutes, end: unit ? end + 1 : end };
}

/** An hour by its number, on either clock. "une" counts only before the word "heure". */
function hourAt(signs: readonly Sign[], at: number, unit = false): Said | null {
  const sign = signs[at];
  const one = unit && sign?.number === null && as(sign, "one") && as(signs[at + 1], "unit")?.name === "hour";
  const hour = one && /^une?$/.test(sign?.text ?? "") ? 1 : (sign?.number ?? null);
  if (hour === null || hour > 24 || (hour === 0 && !unit && sign?.digits !== "00")) return null;
  const settled = hour > 12 || hour === 0 || /^0\d$/.test(sign?.digits ?? "");
  return { minutes: (hour % 24) * 60, settled, end: at + 1 };
}

/** "five thirty", "fifteen forty-five", "nine oh five", "5 30". */
function pairAt(scene: Scene, at: number): Said | null {
  const { signs } = scene;
  const hour = hourAt(signs, at);
  if (!hour || signs[at + 1]?.gap) return null;
  const zero = /^(o|oh|zero)$/.test(signs[at + 1]?.text ?? "") ? 1 : 0;
  const sign = signs[at + 1 + zero];
  const minutes = sign?.number ?? null;
  if (
    minutes === null ||
    minutes > 59 ||
    sign?.gap ||
    (zero ? minutes > 9 : minutes < 10 && !/^0\d$/.test(sign?.digits ?? ""))
  )
    return null;
  if (!zero && (Boolean(sign?.digits) !== Boolean(signs[at]?.digits) || as(signs[at + 2], "month")))
    return null;
  return { minutes: hour.minutes + minutes, settled: hour.settled, end: at + 2 + zero };
}

/** "530", "1730", "fifteen hundred". */
function compactAt(signs: readonly Sign[], at: number): Said | null {
  const number = signs[at]?.number ?? 0;
  const digits = signs[at]?.digits ?? "";
  if (
    number < 100 ||
    number >= 2400 ||
    number % 100 > 59 ||
    (digits && (digits.length < 3 || digits.length > 4))
  )
    return null;
  const minutes = Math.floor(number / 100) * 60 + (number % 100);
  return { minutes, settled: minutes >= 780 || digits.startsWith("0"), end: at + 1 };
}

/** True when a number counts something else: people, minutes, days; or is part of a date or an address. */
function counts(signs: readonly Sign[], start: number, end: number): boolean {
  const next = signs[end];
  if (next?.gap === 2) return false;
  return Boolean(
    as(next, "people") || as(next, "unit") || as(next, "month") || as(signs[start - 1], "party")?.value === 2,
  );
}

/** How much a plain number is a time by its surroundings; 0 when it is none. */
function bareStrength(scene: Scene, at: number, end: number, ahead: boolean): 0 | 1 | 2 {
  const { signs, expects } = scene;
  const words = end - at > 1 && !signs[at]?.digits;
  if (words || linked(scene, at)) return 2;
  const before = signs[beforeJoinersOf(signs, at)];
  const prefix = prefixOf(signs, at);
  if (signs[end]?.text === "ish") return 2;
  if (prefix === 2 && !as(before, "party")) return 2;
  if (ahead && linksAhead(scene, end)) return 2;
  if (as(before, "party")) return 0;
  if (expects.time && !(expects.count && signs.length < 3)) return 1;
  const last = scene.found.at(-1);
  if (last?.kind === "date" && last.end === at && last.day !== null) return 1;
  return last?.kind === "date" && prefix > 0 && last.end >= at - 2 ? 1 : 0;
}

const beforeJoinersOf = (signs: readonly Sign[], at: number): number => Math.max(0, beforeJoiners(signs, at));

/** The strongest introduction among the small words right before a number. */
function prefixOf(signs: readonly Sign[], at: number): number {
  let strongest = 0;
  for (let back = at - 1; back >= at - 3 && (isJoiner(signs[back]) || isBound(signs[back])); back--) {
    if (as(signs[back], "on") && !as(signs[back], "at") && !as(signs[back], "about")) continue;
    if (as(signs[back], "about") || isBound(signs[back])) strongest = 2;
    strongest = Math.max(strongest, as(signs[back], "at")?.value ?? 0);
  }
  return strongest;
}

const isBound = (sign: Sign | undefined): boolean =>
  Boolean(as(sign, "after") || as(sign, "before") || as(sign, "between") || as(sign, "until")) &&
  sign?.number === null;

const LINKS = ["or", "and", "until", "to", "correct", "not", "insteadOf", "unfit"] as const;

const isLink = (sign: Sign | undefined): boolean =>
  sign !== undefined && (sign.text === "-" || LINKS.some((kind) => as(sign, kind)));

/** A number joined to a time before it is one too: "3 pm or 4", "3, no, 4", "from 2 to 4". */
function linked({ signs, found }: Scene, at: number): boolean {
  const last = found.at(-1);
  if (last?.kind !== "time" || at - last.end > 5 || at === last.end) return false;
  let links = 0;
  for (let between = last.end; between < at; between++) {
    if (isLink(signs[between])) links++;
    else if (!isJoiner(signs[between]) && !as(signs[between], "part")) return false;
  }
  return links > 0;
}

/** A number joined to a time after it: "3 or 4 pm", "between 2 and 4 o'clock". */
function linksAhead(scene: Scene, end: number): boolean {
  if (!isLink(scene.signs[end]) || as(scene.signs[end], "correct")) return false;
  const other = timeAt(scene, pastJoiners(scene.signs, end + 1), false);
  return other !== null && other.strength >= 2;
}

/** "half past" and "et demie" without an hour, "pm" alone: what a question may complete. */
export function loosePartOfTime({ signs }: Scene, at: number): LooseFound | null {
  const meridiem = as(signs[at], "meridiem");
  if (meridiem) return { kind: "meridiem", value: meridiem.value, start: at, end: at + 1 };
  const lead = /^(et|and)$/.test(signs[at]?.text ?? "") ? 1 : 0;
  const minus = /^(moins|moin)$/.test(signs[at]?.text ?? "") ? 1 : 0;
  const fraction = as(signs[at + lead + minus], "fraction");
  if (!fraction) return null;
  const after = signs[at + lead + minus + 1];
  const past = as(after, "past") ? 1 : 0;
  const to = !past && as(after, "to") && /^(to|til|till)$/.test(after?.text ?? "") ? 1 : 0;
  if (!lead && !minus && !past && !to && signs.length > 3) return null;
  const value = minus || to ? -fraction.value : fraction.value;
  return { kind: "minutes", value, start: at, end: at + lead + minus + 1 + past + to };
}
