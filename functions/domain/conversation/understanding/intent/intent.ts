import type { Locale } from "../../../catalogue/types.ts";
import type { Intent } from "./intents.ts";
import { likelihoods, type Model, ranked, readModel } from "./model.ts";
import { makeReader, type Reader, read } from "./reader.ts";
import { WEIGHTS } from "./weights.ts";

/** confidence: 0 to 1, as often right as it says; from 0.8 the dialogue acts on it, below 0.5 it asks. */
export type IntentUnderstanding = {
  intent: Intent;
  language: Locale;
  confidence: number;
  /** The next best, where it is not out of the question. */
  second?: Intent;
};

let ready: { reader: Reader; model: Model } | undefined;

/**
 * What a caller wants and in which language, from one utterance in either, mixed or misspelled: learned weights of its
 * words and meanings decide. Pure, offline, linear in the length; `otherwise` is the language where the words do not tell.
 */
export function understandIntent(text: string, otherwise: Locale = "en"): IntentUnderstanding {
  ready ??= { reader: makeReader(), model: readModel(WEIGHTS) };
  const { features, language, known } = read(ready.reader, text, otherwise);
  // Of words that nobody knows, nothing can be concluded.
  if (known === 0) return { intent: "other", language, confidence: 0 };
  const [best, next] = ranked(likelihoods(ready.model, features));
  const [intent, likely] = best ?? ["other", 0];
  const second = next && next[1] >= 0.15 ? { second: next[0] } : {};
  const confidence = Math.round(likely * Math.min(1, 2 * known) * 100) / 100;
  return { intent, language, confidence, ...second };
}
