import type { DemoShop, GroupInput } from "./types.ts";

const format: GroupInput = {
  name: "Format",
  translations: { en: "Size" },
  kind: "one",
  required: true,
  choices: [
    { name: "Petite", translations: { en: "Small" }, aliases: ["petit", "petite portion"] },
    { name: "Moyenne", translations: { en: "Medium" }, aliases: ["moyen", "régulière"], priceCents: 250 },
    { name: "Grande", translations: { en: "Large" }, aliases: ["grand", "grosse", "gros"], priceCents: 450 },
  ],
};

const garnitures: GroupInput = {
  name: "Garnitures",
  translations: { en: "Toppings" },
  kind: "many",
  maxChoices: 8,
  choices: [
    { name: "Moutarde", translations: { en: "Mustard" } },
    { name: "Ketchup", translations: { en: "Ketchup" } },
    { name: "Relish", translations: { en: "Relish" } },
    { name: "Oignons", translations: { en: "Onions" }, aliases: ["oignon"] },
    { name: "Chou", translations: { en: "Coleslaw" }, aliases: ["salade de chou", "choux"] },
    { name: "Cornichons", translations: { en: "Pickles" }, aliases: ["cornichon"] },
    { name: "Fromage", translations: { en: "Cheese" }, aliases: ["fromage orange"], priceCents: 100 },
    { name: "Bacon", translations: { en: "Bacon" }, priceCents: 200 },
  ],
};

const cuisson: GroupInput = {
  name: "Pain",
  translations: { en: "Bun" },
  kind: "one",
  required: true,
  choices: [
    { name: "Steamé", translations: { en: "Steamed" }, aliases: ["vapeur", "stimé"] },
    { name: "Grillé", translations: { en: "Toasted" }, aliases: ["toasté", "rôti"] },
  ],
};

/** La démonstration en français : un casse-croûte, ses poutines et ses hot-dogs. */
export const casseCroute: DemoShop = {
  owner: { email: "lise@chezlise.example" },
  merchant: {
    name: "Casse-croûte Chez Lise",
    vertical: "restaurant",
    locale: "fr",
    timeZone: "America/Toronto",
    currency: "cad",
    country: "CA",
    transferPhone: "+14185550162",
    alertEmail: "cuisine@chezlise.example",
    alertPhone: "+14185550163",
    taxes: [
      { name: "TPS", ratePpm: 50_000 },
      { name: "TVQ", ratePpm: 99_750 },
    ],
    hoursText: "Du mardi au dimanche, de onze heures à vingt et une heures.",
  },
  areaCode: "418",
  groups: { format, garnitures, cuisson },
  items: [
    {
      name: "Poutine",
      translations: { en: "Poutine" },
      aliases: ["poutine classique", "poutine régulière"],
      priceCents: 795,
      category: "Poutines",
      options: ["format"],
    },
    {
      name: "Poutine italienne",
      translations: { en: "Italian poutine" },
      aliases: ["poutine à la sauce à spaghetti", "italienne"],
      priceCents: 945,
      category: "Poutines",
      options: ["format"],
    },
    {
      name: "Poutine galvaude",
      translations: { en: "Poutine with chicken and peas" },
      aliases: ["galvaude", "poutine au poulet"],
      priceCents: 1_095,
      category: "Poutines",
      options: ["format"],
    },
    {
      name: "Hot-dog",
      translations: { en: "Hot dog" },
      aliases: ["hot dog", "chien chaud", "un steamé", "dog"],
      priceCents: 275,
      category: "Casse-croûte",
      options: ["cuisson", "garnitures"],
    },
    {
      name: "Hamburger",
      translations: { en: "Hamburger" },
      aliases: ["burger", "hambourgeois"],
      priceCents: 695,
      category: "Casse-croûte",
      options: ["garnitures"],
    },
    {
      name: "Guédille au homard",
      translations: { en: "Lobster roll" },
      aliases: ["guédille", "sous-marin au homard", "pain au homard"],
      priceCents: 1_895,
      category: "Casse-croûte",
    },
    {
      name: "Club sandwich",
      translations: { en: "Club sandwich" },
      aliases: ["club", "club au poulet"],
      priceCents: 1_595,
      category: "Assiettes",
    },
    {
      name: "Frites",
      translations: { en: "Fries" },
      aliases: ["patates frites", "une frite", "patate"],
      priceCents: 395,
      category: "À côté",
      options: ["format"],
    },
    {
      name: "Rondelles d’oignon",
      translations: { en: "Onion rings" },
      aliases: ["onion rings", "rondelles"],
      priceCents: 595,
      category: "À côté",
    },
    {
      name: "Coke",
      translations: { en: "Coke" },
      aliases: ["coca", "coca-cola", "pepsi", "cola"],
      priceCents: 250,
      category: "Boissons",
    },
    {
      name: "Bière d’épinette",
      translations: { en: "Spruce beer" },
      aliases: ["épinette"],
      priceCents: 275,
      category: "Boissons",
    },
    {
      name: "Café",
      translations: { en: "Coffee" },
      aliases: ["un café filtre"],
      priceCents: 225,
      category: "Boissons",
    },
    {
      name: "Pouding chômeur",
      translations: { en: "Maple pudding cake" },
      aliases: ["pouding", "dessert du jour"],
      priceCents: 550,
      category: "Desserts",
    },
  ],
};
