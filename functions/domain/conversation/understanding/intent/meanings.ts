import { stem } from "../text.ts";
import { CONCEPTS } from "./concepts.ts";

/** What a word means, by the first English word of each line of the concepts that has it; nothing for one in none. */
export type Meanings = ReadonlyMap<string, readonly string[]>;

export function readConcepts(): Meanings {
  const found = new Map<string, string[]>();
  for (const line of CONCEPTS.trim().split("\n")) {
    const words = line.replace("=", "").split(" ").filter(Boolean);
    const name = `${words[0]}`;
    for (const word of words) {
      add(found, word, name);
      add(found, stem(word), name);
    }
  }
  return found;
}

function add(found: Map<string, string[]>, form: string, name: string): void {
  const known = found.get(form);
  if (!known) found.set(form, [name]);
  else if (!known.includes(name)) known.push(name);
}

export const meaningsOf = (meanings: Meanings, word: string): readonly string[] =>
  meanings.get(word) ?? meanings.get(stem(word)) ?? [];
