import type { Locale } from "../../../catalogue/types.ts";
import { type Features, featuresOf } from "./features.ts";
import { type LanguageTable, languageOf, languageTable } from "./language.ts";
import { LEXICON } from "./lexicon.ts";
import { FUNCTION_WORDS } from "./markers.ts";
import { type Meanings, readConcepts } from "./meanings.ts";
import { chartOf, type Index, indexLexicon, isKnown } from "./phrases.ts";
import { prepare } from "./prepare.ts";
import { indexSpelling, respell, type Spelling } from "./spelling.ts";

/** The word lists made ready to be looked up. */
export type Reader = { index: Index; meanings: Meanings; spelling: Spelling; languages: LanguageTable };

/** A few milliseconds: once, when it is first needed. */
export function makeReader(): Reader {
  const index = indexLexicon(LEXICON);
  const meanings = readConcepts();
  const small = `${FUNCTION_WORDS.en} ${FUNCTION_WORDS.fr}`.split(/\s+/);
  const spelling = indexSpelling(index, new Set([...small, ...meanings.keys()]));
  return { index, meanings, spelling, languages: languageTable(LEXICON) };
}

/** What an utterance is weighed by, its language, and which share of its words is known at all. */
export function read(
  { index, meanings, spelling, languages }: Reader,
  text: string,
  otherwise: Locale = "en",
): { features: Features; language: Locale; known: number } {
  const prepared = prepare(text);
  const { language } = languageOf(prepared, languages, otherwise);
  const words = respell(prepared.words, spelling);
  const known = words.filter(({ text }) => isKnown(index, text) || spelling.common.has(text)).length;
  const features = featuresOf(chartOf(words, index), meanings);
  return { features, language, known: known / Math.max(1, words.length) };
}
