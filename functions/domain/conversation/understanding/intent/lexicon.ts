import { ENGLISH } from "./lexicon-en.ts";
import { FRENCH } from "./lexicon-fr.ts";
import type { Lexicon } from "./phrases.ts";

/** What is spoken of, in both languages. The same lists tell the languages apart; spelling prefers what is named first. */
export const LEXICON: Lexicon = Object.fromEntries(
  Object.entries(ENGLISH).map(([name, en]) => [name, { en, fr: FRENCH[name as keyof typeof ENGLISH] }]),
);
