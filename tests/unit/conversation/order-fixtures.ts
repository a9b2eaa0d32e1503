import { readFileSync } from "node:fs";
import type { Catalog, CatalogItem, OptionGroup } from "../../../functions/domain/catalogue/types.ts";
import type { Amount, CartLine, OptionPick } from "../../../functions/domain/orders/cart.ts";

type Named = { id: string; name: string; aliases: string[] };
type MenuFile = {
  items: (Named & { groups: string[] })[];
  groups: { id: string; name: string; kind: "one" | "many"; choices: Named[] }[];
};
type OrdersFile = {
  locale: "en" | "fr";
  orders: { menu: string; cases: [text: string, expected: string][] }[];
};

export type OrderCase = { menu: string; locale: "en" | "fr"; text: string; expected: string[] };

const folder = new URL("../../fixtures/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

const named = ({ id, name, aliases }: Named, position: number) => ({
  id,
  name,
  aliases,
  translations: {},
  priceCents: 0,
  available: true,
  position,
});

/** A menu of tests/fixtures/menus, which are in the form that the understand command reads. */
export function menu(name: string): Catalog {
  const { items, groups } = read(`menus/${name}.json`) as MenuFile;
  return {
    items: items.map(
      (item, at): CatalogItem => ({ ...named(item, at), category: null, groupIds: item.groups }),
    ),
    groups: groups.map(
      (group): OptionGroup => ({
        id: group.id,
        name: group.name,
        aliases: [],
        translations: {},
        kind: group.kind,
        required: false,
        maxChoices: null,
        choices: group.choices.map(named),
      }),
    ),
  };
}

/** The orders of one file of tests/fixtures/orders. */
export function orders(name: string): OrderCase[] {
  const { locale, orders } = read(`orders/${name}.json`) as OrdersFile;
  return orders.flatMap(({ menu: of, cases }) => {
    const catalog = menu(of);
    return cases.map(([text, expected]) => ({
      menu: of,
      locale,
      text,
      expected: expectedLines(expected, catalog),
    }));
  });
}

const AMOUNTS: Record<string, Amount> = { "-": "none", "~": "light", "+": "extra" };
const SIGNS: Record<Amount, string> = { none: "-", light: "~", normal: "", extra: "+" };

/** "2 Pizza[Large,-Onions]; 1 Coke" as lines in canonical form; a name that the menu does not have throws. */
function expectedLines(text: string, catalog: Catalog): string[] {
  const lines = text.split("; ").filter(Boolean);
  return lines.map((line) => canonical(readLine(line, catalog), catalog)).sort();
}

function readLine(text: string, catalog: Catalog): CartLine {
  const [, quantity, name, options = ""] = /^(\d+) ([^[]+)(?:\[(.+)\])?$/.exec(text) ?? [];
  const item = catalog.items.find((one) => one.name === name);
  if (!item) throw new Error(`Not on the menu: ${text}`);
  return {
    item: item.id,
    quantity: Number(quantity),
    options: options
      .split(",")
      .filter(Boolean)
      .map((option) => readOption(option, item, catalog)),
  };
}

function readOption(text: string, { groupIds }: CatalogItem, { groups }: Catalog): OptionPick {
  const [, sign = "", name, count = "1"] = /^([-~+]?)(.+?)(?:\*(\d+))?$/.exec(text) ?? [];
  const found = groups
    .filter(({ id }) => groupIds.includes(id))
    .flatMap(({ id, choices }) =>
      choices.filter((one) => one.name === name).map((choice) => ({ group: id, choice: choice.id })),
    );
  const [option] = found;
  if (!option || found.length > 1) throw new Error(`Not one choice: ${text}`);
  return { ...option, amount: AMOUNTS[sign] ?? "normal", quantity: Number(count) };
}

/** A line in names, its options in alphabetical order. */
export function canonical({ item, quantity, options }: CartLine, { items, groups }: Catalog): string {
  const choices = groups.flatMap((group) => group.choices.map((choice) => ({ ...choice, group: group.id })));
  const texts = options.map(({ group, choice, amount, quantity }) => {
    const name = choices.find((one) => one.id === choice && one.group === group)?.name;
    return `${SIGNS[amount]}${name}${quantity > 1 ? `*${quantity}` : ""}`;
  });
  const name = items.find(({ id }) => id === item)?.name;
  return `${quantity} ${name}${texts.length > 0 ? `[${texts.sort().join(",")}]` : ""}`;
}
