import { totals } from "../../orders/pricing.ts";
import { spokenLines, spokenMoney } from "../prompts/speak.ts";
import {
  asksForKeypad,
  asksForOtherNumber,
  asksForPerson,
  understandYesNo,
} from "../understanding/answers.ts";
import { hearOrder, isOrderTalk } from "./ordering.ts";
import {
  type Ask,
  end,
  type Hear,
  listen,
  type Move,
  missed,
  orderHints,
  priced,
  prompts,
  speak,
  type Talk,
  UNSURE,
} from "./talk.ts";

/** Reads the order back with its total, taxes included, and asks whether it is right. */
export const askConfirm: Ask = (talk) => {
  const { readBack, confirm, confirmAgain, confirmKeys } = prompts(talk);
  const { misses, locale, byKeys } = talk.state;
  const lines = priced(talk);
  const { totalCents, taxCents } = totals(lines, talk.merchant.taxes);
  const total = spokenMoney(totalCents, talk.merchant.currency, locale);
  if (misses !== 1) speak(talk, readBack(spokenLines(lines, locale), total, taxCents > 0));
  const question = byKeys ? confirmKeys : ([confirm, confirmAgain][misses] ?? confirmKeys);
  speak(talk, question());
  return listen(talk, "speech-or-digits", { numDigits: 1, hints: orderHints(talk) });
};

export const hearConfirm: Hear = (talk, input) => {
  if (input.kind === "digits") return byKey(talk, input.digits);
  if (input.kind !== "speech") return missed(talk, "confirm", "give-up");
  if (asksForOtherNumber(input.text)) return otherNumber(talk);
  if (asksForKeypad(input.text)) return "keypad";
  if (isOrderTalk(talk, input.text)) return hearOrder(talk, input);
  if (asksForPerson(input.text)) return "transfer";
  const answer = understandYesNo(input.text);
  const unsure = input.confidence !== undefined && input.confidence > 0 && input.confidence < UNSURE;
  if (answer === null || unsure) return missed(talk, "confirm", "give-up");
  return answer === "yes" ? "place" : change(talk);
};

function byKey(talk: Talk, digits: string): Move {
  if (digits === "1") return "place";
  if (digits === "2") return change(talk);
  if (digits === "3") return otherNumber(talk);
  if (digits === "0") return "transfer";
  return digits === "*" ? "keypad" : missed(talk, "confirm", "give-up");
}

function otherNumber({ state }: Talk): Move {
  state.phoneFor = "order";
  return "phone";
}

/** "No" to the read-back: what is to change? */
function change(talk: Talk): Move {
  talk.state.done = false;
  if (talk.state.byKeys) return "keypad";
  speak(talk, prompts(talk).change());
  talk.asked = true;
  return "ordering";
}

/** Places the order as it was read back, once there is a number to text the payment link to. */
export const placeOrder: Ask = (talk) => {
  const { state, merchant } = talk;
  if (state.cart.length === 0) return "ordering";
  if (!state.phone) return otherNumber(talk);
  const { phone, locale } = state;
  const lines = priced(talk);
  const { currency, taxes } = merchant;
  talk.effects.push({ kind: "place_order", lines, totals: totals(lines, taxes), currency, phone, locale });
  speak(talk, prompts(talk).placed());
  return end(talk, "ordered");
};
