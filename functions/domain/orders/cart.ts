/** How much of an option: "none" leaves it off, "light" and "extra" are notes to the kitchen or the shop. */
export type Amount = "none" | "light" | "normal" | "extra";

/** One option on a line, by catalogue ids. */
export type OptionPick = { group: string; choice: string; amount: Amount; quantity: number };

/** One line of an order being made: catalogue ids only, so that prices are always the catalogue's. */
export type CartLine = { item: string; quantity: number; options: OptionPick[] };

/** More of one thing than this is held for a slip of the tongue or of the recogniser. */
export const MAX_QUANTITY = 99;
