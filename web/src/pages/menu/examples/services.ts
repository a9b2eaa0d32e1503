import type { Example } from "./example.ts";

const hair = ["Hair", "Coiffure"] as const;
const beauty = ["Beauty", "Beauté"] as const;
const products = ["Products", "Produits"] as const;
const visits = ["Visits", "Visites"] as const;
const upkeep = ["Maintenance", "Entretien"] as const;

export const salon: Example = {
  groups: [
    {
      key: "length",
      name: ["Hair length", "Longueur des cheveux"],
      kind: "one",
      required: true,
      choices: [
        [["Short", "Courts"], 0],
        [["Medium", "Mi-longs"], 1500],
        [["Long", "Longs"], 3000],
      ],
    },
    {
      key: "care",
      name: ["Care", "Soins"],
      kind: "many",
      choices: [
        [["Deep conditioning", "Soin profond"], 2500],
        [["Scalp massage", "Massage du cuir chevelu"], 1500],
      ],
    },
  ],
  items: [
    { name: ["Haircut", "Coupe"], cents: 4500, category: hair, groups: ["length", "care"] },
    { name: ["Colour", "Coloration"], cents: 8500, category: hair, groups: ["length"], aliases: ["couleur"] },
    {
      name: ["Blow-dry", "Mise en plis"],
      cents: 3500,
      category: hair,
      groups: ["length"],
      aliases: ["brushing"],
    },
    { name: ["Manicure", "Manucure"], cents: 4000, category: beauty },
    { name: ["Eyebrow shaping", "Épilation des sourcils"], cents: 2000, category: beauty },
    { name: ["Shampoo bottle", "Bouteille de shampoing"], cents: 2400, category: products },
    { name: ["Gift card", "Carte-cadeau"], cents: 5000, category: products },
  ],
};

export const hvac: Example = {
  groups: [
    {
      key: "when",
      name: ["When", "Moment"],
      kind: "one",
      required: true,
      choices: [
        [["Regular hours", "Heures normales"], 0],
        [["Evening or weekend", "Soir ou fin de semaine"], 7500],
      ],
    },
  ],
  items: [
    {
      name: ["Diagnostic visit", "Visite de diagnostic"],
      cents: 12_900,
      category: visits,
      groups: ["when"],
      aliases: ["service call", "appel de service"],
    },
    {
      name: ["Furnace tune-up", "Mise au point de la fournaise"],
      cents: 17_900,
      category: upkeep,
      groups: ["when"],
      aliases: ["furnace", "fournaise"],
    },
    {
      name: ["Heat pump cleaning", "Nettoyage de thermopompe"],
      cents: 15_900,
      category: upkeep,
      groups: ["when"],
      aliases: ["heat pump", "thermopompe"],
    },
    {
      name: ["Filter pack", "Paquet de filtres"],
      cents: 3995,
      category: products,
      aliases: ["filters", "filtres"],
    },
    { name: ["Annual plan", "Forfait annuel"], cents: 24_900, category: upkeep },
  ],
};

export const plumbing: Example = {
  groups: hvac.groups,
  items: [
    {
      name: ["Service call", "Appel de service"],
      cents: 12_500,
      category: visits,
      groups: ["when"],
      aliases: ["visit", "visite"],
    },
    {
      name: ["Drain unblocking", "Débouchage de drain"],
      cents: 22_500,
      category: visits,
      groups: ["when"],
      aliases: ["blocked drain", "drain bouché"],
    },
    {
      name: ["Faucet replacement", "Remplacement de robinet"],
      cents: 18_500,
      category: visits,
      groups: ["when"],
      aliases: ["tap", "robinet"],
    },
    {
      name: ["Water heater check", "Vérification du chauffe-eau"],
      cents: 14_500,
      category: upkeep,
      groups: ["when"],
      aliases: ["water heater", "chauffe-eau"],
    },
  ],
};
