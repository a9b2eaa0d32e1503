import { stem } from "../text.ts";
import { CONCEPTS } from "./concepts.ts";
import type { Chart } from "./pattern.ts";
import type { Intent } from "./rules/types.ts";

/** What is weighed where no rule says all: words, neighbours, classes, and what the rules do say. */
export type Features = Map<string, number>;

let meanings: Map<string, string[]> | undefined;

/** What a word means, by the first English word of each line that has it. */
function meaningsOf(word: string): string[] {
  meanings ??= readConcepts();
  return meanings.get(word) ?? meanings.get(stem(word)) ?? [];
}

function readConcepts(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of CONCEPTS.trim().split("\n")) {
    const words = line.split(/[ =]+/).filter(Boolean);
    const name = `${words[0]}`;
    for (const word of words)
      for (const form of new Set([word, stem(word)]))
        found.set(form, [...new Set([...(found.get(form) ?? []), name])]);
  }
  return found;
}

/** Features of an utterance, each with its value; the same for learning the weights and for using them. */
export function featuresOf({ words, classes }: Chart, scores: ReadonlyMap<Intent, number>): Features {
  const features: Features = new Map();
  const add = (name: string) => features.set(name, 1);
  const stems = words.slice(0, MOST).map(({ text }) => (/^\d/.test(text) ? "0" : stem(text)));
  const meant = words.slice(0, MOST).map(({ text }) => meaningsOf(text));
  for (const [at, word] of stems.entries()) {
    add(word);
    if (word.length > 5) add(`${word.slice(0, 5)}-`);
    for (const name of meant[at] ?? []) {
      add(`=${name}`);
      for (const ahead of [1, 2, 3])
        for (const next of meant[at + ahead] ?? []) if (next !== name) add(`=${name} ${next}`);
    }
    add(`${at === 0 ? "^" : stems[at - 1]} ${word}`);
    for (const name of classes[at]?.keys() ?? []) {
      add(`<${name}`);
      for (const ahead of [1, 2]) {
        for (const next of classes[at + ahead]?.keys() ?? []) if (next !== name) add(`<${name} ${next}`);
      }
    }
  }
  if (stems.length > 0) add(`${stems.at(-1)} $`);
  add(`#${Math.min(4, Math.ceil(stems.length / 3))}`);
  for (const [intent, score] of scores) if (score > 0) features.set(`!${intent}`, Math.min(score, 9) / 6);
  if (![...scores.values()].some((score) => score >= 2.5)) add("!nothing");
  return features;
}

/** Of a long speech the beginning is weighed: so many words. */
const MOST = 60;
