import type { CatalogItem } from "../../catalogue/types.ts";
import type { OptionPick } from "../../orders/cart.ts";
import type { ChoiceRef } from "./menu.ts";

/** A line being understood: more than one item while it is not clear which was meant. */
export type Line = {
  items: CatalogItem[];
  quantity: number;
  /** True when the caller said how many. */
  counted: boolean;
  options: OptionPick[];
  confidence: number;
  heard: string;
  /** Where the line stands in the cart it came from; null for a new one. */
  origin: number | null;
};

/** The choice as one of the line's items takes it; a group not yet answered comes first. */
export function accepted(
  line: Pick<Line, "items" | "options">,
  choices: readonly ChoiceRef[],
): ChoiceRef | null {
  const takes = choices.filter(({ group }) => line.items.some(({ groupIds }) => groupIds.includes(group.id)));
  const free = takes.find(({ group }) => !line.options.some((pick) => pick.group === group.id));
  const same = takes.find(({ choice }) => line.options.some((pick) => pick.choice === choice.id));
  return same ?? free ?? takes[0] ?? null;
}

/** The choice as an item takes it that nothing was said of yet. */
export const takenBy = (items: CatalogItem[], choices: readonly ChoiceRef[]): ChoiceRef | null =>
  accepted({ items, options: [] }, choices);

/** Puts an option on a line: in a "one" group it replaces what was there, and it settles which item was meant. */
export function putOption(
  line: Line,
  { group, choice }: ChoiceRef,
  pick: Omit<OptionPick, "group" | "choice">,
): void {
  line.items = line.items.filter(({ groupIds }) => groupIds.includes(group.id));
  // "Cheddar, not american": with one chosen, what it is not goes without saying.
  if (group.kind === "one" && pick.amount === "none" && hasOther(line, group.id, choice.id)) return;
  line.options = [
    ...line.options.filter(
      (other) => other.group !== group.id || (group.kind === "many" && other.choice !== choice.id),
    ),
    { group: group.id, choice: choice.id, ...pick },
  ];
}

const hasOther = ({ options }: Line, group: string, choice: string) =>
  options.some((pick) => pick.group === group && pick.choice !== choice);

/** Takes an option off: what was added goes, what was never mentioned is noted as left off. */
export function takeOption(line: Line, { group, choice }: ChoiceRef): void {
  const added = line.options.some((pick) => pick.choice === choice.id && pick.amount !== "none");
  if (!added) putOption(line, { group, choice }, { amount: "none", quantity: 1 });
  else line.options = line.options.filter((pick) => pick.choice !== choice.id);
}

/** Options that still apply when the line becomes another item. */
export const optionsFor = (item: CatalogItem | undefined, options: OptionPick[]): OptionPick[] =>
  options.filter(({ group }) => item?.groupIds.includes(group));

/** The latest line that may be one of these items. */
export const findItem = (lines: readonly Line[], items: readonly CatalogItem[]): Line | undefined =>
  lines.findLast((line) => line.items.length === 1 && items.some(({ id }) => id === line.items[0]?.id));
