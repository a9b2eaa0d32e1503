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

/** A North American number in E.164 from digits or speech, or null when it is none. */
export function understandPhone(text: string): string | null {
  const digits = digitsIn(text);
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null;
}

/** What Twilio puts in From when the number is withheld: words, or a number that spells one. */
const WITHHELD = new Set(["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"]);

/** The caller's number when a text can be sent to it, else null. */
export const reachable = (number: string | null): string | null =>
  number !== null && /^\+[1-9]\d{7,14}$/.test(number) && !WITHHELD.has(number) ? number : null;
