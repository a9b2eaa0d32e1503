import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, hangUp, MAX_TURNS } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import { open } from "../../../functions/domain/conversation/dialogue/opening.ts";
import type {
  DialogueInput,
  DialogueMerchant,
} from "../../../functions/domain/conversation/dialogue/types.ts";
import { totals } from "../../../functions/domain/orders/pricing.ts";
import { hardware, pizzeria, salon } from "./menus.ts";

const sayings = fc.constantFrom(
  ..."order;a coke;two large pepperoni pizzas and a poutine;no onions;that's all;yes;no;make that three;remove the coke;a pizza;large;français;en anglais;c'est tout;oui;non;une poutine;cancel everything;a person;leave a message;an appointment;my name is Bob;tomorrow;514 555 0199;keypad;another number;hawaiian pizza;how much is a coke;shampoo;duct tape in grey;what do you have;repeat that;same thing;a soup of the day".split(
    ";",
  ),
);
const inputs: fc.Arbitrary<DialogueInput> = fc.oneof(
  { weight: 5, arbitrary: sayings.map((text) => ({ kind: "speech" as const, text })) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(..."0123456789*#").map((digits) => ({ kind: "digits" as const, digits })),
  },
  fc.record({
    kind: fc.constant("speech" as const),
    text: fc.string({ unit: "binary" }),
    confidence: fc.float({ min: 0, max: 1, noNaN: true }),
  }),
  fc.string().map((digits) => ({ kind: "digits" as const, digits })),
  fc.constant({ kind: "silence" as const }),
  fc.record({ kind: fc.constant("recorded" as const), seconds: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ kind: fc.constant("dialled" as const), answered: fc.boolean() }),
);
const merchants: fc.Arbitrary<DialogueMerchant> = fc.record({
  name: fc.constant("Luigi"),
  now: fc.constant("2026-11-26T09:00"),
  locale: fc.constantFrom("en" as const, "fr" as const),
  currency: fc.constant("CAD"),
  catalog: fc.constantFrom(pizzeria, salon, hardware, { items: [], groups: [] }),
  taxes: fc.constantFrom(
    [],
    [
      { name: "GST", ratePpm: 50_000 },
      { name: "QST", ratePpm: 99_750 },
    ],
  ),
  canOrder: fc.constantFrom(true, true, true, false),
  canTakePayment: fc.constantFrom(true, true, true, false),
  transferPhone: fc.constantFrom(null, "+15145550000"),
});

test("every call ends, with one outcome, whatever is done on it", () => {
  fc.assert(
    fc.property(
      merchants,
      fc.constantFrom("+15145550199", null),
      fc.array(inputs, { minLength: 1, maxLength: 30 }),
      (merchant, number, said) => {
        let turn = open(merchant, { number });
        const effects = [...turn.effects];
        for (let at = 0; at < MAX_TURNS + 3 && turn.reply.expect !== "end"; at++) {
          const saved = JSON.stringify(turn.state);
          const next = advance(JSON.parse(saved), said[at % said.length] ?? { kind: "silence" }, merchant);
          expect(JSON.parse(JSON.stringify(next.state))).toEqual(next.state);
          expect(saved.length).toBeLessThan(20_000);
          expect(next.reply.say.length).toBeGreaterThan(0);
          expect(next.reply.hints.length).toBeLessThanOrEqual(100);
          for (const { item } of next.state.cart)
            expect(merchant.catalog.items.map(({ id }) => id)).toContain(item);
          effects.push(...next.effects);
          turn = next;
        }
        expect(turn.reply.expect).toBe("end");
        expect(effects.filter(({ kind }) => kind === "outcome")).toHaveLength(1);
        expect(hangUp(turn.state)).toEqual([]);
        for (const effect of effects) {
          if (effect.kind !== "place_order") continue;
          expect(effect.totals).toEqual(totals(effect.lines, merchant.taxes));
          expect(effect.lines.length).toBeGreaterThan(0);
          expect(effect.phone).toMatch(/^\+\d{8,15}$/);
        }
      },
    ),
    { numRuns: 600 },
  );
});

test("a turn does not change the state it was given", () => {
  fc.assert(
    fc.property(fc.array(inputs, { minLength: 1, maxLength: 12 }), (said) => {
      const merchant = {
        name: "L",
        now: "2026-11-26T09:00",
        locale: "en" as const,
        currency: "CAD",
        catalog: pizzeria,
        taxes: [],
        canOrder: true,
        canTakePayment: true,
        transferPhone: null,
      };
      let { state } = open(merchant, { number: null });
      for (const one of said) {
        const before = JSON.stringify(state);
        const again = advance(state, one, merchant);
        expect(JSON.stringify(state)).toBe(before);
        expect(advance(state, one, merchant)).toEqual(again);
        state = again.state;
      }
    }),
    { numRuns: 200 },
  );
});
