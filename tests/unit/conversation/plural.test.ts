import { describe, expect, test } from "vitest";
import { plural } from "../../../functions/domain/conversation/prompts/plural.ts";
import { spokenLine } from "../../../functions/domain/conversation/prompts/speak.ts";

describe("several of a thing, read back", () => {
  test.each([
    ["Pepperoni pizza", "Pepperoni pizzas"],
    ["Onion rings", "Onion rings"],
    ["Soup of the day", "Soups of the day"],
    ["Club sandwich", "Club sandwiches"],
    ["Blueberry", "Blueberries"],
    ["Chips and salsa", "Chips and salsa"],
    ["BLT", "BLT"],
    ["2x4 8 ft", "2x4 8 ft"],
    ["Chicken wings (10)", "Chicken wings (10)"],
    ["Hot-dog", "Hot-dogs"],
    ["", ""],
  ])("in English: %s", (one, many) => expect(plural(one, "en")).toBe(many));

  test.each([
    ["Poutine", "Poutines"],
    ["Pizza au fromage", "Pizzas au fromage"],
    ["Gâteau de riz", "Gâteaux de riz"],
    ["Rondelles d'oignon", "Rondelles d'oignon"],
    ["Pizza toute garnie", "Pizza toute garnie"],
    ["Riz frit", "Riz frit"],
  ])("en français : %s", (one, many) => expect(plural(one, "fr")).toBe(many));

  test("one of a thing keeps its name, two take the plural", () => {
    const line = { item: "p", name: "Cheese pizza", options: [], unitCents: 100, totalCents: 100 };
    expect(spokenLine({ ...line, quantity: 1 }, "en")).toBe("Cheese pizza");
    expect(spokenLine({ ...line, quantity: 2 }, "en")).toBe("2 Cheese pizzas");
  });
});
