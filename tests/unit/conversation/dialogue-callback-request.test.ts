import { describe, expect, test } from "vitest";
import type { Turn } from "../../../functions/domain/conversation/dialogue/types.ts";
import { call, effects, heard, merchant } from "./dialogue-fixtures.ts";

describe("a call-back request", () => {
  test("keeps the name, when it suits, and what was said", () => {
    const turns = call(merchant(), [
      "I need an appointment for a haircut",
      "my name is marie tremblay",
      "tomorrow at three",
      "yes",
    ]);
    expect(effects(turns)).toEqual([
      {
        kind: "request_callback",
        phone: "+15145550199",
        note: "I need an appointment for a haircut",
        name: "Marie Tremblay",
        preferred: "Friday, November 27 at 3 PM",
        date: "2026-11-27",
        time: "15:00",
      },
      { kind: "outcome", outcome: "callback" },
    ]);
  });

  test("can be made by keys alone, even anonymously", () => {
    const turns = call(merchant({ locale: "fr" }), ["2", "1", "3", "5145550199", "1"], null);
    expect(effects(turns)[0]).toEqual({
      kind: "request_callback",
      phone: "+15145550199",
      preferred: "l'après-midi",
    });
  });

  test.each([{ canTakePayment: false }, { canOrder: false }, { catalog: { items: [], groups: [] } }])(
    "is taken where no order can be: %o",
    (over) => {
      const turns = call(merchant(over), ["1", "Bob", "tomorrow at two", "yes"]);
      expect(heard(turns[1] as Turn)).toContain("Sorry");
      expect(effects(turns)[0]).toMatchObject({
        kind: "request_callback",
        name: "Bob",
        note: "Wants to place an order",
      });
    },
  );
});
