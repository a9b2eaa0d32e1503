import { numberWord, readNumber } from "./numbers.ts";
import { fold } from "./text.ts";

const SPOKEN_ZERO = /^(o|oh|zero|zeros|nought)$/;
const ONE = /^(one|un|une|won)$/;

/**
 * The digits in an utterance, said one by one, in groups or as numbers: "five one four, triple five, oh one double
 * nine", "cinq cent quatorze, cinq cent cinquante-cinq, zéro un neuf neuf". Other words are skipped.
 */
export function digitsIn(text: string): string {
  const words =
    fold(text)
      .replace(/(\d)[-.\s()]+(?=\d)/g, "$1")
      .match(/\d+|[a-z]+/g)
      ?.slice(0, 200) ?? [];
  let digits = "";
  for (let at = 0; at < words.length; ) {
    const [said, length] = digitsAt(words, at);
    digits += said;
    at += length;
  }
  return digits;
}

function digitsAt(words: string[], at: number): [string, number] {
  const word = words[at] ?? "";
  const times = word === "double" ? 2 : word === "triple" ? 3 : 0;
  if (times > 0) {
    const [said, length] = digitsAt(words, at + 1);
    return said.length === 1 ? [said.repeat(times), length + 1] : ["", 1];
  }
  if (/^\d+$/.test(word)) return [word, 1];
  if (SPOKEN_ZERO.test(word)) return ["0", 1];
  if (ONE.test(word)) return ["1", 1];
  const read = readNumber(words, at);
  if (read) return [String(read.value), read.length];
  const alone = numberWord(word);
  return alone === null ? ["", 1] : [String(alone), 1];
}

const NATIONAL = /^[2-9]\d{2}[2-9]\d{6}$/;

const nationalOf = (digits: string): string | null => {
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  return NATIONAL.test(national) ? national : null;
};

/** Digits that a recogniser writes as other words: believed only where a number lacks them. */
const SOUNDS_LIKE = new Map([
  ["for", "4"],
  ["to", "2"],
  ["too", "2"],
  ["ate", "8"],
  ["sex", "6"],
  ["cette", "7"],
  ["set", "7"],
  ["wit", "8"],
]);

/** A North American number in E.164 from digits or speech, or null when it is none. */
export function understandPhone(text: string): string | null {
  const plain = nationalOf(digitsIn(text));
  if (plain) return `+1${plain}`;
  const words = fold(text)
    .replace(/(\d)[-.\s()]+(?=\d)/g, "$1")
    .match(/\d+|[a-z]+|,/g);
  const other = words && words.length <= MOST_WORDS ? grouped(words, 0, "", { left: 5000 }) : null;
  return other && `+1${other}`;
}

const MOST_WORDS = 40;

/**
 * The first way of grouping the words that comes to a whole number: "eight hundred, five five five" is 800 555 and not
 * 805 55, "quatre cent cinquante, cinq cent" is 450 5. Long readings are tried first; the steps are bounded.
 */
function grouped(words: string[], at: number, digits: string, steps: { left: number }): string | null {
  if (digits.length > 11 || steps.left-- <= 0) return null;
  if (at >= words.length) return nationalOf(digits);
  for (const [said, length] of readingsAt(words, at)) {
    const found = grouped(words, at + length, digits + said, steps);
    if (found) return found;
  }
  return null;
}

function readingsAt(words: string[], at: number): [string, number][] {
  const [said, length] = digitsAt(words, at);
  const thousands = thousandsAt(words, at);
  const readings: [string, number][] = [...(thousands ? [thousands] : []), [said, length]];
  for (let shorter = length - 1; shorter > 0; shorter--) {
    const [part, taken] = digitsAt(words.slice(at, at + shorter), 0);
    if (taken === shorter) readings.push([part, taken]);
  }
  const like = SOUNDS_LIKE.get(words[at] ?? "");
  return like ? [...readings, [like, 1]] : readings;
}

/** "Two thousand", "deux mille douze". */
function thousandsAt(words: string[], at: number): [string, number] | null {
  const [said, length] = digitsAt(words, at);
  if (!/^[1-9]$/.test(said) || !/^(?:thousand|mille)$/.test(words[at + length] ?? "")) return null;
  const rest = readNumber(words, at + length + 1);
  const value = Number(said) * 1000 + (rest && rest.value < 1000 ? rest.value : 0);
  return [String(value), length + 1 + (rest && rest.value < 1000 ? rest.length : 0)];
}

/** What Twilio puts in From when the number is withheld: words, or a number that spells one. */
const WITHHELD = new Set(["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"]);

/** The caller's number when a text can be sent to it, else null. */
export const reachable = (number: string | null): string | null =>
  number !== null && /^\+[1-9]\d{7,14}$/.test(number) && !WITHHELD.has(number) ? number : null;
