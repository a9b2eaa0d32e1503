import { phraseWords, type Word } from "./prepare.ts";

/** Words and phrases that mean the same to the rules, per language; a star stands for any ending. */
export type Lexicon = Record<string, { en: string; fr: string }>;

/** One thing a rule asks for at a position. */
type Element =
  | { kind: "word"; words: Set<string>; optional: boolean }
  | { kind: "class"; names: string[]; optional: boolean }
  | { kind: "gap"; most: number }
  | { kind: "start" }
  | { kind: "end" };

export type Pattern = Element[];

/** An utterance with, at each position, the classes found there and how many words each takes. */
export type Chart = { words: readonly Word[]; classes: Map<string, number[]>[] };

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

function classesAt(words: readonly Word[], at: number, index: Index): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const add = (name: string, length: number) => found.set(name, [...(found.get(name) ?? []), length]);
  const { text, clause } = words[at] as Word;
  for (const start of startsOf(text)) for (const name of index.prefixes.get(start) ?? []) add(name, 1);
  if (/^\d/.test(text)) add(/[:h]|[ap]m$/.test(text) ? "time" : "number", 1);
  let branch = index.root.next.get(text);
  for (let length = 1; branch; length++) {
    for (const name of branch.classes) add(name, length);
    const following = words[at + length];
    branch = following && following.clause === clause ? branch.next.get(following.text) : undefined;
  }
  return found;
}

/**
 * Reads a rule: words ("open"), one of several ("open/closed"), classes ("<cancel>", "<cancel/move>"), "?" after what
 * may be missing, "~3" for up to three words between, "^" and "$" for the two ends of an utterance.
 */
export function compile(rule: string): Pattern {
  return rule
    .trim()
    .split(/\s+/)
    .flatMap((piece): Element[] => {
      if (piece === "^") return [{ kind: "start" }];
      if (piece === "$") return [{ kind: "end" }];
      if (/^~\d+$/.test(piece)) return [{ kind: "gap", most: Number(piece.slice(1)) }];
      const optional = piece.endsWith("?");
      const body = optional ? piece.slice(0, -1) : piece;
      if (body.startsWith("<")) return [{ kind: "class", names: body.slice(1, -1).split("/"), optional }];
      if (body.includes("/")) {
        return [{ kind: "word", words: new Set(body.split("/").flatMap(phraseWords)), optional }];
      }
      return phraseWords(body).map((word) => ({ kind: "word", words: new Set([word]), optional }));
    });
}

/** Where a pattern ends when it starts at a position: the first end found, or null. */
export function matchAt(chart: Chart, pattern: Pattern, from: number): number | null {
  return step(chart, pattern, 0, from, chart.words[from]?.clause ?? 0);
}

function step(chart: Chart, pattern: Pattern, part: number, at: number, clause: number): number | null {
  const element = pattern[part];
  if (!element) return at;
  if (element.kind === "start") return at === 0 ? step(chart, pattern, part + 1, at, clause) : null;
  if (element.kind === "end") {
    return at === chart.words.length ? step(chart, pattern, part + 1, at, clause) : null;
  }
  if (element.kind === "gap") {
    for (let skip = 0; skip <= element.most; skip++) {
      if (skip > 0 && chart.words[at + skip - 1]?.clause !== clause) return null;
      const end = step(chart, pattern, part + 1, at + skip, clause);
      if (end !== null) return end;
    }
    return null;
  }
  for (const length of lengthsAt(chart, element, at, clause)) {
    const end = step(chart, pattern, part + 1, at + length, clause);
    if (end !== null) return end;
  }
  return element.optional ? step(chart, pattern, part + 1, at, clause) : null;
}

function lengthsAt(
  { words, classes }: Chart,
  element: Extract<Element, { kind: "word" | "class" }>,
  at: number,
  clause: number,
): number[] {
  const word = words[at];
  if (!word || word.clause !== clause) return [];
  if (element.kind === "word") return element.words.has(word.text) ? [1] : [];
  return element.names.flatMap((name) => classes[at]?.get(name) ?? []);
}

/** What a pattern can begin with, to try it only where it may fit; null when it may begin anywhere. */
export function beginnings(pattern: Pattern): { words: string[]; classes: string[] } | null {
  const words: string[] = [];
  const classes: string[] = [];
  for (const element of pattern) {
    if (element.kind === "start") continue;
    if (element.kind === "gap" || element.kind === "end") return null;
    if (element.kind === "word") words.push(...element.words);
    else classes.push(...element.names);
    if (!element.optional) return { words, classes };
  }
  return null;
}
