import type { Locale } from "../../../catalogue/types.ts";
import { fold } from "../text.ts";
import { CONCEPTS } from "./concepts.ts";
import { FUNCTION_WORDS, SHAPES, SHARED } from "./markers.ts";
import type { Lexicon } from "./phrases.ts";
import type { Prepared } from "./prepare.ts";

/** How much each word speaks for French (above 0) or English (below). */
export type LanguageTable = Map<string, number>;

const ACCENT = /[àâçéèêëîïôûùüœæ]/;

/** Weighs small words most, then the words of the lexicon that only one language has. */
export function languageTable(lexicon: Lexicon): LanguageTable {
  const table: LanguageTable = new Map();
  const content = { en: new Set<string>(), fr: new Set<string>() };
  for (const phrases of Object.values(lexicon)) {
    for (const locale of ["en", "fr"] as const) {
      for (const word of fold(phrases[locale]).split(/[|\s*']+/)) content[locale].add(word);
    }
  }
  for (const line of CONCEPTS.trim().split("\n")) {
    const [en = "", fr = ""] = line.split("=");
    for (const word of en.split(" ")) content.en.add(word);
    for (const word of fr.split(" ")) content.fr.add(word);
  }
  for (const word of content.fr) table.set(word, content.en.has(word) ? 0 : 0.8);
  for (const word of content.en) if (!content.fr.has(word)) table.set(word, -0.8);
  const [en, fr, shared] = [FUNCTION_WORDS.en, FUNCTION_WORDS.fr, SHARED].map(
    (text) => new Set(text.split(/\s+/)),
  );
  for (const word of fr ?? []) table.set(word, en?.has(word) ? 0 : 1.2);
  for (const word of en ?? []) if (!fr?.has(word)) table.set(word, -1.2);
  for (const word of shared ?? []) table.set(word, 0);
  return table;
}

/**
 * The language an utterance is in, also where the caller mixes the two: that of its frame, the small words and the
 * verbs they begin with. A word or two that both have ("pizza", "stop") tell nothing: then `otherwise`.
 */
export function languageOf(
  { spelled }: Prepared,
  table: LanguageTable,
  otherwise: Locale = "en",
): { language: Locale; certainty: number } {
  let en = 0;
  let fr = 0;
  for (const [at, word] of spelled.entries()) {
    const worth = weigh(word, table) * (at < 5 ? 1.3 : 1);
    if (worth > 0) fr += worth;
    else en -= worth;
  }
  if (en === fr) return { language: otherwise, certainty: 0 };
  return { language: fr > en ? "fr" : "en", certainty: Math.abs(fr - en) / (fr + en) };
}

/** One word: what is known of it, else its accents and its shape. */
function weigh(word: string, table: LanguageTable): number {
  const folded = fold(word);
  const known = table.get(folded);
  const accent = ACCENT.test(word) ? 1 : 0;
  // English has no accents: "zéro" is not "zero".
  if (accent) return 1 + Math.max(0, known ?? 0);
  if (known !== undefined) return known;
  const english = SHAPES.en.test(folded) ? 0.3 : 0;
  const french = SHAPES.fr.test(folded) ? 0.3 : 0;
  return french - english;
}
