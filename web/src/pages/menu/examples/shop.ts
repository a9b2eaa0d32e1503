import type { Example } from "./example.ts";

const flowers = ["Flowers", "Fleurs"] as const;
const gifts = ["Gifts", "Cadeaux"] as const;
const services = ["Services", "Services"] as const;

export const retail: Example = {
  groups: [
    {
      key: "size",
      name: ["Size", "Format"],
      kind: "one",
      required: true,
      choices: [
        [["Regular", "Ordinaire"], 0],
        [["Large", "Grand"], 2000],
      ],
    },
    {
      key: "extras",
      name: ["Extras", "Extras"],
      kind: "many",
      choices: [
        [["Gift wrap", "Emballage-cadeau"], 500],
        [["Card", "Carte"], 395],
      ],
    },
  ],
  items: [
    {
      name: ["Seasonal bouquet", "Bouquet de saison"],
      cents: 4500,
      category: flowers,
      groups: ["size", "extras"],
    },
    { name: ["Dozen roses", "Douzaine de roses"], cents: 6900, category: flowers, groups: ["extras"] },
    { name: ["Orchid", "Orchidée"], cents: 3900, category: flowers, groups: ["extras"] },
    { name: ["Box of chocolates", "Boîte de chocolats"], cents: 2400, category: gifts, groups: ["extras"] },
    {
      name: ["Local delivery", "Livraison locale"],
      cents: 900,
      category: services,
      aliases: ["delivery", "livraison"],
    },
  ],
};

export const other: Example = {
  groups: [
    {
      key: "length",
      name: ["Length", "Durée"],
      kind: "one",
      required: true,
      choices: [
        [["30 minutes", "30 minutes"], 0],
        [["60 minutes", "60 minutes"], 4000],
      ],
    },
  ],
  items: [
    { name: ["Consultation", "Consultation"], cents: 6000, category: services, groups: ["length"] },
    { name: ["Follow-up", "Suivi"], cents: 4500, category: services },
    { name: ["Gift card", "Carte-cadeau"], cents: 5000, category: gifts },
  ],
};
