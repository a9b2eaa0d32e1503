import type { Locale } from "../../catalogue/types.ts";
import type { CartLine } from "../../orders/cart.ts";
import { listed } from "../prompts/speak.ts";
import { asksForLanguage, detectLanguage } from "../understanding/answers.ts";
import { askName, finishCallback, hearName, reachCaller } from "./callback.ts";
import { askTimeRight, askWhen, hearTimeRight, hearWhen } from "./callback-when.ts";
import { askConfirm, hearConfirm, placeOrder } from "./confirm.ts";
import { askEnded, askTransfer, askVoicemail, giveUp, hearTransfer, hearVoicemail } from "./ending.ts";
import { askKeypad, hearKeypad } from "./keypad.ts";
import { hearMenu } from "./menu.ts";
import { askMenu } from "./opening.ts";
import { askOption, askWhich, hearOption, hearWhich, nextQuestion } from "./options.ts";
import { askOrder, hearOrdering, isOrderTalk } from "./ordering.ts";
import { askNumber, askNumberRight, hearNumber, hearNumberRight } from "./phone.ts";
import {
  type Ask,
  type Hear,
  itemById,
  type Move,
  named,
  prompts,
  setLocale,
  speak,
  type Talk,
} from "./talk.ts";
import type { DialogueInput, DialogueMerchant, DialogueState, Effect, Step, Turn } from "./types.ts";

/** A call of more turns than this ends at voicemail: nobody is kept in a conversation without end. */
export const MAX_TURNS = 80;

const STEPS: Record<Step, { ask: Ask; hear: Hear }> = {
  menu: { ask: askMenu, hear: hearMenu },
  ordering: { ask: askOrder, hear: hearOrdering },
  option: { ask: askOption, hear: hearOption },
  which: { ask: askWhich, hear: hearWhich },
  confirm: { ask: askConfirm, hear: hearConfirm },
  phone: { ask: askNumber, hear: hearNumber },
  "phone-confirm": { ask: askNumberRight, hear: hearNumberRight },
  keypad: { ask: askKeypad, hear: hearKeypad },
  "callback-name": { ask: askName, hear: hearName },
  "callback-when": { ask: askWhen, hear: hearWhen },
  "callback-confirm": { ask: askTimeRight, hear: hearTimeRight },
  transfer: { ask: askTransfer, hear: hearTransfer },
  voicemail: { ask: askVoicemail, hear: hearVoicemail },
  ended: { ask: askEnded, hear: () => "ended" },
};

const ACTIONS: Record<Exclude<Move, Step>, Ask> = {
  next: nextQuestion,
  place: placeOrder,
  "reach-caller": reachCaller,
  "finish-callback": finishCallback,
  "give-up": giveUp,
};

/**
 * One turn: what the caller did, and what follows from it. Pure: the state given is not changed, the catalogue is read
 * as it is now. Every call ends within MAX_TURNS + 2 turns, whatever is said.
 */
export function advance(before: DialogueState, input: DialogueInput, merchant: DialogueMerchant): Turn {
  const state = structuredClone(before);
  const talk: Talk = { merchant, state, say: [], effects: [], asked: false };
  state.turns++;
  dropSoldOut(talk);
  const waits = state.step === "voicemail" || state.step === "transfer" || state.step === "ended";
  if (waits) return take(talk, STEPS[state.step].hear(talk, input));
  if (state.turns > MAX_TURNS) return take(talk, "give-up");
  const language = input.kind === "speech" ? languageFor(talk, input.text) : null;
  if (language?.only) {
    speak(talk, prompts(talk).languageSwitched());
    state.misses = 0;
    return take(talk, state.step);
  }
  return take(talk, STEPS[state.step].hear(talk, input));
}

/** Follows the moves to the step that asks something. */
function take(talk: Talk, first: Move): Turn {
  const { state, effects } = talk;
  let move = first;
  // No way leads through more moves than there are steps; the bound is for the reader and for a future mistake.
  for (let hops = 0; hops < 12; hops++) {
    if (isStep(move) && move !== state.step) {
      state.misses = 0;
      state.step = move;
    }
    const reply = isStep(move) ? STEPS[move].ask(talk) : ACTIONS[move](talk);
    if (typeof reply !== "string") return { reply, state, effects };
    move = reply;
  }
  throw new Error(`The dialogue found no question to ask from ${first}`);
}

const isStep = (move: Move): move is Step => Object.hasOwn(STEPS, move);

/** Switches when the caller asks for the other language, or plainly speaks it. */
function languageFor(talk: Talk, text: string): { only: boolean } | null {
  const { step, locale } = talk.state;
  const asked = asksForLanguage(text);
  if (asked && asked !== locale && !(step === "ordering" && isOrderTalk(talk, text)))
    return switchTo(talk, asked, true);
  const spoken = step === "callback-name" ? null : detectLanguage(text);
  return spoken && spoken !== locale ? switchTo(talk, spoken, false) : null;
}

function switchTo(talk: Talk, locale: Locale, only: boolean): { only: boolean } {
  setLocale(talk, locale);
  return { only };
}

/** Takes what was sold out since the last turn off the cart, and says so. */
function dropSoldOut(talk: Talk): void {
  const { state, merchant } = talk;
  const kept = state.cart.flatMap((line) => stillSold(line, merchant));
  const gone = state.cart.filter(({ item }) => !kept.some((line) => line.item === item));
  const names = gone.flatMap(({ item }) => itemById(talk, item) ?? []).map((item) => named(talk, item));
  state.cart = kept;
  if (names.length > 0) speak(talk, prompts(talk).soldOut(listed([...new Set(names)], prompts(talk).and())));
}

/** Lines that the catalogue, which may have changed since the last turn, still has. */
function stillSold(line: CartLine, { catalog }: DialogueMerchant): CartLine[] {
  const item = catalog.items.find(({ id, available }) => id === line.item && available);
  if (!item) return [];
  const options = line.options.filter(({ group, choice }) => {
    const choices = item.groupIds.includes(group)
      ? catalog.groups.find(({ id }) => id === group)?.choices
      : undefined;
    return choices?.some(({ id, available }) => id === choice && available);
  });
  return [options.length === line.options.length ? line : { ...line, options }];
}

/** What follows when the caller hangs up: the call's outcome, and a text back when nothing was captured. */
export function hangUp(state: DialogueState): Effect[] {
  if (state.step === "ended") return [];
  if (state.step === "transfer") return [{ kind: "outcome", outcome: "transferred" }];
  return [{ kind: "text_back" }, { kind: "outcome", outcome: state.gaveUp ? "give_up" : "abandoned" }];
}
