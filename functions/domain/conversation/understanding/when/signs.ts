import type { Locale } from "../../../catalogue/types.ts";
import { readNumber } from "../numbers.ts";
import { type Kind, lexiconOf, type Meaning, type Phrase } from "./lexicon.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A terminal of the grammar: a word or phrase with all it may mean, a number, a clock time, a date in digits. */
export type Sign = {
  text: string;
  /** 0 inside a phrase, 1 after a comma or the like, 2 after the end of a sentence. */
  gap: 0 | 1 | 2;
  meanings: readonly Meaning[];
  /** A cardinal, said or written. */
  number: number | null;
  /** Its digits as written ("09"); empty when it was said in words. */
  digits: string;
  /** "5:45", "15h45", "17.30" as minutes after midnight; early hours written "09:" are meant as they stand. */
  clock: { minutes: number; settled: boolean } | null;
  /** The numbers of "2019-03-05", "3/5", "5.3.2019", in the order written. */
  date: number[] | null;
};

const NOTHING: readonly Meaning[] = [];

/** What a sign means as one kind of word, or undefined. */
export const as = (sign: Sign | undefined, kind: Kind): Meaning | undefined =>
  sign?.meanings.find((meaning) => meaning.kind === kind);

/** True when a sign's own words match. */
export const says = (sign: Sign | undefined, words: RegExp): boolean => words.test(sign?.text ?? "");

/** True when a pause, or the end of a sentence, stands before a sign. */
export const paused = (sign: Sign | undefined): boolean => (sign?.gap ?? 0) > 0;

/** Reads an utterance as signs: the longest phrase or number at each place; fillers are left out. Linear. */
export function signsOf(text: string, locale: Locale): Sign[] {
  const tokens = tokensOf(text, locale);
  const words = tokens.map((token) => token.text);
  const signs: Sign[] = [];
  let gap: Sign["gap"] = 0;
  for (let at = 0; at < tokens.length; ) {
    const { sign, length } = signAt(tokens, words, at, locale);
    sign.gap = Math.max(gap, sign.gap) as Sign["gap"];
    at += length;
    const filler = sign.number === null ? as(sign, "filler") : undefined;
    // "Can we", "how about": what follows is another clause.
    // "By eleven fifteen, say eleven": after a number it names another, elsewhere it says nothing.
    const last = signs.at(-1);
    if (filler && !(filler.value === 2 && last && (last.number !== null || last.clock)))
      gap = filler.value === 1 && signs.length > 0 ? (Math.max(sign.gap, 1) as Sign["gap"]) : sign.gap;
    else {
      signs.push(sign);
      gap = 0;
    }
  }
  return signs;
}

function signAt(
  tokens: Token[],
  words: string[],
  at: number,
  locale: Locale,
): { sign: Sign; length: number } {
  const { text, gap } = tokens[at] as Token;
  const sign: Sign = { text, gap, meanings: NOTHING, number: null, digits: "", clock: null, date: null };
  if (/^\d/.test(text)) readDigits(sign);
  const phrase = phraseAt(words, at, locale);
  const number = sign.digits || sign.date || sign.clock ? null : numberAt(words, at, phrase);
  const length = Math.max(phrase?.words.length ?? 1, number?.length ?? 1);
  if (phrase && phrase.words.length === length && !(sign.digits && length === 1)) {
    sign.meanings = phrase.meanings;
    sign.text = phrase.words.join(" ");
    if (length > 1) sign.digits = "";
  }
  if (number && number.length === length) sign.number = number.value;
  else if (sign.digits && length === 1) sign.number = Number(sign.digits);
  if (!phrase && sign.number === null && sign.meanings.length === 0) mend(sign, locale);
  return { sign, length };
}

/** A preposition makes numbers of the words that sound like them: "at ate thirty". */
const SOUNDS: Record<string, number> = { ate: 8, for: 4, fore: 4, too: 2, won: 1 };

function numberAt(
  words: string[],
  at: number,
  phrase: Phrase | undefined,
): { value: number; length: number } | null {
  const read = readNumber(words, at);
  if (read) return read;
  const word = words[at] ?? "";
  const before = words[at - 1];
  if (
    (before === "at" || before === "around") &&
    Object.hasOwn(SOUNDS, word) &&
    (phrase?.words.length ?? 1) === 1
  )
    return { value: SOUNDS[word] ?? 0, length: 1 };
  return null;
}

function phraseAt(words: string[], at: number, locale: Locale): Phrase | undefined {
  return lexiconOf(locale)
    .get(words[at] ?? "")
    ?.find((phrase) => phrase.words.every((word, ahead) => word === words[at + ahead]));
}

function readDigits(sign: Sign): void {
  const ordinal = /^(\d{1,2})\D/.exec(sign.text);
  const clock = /^(\d{1,2}):(\d{2})$/.exec(sign.text);
  if (/^\d+$/.test(sign.text)) sign.digits = sign.text;
  else if (clock) readClock(sign, clock[1] ?? "", clock[2] ?? "");
  else if (/^\d+[/.-]/.test(sign.text)) sign.date = sign.text.split(/\D/).map(Number);
  else if (ordinal) sign.meanings = [{ kind: "ordinal", value: Number(ordinal[1]), name: "digits" }];
}

function readClock(sign: Sign, hours: string, minutes: string): void {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return;
  sign.clock = {
    minutes: (hour % 24) * 60 + minute,
    settled: hour === 0 || hour > 12 || hours.startsWith("0"),
  };
}

/** A day, a month or a part of the day long enough to be known with one letter wrong, missing, added or swapped. */
function mend(sign: Sign, locale: Locale): void {
  const word = sign.text;
  if (word.length < 7 || word.length > 11) return;
  for (const [other, phrases] of lexiconOf(locale)) {
    if (other[0] !== word[0] || other.length < 7 || !oneSlip(word, other)) continue;
    const meant = phrases.find(
      ({ words, meanings }) =>
        words.length === 1 && meanings.some(({ kind }) => /^(weekday|month|day|part|todayPart)$/.test(kind)),
    );
    if (!meant) continue;
    sign.meanings = meant.meanings;
    return;
  }
}

/** True when one letter replaced, added, dropped or swapped with its neighbour makes one word of the other. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
