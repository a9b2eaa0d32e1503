import type { CatalogItem, OptionGroup } from "../../catalogue/types.ts";
import { spokenLine } from "../prompts/speak.ts";
import { mergeLines } from "../understanding/order.ts";
import type { Ask, Hear, Move, Talk } from "./talk.ts";
import * as t from "./talk.ts";
import type { KeypadState } from "./types.ts";

const START: KeypadState = {
  at: "category",
  page: 0,
  category: null,
  item: null,
  quantity: 1,
  group: 0,
  options: [],
};

/** Categories in the order of their first item; null stands for items without one. */
function categories(talk: Talk): (string | null)[] {
  return [...new Set(t.inOrder(talk.merchant.catalog.items).map(({ category }) => category))];
}

const itemsIn = (talk: Talk, category: string | null): CatalogItem[] =>
  t.inOrder(talk.merchant.catalog.items).filter((item) => item.category === category);

/** Where keys begin: at the categories, or at the items where there is only one category. */
function start(talk: Talk): KeypadState {
  const all = categories(talk);
  return all.length > 1 ? { ...START } : { ...START, at: "item", category: all[0] ?? null };
}

function groupAt(talk: Talk, keypad: KeypadState): OptionGroup | undefined {
  return t.groupsOf(talk, t.itemById(talk, keypad.item))[keypad.group];
}

/** The names that keys choose from here. */
function names(talk: Talk, keypad: KeypadState): string[] {
  if (keypad.at === "category")
    return categories(talk).map((category) => category ?? t.prompts(talk).other());
  if (keypad.at === "item") return itemsIn(talk, keypad.category).map((item) => t.named(talk, item));
  return t.inOrder(groupAt(talk, keypad)?.choices ?? []).map((choice) => t.named(talk, choice));
}

export const askKeypad: Ask = (talk) => {
  const { state } = talk;
  if (categories(talk).length === 0) return "give-up";
  if (!state.keypad) t.speak(talk, t.prompts(talk).keypadIntro());
  state.byKeys = true;
  state.keypad ??= start(talk);
  const { keypad } = state;
  const { keypadCategory, keypadItem, keypadQuantity, keypadFinish } = t.prompts(talk);
  const item = t.itemById(talk, keypad.item);
  if (keypad.at === "quantity") t.speak(talk, keypadQuantity(item ? t.named(talk, item) : ""));
  else {
    t.speak(
      talk,
      keypad.at === "category" ? keypadCategory() : keypad.at === "item" ? keypadItem() : optionWords(talk),
    );
    t.speakKeys(talk, names(talk, keypad), keypad.page);
    if (keypad.at !== "options" && state.cart.length > 0) t.speak(talk, keypadFinish());
  }
  return t.listen(talk, "digits", { numDigits: 1 });
};

function optionWords(talk: Talk): string {
  const { keypadOption, keypadOptions, keypadSkip } = t.prompts(talk);
  const group = talk.state.keypad && groupAt(talk, talk.state.keypad);
  if (!group) return "";
  const name = t.named(talk, group);
  if (group.kind === "many") return keypadOptions(name);
  return group.required ? keypadOption(name) : `${keypadOption(name)} ${keypadSkip()}`;
}

export const hearKeypad: Hear = (talk, input) => {
  const { keypadSilent } = t.prompts(talk);
  const keypad = talk.state.keypad ?? start(talk);
  talk.state.keypad = keypad;
  const key = input.kind === "digits" ? input.digits.charAt(0) : "";
  if (key === "") {
    t.speak(talk, keypadSilent());
    return t.missed(talk, "keypad", "give-up");
  }
  if (key === "*") return back(talk, keypad);
  if (key === "0") return zero(talk, keypad);
  if (keypad.at === "quantity") return takeQuantity(talk, keypad, Number(key));
  const all = names(talk, keypad);
  if (key === "9" && all.length > 8) return turn(talk, { page: t.nextPage(all, keypad.page) });
  return choose(talk, keypad, Number(key) - 1);
};

function wrong(talk: Talk): Move {
  t.speak(talk, t.prompts(talk).keypadWrong());
  return t.missed(talk, "keypad", "give-up");
}

/** Goes on within the keypad. */
function turn(talk: Talk, to: Partial<KeypadState>): Move {
  t.understood(talk);
  talk.state.keypad = { ...START, ...talk.state.keypad, ...to };
  return "keypad";
}

/** One level up; from the top, back to ordering by voice. */
function back(talk: Talk, { at }: KeypadState): Move {
  const top = start(talk).at;
  if (at === "options") return turn(talk, { at: "quantity", group: 0, options: [], page: 0 });
  if (at === "quantity") return turn(talk, { at: "item", item: null, page: 0 });
  if (at === "item" && top === "category") return turn(talk, { at: "category", category: null, page: 0 });
  delete talk.state.keypad;
  delete talk.state.byKeys;
  return "ordering";
}

/** Zero finishes: the options of an item, or the order. */
function zero(talk: Talk, keypad: KeypadState): Move {
  const group = groupAt(talk, keypad);
  if (keypad.at === "options" && group) {
    const chosen = keypad.options.some((pick) => pick.group === group.id);
    return group.required && !chosen ? wrong(talk) : nextGroup(talk, keypad);
  }
  if (keypad.at === "quantity") return wrong(talk);
  delete talk.state.keypad;
  if (talk.state.cart.length === 0) {
    delete talk.state.byKeys;
    return "menu";
  }
  talk.state.done = true;
  return "next";
}

function choose(talk: Talk, keypad: KeypadState, at: number): Move {
  if (keypad.at === "category") {
    const category = t.pageOf(categories(talk), keypad.page)[at];
    return category === undefined ? wrong(talk) : turn(talk, { at: "item", category, page: 0 });
  }
  if (keypad.at === "item") {
    const item = t.pageOf(itemsIn(talk, keypad.category), keypad.page)[at];
    return item ? turn(talk, { at: "quantity", item: item.id, page: 0, group: 0, options: [] }) : wrong(talk);
  }
  return chooseOption(talk, keypad, at);
}

function takeQuantity(talk: Talk, keypad: KeypadState, quantity: number): Move {
  if (!(quantity >= 1 && quantity <= 9)) return wrong(talk);
  return nextGroup(talk, { ...keypad, quantity, group: -1 });
}

function chooseOption(talk: Talk, keypad: KeypadState, at: number): Move {
  const group = groupAt(talk, keypad);
  const choice = t.pageOf(t.inOrder(group?.choices ?? []), keypad.page)[at];
  if (!group || !choice) return wrong(talk);
  const others = keypad.options.filter((pick) =>
    group.kind === "one" ? pick.group !== group.id : pick.choice !== choice.id,
  );
  const pick = { group: group.id, choice: choice.id, amount: "normal" as const, quantity: 1 };
  const options = [...others, pick];
  const count = options.filter((other) => other.group === group.id).length;
  const full =
    group.kind === "one" || count >= Math.min(group.maxChoices ?? group.choices.length, group.choices.length);
  if (full) return nextGroup(talk, { ...keypad, options });
  t.speak(talk, t.prompts(talk).got(t.named(talk, choice)));
  return turn(talk, { options });
}

/** The item's next group, or the line into the cart after the last. */
function nextGroup(talk: Talk, keypad: KeypadState): Move {
  const item = t.itemById(talk, keypad.item);
  const group = keypad.group + 1;
  if (!item) return turn(talk, start(talk));
  if (group < t.groupsOf(talk, item).length) return turn(talk, { ...keypad, at: "options", group, page: 0 });
  const line = { item: item.id, quantity: keypad.quantity, options: keypad.options };
  talk.state.cart = mergeLines([...talk.state.cart, line]);
  const [added] = t.priced(talk, [line]);
  if (added) t.speak(talk, t.prompts(talk).keypadAdded(spokenLine(added, talk.state.locale)));
  return turn(talk, start(talk));
}
