import type { Locale } from "../../../catalogue/types.ts";
import { numberWord } from "../numbers.ts";

/** One piece of an utterance: a word, a number in digits, a clock time, a date in digits. */
export type Token = {
  /** Lower case without accents; "à" is "au" in English text, where "a" is an article. */
  text: string;
  /** 0 inside a phrase, 1 after a comma or the like, 2 after the end of a sentence. */
  gap: 0 | 1 | 2;
};

/** Longer utterances are cut: nobody says so much in a turn, and the work stays bounded. */
const MAX_CHARACTERS = 10_000;

const NOISE = /^(?:u+h+m*|u+m+|h+m+|e+r+m*|a+h+|e+h+|euh+|heu+|ben|bin|bah|hein|like|well|please|genre|tse)$/;
const PHONE = /\+?\d[\d .()-]{7,}\d/g;
const MONEY = /[$€£#]\s?\d+(?:[.,]\d+)?|(?<!\d)\d{1,6}(?:[.,]\d{1,2})?\s?[$€£%]|no\.\d+/g;
const PIECE =
  /\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\/\d{1,2}|\d{1,2}\s?[:h]\s?\d{2}(?!\d)|\d{1,2}\.\d{2}(?!\d)|\d{1,2}(?:st|nd|rd|th|er|ere|eme|ieme|e)(?![a-z])|\d+|\p{L}+(?:'\p{L}+)*|[.,;:!?…@&()\n-]+|[–—]/gu;

/** Splits an utterance into tokens, hesitations left out. Linear in its length. */
export function tokensOf(text: string, locale: Locale): Token[] {
  const tokens: Token[] = [];
  let gap: 0 | 1 | 2 = 0;
  let hesitated = false;
  const pieces = prepare(text, locale).match(PIECE) ?? [];
  for (const [at, piece] of pieces.entries()) {
    if (/^[–—-]$/.test(piece) && /^\d/.test(pieces[at - 1] ?? "") && /^\d/.test(pieces[at + 1] ?? "")) {
      tokens.push({ text: "-", gap: 0 });
    } else if (/^[\p{L}\d@&]/u.test(piece)) {
      hesitated = NOISE.test(piece);
      if (hesitated) continue;
      tokens.push({ text: spelling(piece), gap: tokens.length > 0 ? gap : 0 });
      gap = 0;
    } else if (!hesitated || /[.!?\n]/.test(piece)) {
      gap = Math.max(gap, /[.!?…\n]/.test(piece) ? 2 : /[,;:()]/.test(piece) ? 1 : 0) as 0 | 1 | 2;
    }
  }
  return tokens;
}

function prepare(text: string, locale: Locale): string {
  const folded = text
    .slice(0, MAX_CHARACTERS)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘ʼ`´"”“]/g, "'")
    .replace(/(?<=\bcet?t?e? )(?=(?:jour|journée|date|heure|[a-z]+di|dimanche)[ -]là(?!\p{L}))/gu, "meme ")
    // Only the hyphen points back: in "ce soir là, à sept heures" it is the hesitation of Québec.
    .replace(/(?<!\p{L})cet?t?e? (?=(?:soir|matin|avant-midi|après-midi)-là(?!\p{L}))/gu, "le ")
    .replace(/(?<!\p{L})là(?!\p{L})/gu, " ")
    .replace(/(?<!\p{L})à(?!\p{L})/gu, locale === "fr" ? " a " : " au ")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .slice(0, MAX_CHARACTERS * 2);
  return (
    folded
      .replace(/(?<![a-z])([ap])\s?\.\s?m\b\.?/g, " $1m ")
      .replace(/(\d)o'?clock/g, "$1 oclock")
      .replace(/\bo'\s?clock/g, "oclock")
      .replace(/aujourd'\s?hui/g, "aujourdhui")
      .replace(/(?<![a-z])((?:jus|lors|puis)?qu|[ldjmtsnc])'(?=[a-z])/g, "$1 ")
      .replace(/(?<![a-z])we'?d(?= (?:like|love|prefer|rather|be|want|need|have))/g, "we would")
      .replace(/(?<![a-z])([a-z]+)ish(?![a-z])/g, (word, stem) =>
        numberWord(stem) === null && stem !== "one" ? word : `${stem} ish`,
      )
      .replace(/(th|first|second|third)'s(?![a-z])/g, "$1 is")
      .replace(/½/g, " 1/2 ")
      .replace(/(?<![a-z])or so(?![a-z])/g, "ish")
      // What follows is another clause, though recognisers write no comma.
      .replace(
        /(?<![a-z])(?:so(?! (?:early|late|far|much|many|soon))|donc|fa(?:it |i)?que|alors)(?![a-z])/g,
        ", donc",
      )
      .replace(PHONE, (digits) =>
        /\d{4}-\d{1,2}-\d{1,2}|\d[:]/.test(digits) || spaced(digits) ? digits : " numero ",
      )
      .replace(MONEY, " numero ")
  );
}

/** Digits far apart ("12 2019", "5 30") are not a telephone number. */
const spaced = (digits: string): boolean => digits.replace(/\D/g, "").length < 9;

function spelling(piece: string): string {
  if (piece === "@") return "at";
  if (piece === "&") return "and";
  const clock = /^(\d{1,2})\s?[:h.]\s?(\d{2})$/.exec(piece);
  return clock ? `${clock[1]}:${clock[2]}` : piece.replaceAll("'", "");
}
