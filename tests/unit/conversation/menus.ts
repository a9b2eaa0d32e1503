import type {
  Catalog,
  CatalogItem,
  OptionChoice,
  OptionGroup,
} from "../../../functions/domain/catalogue/types.ts";
import type { OrderUnderstanding } from "../../../functions/domain/conversation/understanding/order.ts";
import type { CartLine, OptionPick } from "../../../functions/domain/orders/cart.ts";

type Named = { en: string; fr: string; aliases?: string[] };

const named = ({ en, fr, aliases = [] }: Named) => ({ name: en, translations: { en, fr }, aliases });

export const item = (
  id: string,
  names: Named,
  priceCents: number,
  groupIds: string[] = [],
  more: Partial<CatalogItem> = {},
): CatalogItem => ({
  id,
  ...named(names),
  priceCents,
  category: null,
  available: true,
  position: 0,
  groupIds,
  ...more,
});

export const choice = (
  id: string,
  names: Named,
  priceCents = 0,
  more: Partial<OptionChoice> = {},
): OptionChoice => ({
  id,
  ...named(names),
  priceCents,
  available: true,
  position: 0,
  ...more,
});

export const group = (
  id: string,
  names: Named,
  kind: "one" | "many",
  choices: OptionChoice[],
  required = false,
): OptionGroup => ({
  id,
  ...named(names),
  kind,
  required,
  maxChoices: null,
  choices: choices.map((one, position) => ({ ...one, position })),
});

const positioned = (items: CatalogItem[]) => items.map((one, position) => ({ ...one, position }));

const sizes = (prefix: string) => [
  choice(`${prefix}s`, { en: "Small", fr: "Petite" }),
  choice(`${prefix}m`, { en: "Medium", fr: "Moyenne" }, 300),
  choice(`${prefix}l`, { en: "Large", fr: "Grande" }, 600),
];

export const pizzeria: Catalog = {
  items: positioned([
    item("pepperoni", { en: "Pepperoni pizza", fr: "Pizza pepperoni" }, 1500, ["size", "top"], {
      category: "Pizzas",
    }),
    item("dressed", { en: "All dressed pizza", fr: "Pizza toute garnie" }, 1800, ["size", "top"], {
      category: "Pizzas",
    }),
    item("cheesep", { en: "Cheese pizza", fr: "Pizza au fromage" }, 1300, ["size", "top"], {
      category: "Pizzas",
    }),
    item("poutine", { en: "Poutine", fr: "Poutine" }, 900, ["psize"], { category: "Sides" }),
    item("caesar", { en: "Caesar salad", fr: "Salade césar" }, 800, [], { category: "Sides" }),
    item("rings", { en: "Onion rings", fr: "Rondelles d'oignon" }, 500, [], { category: "Sides" }),
    item("wings", { en: "Chicken wings", fr: "Ailes de poulet", aliases: ["wings", "ailes"] }, 1200, [], {
      category: "Sides",
    }),
    item("burger", { en: "Cheeseburger", fr: "Cheeseburger" }, 1000, ["top"], { category: "Sides" }),
    item("coke", { en: "Coke", fr: "Coke", aliases: ["Coca-Cola", "coca"] }, 250, ["dsize"], {
      category: "Drinks",
    }),
    item("soup", { en: "Soup of the day", fr: "Soupe du jour" }, 600, [], { available: false }),
  ]),
  groups: [
    group("size", { en: "Size", fr: "Format" }, "one", sizes("z"), true),
    group("psize", { en: "Size", fr: "Format" }, "one", [
      choice("pr", { en: "Regular", fr: "Régulière" }),
      choice("pl", { en: "Large", fr: "Grande" }, 300),
    ]),
    group("dsize", { en: "Size", fr: "Format" }, "one", [
      choice("ds", { en: "Small", fr: "Petit" }),
      choice("dl", { en: "Large", fr: "Grand" }, 100),
    ]),
    group("top", { en: "Toppings", fr: "Garnitures" }, "many", [
      choice("mushrooms", { en: "Mushrooms", fr: "Champignons" }, 150),
      choice("onions", { en: "Onions", fr: "Oignons" }, 100),
      choice("bacon", { en: "Bacon", fr: "Bacon" }, 200),
      choice("olives", { en: "Olives", fr: "Olives" }, 150),
      choice("xcheese", { en: "Extra cheese", fr: "Extra fromage" }, 200),
      choice("peppers", { en: "Green peppers", fr: "Piments verts" }, 150),
    ]),
  ],
};

export const salon: Catalog = {
  items: positioned([
    item("hydra", { en: "Hydrating Shampoo 250 ml", fr: "Shampooing hydratant 250 ml" }, 2400, ["scent"]),
    item("volume", { en: "Volume Shampoo", fr: "Shampooing volume" }, 2600, ["scent"]),
    item("mask", { en: "Repair Mask", fr: "Masque réparateur" }, 3200),
    item("brush", { en: "Round brush", fr: "Brosse ronde" }, 1800, ["bsize"]),
    item("gel", { en: "Strong hold gel", fr: "Gel tenue forte" }, 1500),
    item(
      "card",
      { en: "Gift card", fr: "Carte-cadeau", aliases: ["gift certificate", "certificat cadeau"] },
      5000,
    ),
    item("pins", { en: "Bobby pins", fr: "Pinces à cheveux" }, 600),
  ]),
  groups: [
    group("scent", { en: "Scent", fr: "Parfum" }, "one", [
      choice("lav", { en: "Lavender", fr: "Lavande" }),
      choice("coco", { en: "Coconut", fr: "Noix de coco" }),
      choice("none", { en: "Unscented", fr: "Sans parfum" }),
    ]),
    group("bsize", { en: "Size", fr: "Taille" }, "one", [
      choice("bs", { en: "Small", fr: "Petite" }),
      choice("bl", { en: "Large", fr: "Grande" }),
    ]),
  ],
};

export const hardware: Catalog = {
  items: positioned([
    item("screws", { en: "Wood screws 1 1/2 inch", fr: "Vis à bois 1 1/2 po" }, 899, ["finish"]),
    item("hammer", { en: "Claw hammer", fr: "Marteau à panne fendue", aliases: ["hammer", "marteau"] }, 2499),
    item("lumber", { en: "2x4 8 ft", fr: "2x4 8 pi", aliases: ["two by four", "deux par quatre"] }, 499),
    item("tape", { en: "Duct tape", fr: "Ruban adhésif en toile" }, 799, ["colour"]),
    item("paint", { en: "Exterior paint", fr: "Peinture extérieure" }, 5999, ["colour"]),
    item("bulb", { en: "LED bulb 60 W", fr: "Ampoule DEL 60 W" }, 399),
    item("salt", { en: "Ice melt", fr: "Sel à glace" }, 1299),
  ]),
  groups: [
    group("finish", { en: "Finish", fr: "Fini" }, "one", [
      choice("zinc", { en: "Zinc", fr: "Zinc" }),
      choice("brass", { en: "Brass", fr: "Laiton" }),
    ]),
    group("colour", { en: "Colour", fr: "Couleur" }, "one", [
      choice("white", { en: "White", fr: "Blanc", aliases: ["blanche"] }),
      choice("grey", { en: "Grey", fr: "Gris" }),
      choice("black", { en: "Black", fr: "Noir" }),
    ]),
  ],
};

const drinkSizes = [
  choice("s", { en: "Small", fr: "Petit" }),
  choice("m", { en: "Medium", fr: "Moyen" }, 50),
  choice("l", { en: "Large", fr: "Grand" }, 100),
];

export const cafe: Catalog = {
  items: positioned([
    item("latte", { en: "Latte", fr: "Latte" }, 450, ["sz", "milk", "extras", "temp"]),
    item("drip", { en: "Drip coffee", fr: "Café filtre", aliases: ["coffee", "café"] }, 250, [
      "sz",
      "milk",
      "extras",
    ]),
    item("tea", { en: "Green tea", fr: "Thé vert" }, 300, ["sz"]),
    item("almond", { en: "Almond croissant", fr: "Croissant aux amandes" }, 350),
    item("butter", { en: "Butter croissant", fr: "Croissant au beurre" }, 300),
    item("combo", { en: "Burger combo", fr: "Trio burger" }, 1200, ["side", "drink"]),
    item("fries", { en: "Fries", fr: "Frites" }, 300, ["sz"]),
    item("blt", { en: "BLT sandwich", fr: "Sandwich BLT" }, 900, ["bread", "top"]),
    item("club", { en: "Club sandwich", fr: "Club sandwich" }, 1100, ["bread", "top"]),
  ]),
  groups: [
    group("sz", { en: "Size", fr: "Format" }, "one", drinkSizes),
    group("milk", { en: "Milk", fr: "Lait" }, "one", [
      choice("whole", { en: "Whole milk", fr: "Lait entier" }),
      choice("oat", { en: "Oat milk", fr: "Lait d'avoine" }, 75),
      choice("soy", { en: "Soy milk", fr: "Lait de soya" }, 75),
    ]),
    group("extras", { en: "Extras", fr: "Extras" }, "many", [
      choice("shot", { en: "Espresso shot", fr: "Shot d'espresso", aliases: ["shot"] }, 100),
      choice("van", { en: "Vanilla syrup", fr: "Sirop de vanille", aliases: ["vanilla", "vanille"] }, 75),
      choice("whip", { en: "Whipped cream", fr: "Crème fouettée" }, 75),
      choice("sugar", { en: "Sugar", fr: "Sucre" }),
    ]),
    group("temp", { en: "Temperature", fr: "Température" }, "one", [
      choice("iced", { en: "Iced", fr: "Glacé" }),
      choice("hot", { en: "Hot", fr: "Chaud" }),
    ]),
    group("side", { en: "Side", fr: "Accompagnement" }, "one", [
      choice("sfries", { en: "Fries", fr: "Frites" }),
      choice("ssalad", { en: "Salad", fr: "Salade" }),
    ]),
    group("drink", { en: "Drink", fr: "Boisson" }, "one", [
      choice("dcoke", { en: "Coke", fr: "Coke" }),
      choice("dtea", { en: "Iced tea", fr: "Thé glacé" }),
    ]),
    group("bread", { en: "Bread", fr: "Pain" }, "one", [
      choice("white", { en: "White bread", fr: "Pain blanc", aliases: ["white"] }),
      choice("brown", { en: "Brown bread", fr: "Pain brun", aliases: ["brown", "whole wheat"] }),
    ]),
    group("top", { en: "Toppings", fr: "Garnitures" }, "many", [
      choice("mayo", { en: "Mayo", fr: "Mayonnaise" }),
      choice("tom", { en: "Tomato", fr: "Tomate" }),
      choice("let", { en: "Lettuce", fr: "Laitue" }),
      choice("bacon", { en: "Bacon", fr: "Bacon" }, 200),
    ]),
  ],
};

const AMOUNTS = { none: "-", light: "~", normal: "", extra: "+" } as const;

const optionText = ({ choice, amount, quantity }: OptionPick) =>
  `${AMOUNTS[amount]}${choice}${quantity > 1 ? `*${quantity}` : ""}`;

/** A line in short: "2 pepperoni[zl,-onions]". */
export const lineText = ({ item, quantity, options }: CartLine): string =>
  `${quantity} ${item}${options.length > 0 ? `[${options.map(optionText).sort().join(",")}]` : ""}`;

/** An understanding in short, for tables. */
export function short({ items, ambiguous, edits, unavailable, unknown, done }: OrderUnderstanding): string {
  return [
    ...items.map(lineText),
    ...ambiguous.map(
      ({ quantity, candidates, options }) =>
        `${quantity} ?${[...candidates].sort().join("/")}${options.length > 0 ? `[${options.map(optionText).sort().join(",")}]` : ""}`,
    ),
    ...edits.map((edit) =>
      edit.kind === "change"
        ? `#${edit.line}=${lineText(edit.to)}`
        : edit.kind === "remove"
          ? `#${edit.line}=0`
          : "#clear",
    ),
    ...unavailable.map((id) => `out:${id}`),
    ...unknown.map((words) => `(${words})`),
    ...(done ? ["done"] : []),
  ].join("; ");
}
