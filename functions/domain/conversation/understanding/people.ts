import { type Token, tokenize } from "./text.ts";

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Who is counted: a number before one of these is a number of people. */
const COUNTED =
  set(`people persons person guests guest adults adult kids kid children child friends friend seats seat
  places place couverts couvert personnes personne gens monde invites invite convives adultes adulte enfants enfant
  amis ami amies amie colleagues coworkers collegues ladies guys girls boys women men femmes hommes filles gars babies
  baby bebe bebes toddlers toddler seniors us others autres more cousins sisters brothers daughters sons`);
/** What comes before a number of people. */
const LEADS = set(
  "for pour of serons sera sommes est etre seront be were are have make party group table just have number",
);
/** What makes a number something else: a time, a date, money. */
const TIME_BEFORE = set("at au vers around about by before after avant apres until jusqu le on");
const TIME_AFTER = set(
  "h heure heures oclock am pm minutes minute hours hour o dollars piastres $ % th st nd rd e janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july august september october november december days jours weeks semaines",
);
const INCLUDING = set("including dont incluant inclus includes counting comptant");
const CORRECTIONS = set(
  "no non actually make plutot finalement sorry pardon scratch wait attends attendez instead rather",
);

/** People who come one at a time: each counts as one, or as said. */
const ONE_EACH =
  set(`wife husband partner girlfriend boyfriend son daughter mother father mom dad mum brother sister
  friend colleague boss fiance fiancee spouse roommate buddy baby date grandmother grandfather
  femme mari conjoint conjointe blonde chum fils fille mere pere frere soeur ami amie collegue copain copine epoux epouse
  bebe garcon patron`);
const TWO_EACH = set("parents grandparents couple");
const SELF = set("i me myself moi");
const MINE = set("my our a his her mon ma mes notre nos un une another autre the les");

/** Nobody books for more over the telephone without speaking to a person. */
const MOST = 500;

/**
 * How many people are meant, in either language: "a table for four", "on sera six", "my wife and I" (2), "nous deux plus
 * trois enfants" (5). Times and dates beside it are not counted; after a correction the last number is. Null where none
 * was said.
 */
export function understandPeople(text: string): number | null {
  const tokens = afterCorrection(tokenize(text));
  const said = tokens.map(({ text }) => text);
  const counted = countedIn(tokens, said);
  const named = namedIn(tokens, said);
  const count =
    counted !== null && named > 0 && !said.some((word) => INCLUDING.has(word)) && adds(said)
      ? counted + named
      : (counted ?? (named > 0 ? named : null));
  return count !== null && count >= 1 && count <= MOST ? count : null;
}

/** From the last correction on, where a number follows it. */
function afterCorrection(tokens: Token[]): Token[] {
  const at = tokens.findLastIndex(
    ({ text }, index) =>
      CORRECTIONS.has(text) && tokens.slice(index + 1).some((token) => worthOf(token) !== null),
  );
  return at < 0 ? tokens : tokens.slice(at + 1);
}

const worthOf = ({ number, text }: Token): number | null =>
  number ?? { dozen: 12, douzaine: 12, dizaine: 10, quinzaine: 15, vingtaine: 20, 1: 1 }[text] ?? null;

const adds = (said: string[]): boolean =>
  said.some((word) => /^(?:and|plus|et|pis|puis|with|avec|&)$/.test(word));

/** Numbers that count people, added up; "six, including two kids" is six, "five or six" is six. */
function countedIn(tokens: Token[], said: string[]): number | null {
  const including = said.findIndex((word) => INCLUDING.has(word));
  const found = tokens
    .slice(0, including < 0 ? undefined : including)
    .flatMap((_, at) => numberAt(tokens, said, at));
  const sure = found.filter(({ sure }) => sure);
  const kept = sure.length > 0 ? sure : found.slice(0, 1);
  if (kept.length === 0) return null;
  return kept.reduce((sum, { value }) => sum + value, 0);
}

type Found = { value: number; at: number; sure: boolean };

function numberAt(tokens: Token[], said: string[], at: number): Found[] {
  const [before = "", here = "", after = ""] = [said[at - 1], said[at], said[at + 1]];
  const article = /^(?:a|an|un|une|one|1)$/.test(here);
  const value = worthOf(tokens[at] as Token) ?? (article ? 1 : null);
  if (value === null || isOther(said, at)) return [];
  // "five or six": room for the larger number
  if (/^(?:or|ou)$/.test(after) && (tokens[at + 2]?.number ?? 0) > value) return [];
  const noun =
    COUNTED.has(after) ||
    (/^(?:of|petits|little|small|young|other|autres)$/.test(after) && COUNTED.has(said[at + 2] ?? ""));
  if (article && !(noun && !MINE.has(before)) && !(LEADS.has(before) && at === said.length - 1)) return [];
  if (article && /^(?:friend|ami|amie|baby|bebe|place|seat)$/.test(after)) return [];
  const both = before === "nous" || before === "les" || (after === "of" && said[at + 2] === "us");
  const sure = noun || LEADS.has(before) || both || /^(?:or|ou)$/.test(before);
  return sure || said.length <= 6 ? [{ value, at, sure }] : [];
}

/** A time, a date or money. */
function isOther(said: string[], at: number): boolean {
  const [before = "", after = ""] = [said[at - 1], said[at + 1]];
  if (TIME_AFTER.has(after) || (/^(?:in|en)$/.test(after) && /^(?:the|matin)$/.test(said[at + 2] ?? "")))
    return true;
  return TIME_BEFORE.has(before) && !COUNTED.has(after);
}

/** People named rather than counted: "my wife and I", "moi pis ma blonde". */
function namedIn(tokens: Token[], said: string[]): number {
  let sum = said.some((word, at) => isSelf(said, word, at)) ? 1 : 0;
  for (const [at, word] of said.entries()) {
    const before = said[at - 1] ?? "";
    if ((tokens[at - 1]?.number ?? null) !== null) continue;
    if (ONE_EACH.has(word) && MINE.has(before)) sum += 1;
    if (TWO_EACH.has(word) && MINE.has(before)) sum += 2;
    if (/^(?:both|alone|seul|seule|myself)$/.test(word)) sum = Math.max(sum, word === "both" ? 2 : 1);
  }
  return sum;
}

/** "I" counts when it stands among others or alone, not where it wants something. */
function isSelf(said: string[], word: string, at: number): boolean {
  if (!SELF.has(word)) return false;
  const [before = "", after = ""] = [said[at - 1], said[at + 1]];
  const linked = /^(?:and|et|pis|puis|plus|avec|with|&)$/;
  return (
    linked.test(before) ||
    linked.test(after) ||
    /^(?:just|only|juste|seulement|for|pour)$/.test(before) ||
    said.length === 1 ||
    (word === "moi" && at === 0)
  );
}
