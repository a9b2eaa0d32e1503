import { type Day, nextDate, nextOfMonth, partsOf } from "./calendar.ts";
import { agree, dateNumber, weekdayAfter } from "./dated.ts";
import { type DateFound, isJoiner, pastJoiners, type Scene } from "./found.ts";
import { as, type Sign, says } from "./signs.ts";
import { timeAt } from "./times.ts";

/** Nouns after "the first", "the second" that make it a choice among things; verbs and small words do not. */
export const VERBS =
  /^(is|will|would|if|s|if|thats|that|and|at|with|because|since|seems|sounds|looks|should|could|can|we|i|si|ca|serait|sera|est|c|qui|avec|please|thanks|thank|in|en|vers|only|will|instead|does|do|it|me|fits|suits|may|which|so|would|to|just|as|j|je|on|merci|this|that|marche)$/;

/** "the 5th", "on the fifth", "le 3", "on 12", or a plain number when a date was asked for. */
export function dayAloneAt(scene: Scene, at: number): DateFound | null {
  const { signs } = scene;
  const weekday = as(signs[at], "weekday");
  const from = weekday
    ? pastJoiners(signs, at + 1)
    : as(signs[at], "the") && signs[at]?.number === null
      ? at + 1
      : at;
  if (weekday && signs[from]?.gap === 2) return null;
  const date = dateNumber(signs[from]);
  if (date === null || !meansDay(scene, at, from, weekday?.value)) return null;
  const last = scene.found.at(-1);
  const shared = last?.kind === "date" && joined(scene, at) ? last.month : undefined;
  const day = shared ? nextDate(scene.today, shared, date) : nextOfMonth(scene.today, date);
  const after = weekday ? undefined : weekdayAfter(signs, from + 1);
  const named = weekday?.value ?? after?.value;
  const found: DateFound = { kind: "date", start: at, end: after?.end ?? from + 1, day };
  if (named === undefined) return shared ? { ...found, month: shared } : { ...found, date };
  const fitting = fittingMonth(scene.today, date, named);
  return fitting === null ? agree(scene, found, named) : { ...found, day: fitting };
}

/** The first of the next three such dates that falls on a weekday. */
function fittingMonth(today: Day, date: number, weekday: number): Day | null {
  let from = today;
  for (let tries = 0; tries < 3; tries++) {
    const day = nextOfMonth(from, date);
    if (day === null || partsOf(day).weekday === weekday) return day;
    from = day + 1;
  }
  return null;
}

function meansDay(scene: Scene, at: number, from: number, weekday: number | undefined): boolean {
  const { signs, expects } = scene;
  const next = signs[from + 1];
  if (next?.gap !== 2 && (as(next, "people") || as(next, "unit"))) return false;
  const ordinal = as(signs[from], "ordinal");
  if (ordinal) {
    // French dates are cardinals but for the first: "la deuxième" is one of several things.
    if (says(signs[from], /(ieme|^seconde|^premiere|^derniere)$/)) return false;
    if (expects.choice && ordinal.name !== "digits" && ordinal.value <= 2) return false;
    if (ordinal.name === "digits" && ordinal.value > 4) return true;
    if (
      next &&
      next.gap === 0 &&
      next.meanings.length === 0 &&
      next.number === null &&
      !next.clock &&
      ordinal.value <= 4
    )
      return VERBS.test(next.text);
    if (ordinal.value > 4 && (!next || next.gap > 0 || next.meanings.length > 0)) return true;
    return (
      ordinal.name === "digits" ||
      expects.date ||
      from > at ||
      isJoiner(signs[at - 1]) ||
      isBound(signs[at - 1])
    );
  }
  const time = timeAt(scene, from, false);
  if (as(next, "meridiem") || (time && time.strength > 1 && time.end > from + 1)) return false;
  const date = signs[from]?.number ?? 0;
  if (weekday !== undefined)
    return (
      (from > at + 1 && says(signs[from - 1], /^(le|the|on the)$/)) ||
      (from === at + 1 && partsOf(nextOfMonth(scene.today, date) ?? 0).weekday === weekday)
    );
  const introduced = says(
    signs[from - 1],
    /^(?:.* )?(?:on the|on|le|du|au|after the|jusqu au|from the|after the|dated|date of)$/,
  );
  if (introduced && !(signs[from - 1]?.text === "au" && scene.locale === "en" && !expects.date)) return true;
  return (
    (expects.date && !expects.time && !isPrefixedTime(signs, from) && time?.strength !== 3) ||
    joined(scene, from)
  );
}

const isBound = (sign: Sign | undefined): boolean =>
  Boolean(as(sign, "after") || as(sign, "before") || as(sign, "until") || as(sign, "between"));

const isPrefixedTime = (signs: readonly Sign[], at: number): boolean => as(signs[at - 1], "at")?.value === 2;

/** A number joined to a date before it: "the 5th or 6", "March 5, no, 6". */
function joined({ signs, found }: Scene, at: number): boolean {
  const last = found.at(-1);
  if (last?.kind !== "date" || (last.date === undefined && last.month === undefined) || at - last.end > 4)
    return false;
  if (at === last.end || isPrefixedTime(signs, at)) return false;
  let links = 0;
  for (let between = last.end; between < at; between++) {
    const sign = signs[between];
    if (
      sign &&
      (sign.text === "-" || as(sign, "or") || as(sign, "correct") || as(sign, "not") || as(sign, "until"))
    )
      links++;
    else if (!isJoiner(sign)) return false;
  }
  return links > 0;
}
