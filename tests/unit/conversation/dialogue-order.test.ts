import { describe, expect, test } from "vitest";
import { advance } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import type { Turn } from "../../../functions/domain/conversation/dialogue/types.ts";
import { call, effects, heard, input, last, merchant } from "./dialogue-fixtures.ts";
import { lineText, pizzeria } from "./menus.ts";

describe("an order by voice", () => {
  test("is asked what is missing, read back with tax, and placed once confirmed", () => {
    const turns = call(merchant(), [
      "I'd like two pepperoni pizzas with no onions and a coke",
      "large",
      "actually make that three cokes",
      "no that's all",
      "yes",
    ]);
    expect(turns.map(({ state }) => state.step)).toEqual([
      "menu",
      "option",
      "ordering",
      "ordering",
      "confirm",
      "ended",
    ]);
    const order = effects(turns).find((effect) => effect.kind === "place_order");
    expect(order).toMatchObject({ phone: "+15145550199", currency: "CAD", locale: "en" });
    expect(order?.lines.map(lineText).sort()).toEqual(["2 pepperoni[-onions,zl]", "3 coke"]);
    // 2 × (15.00 + 6.00) + 3 × 2.50 = 49.50; GST 2.475 → 2.48, QST 4.937625 → 4.94
    expect(order?.totals).toMatchObject({ subtotalCents: 4950, taxCents: 742, totalCents: 5692 });
    expect(heard(turns[4] as Turn)).toContain("56 dollars and 92 cents");
    expect(effects(turns).at(-1)).toEqual({ kind: "outcome", outcome: "ordered" });
    expect(heard(last(turns))).toMatch(/text/i);
  });

  test("is as good in French", () => {
    const turns = call(merchant({ locale: "fr" }), [
      "commander",
      "je vais prendre une grande toute garnie pis une pizza",
      "au fromage",
      "moyenne",
      "c'est tout",
      "oui c'est beau",
    ]);
    expect(turns.map(({ state }) => state.step)).toEqual([
      "menu",
      "ordering",
      "which",
      "option",
      "ordering",
      "confirm",
      "ended",
    ]);
    const order = effects(turns).find((effect) => effect.kind === "place_order");
    expect(order?.lines.map(({ name }) => name)).toEqual(["Pizza toute garnie", "Pizza au fromage"]);
    expect(heard(turns[5] as Turn)).toContain("taxes comprises");
  });

  test("can be corrected at the read-back", () => {
    const turns = call(merchant(), [
      "a coke that's all",
      "no make it four cokes",
      "no",
      "add a poutine",
      "that's it",
      "yes",
    ]);
    expect(turns.map(({ state }) => state.step)).toEqual([
      "menu",
      "confirm",
      "confirm",
      "ordering",
      "ordering",
      "confirm",
      "ended",
    ]);
    const order = effects(turns).find((effect) => effect.kind === "place_order");
    expect(order?.lines.map(lineText)).toEqual(["4 coke", "1 poutine"]);
  });

  test("says what is not on the menu and what is sold out", () => {
    const turns = call(merchant(), ["a coke, a sushi and a soup of the day"]);
    expect(heard(last(turns))).toContain("couldn't find sushi");
    expect(heard(last(turns))).toContain("out of Soup of the day");
    expect(last(turns).state.cart.map(lineText)).toEqual(["1 coke"]);
  });

  test("loses what sold out during the call, and says so", () => {
    const turns = call(merchant(), ["a coke and a poutine"]);
    const items = pizzeria.items.map((one) => (one.id === "coke" ? { ...one, available: false } : one));
    const next = advance(
      last(turns).state,
      input("that's all"),
      merchant({ catalog: { ...pizzeria, items } }),
    );
    expect(heard(next)).toContain("out of Coke");
    expect(next.state.cart.map(lineText)).toEqual(["1 poutine"]);
  });

  test("a price is answered and not ordered", () => {
    const turns = call(merchant(), ["order", "how much is a large poutine"]);
    expect(heard(last(turns))).toContain("12 dollars");
    expect(last(turns).state.cart).toEqual([]);
  });

  test("a yes the recogniser is not sure of is asked again", () => {
    const unsure = { kind: "speech", text: "yes", confidence: 0.1 } as const;
    const turns = call(merchant(), ["a coke that's all", unsure, "yes"]);
    expect(turns.map(({ state }) => state.step)).toEqual(["menu", "confirm", "confirm", "ended"]);
  });

  test("an anonymous caller is asked for a number, which is read back", () => {
    const turns = call(
      merchant(),
      ["a coke that's all", "yes", "five one four five five five oh one nine nine", "yes"],
      null,
    );
    expect(turns.map(({ state }) => state.step)).toEqual([
      "menu",
      "confirm",
      "phone",
      "phone-confirm",
      "ended",
    ]);
    expect(heard(turns[3] as Turn)).toContain("5 1 4, 5 5 5, 0 1 9 9");
    expect(effects(turns).find((effect) => effect.kind === "place_order")?.phone).toBe("+15145550199");
  });

  test("the language changes at any time, and the question is asked again in it", () => {
    const turns = call(merchant(), ["a coke", "en français s'il vous plaît", "c'est tout"]);
    expect(effects(turns)).toEqual([{ kind: "set_language", locale: "fr" }]);
    expect(heard(turns[2] as Turn)).toContain("Autre chose");
    expect(heard(turns[3] as Turn)).toContain("Le total est de");
  });
});
