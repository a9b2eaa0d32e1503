import fc from "fast-check";
import { expect, test } from "vitest";
import { spokenMoney } from "../../../functions/domain/conversation/prompts/speak.ts";
import { priceLines, totals } from "../../../functions/domain/orders/pricing.ts";
import { pizzeria } from "./menus.ts";

const pick = (
  group: string,
  choice: string,
  amount: "none" | "light" | "normal" | "extra" = "normal",
  quantity = 1,
) => ({ group, choice, amount, quantity });

test("a line costs its item and its options, times its quantity; what is left off costs nothing", () => {
  const options = [pick("size", "zl"), pick("top", "bacon", "extra", 2), pick("top", "onions", "none")];
  const [line] = priceLines([{ item: "pepperoni", quantity: 3, options }], pizzeria, "fr");
  expect(line).toMatchObject({ name: "Pizza pepperoni", unitCents: 1500 + 600 + 400, totalCents: 7500 });
  expect(line?.options.map(({ name }) => name)).toEqual(["Grande", "Bacon", "Oignons"]);
});

test("a line that the catalogue does not have is an error, never free", () => {
  expect(() => priceLines([{ item: "sushi", quantity: 1, options: [] }], pizzeria, "en")).toThrow(RangeError);
  expect(() =>
    priceLines([{ item: "coke", quantity: 1, options: [pick("dsize", "zz")] }], pizzeria, "en"),
  ).toThrow(RangeError);
});

test("each tax is rounded half up by itself", () => {
  // 4950 × 5 % = 247.5 → 248; 4950 × 9.975 % = 493.7625 → 494
  const sum = totals(
    [{ totalCents: 4950 }],
    [
      { name: "GST", ratePpm: 50_000 },
      { name: "QST", ratePpm: 99_750 },
    ],
  );
  expect(sum.taxes.map(({ amountCents }) => amountCents)).toEqual([248, 494]);
  expect(sum).toMatchObject({ subtotalCents: 4950, taxCents: 742, totalCents: 5692 });
});

test("totals are exact: the parts are the whole, and no tax is off by more than half a cent", () => {
  const cents = fc.array(fc.record({ totalCents: fc.integer({ min: 0, max: 10_000_000 }) }), {
    maxLength: 20,
  });
  const taxes = fc.array(fc.record({ name: fc.string(), ratePpm: fc.integer({ min: 0, max: 400_000 }) }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(cents, taxes, (lines, rates) => {
      const sum = totals(lines, rates);
      expect(sum.totalCents).toBe(
        sum.subtotalCents + sum.taxes.reduce((all, { amountCents }) => all + amountCents, 0),
      );
      for (const { ratePpm, amountCents } of sum.taxes) {
        const off = BigInt(amountCents) * 1_000_000n - BigInt(sum.subtotalCents) * BigInt(ratePpm);
        expect(off > -500_000n && off <= 500_000n).toBe(true);
      }
    }),
  );
});

test.each([
  [4250, "CAD", "en", "42 dollars and 50 cents"],
  [4250, "CAD", "fr", "42 dollars et 50 cents"],
  [100, "CAD", "en", "1 dollar"],
  [1, "CAD", "fr", "1 cent"],
  [0, "CAD", "en", "0 dollars"],
  [0, "CAD", "fr", "0 dollar"],
  [301, "EUR", "fr", "3 euros et 1 cent"],
] as const)("%i in %s, %s: %s", (amount, currency, locale, expected) => {
  expect(spokenMoney(amount, currency, locale)).toBe(expected);
});
