import type { Locale } from "../../../catalogue/types.ts";
import { languageOf, languageTable } from "./language.ts";
import { LEXICON } from "./lexicon.ts";
import { FUNCTION_WORDS } from "./markers.ts";
import { negated } from "./negation.ts";
import {
  beginnings,
  type Chart,
  chartOf,
  compile,
  indexLexicon,
  matchAt,
  type Pattern,
  phrasesOf,
} from "./pattern.ts";
import { prepare } from "./prepare.ts";
import { RULES } from "./rules/all.ts";
import type { Intent, Rule } from "./rules/types.ts";
import { indexSpelling, respell } from "./spelling.ts";

/** confidence: 0 to 1; from 0.8 the dialogue acts on it, below 0.5 it asks. */
export type IntentUnderstanding = {
  intent: Intent;
  language: Locale;
  confidence: number;
  /** The next best, when something else was said too. */
  second?: Intent;
};

type Compiled = { rule: number; pattern: Pattern };

/** The grammar made ready, once, when it is first needed. */
function makeGrammar() {
  const index = indexLexicon(LEXICON);
  const byWord = new Map<string, Compiled[]>();
  const byClass = new Map<string, Compiled[]>();
  const anywhere: Compiled[] = [];
  for (const [rule, { says }] of RULES.entries()) {
    for (const pattern of phrasesOf(says).map(compile)) {
      const first = beginnings(pattern);
      const compiled = { rule, pattern };
      if (!first) anywhere.push(compiled);
      for (const word of first?.words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
      for (const name of first?.classes ?? []) byClass.set(name, [...(byClass.get(name) ?? []), compiled]);
    }
  }
  const literals = new Set([...byWord.keys()]);
  const common = new Set([...FUNCTION_WORDS.en.split(/\s+/), ...FUNCTION_WORDS.fr.split(/\s+/), ...literals]);
  return {
    index,
    byWord,
    byClass,
    anywhere,
    spelling: indexSpelling(index, common),
    languages: languageTable(LEXICON),
  };
}

let grammar: ReturnType<typeof makeGrammar> | undefined;

/**
 * What a caller wants and in which language, from one utterance in either, mixed or misspelled. Pure, offline, linear
 * in the length. `otherwise` is the language where the words do not tell.
 */
export function understandIntent(text: string, otherwise: Locale = "en"): IntentUnderstanding {
  grammar ??= makeGrammar();
  const { words } = prepare(text);
  const { language } = languageOf(text, grammar.languages, otherwise);
  const chart = chartOf(respell(words, grammar.spelling), grammar.index);
  const scores = scoresOf(chart, grammar);
  const ranked = [...scores].filter(([, score]) => score > 0).sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  if (!best || best[1] < LEAST)
    return { intent: "other", language, confidence: unknown(best?.[1] ?? 0, words.length) };
  return {
    intent: best[0],
    language,
    confidence: certainty(best[1], next?.[1] ?? 0),
    ...(next && next[1] >= LEAST ? { second: next[0] } : {}),
  };
}

/** Less than this says nothing. */
const LEAST = 2.5;

/** Nothing of what is known was said: the less there was, the less can be concluded from that. */
const unknown = (score: number, length: number): number =>
  Math.round((length === 0 ? 0.1 : Math.max(0.2, 0.45 - score / 10)) * 100) / 100;

/** Grows with what speaks for it, shrinks with what speaks for another. */
function certainty(best: number, next: number): number {
  const strength = best / (best + 0.8);
  const margin = Math.min(1, (best - next) / best / 0.35);
  return Math.round(strength * (0.6 + 0.4 * margin) * 100) / 100;
}

type Grammar = ReturnType<typeof makeGrammar>;

/** Each intent's strongest rule, a little of the others that speak for it, and what speaks against it. */
function scoresOf(chart: Chart, grammar: Grammar): Map<Intent, number> {
  const hits = hitsOf(chart, grammar);
  const best = new Map<Intent, number>();
  const rest = new Map<Intent, number>();
  const against = new Map<Intent, number>();
  for (const [at, worth] of hits) {
    const { intent } = RULES[at] as Rule;
    if (worth < 0) {
      against.set(intent, (against.get(intent) ?? 0) + worth);
      continue;
    }
    const before = best.get(intent) ?? 0;
    rest.set(intent, (rest.get(intent) ?? 0) + Math.min(before, worth));
    best.set(intent, Math.max(before, worth));
  }
  return new Map(
    [...best].map(([intent, worth]) => {
      const more = Math.min(1.5, (rest.get(intent) ?? 0) * 0.15);
      return [intent, worth + more + (against.get(intent) ?? 0)];
    }),
  );
}

/** Which rules hold, each with its weight where it holds best. */
function hitsOf(chart: Chart, { byWord, byClass, anywhere }: Grammar): Map<number, number> {
  const hits = new Map<number, number>();
  const denied = negated(chart);
  const turn = chart.words.findLastIndex(({ text }) => text === "but" || text === "mais");
  const attempt = ({ rule, pattern }: Compiled, from: number) => {
    const { weight, negated = false } = RULES[rule] as Rule;
    const end = matchAt(chart, pattern, from);
    if (end === null) return;
    if (weight > 0 && !negated && denied.slice(from, end).includes(true)) return;
    const said = turn < 0 || weight < 0 ? 1 : end <= turn ? 0.85 : from > turn ? 1.15 : 1;
    const worth = weight * said;
    const before = hits.get(rule);
    if (before === undefined || worth > before) hits.set(rule, worth);
  };
  for (const [at, { text }] of chart.words.entries()) {
    for (const one of byWord.get(text) ?? []) attempt(one, at);
    for (const name of chart.classes[at]?.keys() ?? [])
      for (const one of byClass.get(name) ?? []) attempt(one, at);
    for (const one of anywhere) attempt(one, at);
  }
  return hits;
}
