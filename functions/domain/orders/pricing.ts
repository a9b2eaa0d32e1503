import type { Catalog, Locale } from "../catalogue/types.ts";
import { nameIn } from "../catalogue/types.ts";
import type { CartLine, OptionPick } from "./cart.ts";

export type PricedOption = OptionPick & { name: string; groupName: string; priceCents: number };

/** unitCents = item + options; totalCents = unitCents × quantity. */
export type PricedLine = {
  item: string;
  name: string;
  quantity: number;
  options: PricedOption[];
  unitCents: number;
  totalCents: number;
};

/** ratePpm: parts per million of the subtotal (Québec's QST of 9.975 % is 99750). */
export type Tax = { name: string; ratePpm: number };

export type Totals = {
  subtotalCents: number;
  taxes: { name: string; ratePpm: number; amountCents: number }[];
  taxCents: number;
  totalCents: number;
};

/**
 * Prices every line from the catalogue, names in the wanted language. An option left off ("none") costs nothing;
 * "light" and "extra" cost what the choice costs: a merchant who charges for a double portion lists it.
 * A line never costs less than zero.
 * @throws RangeError when a line names an item, group or choice the catalogue does not have.
 */
export function priceLines(lines: readonly CartLine[], catalog: Catalog, locale: Locale): PricedLine[] {
  return lines.map((line) => {
    const item = catalog.items.find(({ id }) => id === line.item);
    if (!item) throw new RangeError(`No item ${line.item} in the catalogue`);
    const options = line.options.map((pick) => priceOption(pick, catalog, locale));
    const unitCents = Math.max(
      0,
      options.reduce((sum, { priceCents }) => sum + priceCents, item.priceCents),
    );
    const name = nameIn(item, locale);
    return {
      item: item.id,
      name,
      quantity: line.quantity,
      options,
      unitCents,
      totalCents: unitCents * line.quantity,
    };
  });
}

function priceOption(pick: OptionPick, catalog: Catalog, locale: Locale): PricedOption {
  const group = catalog.groups.find(({ id }) => id === pick.group);
  const choice = group?.choices.find(({ id }) => id === pick.choice);
  if (!group || !choice) throw new RangeError(`No choice ${pick.choice} in group ${pick.group}`);
  const priceCents = pick.amount === "none" ? 0 : choice.priceCents * pick.quantity;
  return { ...pick, name: nameIn(choice, locale), groupName: nameIn(group, locale), priceCents };
}

/** Sums the lines and adds each tax on the subtotal, rounded half up to the cent, tax by tax. */
export function totals(lines: readonly Pick<PricedLine, "totalCents">[], taxes: readonly Tax[]): Totals {
  const subtotalCents = lines.reduce((sum, line) => sum + line.totalCents, 0);
  const charged = taxes.map(({ name, ratePpm }) => ({
    name,
    ratePpm,
    amountCents: Number((BigInt(subtotalCents) * BigInt(ratePpm) + 500_000n) / 1_000_000n),
  }));
  const taxCents = charged.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return { subtotalCents, taxes: charged, taxCents, totalCents: subtotalCents + taxCents };
}
