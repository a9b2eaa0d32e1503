import { describe, expect, test } from "vitest";
import type { Turn } from "../../../functions/domain/conversation/dialogue/types.ts";
import { call, effects, heard, merchant } from "./dialogue-fixtures.ts";
import { lineText, pizzeria } from "./menus.ts";

describe("an order by keys alone", () => {
  test("goes through category, item, quantity and options to a placed order", () => {
    const turns = call(merchant(), ["*", "1", "1", "2", "3", "1", "0", "0", "1"]);
    expect(turns.map(({ reply }) => reply.expect).slice(1, -2)).toEqual(
      Array(7).fill("digits").with(6, "digits"),
    );
    const order = effects(turns).find((effect) => effect.kind === "place_order");
    expect(order?.lines.map(lineText)).toEqual(["2 pepperoni[mushrooms,zl]"]);
  });

  test("9 turns the page, star goes back, up to the voice", () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...(pizzeria.items[4] as (typeof pizzeria.items)[0]),
      id: `i${at}`,
      name: `Thing ${at}`,
      translations: {},
      position: at,
    }));
    const to = merchant({ catalog: { items: many, groups: [] } });
    const turns = call(to, ["*", "9", "2", "*", "*"]);
    expect(heard(turns[2] as Turn)).toContain("Press 2 for Thing 9");
    expect(heard(turns[3] as Turn)).toContain("Thing 9. How many");
    expect(turns.map(({ state }) => state.step).slice(-2)).toEqual(["keypad", "ordering"]);
  });
});
