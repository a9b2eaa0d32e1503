import type { CatalogItem } from "../../catalogue/types.ts";
import type { Cue } from "./cue-names.ts";
import { matchesOf, rejoin } from "./matching.ts";
import type { ChoiceRef, Menu, Phrase } from "./menu.ts";
import { CUT_SHORT } from "./sounds.ts";
import { type Token, tokenize } from "./text.ts";
import { cuesAt, isJoiner, isLink } from "./words.ts";

/** A stretch of the utterance with one meaning; start inclusive, end exclusive, in tokens. */
export type Span = { start: number; end: number; score: number } & (
  | { kind: "cue"; cue: Cue }
  | { kind: "number"; value: number }
  | {
      kind: "menu";
      items: CatalogItem[];
      choices: ChoiceRef[];
      /** Choices that it may be without saying which, where it is nothing else. */
      open: ChoiceRef[];
      confidence: number;
      coverage: number;
    }
  | { kind: "unknown" }
);

export type MenuSpan = Extract<Span, { kind: "menu" }>;

/** candidates: by the token they start at, every name a stretch may be, also those not chosen. */
export type Heard = { tokens: Token[]; spans: Span[]; candidates: MenuSpan[][] };

/** A name's words are looked for within this many tokens. */
const WINDOW = 9;
/** Less of a name than this, weighed by how telling its words are, is not that name. */
const MIN_COVERAGE = 0.45;

/**
 * Cuts a stretch again without the name it was taken for: "petite poutine" as a size and an item, where a choice of
 * that name is had with other things only. Empty when nothing else on the menu is in it.
 */
export function cutAgain({ tokens, candidates }: Heard, whole: MenuSpan): Span[] {
  const inside = (span: Span) =>
    span.end <= whole.end && (span.start !== whole.start || span.end !== whole.end);
  const spans = cut(tokens, (at) => (candidates[at] ?? []).filter(inside), whole.start, whole.end);
  return spans.some((span) => span.kind === "menu") ? spans : [];
}

/** Cuts an utterance into the best sequence of menu names, cues, numbers and words not understood. */
export function hear(menu: Menu, text: string): Heard {
  const tokens = rejoin(menu, tokenize(text));
  const candidates = tokens.map((_, at) => menuSpansAt(menu, tokens, at));
  return { tokens, candidates, spans: cut(tokens, (at) => candidates[at] ?? [], 0, tokens.length) };
}

/** The sequence of spans worth most, between two positions. */
function cut(tokens: Token[], named: (at: number) => readonly MenuSpan[], from: number, to: number): Span[] {
  const texts = tokens.map(({ text }) => text);
  const best: { score: number; span: Span | null }[] = [];
  for (let at = from; at <= to; at++)
    best[at] = { score: at === from ? 0 : Number.NEGATIVE_INFINITY, span: null };
  for (let at = from; at < to; at++) {
    for (const span of [...named(at), ...plainSpansAt(tokens, texts, at)]) {
      if (span.end > to) continue;
      const score = (best[at]?.score ?? 0) + span.score;
      if (score > (best[span.end]?.score ?? 0) || best[span.end]?.span === null)
        best[span.end] = { score, span };
    }
  }
  return trace(best, from, to);
}

function trace(best: { span: Span | null }[], from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let at = to; at > from; ) {
    const span = best[at]?.span;
    if (!span) break;
    spans.push(span);
    at = span.start;
  }
  return spans.reverse();
}

/** What a word of a cue weighs against a name on the menu, where it is not 0.5. */
const WORTH: Partial<Record<Cue["kind"], number>> = { filler: 0.15, article: 0.15, polite: 0.55 };

function plainSpansAt(tokens: Token[], texts: string[], at: number): Span[] {
  const token = tokens[at];
  const unknown: Span = { kind: "unknown", start: at, end: at + 1, score: -0.2 };
  const cues = cuesAt(texts, at).map(({ cue, length }): Span => {
    const worth = WORTH[cue.kind] ?? 0.5;
    return { kind: "cue", cue, start: at, end: at + length, score: worth * length };
  });
  const number = token?.number;
  if (number != null) cues.push({ kind: "number", value: number, start: at, end: at + 1, score: 0.45 });
  return [...cues, unknown];
}

type Progress = { used: number; last: number; similarity: number; covered: number; near: number };

/** Every stretch that names something on the menu and starts at a position. */
function menuSpansAt(menu: Menu, tokens: Token[], start: number): MenuSpan[] {
  const spans: MenuSpan[] = [];
  let active = begin(menu, tokens[start]);
  let links = 0;
  let joins = 0;
  for (let at = start; active.size > 0; ) {
    spans.push(...bestOf(menu, active, start, at + 1, links, joins));
    for (at++; at - start < WINDOW && isSmall(tokens[at]); at++) {
      if (isJoiner(tokens[at]?.text ?? "")) joins++;
      else links++;
    }
    if (at - start >= WINDOW) break;
    active = extend(menu, active, tokens[at]);
  }
  return spans;
}

const isSmall = (token: Token | undefined) =>
  token !== undefined && (isJoiner(token.text) || isLink(token.text));

function begin(menu: Menu, token: Token | undefined): Map<number, Progress> {
  const active = new Map<number, Progress>();
  const nothing = { used: 0, last: -1, similarity: 0, covered: 0, near: 1 };
  for (const { word, similarity } of token ? matchesOf(menu, token) : []) {
    for (const { phrase, at } of menu.words[word]?.phrases ?? []) {
      const next = step(menu.phrases[phrase], nothing, at, similarity);
      const known = active.get(phrase);
      if (next && (!known || next.covered > known.covered)) active.set(phrase, next);
    }
  }
  return active;
}

function extend(menu: Menu, active: Map<number, Progress>, token: Token | undefined): Map<number, Progress> {
  const extended = new Map<number, Progress>();
  for (const { word, similarity } of token ? matchesOf(menu, token) : []) {
    for (const { phrase, at } of menu.words[word]?.phrases ?? []) {
      const progress = active.get(phrase);
      const next = progress && step(menu.phrases[phrase], progress, at, similarity);
      if (next && !extended.has(phrase)) extended.set(phrase, next);
    }
  }
  return extended;
}

function step(phrase: Phrase | undefined, from: Progress, at: number, similarity: number): Progress | null {
  if (!phrase || at > 29 || from.used & (1 << at)) return null;
  // "Pizza pepperoni" is "pepperoni pizza", but "cheese, extra…" is no "extra cheese".
  if (at < from.last && phrase.common & (1 << at)) return null;
  return {
    used: from.used | (1 << at),
    similarity: from.similarity + similarity,
    covered: from.covered + (phrase.weights[at] ?? 0),
    near: Math.min(from.near, similarity),
    last: at,
  };
}

type Scored = { phrase: Phrase; near: number; coverage: number; score: number };

/** The best items and the best choices of a stretch, apart: which of them is meant shows around it. */
function bestOf(
  menu: Menu,
  active: Map<number, Progress>,
  start: number,
  end: number,
  links: number,
  joins: number,
) {
  const scored: Scored[] = [];
  for (const [id, progress] of active) {
    const phrase = menu.phrases[id];
    if (!phrase) continue;
    const coverage = progress.covered / phrase.weight;
    // A name is never recognised by its small words alone.
    if (coverage < 0.99 && (progress.used & ~phrase.common) === 0) continue;
    if (progress.near === CUT_SHORT && (progress.used & (progress.used - 1)) === 0) continue;
    // A name with "and" in it is worth as much as its parts with an "and" between.
    if (phrase.choice && (phrase.telling & ~progress.used) !== 0) continue;
    const penalty = 0.1 + links * (phrase.links ? -0.15 : 0.03) + joins * (phrase.joins ? -0.5 : 0.35);
    const score = progress.similarity ** 1.15 * (0.1 + 0.9 * coverage) - penalty;
    scored.push({ phrase, near: progress.near, coverage, score });
  }
  const items = top(scored.filter(({ phrase }) => phrase.item));
  const choices = top(scored.filter(({ phrase }) => phrase.choice));
  return spansOf(items, choices, start, end);
}

/** The best; names covered only in part count as equal when they are close. */
function top(scored: Scored[]): Scored[] {
  const best = scored.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const full = scored.some(({ score, coverage }) => score === best && coverage > 0.99);
  return scored.filter(({ score }) => score >= best - (full ? 0.001 : 0.3));
}

const refsOf = (from: Scored[]) => [...new Set(from.flatMap(({ phrase }) => phrase.choice ?? []))];

/** "No olives" where there are black and green ones: what a part of a name leaves open, of one group. */
function kindsOf(from: Scored[]): ChoiceRef[] {
  const refs = refsOf(from);
  const [first] = refs;
  const alike = first?.group.kind === "many" && refs.every(({ group }) => group === first.group);
  return alike && refs.length < 5 ? refs : [];
}

/** The choices meant, names before aliases; of a group in which a part of a name fits several, none is. */
function distinct(from: Scored[]): ChoiceRef[] {
  const refs = refsOf([...from].sort((a, b) => Number(b.phrase.isName) - Number(a.phrase.isName)));
  const whole = from.some(({ coverage }) => coverage > 0.99);
  return whole
    ? refs
    : refs.filter(({ group }) => refs.filter((other) => other.group === group).length === 1);
}

function spansOf(items: Scored[], choices: Scored[], start: number, end: number): MenuSpan[] {
  const span = (from: Scored[]): MenuSpan[] => {
    const best = from.reduce<Scored | null>(
      (most, one) => (most && most.score >= one.score ? most : one),
      null,
    );
    const things = [...new Set(from.flatMap(({ phrase }) => phrase.item ?? []))];
    const refs = distinct(from);
    const open = things.length + refs.length === 0 ? kindsOf(from) : [];
    // One word of a longer name says too little, unless it leaves a question to ask.
    if (
      !best ||
      things.length + refs.length + open.length === 0 ||
      (best.coverage < MIN_COVERAGE && things.length < 2 && open.length === 0)
    )
      return [];
    const { coverage, score, near } = best;
    return [
      {
        kind: "menu",
        start,
        end,
        score,
        items: things,
        choices: refs,
        open,
        confidence: near * Math.min(1, 0.5 + coverage / 2),
        coverage,
      },
    ];
  };
  const [[item], [choice]] = [span(items), span(choices)];
  // "Sub" where many items are subs is no "sub in a tub".
  if (item && choice && item.items.length > 1 && choice.coverage < 0.99 && end - start === 1) return [item];
  if (item && choice && Math.abs(item.score - choice.score) < 0.001)
    return [{ ...item, choices: choice.choices }];
  return [item, choice].flatMap((one) => one ?? []);
}
