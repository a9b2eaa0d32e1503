import { describe, expect, test } from "vitest";
import { advance, hangUp } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import { open } from "../../../functions/domain/conversation/dialogue/opening.ts";
import type {
  DialogueInput,
  DialogueMerchant,
  Turn,
} from "../../../functions/domain/conversation/dialogue/types.ts";
import { lineText, pizzeria } from "./menus.ts";

const merchant = (over: Partial<DialogueMerchant> = {}): DialogueMerchant => ({
  name: "Luigi",
  locale: "en",
  currency: "CAD",
  catalog: pizzeria,
  taxes: [
    { name: "GST", ratePpm: 50_000 },
    { name: "QST", ratePpm: 99_750 },
  ],
  canOrder: true,
  canTakePayment: true,
  now: "2026-11-26T09:00",
  transferPhone: null,
  ...over,
});

/** "1", "*": a key; "": silence; anything else is said. */
const input = (said: string | DialogueInput): DialogueInput =>
  typeof said !== "string"
    ? said
    : said === ""
      ? { kind: "silence" }
      : /^[\d*#]+$/.test(said)
        ? { kind: "digits", digits: said }
        : { kind: "speech", text: said };

function call(
  to: DialogueMerchant,
  said: (string | DialogueInput)[],
  number: string | null = "+15145550199",
): Turn[] {
  const turns = [open(to, { number })];
  for (const one of said) {
    const { state } = turns.at(-1) ?? open(to, { number });
    turns.push(advance(structuredClone(state), input(one), to));
  }
  return turns;
}

const last = (turns: Turn[]): Turn => {
  const turn = turns.at(-1);
  if (!turn) throw new Error("no turn");
  return turn;
};
const heard = (turn: Turn) => turn.reply.say.map(({ text }) => text).join(" ");
const effects = (turns: Turn[]) => turns.flatMap(({ effects }) => effects);

describe("the greeting", () => {
  test("names the merchant, offers the menu, and says in the other language that it speaks it", () => {
    const { reply, state, effects } = open(merchant(), { number: "+15145550199" });
    expect(reply.say[0]?.text).toContain("Luigi");
    expect(reply.say.at(-1)).toEqual({
      text: "Pour le français, dites « français » ou faites le 9.",
      locale: "fr",
    });
    expect(reply).toMatchObject({ expect: "menu", numDigits: 1, locale: "en" });
    expect(state).toMatchObject({ v: 1, step: "menu", phone: "+15145550199" });
    expect(effects).toEqual([]);
  });

  test("is in French where the merchant is", () => {
    const { reply } = open(merchant({ locale: "fr" }), { number: null });
    expect(reply.say.map(({ locale }) => locale)).toEqual(["fr", "fr", "en"]);
  });

  test("0 and a person lead to the merchant's phone, or to voicemail where there is none", () => {
    const staffed = merchant({ transferPhone: "+15145550000" });
    expect(last(call(staffed, ["0"])).reply).toMatchObject({
      expect: "transfer",
      transferTo: "+15145550000",
    });
    expect(last(call(staffed, ["can I talk to someone"])).reply.expect).toBe("transfer");
    expect(last(call(merchant(), ["0"])).reply.expect).toBe("record");
  });

  test.each(["3", "7", "leave a message"])("%s leads to voicemail", (said) => {
    expect(last(call(merchant(), [said])).reply.expect).toBe("record");
  });
});

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

describe("what cannot be understood ends well", () => {
  test("three misunderstandings lead to the keypad, three more to voicemail, each worded anew", () => {
    const turns = call(merchant(), ["order", "blah", "blah", "blah", "", "", ""]);
    expect(turns.map(({ state }) => state.step)).toEqual([
      "menu",
      "ordering",
      "ordering",
      "ordering",
      "keypad",
      "keypad",
      "keypad",
      "voicemail",
    ]);
    expect(heard(turns[3] as Turn)).toContain("star");
    expect(new Set([1, 2, 3, 4].map((at) => heard(turns[at] as Turn))).size).toBe(4);
  });

  test("silence leads to voicemail, and an empty message to a text", () => {
    const turns = call(merchant(), ["", "", "", { kind: "recorded", seconds: 0 }]);
    expect(turns.map(({ reply }) => reply.expect)).toEqual(["menu", "menu", "menu", "record", "end"]);
    expect(effects(turns)).toEqual([{ kind: "text_back" }, { kind: "outcome", outcome: "give_up" }]);
  });

  test("a message that was left is kept", () => {
    const turns = call(merchant(), ["3", { kind: "recorded", seconds: 7 }]);
    expect(effects(turns)).toEqual([
      { kind: "voicemail", seconds: 7 },
      { kind: "outcome", outcome: "voicemail" },
    ]);
  });

  test("a transfer that nobody takes becomes voicemail; one that was taken ends the call", () => {
    const staffed = merchant({ transferPhone: "+15145550000" });
    expect(last(call(staffed, ["0", { kind: "dialled", answered: false }])).reply.expect).toBe("record");
    expect(effects(call(staffed, ["0", { kind: "dialled", answered: true }]))).toEqual([
      { kind: "outcome", outcome: "transferred" },
    ]);
  });

  test("hanging up in the middle is an abandoned call with a text back; after the end it is nothing", () => {
    expect(hangUp(last(call(merchant(), ["a coke"])).state)).toEqual([
      { kind: "text_back" },
      { kind: "outcome", outcome: "abandoned" },
    ]);
    expect(hangUp(last(call(merchant(), ["a coke that's all", "yes"])).state)).toEqual([]);
  });
});

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
