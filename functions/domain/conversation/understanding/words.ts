import { CUES, type Cue, type CueName } from "./cue-names.ts";
import { ENGLISH } from "./phrases-en.ts";
import { FRENCH } from "./phrases-fr.ts";

/** The tokenizer tells "à" from "a": "à la place" reads "au la place". Both are known, accents being often left out. */
const withAccent = (phrase: string): string[] => {
  const accented = phrase.replace(/(^| )a (?=la |zero|emporter|10|soir)/g, "$1au ");
  return accented === phrase ? [phrase] : [phrase, accented];
};

type Node = { next: Map<string, Node>; cue: Cue | null };

/** A phrase of the grammar found at a position: how many tokens it takes. */
export type CueMatch = { cue: Cue; length: number };

const phrases = (text = ""): string[] =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .flatMap(withAccent);

const root: Node = { next: new Map(), cue: null };
for (const name of Object.keys(CUES) as CueName[]) {
  for (const phrase of [...phrases(ENGLISH[name]), ...phrases(FRENCH[name])]) {
    let node = root;
    for (const word of phrase.split(" ")) {
      const next: Node = node.next.get(word) ?? { next: new Map(), cue: null };
      node.next.set(word, next);
      node = next;
    }
    node.cue ??= CUES[name];
  }
}

/** Every cue that starts at a position, shortest first. */
export function cuesAt(texts: readonly string[], at: number): CueMatch[] {
  const found: CueMatch[] = [];
  let node = root.next.get(texts[at] ?? "");
  for (let length = 1; node; length++) {
    if (node.cue) found.push({ cue: node.cue, length });
    node = node.next.get(texts[at + length] ?? "");
  }
  return found;
}

/** True for the small words of both languages, which are never a slip for a word of the menu. */
export const isCommonWord = (text: string): boolean => root.next.get(text)?.cue != null;

/** Words inside a name that carry nothing: "soup of the day", "pain au chocolat". */
const LINKS = new Set("of the de du des d l la le les au aux a en style s".split(" "));
/** Words inside a name that join two things: only a name that has them may skip them for free. */
const JOINERS = new Set("and et with avec or ou pis n".split(" "));

export const isLink = (text: string): boolean => LINKS.has(text);
export const isJoiner = (text: string): boolean => JOINERS.has(text);

/** True for a word that by itself says how much: "extra", "no", "less". */
export const isAmount = (text: string): boolean => /^(amount|no)$/.test(root.next.get(text)?.cue?.kind ?? "");

/** Words for the same size or amount, as stems: they belong to no trade. */
const SAME = [
  ["no", "without", "san", "zero", "0", "pas", "aucun"],
  ["less", "light", "leger", "moin", "lite"],
  ["small", "petit", "ptit", "sm", "sml"],
  ["medium", "moyen", "med", "md"],
  ["larg", "grand", "gro", "gross", "big", "lg", "lrg"],
];

/** The stems of the same size or amount in other words ("grand", "lg" for "larg"); none for other words. */
export const otherWords = (stem: string): readonly string[] =>
  SAME.find((stems) => stems.includes(stem))?.filter((other) => other !== stem) ?? [];
