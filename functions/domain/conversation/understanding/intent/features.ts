import { stem } from "../text.ts";
import { type Meanings, meaningsOf } from "./meanings.ts";
import type { Chart } from "./phrases.ts";

/** What an utterance is weighed by: its words, alone and by twos, what they mean and which meanings stand near each other. */
export type Features = ReadonlySet<number>;

/**
 * Features have no names where they are used, only one of so many codes (feature hashing): two may share one, which the
 * learning makes up for, and no list of names has to be carried along.
 */
export const CODES = 16384;

/** Of a long speech the beginning is weighed: so many words. */
const MOST = 60;

/** Features of an utterance; the same for learning the weights and for using them. */
export function featuresOf({ words, classes }: Chart, meanings: Meanings): Features {
  const features = new Set<number>();
  const add = (name: string) => features.add(codeOf(name));
  const stems = words.slice(0, MOST).map(({ text }) => (/^\d/.test(text) ? "0" : stem(text)));
  const meant = words.slice(0, MOST).map(({ text }) => meaningsOf(meanings, text));
  for (const [at, word] of stems.entries()) {
    add(word);
    if (word.length > 5) add(`${word.slice(0, 5)}-`);
    if (at + 1 < stems.length) add(`${word} ${stems[at + 1]}`);
    for (const name of classes[at] ?? []) {
      add(`<${name}`);
      for (const near of [1, 2])
        for (const next of classes[at + near] ?? []) if (next !== name) add(`<${name} ${next}`);
    }
    for (const name of meant[at] ?? []) {
      add(`=${name}`);
      for (const near of [1, 2, 3])
        for (const next of meant[at + near] ?? []) if (next !== name) add(`=${name} ${next}`);
    }
  }
  if (stems.length > 0) {
    add(`^ ${stems[0]}`);
    add(`${stems.at(-1)} $`);
  }
  add(`#${Math.min(4, Math.ceil(stems.length / 3))}`);
  return features;
}

/** FNV-1a, folded. */
function codeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return ((hash >>> 13) ^ hash) & (CODES - 1);
}
