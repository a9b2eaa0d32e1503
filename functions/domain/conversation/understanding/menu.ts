import type { Catalog, CatalogItem, OptionChoice, OptionGroup, Translations } from "../../catalogue/types.ts";
import { bitsApart, letterBits, NEAR, similarity, soundKey } from "./sounds.ts";
import { fold, isUnit, type Token, tokenize } from "./text.ts";
import { isAmount, isCommonWord, isJoiner, isLink, otherWords } from "./words.ts";

/** A choice of a group, wherever it may apply. */
export type ChoiceRef = { group: OptionGroup; choice: OptionChoice };

/** One way of naming something on the menu. */
export type Phrase = {
  words: number[];
  weights: number[];
  /** Bit by bit, the words that say nothing by themselves ("can" in "Can of soda"). */
  common: number;
  /** Bit by bit, the words without which it is another thing: "extra" of "extra cheese". */
  telling: number;
  /** Sum of the weights. */
  weight: number;
  joins: boolean;
  item: CatalogItem | null;
  choice: ChoiceRef | null;
};

type Word = {
  stem: string;
  raws: Set<string>;
  key: string;
  bits: number;
  phrases: { phrase: number; at: number }[];
};

/** A word of the menu that a heard word may be. */
export type WordMatch = { word: number; similarity: number };

/** A catalogue made ready for listening: words, where they occur, and the memory of words already heard. */
export type Menu = {
  catalog: Catalog;
  phrases: Phrase[];
  words: Word[];
  byStem: Map<string, number>;
  items: Map<string, CatalogItem>;
  groups: Map<string, OptionGroup>;
  heard: Map<string, WordMatch[]>;
};

const compiled = new WeakMap<Catalog, Menu>();

/** The menu of a catalogue, compiled once per catalogue object: a catalogue is never changed in place. */
export function menuOf(catalog: Catalog): Menu {
  const known = compiled.get(catalog);
  if (known) return known;
  const menu = compile(catalog);
  compiled.set(catalog, menu);
  return menu;
}

type Named = { name: string; translations: Translations; aliases: string[] };
type Draft = { tokens: Token[]; item: CatalogItem | null; choice: ChoiceRef | null };

function compile(catalog: Catalog): Menu {
  const drafts = [
    ...catalog.items.flatMap((item) => names(item).map((tokens): Draft => ({ tokens, item, choice: null }))),
    ...catalog.groups.flatMap((group) =>
      group.choices.flatMap((choice) => {
        const ref: ChoiceRef = { group, choice };
        return withGroup(names(choice), group).map((tokens): Draft => ({ tokens, item: null, choice: ref }));
      }),
    ),
  ];
  const menu: Menu = {
    catalog,
    phrases: [],
    words: [],
    byStem: new Map(),
    items: new Map(catalog.items.map((item) => [item.id, item])),
    groups: new Map(catalog.groups.map((group) => [group.id, group])),
    heard: new Map(),
  };
  const stems = new Set(drafts.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)));
  const frequency = frequencies(drafts);
  const owned = ownNames(catalog);
  for (const draft of drafts) addPhrase(menu, draft, stems, frequency, owned);
  return menu;
}

/** Every way of naming a thing, as tokens; a name's parenthesis is left out of one of them. */
function names(named: Named): Token[][] {
  const all = [named.name, ...Object.values(named.translations), ...named.aliases];
  const bare = all.map((name) => name.replace(/\([^)]*\)/g, " "));
  const unique = new Map<string, Token[]>();
  for (const name of [...all, ...bare]) {
    const tokens = tokenize(name);
    if (tokens.length > 0) unique.set(tokens.map(({ stem }) => stem).join(" "), tokens);
  }
  return [...unique.values()];
}

/** Of items the words that name their groups, of groups the names of all: "milk" is no kind of milk yet. */
function ownNames({ items, groups }: Catalog): Map<unknown, Set<string>> {
  const owned = new Map<unknown, Set<string>>();
  const stemsOf = (group: OptionGroup) => names(group).filter(({ length }) => length === 1);
  const all = new Set(groups.flatMap(stemsOf).flatMap(([one]) => one?.stem ?? []));
  for (const group of groups) owned.set(group, new Set(stemsOf(group).flatMap(([one]) => one?.stem ?? [])));
  for (const item of items) {
    const own = groups.filter(({ id }) => item.groupIds.includes(id));
    owned.set(item, new Set(own.flatMap((group) => [...(owned.get(group) ?? [])])));
  }
  for (const group of groups) owned.set(group, all);
  return owned;
}

/** A choice may be said with the name of its group: "large size", "swiss cheese", "mild salsa". */
function withGroup(choice: Token[][], group: OptionGroup): Token[][] {
  const tails = names(group).filter(
    ([tail, more]) => tail && !more && !isCommonWord(tail.text) && !isCommonWord(tail.stem),
  );
  return choice.flatMap((tokens) => [
    tokens,
    ...tails
      .filter(([tail]) => !tokens.some(({ stem }) => stem === tail?.stem))
      .map((tail) => [...tokens, ...tail]),
  ]);
}

/** In how many different things a stem occurs. */
function frequencies(drafts: Draft[]): Map<string, number> {
  const owners = new Map<string, Set<unknown>>();
  for (const { tokens, item, choice } of drafts) {
    for (const { stem } of tokens) {
      const set = owners.get(stem) ?? new Set();
      set.add(item ?? choice?.group);
      owners.set(stem, set);
    }
  }
  return new Map([...owners].map(([stem, set]) => [stem, set.size]));
}

function addPhrase(
  menu: Menu,
  draft: Draft,
  stems: Set<string>,
  frequency: Map<string, number>,
  owned: Map<unknown, Set<string>>,
): void {
  const joinedUp = joinCompounds(draft.tokens, stems);
  const content = joinedUp.filter(({ text }) => !isLink(text) && !isJoiner(text));
  const tokens = content.length > 0 ? content : joinedUp;
  const weights = tokens.map(({ text, stem }) =>
    /\d/.test(stem) || isMeasure(stem) || isCommonWord(text)
      ? 0.3
      : 1 / (1 + Math.log(frequency.get(stem) ?? 1)),
  );
  const groupNames = owned.get(draft.item ?? draft.choice?.group);
  const common = tokens.reduce(
    (bits, { text, stem }, at) =>
      isCommonWord(text) || /^\d/.test(stem) || isMeasure(stem) || groupNames?.has(stem)
        ? bits | (1 << at)
        : bits,
    0,
  );
  const telling = tokens.reduce((bits, { text }, at) => (isAmount(text) ? bits | (1 << at) : bits), 0);
  const phrase = menu.phrases.length;
  const words = tokens.map((token) => wordId(menu, token));
  const joins = draft.tokens.some(({ text }) => isJoiner(text));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  menu.phrases.push({
    words,
    weights,
    common,
    telling,
    weight,
    joins,
    item: draft.item,
    choice: draft.choice,
  });
  words.forEach((word, at) => void menu.words[word]?.phrases.push({ phrase, at }));
}

const isMeasure = (stem: string) => isUnit(stem) || stem === "x" || stem === "percent";

function wordId(menu: Menu, { stem, raw }: Token): number {
  const known = menu.byStem.get(stem);
  if (known !== undefined) {
    menu.words[known]?.raws.add(raw);
    return known;
  }
  menu.byStem.set(stem, menu.words.length);
  menu.words.push({ stem, raws: new Set([raw]), key: soundKey(stem), bits: letterBits(stem), phrases: [] });
  return menu.words.length - 1;
}

/** "cheese burger" is one word where the menu also writes it as one. */
function joinCompounds(tokens: Token[], stems: Set<string>): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const both = before ? compound(before, token) : null;
    if (both && stems.has(both.stem)) joined[joined.length - 1] = both;
    else joined.push(token);
  }
  return joined;
}

function compound(first: Token, second: Token): Token | null {
  if (second.gap || /\d/.test(first.text + second.text)) return null;
  const text = first.text + second.text;
  if (text.length < 5) return null;
  const [tail] = tokenize(text);
  return { text, stem: tail?.stem ?? text, raw: `${first.raw} ${second.raw}`, number: null, gap: first.gap };
}

/** Words of the menu a heard token may be: itself, else the same size in the other language, else near ones. */
export function matchesOf(menu: Menu, { text, stem, raw }: Token): WordMatch[] {
  const exact = menu.byStem.get(stem);
  // "mais" is not "maïs": a small word is no word that the menu writes with accents only.
  if (exact !== undefined && isCommonWord(text) && fold(raw) === text && isAccented(menu.words[exact], raw))
    return [];
  const known = menu.heard.get(stem);
  if (known) return known;
  const translated = otherWords(stem).flatMap((other) => menu.byStem.get(other) ?? []);
  const found =
    exact !== undefined
      ? [{ word: exact, similarity: 1 }]
      : translated.length > 0
        ? translated.map((word) => ({ word, similarity: 0.95 }))
        : isCommonWord(text)
          ? []
          : near(menu, stem);
  // The memory is bounded, so that a long-lived process listening to anything keeps its size.
  if (menu.heard.size > 2000) menu.heard.clear();
  menu.heard.set(stem, found);
  return found;
}

const isAccented = (word: Word | undefined, raw: string) =>
  word !== undefined && !word.raws.has(raw) && [...word.raws].every((written) => fold(written) !== written);

function near(menu: Menu, stem: string): WordMatch[] {
  if (stem.length < 3 || stem.length > 40) return [];
  const key = soundKey(stem);
  const bits = letterBits(stem);
  const found: WordMatch[] = [];
  menu.words.forEach((word, at) => {
    if (Math.abs(word.stem.length - stem.length) > 3) return;
    if (word.key !== key && bitsApart(bits, word.bits) > 4) return;
    const score = similarity(stem, word.stem, key, word.key);
    if (score >= NEAR) found.push({ word: at, similarity: score });
  });
  found.sort((a, b) => b.similarity - a.similarity);
  const best = found[0]?.similarity ?? 0;
  return found.filter(({ similarity }) => similarity >= best - 0.03).slice(0, 4);
}

/** Puts together what the recogniser took apart ("cheese burger", "paper oni") and the reverse ("milkshake"). */
export function rejoin(menu: Menu, tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const before = result.at(-1);
    const both = before ? compound(before, token) : null;
    if (before && both && isOneWord(menu, before, token, both)) result[result.length - 1] = both;
    else result.push(...(splitCompound(menu, token) ?? [token]));
  }
  return result;
}

function isOneWord(menu: Menu, first: Token, second: Token, both: Token): boolean {
  if (menu.byStem.has(both.stem)) return true;
  if (both.text.length < 7 || isCommonWord(first.text) || isCommonWord(second.text)) return false;
  if (menu.byStem.has(first.stem) || menu.byStem.has(second.stem)) return false;
  return matchesOf(menu, both).length > 0;
}

function splitCompound(menu: Menu, token: Token): Token[] | null {
  const { text, raw, gap } = token;
  if (text.length < 6 || text.length > 30 || /\d/.test(text) || menu.byStem.has(token.stem)) return null;
  for (let at = 3; at <= text.length - 3; at++) {
    const [first] = tokenize(text.slice(0, at));
    const [second] = tokenize(text.slice(at));
    if (first && second && menu.byStem.has(first.stem) && menu.byStem.has(second.stem)) {
      return [
        { ...first, raw, gap },
        { ...second, raw: "", gap: false },
      ];
    }
  }
  return null;
}
