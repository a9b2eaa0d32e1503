import type { CatalogItem, OptionChoice, OptionGroup } from "../../catalogue/types.ts";
import type { CartLine } from "../../orders/cart.ts";
import { listed } from "../prompts/speak.ts";
import { asksForPerson, wantsNone } from "../understanding/answers.ts";
import { mergeLines, understandOrder } from "../understanding/order.ts";
import { takeIn } from "./ordering.ts";
import type { Ask, Hear, Move, Talk } from "./talk.ts";
import * as t from "./talk.ts";

/** What is still to settle, in this order: vague words, missing choices, anything else, the read-back. */
export const nextQuestion: Ask = (talk) => {
  const { state } = talk;
  const missing = firstMissing(talk);
  if (state.which && state.which.length > 0) return "which";
  if (missing) {
    state.asking = { ...missing, page: 0 };
    return "option";
  }
  delete state.asking;
  if (state.done && state.cart.length > 0) return "confirm";
  return state.byKeys ? "keypad" : "ordering";
};

/** The first line that lacks a choice it cannot do without. */
function firstMissing(talk: Talk): { line: number; group: string } | null {
  for (const [line, { item, options }] of talk.state.cart.entries()) {
    for (const { id, required } of t.groupsOf(talk, t.itemById(talk, item))) {
      if (required && !options.some(({ group, amount }) => group === id && amount !== "none"))
        return { line, group: id };
    }
  }
  return null;
}

type Asked = { line: CartLine; item: CatalogItem; group: OptionGroup; choices: OptionChoice[]; page: number };

/** What the step asks about; null when the catalogue or the cart changed meanwhile. */
function asked(talk: Talk): Asked | null {
  const { asking, cart } = talk.state;
  const line = asking && cart[asking.line];
  const item = t.itemById(talk, line?.item);
  const group = t.groupsOf(talk, item).find(({ id }) => id === asking?.group);
  return line && item && group
    ? { line, item, group, choices: t.inOrder(group.choices), page: asking.page }
    : null;
}

export const askOption: Ask = (talk) => {
  const about = asked(talk);
  if (!about) return "next";
  const { option, optionAgain, or } = t.prompts(talk);
  const { misses, byKeys } = talk.state;
  const names = about.choices.map((choice) => t.named(talk, choice));
  const some = listed(t.pageOf(names, about.page), or());
  if (misses === 0) t.speak(talk, option(t.named(talk, about.item), t.named(talk, about.group), some));
  else if (misses === 1) t.speak(talk, optionAgain(some));
  if (misses > 0 || byKeys) t.speakKeys(talk, names, about.page);
  return t.listen(talk, "speech-or-digits", { numDigits: 1, hints: names });
};

export const hearOption: Hear = (talk, input) => {
  const about = asked(talk);
  if (!about) return "next";
  if (input.kind === "digits") return byKey(talk, about, input.digits);
  if (input.kind !== "speech") return t.missed(talk, "option", "give-up");
  return bySpeech(talk, about, input.text);
};

function byKey(talk: Talk, { line, group, choices, page }: Asked, digits: string): Move {
  const { asking } = talk.state;
  if (digits === "9" && asking && choices.length > 8) {
    talk.state.asking = { ...asking, page: t.nextPage(choices, page) };
    return "option";
  }
  if (digits === "0") return "transfer";
  const choice = t.pageOf(choices, page)[Number(digits) - 1];
  if (!choice) return t.missed(talk, "option", "give-up");
  const pick = { group: group.id, choice: choice.id, amount: "normal" as const, quantity: 1 };
  const answered = { ...line, options: [...line.options.filter((other) => other.group !== group.id), pick] };
  talk.state.cart = mergeLines(talk.state.cart.map((other) => (other === line ? answered : other)));
  t.understood(talk);
  return "next";
}

/** The line asked about is put last, so that a bare "large" is taken for it. */
function bySpeech(talk: Talk, { line }: Asked, text: string): Move {
  const { state, merchant } = talk;
  const cart = [...state.cart.filter((other) => other !== line), line];
  const heard = understandOrder(text, merchant.catalog, state.locale, cart);
  const changes = heard.items.length + heard.ambiguous.length + heard.edits.length;
  if (changes === 0 && asksForPerson(text)) return "transfer";
  if (changes === 0) {
    state.done ||= heard.done;
    return t.missed(talk, "option", "give-up");
  }
  t.understood(talk);
  const quietly = heard.items.length === 0 && heard.edits.every(({ kind }) => kind === "change");
  takeIn(quietly ? { ...talk, say: [] } : talk, heard, (state.done ?? false) || heard.done, cart);
  return "next";
}

/** Asks which of several things a vague word meant. */
export const askWhich: Ask = (talk) => {
  const [vague] = talk.state.which ?? [];
  if (!vague) return "next";
  const { which, or } = t.prompts(talk);
  const names = candidates(talk, vague.candidates).map((item) => t.named(talk, item));
  t.speak(talk, which(listed(names, or())));
  if (talk.state.misses > 0) t.speakKeys(talk, names, 0);
  return t.listen(talk, "speech-or-digits", { numDigits: 1, hints: names });
};

/** No more than keys can choose. */
const candidates = (talk: Talk, ids: readonly string[]): CatalogItem[] =>
  t.inOrder(ids.flatMap((id) => t.itemById(talk, id) ?? [])).slice(0, 8);

export const hearWhich: Hear = (talk, input) => {
  const [vague, ...rest] = talk.state.which ?? [];
  if (!vague) return "next";
  const named = candidates(talk, vague.candidates);
  if (input.kind === "digits") {
    const item = named[Number(input.digits) - 1];
    return item ? settle(talk, item, vague.quantity) : t.missed(talk, "which", dropWhich(talk));
  }
  if (input.kind !== "speech") return t.missed(talk, "which", dropWhich(talk));
  const among = {
    items: vague.candidates.flatMap((id) => t.itemById(talk, id) ?? []),
    groups: talk.merchant.catalog.groups,
  };
  const heard = understandOrder(input.text, among, talk.state.locale);
  const [first] = heard.items;
  const item = t.itemById(talk, first?.item);
  if (first && item) return settle(talk, item, Math.max(vague.quantity, first.quantity), first.options);
  if (wantsNone(input.text)) {
    talk.state.which = rest;
    t.understood(talk);
    return "next";
  }
  return t.missed(talk, "which", dropWhich(talk));
};

/** Settles the first vague word; options said before keep to it where they apply. */
function settle(talk: Talk, item: CatalogItem, quantity: number, more: CartLine["options"] = []): Move {
  const { state } = talk;
  const [vague, ...rest] = state.which ?? [];
  const groups = new Set(more.map(({ group }) => group));
  const before = (vague?.options ?? []).filter(
    ({ group }) => item.groupIds.includes(group) && !groups.has(group),
  );
  state.cart = mergeLines([...state.cart, { item: item.id, quantity, options: [...before, ...more] }]);
  state.which = rest;
  t.understood(talk);
  return "next";
}

function dropWhich({ state }: Talk): Move {
  if (state.misses >= 2) state.which = state.which?.slice(1) ?? [];
  return "keypad";
}
