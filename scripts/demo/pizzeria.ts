import type { DemoItem, DemoShop, GroupInput } from "./types.ts";

const size: GroupInput = {
  name: "Size",
  translations: { fr: "Format" },
  kind: "one",
  required: true,
  choices: [
    { name: "Small", translations: { fr: "Petite" }, aliases: ["ten inch", "personal", "petit"] },
    { name: "Medium", translations: { fr: "Moyenne" }, aliases: ["twelve inch", "moyen"], priceCents: 300 },
    {
      name: "Large",
      translations: { fr: "Grande" },
      aliases: ["fourteen inch", "big", "grand"],
      priceCents: 600,
    },
  ],
};

const toppings: GroupInput = {
  name: "Toppings",
  translations: { fr: "Garnitures" },
  aliases: ["extras", "extra toppings"],
  kind: "many",
  maxChoices: 6,
  choices: [
    { name: "Mushrooms", translations: { fr: "Champignons" }, aliases: ["mushroom"], priceCents: 150 },
    {
      name: "Green peppers",
      translations: { fr: "Piments verts" },
      aliases: ["peppers", "green pepper"],
      priceCents: 150,
    },
    { name: "Onions", translations: { fr: "Oignons" }, aliases: ["onion"], priceCents: 100 },
    { name: "Olives", translations: { fr: "Olives" }, aliases: ["black olives"], priceCents: 150 },
    { name: "Bacon", translations: { fr: "Bacon" }, priceCents: 250 },
    { name: "Cheese", translations: { fr: "Fromage" }, aliases: ["mozzarella"], priceCents: 200 },
    {
      name: "Anchovies",
      translations: { fr: "Anchois" },
      aliases: ["anchovy"],
      priceCents: 200,
      available: false,
    },
  ],
};

const sauce: GroupInput = {
  name: "Sauce",
  translations: { fr: "Sauce" },
  kind: "one",
  required: true,
  choices: [
    { name: "Buffalo", translations: { fr: "Buffalo" }, aliases: ["hot"] },
    { name: "Barbecue", translations: { fr: "Barbecue" }, aliases: ["bbq", "barbeque"] },
    { name: "Honey garlic", translations: { fr: "Miel et ail" } },
  ],
};

const pizza = (name: string, fr: string, priceCents: number, aliases: string[] = []): DemoItem => ({
  ...{ name, priceCents, aliases, category: "Pizza", translations: { fr }, options: ["size", "toppings"] },
});

/** The English demo: a pizzeria whose pizzas need a size. */
export const pizzeria: DemoShop = {
  owner: { email: "owner@harbourpizza.example" },
  merchant: {
    name: "Harbour Street Pizza",
    vertical: "restaurant",
    locale: "en",
    timeZone: "America/Toronto",
    currency: "cad",
    country: "CA",
    transferPhone: "+15145550142",
    alertEmail: "kitchen@harbourpizza.example",
    alertPhone: "+15145550143",
    taxes: [
      { name: "GST", ratePpm: 50_000 },
      { name: "QST", ratePpm: 99_750 },
    ],
    hoursText: "Every day from eleven in the morning to eleven at night.",
  },
  areaCode: "514",
  groups: { size, toppings, sauce },
  items: [
    pizza("Margherita", "Margherita", 1_300, ["margarita pizza", "plain cheese pizza", "cheese pizza"]),
    pizza("Pepperoni pizza", "Pizza pepperoni", 1_450, ["pepperoni"]),
    pizza("All-dressed pizza", "Pizza toute garnie", 1_600, ["all dressed", "the works", "deluxe pizza"]),
    pizza("Vegetarian pizza", "Pizza végétarienne", 1_500, ["veggie pizza", "vegetarian", "veggie"]),
    pizza("Hawaiian pizza", "Pizza hawaïenne", 1_500, ["hawaiian", "ham and pineapple"]),
    {
      name: "Chicken wings",
      translations: { fr: "Ailes de poulet" },
      aliases: ["wings", "ten wings"],
      priceCents: 1_395,
      category: "Sides",
      options: ["sauce"],
    },
    { name: "Garlic bread", translations: { fr: "Pain à l’ail" }, priceCents: 595, category: "Sides" },
    {
      name: "Caesar salad",
      translations: { fr: "Salade césar" },
      aliases: ["caesar"],
      priceCents: 895,
      category: "Sides",
    },
    {
      name: "French fries",
      translations: { fr: "Frites" },
      aliases: ["fries", "chips"],
      priceCents: 450,
      category: "Sides",
    },
    {
      name: "Coke",
      translations: { fr: "Coke" },
      aliases: ["coca cola", "coca-cola", "cola"],
      priceCents: 250,
      category: "Drinks",
    },
    {
      name: "Ginger ale",
      translations: { fr: "Ginger ale" },
      aliases: ["canada dry"],
      priceCents: 250,
      category: "Drinks",
    },
    {
      name: "Water",
      translations: { fr: "Eau" },
      aliases: ["bottled water"],
      priceCents: 200,
      category: "Drinks",
    },
    {
      name: "Tiramisu",
      translations: { fr: "Tiramisu" },
      priceCents: 750,
      category: "Desserts",
      available: false,
    },
  ],
};
