import { describe, expect, test } from "vitest";
import type { Catalog } from "../../../functions/domain/catalogue/types.ts";
import { understandOrder } from "../../../functions/domain/conversation/understanding/order.ts";
import { canonical, menu, type OrderCase, orders } from "./order-fixtures.ts";

const catalogs = new Map<string, Catalog>();

function catalogOf(name: string): Catalog {
  const known = catalogs.get(name) ?? menu(name);
  catalogs.set(name, known);
  return known;
}

/** The lines understood, in names and in alphabetical order. */
function heard({ menu: name, text, locale }: OrderCase): string[] {
  const catalog = catalogOf(name);
  return understandOrder(text, catalog, locale)
    .items.map((line) => canonical(line, catalog))
    .sort();
}

const isExact = (one: OrderCase) => JSON.stringify(heard(one)) === JSON.stringify(one.expected);

/** The whole order right, every item, number and option; the floors are what was reached, less an order or two. */
describe("orders against menus that the grammar knows nothing of", () => {
  test.each([
    ["english", 300, 0.975],
    ["french", 120, 0.98],
    ["mixed", 20, 0.98],
    ["english-fresh", 90, 0.96],
    ["french-fresh", 40, 0.95],
    ["mixed-fresh", 10, 0.98],
    ["english-second", 60, 0.96],
    ["french-second", 20, 0.94],
    ["english-third", 30, 0.96],
    ["english-tavern", 100, 0.98],
    ["english-hoagie", 70, 0.97],
    ["english-slice", 60, 0.96],
    ["english-oven", 60, 0.98],
    ["english-parlor", 60, 0.96],
    ["english-trattoria", 40, 0.95],
    ["english-taqueria", 38, 0.97],
    ["english-smokehouse", 50, 0.96],
    ["french-creperie", 50, 0.88],
    ["french-gilles", 40, 0.9],
    ["french-fournil", 40, 0.97],
    ["french-rotis", 38, 0.97],
    ["french-four", 33, 0.96],
    ["french-snack", 35, 0.94],
    ["french-bouclier", 24, 0.91],
    ["french-delipain", 18, 0.94],
    ["english-corner", 140, 0.95],
    ["english-errands", 140, 0.92],
    ["french-quartier", 90, 0.95],
    ["french-comptoirs", 90, 0.92],
  ])("%s: of at least %i orders, %f are understood whole", (name, count, floor) => {
    const cases = orders(name);
    const missed = cases.filter((one) => !isExact(one));
    expect(cases.length).toBeGreaterThanOrEqual(count);
    expect(
      1 - missed.length / cases.length,
      missed.map((one) => `${one.text}\n  ${heard(one).join("; ")}`).join("\n"),
    ).toBeGreaterThanOrEqual(floor);
  });

  test("an order takes less than two milliseconds at the median", () => {
    const cases = orders("english");
    for (const one of cases) heard(one);
    const times = cases.map((one) => {
      const start = performance.now();
      heard(one);
      return performance.now() - start;
    });
    expect(times.sort((a, b) => a - b)[times.length >> 1]).toBeLessThan(2);
  });
});
