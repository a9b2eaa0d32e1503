import type { CatalogItem, Locale, OptionGroup, Translations } from "../../catalogue/types.ts";
import { nameIn } from "../../catalogue/types.ts";
import type { CartLine } from "../../orders/cart.ts";
import { type PricedLine, priceLines } from "../../orders/pricing.ts";
import type { Prompts } from "../prompts/en.ts";
import { promptsIn } from "../prompts/speak.ts";
import type {
  DialogueInput,
  DialogueMerchant,
  DialogueReply,
  DialogueState,
  Effect,
  Expect,
  Outcome,
  Say,
  Step,
} from "./types.ts";

/** One turn being made: the state is a copy that the steps may write to. */
export type Talk = {
  merchant: DialogueMerchant;
  state: DialogueState;
  say: Say[];
  effects: Effect[];
  /** The question was asked already this turn, in words of its own. */
  asked: boolean;
};

/** Where a turn goes next: a step to ask, or something to do that ends in one. */
export type Move = Step | "next" | "place" | "reach-caller" | "finish-callback" | "give-up";

/** Asks what a step asks, worded by how often it was asked in vain; or goes on elsewhere. */
export type Ask = (talk: Talk) => DialogueReply | Move;

/** Takes what the caller said to a step. */
export type Hear = (talk: Talk, input: DialogueInput) => Move;

/** A recogniser less sure than this is not believed where it matters. */
export const UNSURE = 0.3;

export const prompts = ({ state }: Talk): Prompts => promptsIn(state.locale);

/** Adds a sentence to what is said this turn. */
export function speak({ state, say }: Talk, text: string, locale: Locale = state.locale): void {
  if (text) say.push({ text, locale });
}

type Listening = { hints?: string[]; numDigits?: number };

/** The reply of this turn: all that was said, and what to listen for. */
export function listen(
  { state, say }: Talk,
  expect: Expect,
  { hints = [], numDigits }: Listening = {},
): DialogueReply {
  const unique = [...new Set(hints)].slice(0, 100);
  return { say, expect, locale: state.locale, hints: unique, ...(numDigits ? { numDigits } : {}) };
}

/** Ends the call with its one outcome. */
export function end(talk: Talk, outcome: Outcome): Move {
  talk.effects.push({ kind: "outcome", outcome });
  return "ended";
}

/** Something was understood: the count of misses starts again. */
export function understood({ state }: Talk): void {
  state.misses = 0;
}

/** Not understood: the same question in other words, and at the third time another way. */
export function missed({ state }: Talk, step: Step, otherwise: Move): Move {
  state.misses++;
  return state.misses < 3 ? step : otherwise;
}

/** Speaks the caller's language from now on. */
export function setLocale(talk: Talk, locale: Locale): void {
  if (talk.state.locale === locale) return;
  talk.state.locale = locale;
  talk.effects.push({ kind: "set_language", locale });
}

export const priced = ({ merchant, state }: Talk, lines: readonly CartLine[] = state.cart): PricedLine[] =>
  priceLines(lines, merchant.catalog, state.locale);

export const named = ({ state }: Talk, thing: { name: string; translations: Translations }): string =>
  nameIn(thing, state.locale);

export const itemById = ({ merchant }: Talk, id: string | null | undefined): CatalogItem | undefined =>
  merchant.catalog.items.find((item) => item.id === id);

/** Available things in the order the merchant put them. */
export function inOrder<T extends { available: boolean; position: number }>(things: readonly T[]): T[] {
  return things.filter(({ available }) => available).sort((a, b) => a.position - b.position);
}

/** Groups of an item that exist and have something to choose. */
export const groupsOf = ({ merchant }: Talk, item: CatalogItem | undefined): OptionGroup[] =>
  (item?.groupIds ?? []).flatMap((id) => {
    const group = merchant.catalog.groups.find((group) => group.id === id);
    return group?.choices.some(({ available }) => available) ? [group] : [];
  });

/** Words the recogniser should expect while an order is taken. */
export const orderHints = (talk: Talk): string[] => [
  ...(talk.state.locale === "fr" ? ["c'est tout", "oui", "non"] : ["that's all", "yes", "no"]),
  ...inOrder(talk.merchant.catalog.items).map((item) => named(talk, item)),
  ...talk.merchant.catalog.groups.flatMap(({ choices }) =>
    inOrder(choices).map((choice) => named(talk, choice)),
  ),
];

/** Reads a page of things out with the keys to choose them by: 1 to 8, and 9 when there are more. */
export function speakKeys(talk: Talk, names: readonly string[], page: number): void {
  const { key, keyMore } = prompts(talk);
  for (const [at, name] of pageOf(names, page).entries()) speak(talk, key(at + 1, name));
  if (names.length > PAGE) speak(talk, keyMore());
}

const PAGE = 8;

export const pageOf = <T>(things: readonly T[], page: number): T[] =>
  things.slice(page * PAGE, (page + 1) * PAGE);

/** After the last page comes the first. */
export const nextPage = (things: readonly unknown[], page: number): number =>
  (page + 1) * PAGE < things.length ? page + 1 : 0;
