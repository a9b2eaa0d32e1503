import type { Locale } from "../../../catalogue/types.ts";
import { type Features, featuresOf } from "./features.ts";
import { type LanguageTable, languageOf, languageTable } from "./language.ts";
import { LEXICON } from "./lexicon.ts";
import { FUNCTION_WORDS } from "./markers.ts";
import { balanced } from "./model.ts";
import { negated } from "./negation.ts";
import * as patterns from "./pattern.ts";
import { prepare } from "./prepare.ts";
import { RULES } from "./rules/all.ts";
import type { Intent, Rule } from "./rules/types.ts";
import { indexSpelling, respell, type Spelling } from "./spelling.ts";

type Chart = patterns.Chart;
type Compiled = { rule: number; pattern: patterns.Pattern };

/** The lexicon and the rules made ready to be looked up. */
export type Grammar = {
  index: patterns.Index;
  byWord: Map<string, Compiled[]>;
  byClass: Map<string, Compiled[]>;
  anywhere: Compiled[];
  /** Tried at the first word only. */
  atStart: Compiled[];
  spelling: Spelling;
  languages: LanguageTable;
};

/** Compiles the rules, a few milliseconds: once, when they are first needed. */
export function makeGrammar(): Grammar {
  const index = patterns.indexLexicon(LEXICON);
  const byWord = new Map<string, Compiled[]>();
  const byClass = new Map<string, Compiled[]>();
  const anywhere: Compiled[] = [];
  const atStart: Compiled[] = [];
  for (const [rule, { says }] of RULES.entries()) {
    for (const pattern of patterns.phrasesOf(says).map(patterns.compile)) {
      const first = patterns.beginnings(pattern);
      const compiled = { rule, pattern };
      if (pattern[0]?.kind === "start") {
        atStart.push(compiled);
        continue;
      }
      if (!first) anywhere.push(compiled);
      for (const word of first?.words ?? []) put(byWord, word, compiled);
      for (const name of first?.classes ?? []) put(byClass, name, compiled);
    }
  }
  const small = `${FUNCTION_WORDS.en} ${FUNCTION_WORDS.fr}`.split(/\s+/);
  const spelling = indexSpelling(index, new Set([...small, ...byWord.keys()]));
  return { index, byWord, byClass, anywhere, atStart, spelling, languages: languageTable(LEXICON) };
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** What an utterance is weighed by, its language, and which share of its words is known at all. */
export function read(
  grammar: Grammar,
  text: string,
  otherwise: Locale = "en",
): { features: Features; language: Locale; known: number } {
  const prepared = prepare(text);
  const { language } = languageOf(prepared, grammar.languages, otherwise);
  const chart = patterns.chartOf(respell(prepared.words, grammar.spelling), grammar.index);
  const features = balanced(featuresOf(chart, scoresOf(grammar, chart)));
  const known = chart.words.filter(({ text }) => isFamiliar(grammar, text)).length;
  return { features, language, known: known / Math.max(1, chart.words.length) };
}

const isFamiliar = ({ index, spelling }: Grammar, word: string): boolean =>
  patterns.isKnown(index, word) || spelling.common.has(word);

/** Each intent's strongest rule, a little of the others that speak for it, and what speaks against it. */
export function scoresOf(grammar: Grammar, chart: Chart): Map<Intent, number> {
  const best = new Map<Intent, number>();
  const rest = new Map<Intent, number>();
  const against = new Map<Intent, number>();
  const plus = (to: Map<Intent, number>, intent: Intent, worth: number) =>
    to.set(intent, (to.get(intent) ?? 0) + worth);
  for (const [at, worth] of hitsOf(chart, grammar)) {
    const { intent } = RULES[at] as Rule;
    const before = best.get(intent) ?? 0;
    if (worth < 0) plus(against, intent, worth);
    else {
      plus(rest, intent, Math.min(before, worth));
      best.set(intent, Math.max(before, worth));
    }
  }
  const scores = new Map(
    [...best].map(([intent, worth]): [Intent, number] => {
      const more = Math.min(1.5, (rest.get(intent) ?? 0) * 0.15);
      return [intent, worth + more + (against.get(intent) ?? 0)];
    }),
  );
  return mainOf(scores);
}

const DEEDS: Intent[] = ["order", "book_appointment", "reschedule_appointment", "cancel_appointment"];
const QUESTIONS: Intent[] = ["ask_hours", "ask_price", "ask_address"];
const SAID_SO = 5;

/** "What time do you close? I'd like to order": the deed is the main thing, the question goes with it. */
function mainOf(scores: Map<Intent, number>): Map<Intent, number> {
  if (!DEEDS.some((intent) => (scores.get(intent) ?? 0) >= SAID_SO)) return scores;
  for (const intent of QUESTIONS) {
    const score = scores.get(intent);
    if (score !== undefined) scores.set(intent, score * 0.6);
  }
  return scores;
}

/** Which rules hold, each with its weight where it holds best. */
function hitsOf(chart: Chart, { byWord, byClass, anywhere, atStart }: Grammar): Map<number, number> {
  const hits = new Map<number, number>();
  const denied = negated(chart);
  const turn = chart.words.findLastIndex(({ text }) => text === "but" || text === "mais");
  const attempt = ({ rule, pattern }: Compiled, from: number) => {
    const { weight, negated: always = false } = RULES[rule] as Rule;
    const end = patterns.matchAt(chart, pattern, from);
    if (end === null) return;
    if (weight > 0 && !always && denied.slice(from, end).includes(true)) return;
    // What comes after "but" is what is meant.
    const meant = turn < 0 || weight < 0 ? 1 : end <= turn ? 0.85 : from > turn ? 1.15 : 1;
    hits.set(rule, Math.max(hits.get(rule) ?? Number.NEGATIVE_INFINITY, weight * meant));
  };
  for (const one of atStart) attempt(one, 0);
  for (const [at, { text }] of chart.words.entries()) {
    for (const one of byWord.get(text) ?? []) attempt(one, at);
    for (const name of chart.classes[at]?.keys() ?? []) {
      for (const one of byClass.get(name) ?? []) attempt(one, at);
    }
    for (const one of anywhere) attempt(one, at);
  }
  return hits;
}
