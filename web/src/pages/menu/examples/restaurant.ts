import type { Example } from "./example.ts";

const mains = ["Mains", "Plats"] as const;
const sides = ["Sides", "Accompagnements"] as const;
const drinks = ["Drinks", "Boissons"] as const;

export const restaurant: Example = {
  groups: [
    {
      key: "size",
      name: ["Size", "Format"],
      kind: "one",
      required: true,
      choices: [
        [["Small", "Petite"], 0],
        [["Medium", "Moyenne"], 250],
        [["Large", "Grande"], 500],
      ],
    },
    {
      key: "extras",
      name: ["Extras", "Extras"],
      kind: "many",
      choices: [
        [["Cheese", "Fromage"], 150],
        [["Bacon", "Bacon"], 200],
        [["Mushrooms", "Champignons"], 125],
        [["Onions", "Oignons"], 75],
      ],
    },
    {
      key: "drink",
      name: ["Flavour", "Saveur"],
      kind: "one",
      required: true,
      choices: [
        [["Cola", "Cola"], 0],
        [["Orange", "Orange"], 0],
        [["Sparkling water", "Eau pétillante"], 0],
      ],
    },
  ],
  items: [
    { name: ["Poutine", "Poutine"], cents: 995, category: mains, groups: ["size", "extras"] },
    {
      name: ["Cheeseburger", "Hamburger au fromage"],
      cents: 1295,
      category: mains,
      groups: ["extras"],
      aliases: ["burger", "cheese burger"],
    },
    {
      name: ["All-dressed pizza", "Pizza toute garnie"],
      cents: 1695,
      category: mains,
      groups: ["size", "extras"],
      aliases: ["all dressed", "toute garnie"],
    },
    {
      name: ["Smoked meat sandwich", "Sandwich au smoked meat"],
      cents: 1495,
      category: mains,
      aliases: ["smoked meat"],
    },
    { name: ["Caesar salad", "Salade César"], cents: 1150, category: mains, groups: ["extras"] },
    { name: ["Fries", "Frites"], cents: 495, category: sides, groups: ["size"], aliases: ["patates frites"] },
    { name: ["Onion rings", "Rondelles d’oignon"], cents: 595, category: sides },
    {
      name: ["Soft drink", "Boisson gazeuse"],
      cents: 275,
      category: drinks,
      groups: ["drink"],
      aliases: ["pop", "soda", "liqueur"],
    },
    { name: ["Coffee", "Café"], cents: 250, category: drinks },
  ],
};
