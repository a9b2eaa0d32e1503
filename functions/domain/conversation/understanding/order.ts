import type { Catalog, Locale } from "../../catalogue/types.ts";
import { type CartLine, MAX_QUANTITY, type OptionPick } from "../../orders/cart.ts";
import { absorb } from "./absorb.ts";
import type { Line } from "./lines.ts";
import { menuOf } from "./menu.ts";
import { parse } from "./parse.ts";
import { hear } from "./spans.ts";

/** A line understood; confidence 0 to 1, 1 when every word was on the menu as said. */
export type UnderstoodItem = CartLine & { confidence: number };

/** Something asked for that more than one item may be. */
export type AmbiguousItem = { heard: string; candidates: string[]; quantity: number; options: OptionPick[] };

/** What changes on the lines that were in the cart; `line` is the index there. */
export type CartEdit =
  | { kind: "remove"; line: number }
  | { kind: "change"; line: number; to: CartLine }
  | { kind: "clear" };

export type OrderUnderstanding = {
  items: UnderstoodItem[];
  ambiguous: AmbiguousItem[];
  edits: CartEdit[];
  /** Ids of items and choices that were asked for and are sold out. */
  unavailable: string[];
  /** What was heard and is not on the menu, in the caller's words. */
  unknown: string[];
  /** "That's all". */
  done: boolean;
};

/**
 * Understands what a caller orders, in English, French or both, against any menu. The cart gives "make that three" and
 * "the same but large" something to refer to. Never throws; what is not on the menu comes back as unknown.
 */
export function understandOrder(
  text: string,
  catalog: Catalog,
  locale: Locale,
  cart: readonly CartLine[] = [],
): OrderUnderstanding {
  const menu = menuOf(catalog);
  const heard = hear(menu, text);
  const parsed = parse({ ...heard, spans: absorb(heard, locale) }, menu, locale, cart);
  const fresh = parsed.lines.filter(({ origin }) => origin === null);
  const soldOut = new Set([...parsed.unavailable, ...fresh.flatMap(unavailableItem)]);
  return {
    items: fresh
      .filter((line) => line.items.length === 1 && unavailableItem(line).length === 0)
      .map(understood),
    ambiguous: fresh.filter(({ items }) => items.length > 1).map(ambiguous),
    edits: parsed.cleared ? [{ kind: "clear" }] : editsOf(parsed.lines, cart),
    unavailable: [...soldOut],
    unknown: parsed.unknown,
    done: parsed.done,
  };
}

const unavailableItem = ({ items }: Line): string[] =>
  items.every(({ available }) => !available) ? items.slice(0, 1).map(({ id }) => id) : [];

const toCartLine = ({ items, quantity, options }: Line): CartLine => ({
  item: items[0]?.id ?? "",
  quantity,
  options,
});

const understood = (line: Line): UnderstoodItem => ({ ...toCartLine(line), confidence: line.confidence });

const ambiguous = ({ heard, items, quantity, options }: Line): AmbiguousItem => ({
  heard,
  candidates: items.filter(({ available }) => available).map(({ id }) => id),
  quantity,
  options,
});

function editsOf(lines: readonly Line[], cart: readonly CartLine[]): CartEdit[] {
  return cart.flatMap((before, at): CartEdit[] => {
    const line = lines.find(({ origin }) => origin === at);
    if (!line) return [{ kind: "remove", line: at }];
    const to = toCartLine(line);
    const same =
      JSON.stringify(to) ===
      JSON.stringify({ item: before.item, quantity: before.quantity, options: before.options });
    return same || unavailableItem(line).length > 0 ? [] : [{ kind: "change", line: at, to }];
  });
}

/** The cart after what was understood; lines that have become equal are counted together. */
export function applyOrder(
  cart: readonly CartLine[],
  { items, edits }: Pick<OrderUnderstanding, "items" | "edits">,
): CartLine[] {
  const kept = cart.flatMap((line, at): CartLine[] => {
    const edit = edits.find((edit) => edit.kind === "clear" || edit.line === at);
    if (!edit) return [line];
    return edit.kind === "change" ? [edit.to] : [];
  });
  return mergeLines([...kept, ...items.map(({ item, quantity, options }) => ({ item, quantity, options }))]);
}

/** Counts equal lines together, up to the largest quantity there may be. */
export function mergeLines(lines: readonly CartLine[]): CartLine[] {
  const merged: CartLine[] = [];
  for (const line of lines) {
    const same = merged.findIndex(
      (other) => other.item === line.item && sameOptions(other.options, line.options),
    );
    const other = merged[same];
    if (other) merged[same] = { ...other, quantity: Math.min(MAX_QUANTITY, other.quantity + line.quantity) };
    else merged.push(line);
  }
  return merged;
}

function sameOptions(a: readonly OptionPick[], b: readonly OptionPick[]): boolean {
  const key = (options: readonly OptionPick[]) =>
    options
      .map(({ group, choice, amount, quantity }) => JSON.stringify([group, choice, amount, quantity]))
      .sort()
      .join();
  return key(a) === key(b);
}
