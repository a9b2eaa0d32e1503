import type { Catalog, CatalogItem, OptionChoice, OptionGroup, Translations } from "../../catalogue/types.ts";
import { letterBits, soundKey } from "./sounds.ts";
import { isUnit, type Token, tokenize } from "./text.ts";
import { isAmount, isCommonWord, isJoiner, isLink } from "./words.ts";

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
  links: boolean;
  /** False for an alias. */
  isName: boolean;
  item: CatalogItem | null;
  choice: ChoiceRef | null;
};

export type Word = {
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
type Draft = { tokens: Token[]; isName: boolean; item: CatalogItem | null; choice: ChoiceRef | null };

function compile(catalog: Catalog): Menu {
  const heads = new Set(
    catalog.items.flatMap((item) => names(item).flatMap(([one, more]) => (one && !more ? [one.stem] : []))),
  );
  const drafts = [
    ...catalog.items.flatMap((item) =>
      names(item).map((tokens): Draft => ({ tokens, isName: isName(item, tokens), item, choice: null })),
    ),
    ...catalog.groups.flatMap((group) =>
      group.choices.flatMap((choice) => {
        const ref: ChoiceRef = { group, choice };
        return withGroup(names(choice), group, heads).map(
          (tokens): Draft => ({ tokens, isName: isName(choice, tokens), item: null, choice: ref }),
        );
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
    if (tokens.length > 0) unique.set(keyOf(tokens), tokens);
  }
  return [...unique.values()];
}

const keyOf = (tokens: Token[]) => tokens.map(({ stem }) => stem).join(" ");

/** The name itself, in any language, and no alias. */
const isName = ({ name, translations }: Named, tokens: Token[]) =>
  [name, ...Object.values(translations)].some((own) => keyOf(tokenize(own)) === keyOf(tokens));

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

/** A choice may be said with the last word of its group's name, unless items are called so: "swiss cheese". */
function withGroup(choice: Token[][], group: OptionGroup, heads: ReadonlySet<string>): Token[][] {
  const tails = names(group)
    .map((name) => name.slice(-1))
    .filter(
      ([tail]) => tail && !isCommonWord(tail.text) && !isCommonWord(tail.stem) && !heads.has(tail.stem),
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
  const links = content.length > 1 && content.length < joinedUp.length;
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const { isName, item, choice } = draft;
  menu.phrases.push({ words, weights, common, telling, weight, joins, links, isName, item, choice });
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

export function compound(first: Token, second: Token): Token | null {
  if (second.gap || /\d/.test(first.text + second.text)) return null;
  const text = first.text + second.text;
  if (text.length < 5) return null;
  const [tail] = tokenize(text);
  return { text, stem: tail?.stem ?? text, raw: `${first.raw} ${second.raw}`, number: null, gap: first.gap };
}
