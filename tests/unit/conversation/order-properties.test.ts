import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOrder, understandOrder } from "../../../functions/domain/conversation/understanding/order.ts";
import { hardware, pizzeria, salon, short } from "./menus.ts";

const catalogs = fc.constantFrom(pizzeria, salon, hardware);
const locales = fc.constantFrom("en" as const, "fr" as const);
const words = fc.constantFrom(
  ..."a two three large small pepperoni pizza coke no onions and with extra remove make that same another instead of the change to cancel everything poutine sans une pas de plutôt non enlève fromage shampoo tape grey, . une autre en fait mettez x 12 bacon lavender that's all".split(
    " ",
  ),
);
const utterances = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
);

describe("whatever is said", () => {
  test("nothing throws, and everything understood is on the menu", () => {
    fc.assert(
      fc.property(utterances, utterances, catalogs, locales, (first, second, catalog, locale) => {
        const cart = applyOrder([], understandOrder(first, catalog, locale));
        const next = applyOrder(cart, understandOrder(second, catalog, locale, cart));
        for (const line of next) {
          const item = catalog.items.find(({ id }) => id === line.item);
          expect(item?.available).toBe(true);
          expect(line.quantity).toBeGreaterThanOrEqual(1);
          expect(line.quantity).toBeLessThanOrEqual(99);
          for (const pick of line.options) {
            expect(item?.groupIds).toContain(pick.group);
            const group = catalog.groups.find(({ id }) => id === pick.group);
            expect(group?.choices.map(({ id }) => id)).toContain(pick.choice);
          }
          const one = line.options.filter(
            ({ group }) => catalog.groups.find(({ id }) => id === group)?.kind === "one",
          );
          expect(new Set(one.map(({ group }) => group)).size).toBe(one.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("words that mean nothing change nothing", () => {
    const fillers = fc.constantFrom("uh", "um", "please", "euh", "s'il vous plaît", "well", "bon ben");
    const orders = fc.constantFrom(
      "two large pepperoni pizzas no onions and a coke",
      "une grande pizza toute garnie pis deux poutines",
      "a small coke and a cheeseburger with bacon",
      "a large poutine and another one that's all",
    );
    fc.assert(
      fc.property(orders, fillers, fillers, (order, before, after) => {
        const plain = short(understandOrder(order, pizzeria, "en"));
        expect(short(understandOrder(`${before} ${order} ${after}`, pizzeria, "en"))).toBe(plain);
      }),
    );
  });

  test("an order written out is understood as it was", () => {
    const items = fc.constantFrom("pepperoni", "dressed", "poutine", "coke", "wings", "rings");
    const lines = fc.uniqueArray(fc.record({ item: items, quantity: fc.integer({ min: 2, max: 60 }) }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ item }) => item,
    });
    fc.assert(
      fc.property(lines, locales, (order, locale) => {
        const name = (id: string) => pizzeria.items.find((one) => one.id === id)?.translations[locale] ?? "";
        const text = order
          .map(({ item, quantity }) => `${quantity} ${name(item)}`)
          .join(locale === "fr" ? " et " : " and ");
        const heard = understandOrder(text, pizzeria, locale);
        expect(heard.items.map(({ item, quantity }) => ({ item, quantity }))).toEqual(order);
        expect(heard.unknown).toEqual([]);
      }),
    );
  });

  test("ten thousand characters take work that grows with their number", () => {
    const least = (text: string) => {
      const runs = Array.from({ length: 7 }, () => {
        const start = performance.now();
        understandOrder(text, pizzeria, "en");
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    const text = "two large pepperony pizzas no onyons and a cokke with zzyzx ".repeat(166);
    // A ratio, not a time: sixteen times the words are sixteen times the work when it is linear, and 256 times when
    // it is quadratic. The slack is for a machine that does other things.
    expect(least(text) / least(text.slice(0, text.length / 16))).toBeLessThan(120);
    for (const odd of ["a".repeat(10_000), "🍕 ".repeat(5_000), "la pizza ".repeat(1_100)]) {
      expect(() => understandOrder(odd, pizzeria, "en")).not.toThrow();
    }
  });

  test("a menu with nothing on it, or with two things of one name, is answered for", () => {
    expect(short(understandOrder("a coke", { items: [], groups: [] }, "en"))).toBe("(coke)");
    const [first] = pizzeria.items;
    const twins = first ? [first, { ...first, id: "twin" }] : [];
    expect(short(understandOrder("a pepperoni pizza", { items: twins, groups: [] }, "en"))).toBe(
      "1 ?pepperoni/twin",
    );
  });
});
