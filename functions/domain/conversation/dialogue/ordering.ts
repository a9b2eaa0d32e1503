import { type CartLine, MAX_QUANTITY } from "../../orders/cart.ts";
import { listed, spokenLine, spokenLines, spokenMoney } from "../prompts/speak.ts";
import * as answers from "../understanding/answers.ts";
import { applyOrder, type OrderUnderstanding, understandOrder } from "../understanding/order.ts";
import { startCallback } from "./callback.ts";
import type { Ask, Hear, Move, Talk } from "./talk.ts";
import * as t from "./talk.ts";
import type { DialogueInput } from "./types.ts";
import { hurry, sayHours, wishOf } from "./wishes.ts";

type Speech = Extract<DialogueInput, { kind: "speech" }>;

/** More lines than this nobody keeps in mind on a telephone. */
const MAX_LINES = 40;

/** Begins an order, or says kindly why there can be none and offers to call back. */
export function startOrder(talk: Talk, step: "ordering" | "keypad" = "ordering", said?: string): Move {
  const { canOrder, canTakePayment, catalog } = talk.merchant;
  const { cannotOrder, cannotPay, orderNote } = t.prompts(talk);
  const sells = canOrder && catalog.items.some(({ available }) => available);
  if (sells && canTakePayment) return step;
  t.speak(talk, sells ? cannotPay() : cannotOrder());
  return startCallback(talk, said ? `${orderNote()}: ${said}` : orderNote());
}

/** Asks for the first or the next thing, worded by how often it was asked in vain. */
export const askOrder: Ask = (talk) => {
  const { order, orderHint, orderAgain, orderKeypadOffer, anythingElse, anythingElseAgain } = t.prompts(talk);
  const { misses, cart } = talk.state;
  if (talk.asked) t.speak(talk, "");
  else if (misses === 0) t.speak(talk, cart.length === 0 ? `${order()} ${orderHint()}` : anythingElse());
  else if (misses === 1) t.speak(talk, cart.length === 0 ? orderAgain() : anythingElseAgain());
  else t.speak(talk, orderKeypadOffer());
  return t.listen(talk, "speech-or-digits", { numDigits: 1, hints: t.orderHints(talk) });
};

export const hearOrdering: Hear = (talk, input) => {
  if (input.kind === "speech") return hearOrder(talk, input);
  if (input.kind !== "digits") return missOrder(talk);
  if (input.digits === "*") return "keypad";
  if (input.digits === "0") return talk.state.cart.length > 0 ? finishOrder(talk) : "transfer";
  return missOrder(talk);
};

/** Two wordings, then the keypad. */
const missOrder = (talk: Talk): Move => t.missed(talk, "ordering", "keypad");

/** True when an utterance says something about an order. */
export function isOrderTalk({ merchant, state }: Talk, text: string): boolean {
  return touches(understandOrder(text, merchant.catalog, state.locale, state.cart));
}

const touches = ({ items, ambiguous, edits, unavailable }: OrderUnderstanding) =>
  items.length + ambiguous.length + edits.length + unavailable.length > 0;

/** Takes what was said into the order and says what was taken; "next" asks what is missing. */
export function hearOrder(talk: Talk, input: Speech): Move {
  const { merchant, state } = talk;
  const heard = understandOrder(input.text, merchant.catalog, state.locale, state.cart);
  if (!touches(heard)) return hearOther(talk, input.text, heard);
  if (answers.asksPrice(input.text) && heard.items.length > 0) return sayPrices(talk, heard);
  if (isNoise(input, heard)) return missOrder(talk);
  t.understood(talk);
  const done = heard.done || state.step === "confirm";
  takeIn(talk, heard, done);
  return "next";
}

/** Puts what was understood into the cart and says so. */
export function takeIn(talk: Talk, heard: OrderUnderstanding, done: boolean, cart = talk.state.cart): void {
  const { state } = talk;
  state.cart = applyOrder(cart, heard).slice(0, MAX_LINES);
  const vague = heard.ambiguous.filter(({ candidates }) => candidates.length > 0);
  state.which = [...(state.which ?? []), ...vague].slice(0, 5);
  state.done = done;
  sayTaken(talk, heard);
  if (state.cart.some(({ quantity }) => quantity >= MAX_QUANTITY))
    t.speak(talk, t.prompts(talk).tooMany(MAX_QUANTITY));
}

/** The recogniser was far from sure, and so is the understanding. */
function isNoise({ confidence }: Speech, { items }: OrderUnderstanding): boolean {
  const unsure = confidence !== undefined && confidence > 0 && confidence < t.UNSURE;
  return unsure && items.some((item) => item.confidence < 0.9);
}

function sayTaken(talk: Talk, heard: OrderUnderstanding): void {
  const { got, changed, emptied, unknown, soldOut, and, or } = t.prompts(talk);
  const { cart, locale, done } = talk.state;
  const spoken = (lines: readonly CartLine[]) => spokenLines(t.priced(talk, lines), locale);
  if (heard.edits.length > 0) {
    // An order that is done is read back whole in the same breath.
    if (cart.length === 0) t.speak(talk, emptied());
    else if (!done) t.speak(talk, changed(spoken(cart)));
  } else if (heard.items.length > 0) t.speak(talk, got(spoken(heard.items)));
  const names = heard.unavailable.flatMap((id) => nameOf(talk, id));
  if (names.length > 0) t.speak(talk, soldOut(listed(names, and())));
  if (heard.unknown.length > 0) t.speak(talk, unknown(listed(heard.unknown.slice(0, 3), or())));
}

function nameOf(talk: Talk, id: string): string[] {
  const { items, groups } = talk.merchant.catalog;
  const things = [...items, ...groups.flatMap(({ choices }) => choices)];
  return things.filter((thing) => thing.id === id).map((thing) => t.named(talk, thing));
}

function sayPrices(talk: Talk, { items }: OrderUnderstanding): Move {
  const { locale } = talk.state;
  const one = items.map(({ item, options }) => ({ item, options, quantity: 1 }));
  for (const line of t.priced(talk, one)) {
    const amount = spokenMoney(line.unitCents, talk.merchant.currency, locale);
    t.speak(talk, t.prompts(talk).price(spokenLine(line, locale), amount));
  }
  t.understood(talk);
  return "ordering";
}

/** Nothing on the menu was named: an end, a question, a wish for a person, or not understood. */
function hearOther(talk: Talk, text: string, { done, unknown }: OrderUnderstanding): Move {
  const answer = answers.understandYesNo(text);
  const wish = wishOf(text, talk.state.locale);
  if (wish === "emergency") return hurry(talk, text);
  if (wish === "ask_hours") return sayHours(talk, "ordering");
  if (answers.asksForPerson(text)) return "transfer";
  if (answers.asksForKeypad(text)) return "keypad";
  if (done || (answer === "no" && talk.state.cart.length > 0)) return finishOrder(talk);
  if (answers.asksForMenu(text)) return sayMenu(talk);
  if (answers.asksToRepeat(text)) return "ordering";
  const { goAhead, unknown: notFound, or } = t.prompts(talk);
  if (answer === "yes" && unknown.length === 0) {
    t.speak(talk, goAhead());
    talk.asked = true;
    return "ordering";
  }
  if (unknown.length > 0) t.speak(talk, notFound(listed(unknown.slice(0, 3), or())));
  return missOrder(talk);
}

function finishOrder(talk: Talk): Move {
  if (talk.state.cart.length > 0) {
    talk.state.done = true;
    return "next";
  }
  t.speak(talk, t.prompts(talk).empty());
  return missOrder(talk);
}

function sayMenu(talk: Talk): Move {
  const { someOfMenu, and } = t.prompts(talk);
  const items = t.inOrder(talk.merchant.catalog.items).slice(0, 6);
  t.speak(
    talk,
    someOfMenu(
      listed(
        items.map((item) => t.named(talk, item)),
        and(),
      ),
    ),
  );
  t.understood(talk);
  return "ordering";
}
