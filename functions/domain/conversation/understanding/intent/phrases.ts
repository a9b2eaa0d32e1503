import { phraseWords, type Word } from "./prepare.ts";

/** Words and phrases that mean the same, per language; a star stands for any ending. */
export type Lexicon = Record<string, { en: string; fr: string }>;

/** An utterance with the classes that begin at each of its words. */
export type Chart = { words: readonly Word[]; classes: ReadonlySet<string>[] };

type Node = { next: Map<string, Node>; classes: Set<string> };

/** A lexicon made ready to be looked up: phrases as a trie, beginnings of words by length. */
export type Index = { root: Node; prefixes: Map<string, string[]>; vocabulary: Set<string> };

export const phrasesOf = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

export function indexLexicon(lexicon: Lexicon): Index {
  const index: Index = { root: node(), prefixes: new Map(), vocabulary: new Set() };
  for (const [name, { en, fr }] of Object.entries(lexicon)) {
    for (const phrase of phrasesOf(`${en}|${fr}`)) addPhrase(index, name, phrase);
  }
  return index;
}

const node = (): Node => ({ next: new Map(), classes: new Set() });

function addPhrase(index: Index, name: string, phrase: string): void {
  if (phrase.endsWith("*")) {
    const start = phrase.slice(0, -1);
    index.prefixes.set(start, [...(index.prefixes.get(start) ?? []), name]);
    index.vocabulary.add(start);
    return;
  }
  let at = index.root;
  for (const word of phraseWords(phrase)) {
    index.vocabulary.add(word);
    const next = at.next.get(word) ?? node();
    at.next.set(word, next);
    at = next;
  }
  if (at !== index.root) at.classes.add(name);
}

/** True for a word that some class knows, whole or by its beginning. */
export const isKnown = ({ vocabulary, prefixes }: Index, word: string): boolean =>
  vocabulary.has(word) || startsOf(word).some((start) => prefixes.has(start));

const startsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length, 14) - 2) }, (_, at) => word.slice(0, at + 3));

/** Finds every class at every position. */
export function chartOf(words: readonly Word[], index: Index): Chart {
  return { words, classes: words.map((_, at) => classesAt(words, at, index)) };
}

function classesAt(words: readonly Word[], at: number, index: Index): Set<string> {
  const { text, clause } = words[at] as Word;
  const found = new Set(startsOf(text).flatMap((start) => index.prefixes.get(start) ?? []));
  if (/^\d/.test(text)) found.add(/[:h]|[ap]m$/.test(text) ? "time" : "number");
  let branch = index.root.next.get(text);
  for (let length = 1; branch; length++) {
    for (const name of branch.classes) found.add(name);
    const following = words[at + length];
    branch = following && following.clause === clause ? branch.next.get(following.text) : undefined;
  }
  return found;
}
