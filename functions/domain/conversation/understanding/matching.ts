import { compound, type Menu, type Word, type WordMatch } from "./menu.ts";
import { bitsApart, CUT_SHORT, letterBits, NEAR, similarity, soundKey } from "./sounds.ts";
import { fold, type Token, tokenize } from "./text.ts";
import { isCommonWord, otherWords } from "./words.ts";

/** Words of the menu a heard token may be: itself, else the same size in the other language, else near ones. */
export function matchesOf(menu: Menu, { text, stem, raw }: Token): WordMatch[] {
  const exact = menu.byStem.get(stem);
  if (exact !== undefined && isUnaccented(menu.words[exact], text, raw)) return [];
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

/** "Mais" is not "maïs": a small word heard without an accent is no word that the menu writes with one. */
const isUnaccented = (word: Word | undefined, text: string, raw: string) =>
  isCommonWord(text) && text.length < 5 && fold(raw) === raw && accented(word);

const accented = (word: Word | undefined) =>
  word !== undefined && [...word.raws].every((written) => fold(written) !== written);

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
  if (found.length === 0) found.push(...beginningWith(menu, stem));
  found.sort((a, b) => b.similarity - a.similarity);
  const best = found[0]?.similarity ?? 0;
  return found.filter(({ similarity }) => similarity >= best - 0.03).slice(0, 4);
}

/** "Pep pizza", "choc muffin": a word cut short, where one word of an item's name begins so. */
function beginningWith(menu: Menu, stem: string): WordMatch[] {
  const longer = menu.words.flatMap((word, at) =>
    word.stem.length > stem.length + 1 &&
    word.stem.startsWith(stem) &&
    word.phrases.some(({ phrase }) => menu.phrases[phrase]?.item)
      ? [{ word: at, similarity: CUT_SHORT }]
      : [],
  );
  return stem.length < 6 && longer.length === 1 ? longer : [];
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
