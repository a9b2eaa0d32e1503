import type { Amount } from "../../orders/cart.ts";

/** What a word or short phrase does in an order, whatever the menu. */
export type Cue =
  | { kind: "quantity"; value: number; article?: boolean }
  /** "Times three"; "twice" says how often by itself. */
  | { kind: "times"; value?: number }
  | { kind: "amount"; amount: Amount }
  | { kind: "no" }
  | { kind: "with" }
  /** "Half ham, half olives": what a part of one thing has, which the till takes for the whole. */
  | { kind: "half" }
  | { kind: "about" }
  | { kind: "and" }
  | { kind: "also" }
  | { kind: "correct" }
  | { kind: "instead" }
  | { kind: "insteadOf" }
  | { kind: "make" }
  | { kind: "remove" }
  | { kind: "replace" }
  | { kind: "to" }
  /** "The same but…"; blank: "another", of which the options are still to be said. */
  | { kind: "same"; blank?: boolean }
  | { kind: "last" }
  /** "That's a pizza", "so two large ones": says again what was said, where it is the same. */
  | { kind: "recap" }
  /** What is left of several: "the other one". */
  | { kind: "rest"; one?: boolean }
  /** "One of them", "dont une": so many of what was just said. */
  | { kind: "among" }
  /** "Both", "each": what is said next is for all of them. */
  | { kind: "each"; all?: boolean }
  | { kind: "clear" }
  | { kind: "done" }
  | { kind: "article" }
  /** "In extra", "en moins" said after the option it is about. */
  | { kind: "after"; amount: Amount }
  /** "With nothing on it", "plain": a part of several that takes no options. */
  | { kind: "bare" }
  /** The polite openings of a sentence, whose words may be names elsewhere ("can I get a can of…"). */
  | { kind: "polite" }
  | { kind: "filler" };

/** Every cue by its name; of two that share a phrase the first here is meant, so that fillers never hide one. */
export const CUES = {
  a: { kind: "quantity", value: 1, article: true },
  polite: { kind: "polite" },
  one: { kind: "quantity", value: 1 },
  two: { kind: "quantity", value: 2 },
  dozen: { kind: "quantity", value: 12 },
  halfDozen: { kind: "quantity", value: 6 },
  ten: { kind: "quantity", value: 10 },
  fifteen: { kind: "quantity", value: 15 },
  twenty: { kind: "quantity", value: 20 },
  times: { kind: "times" },
  twice: { kind: "times", value: 2 },
  none: { kind: "amount", amount: "none" },
  light: { kind: "amount", amount: "light" },
  extra: { kind: "amount", amount: "extra" },
  extraAfter: { kind: "after", amount: "extra" },
  noneAfter: { kind: "after", amount: "none" },
  bare: { kind: "bare" },
  no: { kind: "no" },
  with: { kind: "with" },
  half: { kind: "half" },
  about: { kind: "about" },
  and: { kind: "and" },
  also: { kind: "also" },
  correct: { kind: "correct" },
  instead: { kind: "instead" },
  insteadOf: { kind: "insteadOf" },
  make: { kind: "make" },
  remove: { kind: "remove" },
  replace: { kind: "replace" },
  to: { kind: "to" },
  same: { kind: "same" },
  another: { kind: "same", blank: true },
  last: { kind: "last" },
  recap: { kind: "recap" },
  other: { kind: "rest" },
  second: { kind: "rest", one: true },
  among: { kind: "among" },
  each: { kind: "each" },
  all: { kind: "each", all: true },
  clear: { kind: "clear" },
  done: { kind: "done" },
  article: { kind: "article" },
  filler: { kind: "filler" },
} as const satisfies Record<string, Cue>;

export type CueName = keyof typeof CUES;

/** Phrases of a language, apart by bars and line ends, under the cue they are. */
export type Phrases = Partial<Record<CueName, string>>;
