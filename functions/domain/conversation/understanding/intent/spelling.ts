import type { Index } from "./phrases.ts";
import { isKnown } from "./phrases.ts";
import type { Word } from "./prepare.ts";

/** Known words by every form they have with one letter missing; each initial is made ready when it is first needed. */
export type Spelling = {
  index: Index;
  near: Map<string, Map<string, string>>;
  rank: Map<string, number>;
  common: ReadonlySet<string>;
};

const SHORTEST = 6;

/** Makes the lookup for slips of one letter: one missing, one too many, one wrong, or two in each other's place. */
export function indexSpelling(index: Index, common: ReadonlySet<string>): Spelling {
  const rank = new Map([...index.vocabulary].map((word, at) => [word, at]));
  return { index, near: new Map(), rank, common };
}

function nearOf({ index, near }: Spelling, initial: string): Map<string, string> {
  const made = near.get(initial);
  if (made) return made;
  const forms = new Map<string, string>();
  for (const word of index.vocabulary) {
    if (word.length < SHORTEST || !word.startsWith(initial)) continue;
    for (const form of formsOf(word)) if (!forms.has(form)) forms.set(form, word);
  }
  near.set(initial, forms);
  return forms;
}

const formsOf = (word: string): string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/** Puts right the words that nothing knows and that are one slip away from one that is. */
export function respell(words: readonly Word[], spelling: Spelling): Word[] {
  return words.map((word) => {
    const text = corrected(word.text, spelling);
    return text === word.text ? word : { ...word, text };
  });
}

function corrected(word: string, spelling: Spelling): string {
  const { index, rank, common } = spelling;
  if (word.length < 4 || word.length > 20 || /^\d/.test(word)) return word;
  if (isKnown(index, word) || common.has(word)) return word;
  // "leau", "lheure", "jarrive": an elision written without its apostrophe.
  const rest = /^[ldjmtsn]([aeiouhy].{2,})$/.exec(word)?.[1];
  if (rest && (index.vocabulary.has(rest) || common.has(rest))) return rest;
  if (word.length < SHORTEST - 1) return word;
  const near = nearOf(spelling, word.charAt(0));
  const found = formsOf(word)
    .flatMap((form) => near.get(form) ?? [])
    .filter((one) => Math.abs(one.length - word.length) <= 1);
  const ranks = found.map((one) => rank.get(one) ?? 0);
  // What the lexicon names first is what callers most often mean.
  return found[ranks.indexOf(Math.min(...ranks))] ?? word;
}
