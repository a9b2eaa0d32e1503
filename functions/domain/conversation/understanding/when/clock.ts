import { pastJoiners } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";

/** A time of day as far as its own words say: hours and minutes, and whether morning or afternoon is settled. */
export type Said = { minutes: number; settled: boolean; end: number };

/** A time that its own words make one: "17 h 30", "midi et demi", "quarter past five", "cinq heures moins vingt". */
export const saidAt = (signs: readonly Sign[], at: number): Said | null =>
  clockAt(signs, at) ??
  momentAt(signs, at) ??
  fractionFirst(signs, at) ??
  minutesFirst(signs, at) ??
  hourWord(signs, at) ??
  hourAndFraction(signs, at);

/** Numbers that may be a time: "five thirty", "1730", "five". */
export const numbersAt = (signs: readonly Sign[], at: number): Said | null =>
  pairAt(signs, at) ?? compactAt(signs, at) ?? hourAt(signs, at);

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
  const british = direction === 0 && says(signs[at], /^half$/);
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
  const direction = says(link, /^(past|after|passed|gone)$/) ? 1 : says(link, TO) ? -1 : 0;
  if (direction === 0 || (direction < 0 && (minutes > 29 || (!unit && minutes % 5 !== 0)))) return null;
  const previous = signs[at - 1];
  if (direction < 0 && !unit && (as(previous, "from") || as(previous, "between") || signs[at]?.gap)) {
    if (!as(previous, "at")) return null;
  }
  const hour = hourAt(signs, at + 2 + unit) ?? noonAt(signs, at + 2 + unit);
  if (!hour || counts(signs, at + 2 + unit, hour.end)) return null;
  // "Ten to ten thirty" is a span.
  if (direction < 0 && !unit && pairAt(signs, at + 2)) return null;
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
  const french = says(unit, /^(h|e?heure?s?|eures?|hres?)$/);
  if (
    !french &&
    !(as(signs[at - 1], "at") && hour.minutes >= 780) &&
    !/^\d{4}$/.test(signs[at]?.digits ?? "") &&
    (signs[at]?.digits !== "" || (signs[at]?.number ?? 0) < 100)
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
  // "Un trois et demi" is a flat with three rooms and a half.
  if (as(signs[at - 1], "one") && !as(signs[at - 1], "at")) return null;
  if (!hour || !says(signs[hour.end], /^(et|moins|moin|minus)/)) return null;
  const after = minutesAfter(signs, hour.end);
  const plain = says(signs[hour.end], /^et$/) && !as(signs[hour.end + 1], "fraction");
  return after && !plain ? { ...around(hour, after.minutes), end: after.end } : null;
}

/** The minutes said after an hour: "et demie", "moins le quart", "quarante-cinq", "zéro cinq"; negative for "moins". */
function minutesAfter(signs: readonly Sign[], at: number): { minutes: number; end: number } | null {
  const minus = says(signs[at], /^(moins|moin|minus)$/);
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
  const hour = says(signs[from + 1], /^d$/) ? 2 : 0;
  if (fraction) return { minutes: minus ? -fraction.value : fraction.value, end: from + 1 + hour };
  const zero = signs[from]?.number === 0 && signs[from + 1]?.number !== null ? 1 : 0;
  const minutes = signs[from + zero]?.number ?? (isMinuteOne(signs, from + zero) ? 1 : null);
  const end = from + zero + 1;
  if (minutes === null || minutes > 59 || minutes < 1 || (zero && minutes > 9)) return null;
  const unit = as(signs[end], "unit");
  if (unit && unit.name !== "minute") return null;
  if (counts(signs, from, end) || as(signs[end], "month") || (and && minutes < 5)) return null;
  return { minutes: minus ? -minutes : minutes, end: unit ? end + 1 : end };
}

/** "une heure une": an article that nothing follows to be the article of. */
const isMinuteOne = (signs: readonly Sign[], at: number): boolean =>
  says(signs[at], /^une?$/) &&
  (!signs[at + 1] ||
    as(signs[at + 1], "unit")?.name === "minute" ||
    Boolean(as(signs[pastJoiners(signs, at + 1)], "part")));

/** An hour by its number, on either clock. "une" counts only before the word "heure". */
function hourAt(signs: readonly Sign[], at: number, unit = false): Said | null {
  const sign = signs[at];
  const one = unit && sign?.number === null && as(sign, "one") && as(signs[at + 1], "unit")?.name === "hour";
  const hour = one && says(sign, /^une?$/) ? 1 : (sign?.number ?? null);
  if (hour === null || hour > 24 || (hour === 0 && !unit && sign?.digits !== "00")) return null;
  const settled = hour > 12 || hour === 0 || /^0\d$/.test(sign?.digits ?? "");
  return { minutes: (hour % 24) * 60, settled, end: at + 1 };
}

/** "five thirty", "fifteen forty-five", "nine oh five", "5 30". */
function pairAt(signs: readonly Sign[], at: number): Said | null {
  const hour = hourAt(signs, at);
  if (!hour || signs[at + 1]?.gap) return null;
  const zero = says(signs[at + 1], /^(o|oh|zero)$/) ? 1 : 0;
  const sign = signs[at + 1 + zero];
  const minutes = sign?.number ?? null;
  if (
    minutes === null ||
    minutes > 59 ||
    sign?.gap ||
    (zero ? minutes > 9 : minutes < 10 && !/^0\d$/.test(sign?.digits ?? ""))
  )
    return null;
  // "Eleven eleven thirty" hesitates between two times.
  const again = minutes === signs[at]?.number && (signs[at + 2]?.number ?? 0) >= 10 && !signs[at + 2]?.gap;
  if (again && (signs[at + 2]?.number ?? 60) < 60) return null;
  if (!zero && (Boolean(sign?.digits) !== Boolean(signs[at]?.digits) || as(signs[at + 2], "month")))
    return null;
  return { minutes: hour.minutes + minutes, settled: hour.settled, end: at + 2 + zero };
}

/** "530", "1730", "fifteen hundred", "oh nine hundred". */
function compactAt(signs: readonly Sign[], at: number): Said | null {
  if (says(signs[at], /^(o|oh|zero)$/)) {
    const early = signs[at + 1]?.gap ? null : (hundredsAt(signs, at + 1) ?? pairAt(signs, at + 1));
    return early && early.minutes < 600 ? { ...early, settled: true } : null;
  }
  return hundredsAt(signs, at);
}

function hundredsAt(signs: readonly Sign[], at: number): Said | null {
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

/** "Five cars": a plural that nothing else is known of; a time is followed by other words in -s. */
const isPlural = (sign: Sign | undefined): boolean =>
  sign !== undefined &&
  !sign.gap &&
  sign.meanings.length === 0 &&
  /^[a-z]{2,}[^suiao]s$/.test(sign.text) &&
  !NO_NOUN.test(sign.text);

const NO_NOUN =
  /^(is|was|has|does|its|lets|yes|thanks|suits|fits|sounds|seems|looks|makes|unless|always|sometimes|perhaps|mes|tes|ses|des|les|apres|alors|dans|sans|vers|toujours|jamais|mais|temps|avez|avons|serions|sommes|etes|hours)$/;

const PARTS = /^(nights|evenings|mornings|afternoons|nuits|soirs|soirees|matins|apres midis)$/;

/** True when a number counts something else: people, minutes, days; or is part of a date or an address. */
export function counts(signs: readonly Sign[], start: number, end: number): boolean {
  const next = signs[end];
  if (next?.gap === 2) return false;
  // "Three or four people": both count them.
  const other = as(next, "or") || as(next, "until") ? signs[end + 1] : undefined;
  if (other?.number != null && as(signs[end + 2], "people")) return true;
  return Boolean(
    as(next, "people") ||
      isPlural(next) ||
      as(next, "unit") ||
      says(next, PARTS) ||
      as(next, "month") ||
      as(signs[start - 1], "party")?.value === 2,
  );
}
