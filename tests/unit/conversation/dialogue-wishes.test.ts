import { describe, expect, test } from "vitest";
import { advance } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import { open } from "../../../functions/domain/conversation/dialogue/opening.ts";
import type { DialogueMerchant, Turn } from "../../../functions/domain/conversation/dialogue/types.ts";
import { pizzeria } from "./menus.ts";

const merchant = (over: Partial<DialogueMerchant> = {}): DialogueMerchant => ({
  name: "Luigi",
  locale: "en",
  currency: "CAD",
  catalog: pizzeria,
  taxes: [],
  canOrder: true,
  canTakePayment: true,
  now: "2026-11-26T09:00",
  transferPhone: null,
  hours: { en: "We're open from 9 to 5.", fr: "Nous sommes ouverts de 9 h à 17 h." },
  ...over,
});
const staffed = { transferPhone: "+15145550000" };

function call(to: DialogueMerchant, ...said: string[]): Turn {
  let turn = open(to, { number: "+15145550199" });
  for (const text of said) turn = advance(turn.state, { kind: "speech", text }, to);
  return turn;
}
const heard = ({ reply }: Turn) => reply.say.map(({ text }) => text).join(" ");

describe("an emergency", () => {
  test.each([
    "there's water everywhere in my basement",
    "I smell gas in the kitchen",
    "j'ai pus d'eau chaude depuis hier soir",
  ])("is put through at once: %s", (text) => {
    expect(call(merchant(staffed), text).reply).toMatchObject({
      expect: "transfer",
      transferTo: "+15145550000",
    });
  });

  test("is told to the staff with what was said where nobody can be put through, without asking when it suits", () => {
    const said = "a pipe burst and my basement is flooding";
    expect(heard(call(merchant(), said))).toContain("911");
    expect(call(merchant(), said, "John").effects).toContainEqual({
      kind: "request_callback",
      phone: "+15145550199",
      name: "John",
      preferred: "as soon as possible",
      note: `URGENT: ${said}`,
    });
  });

  test("is heard in the middle of an order too", () => {
    const turn = call(merchant(staffed), "order", "oh no the kitchen is on fire call somebody right now");
    expect(turn.reply.expect).toBe("transfer");
  });
});

test.each([
  ["how late are you guys there tonight", "We're open from 9 to 5."],
  ["jusqu'à quelle heure vous êtes là à soir", "Nous sommes ouverts de 9 h à 17 h."],
])("the hours, asked for in other words: %s", (text, sentence) => {
  const turn = call(merchant({ locale: text.startsWith("how") ? "en" : "fr" }), text);
  expect(heard(turn)).toContain(sentence);
  expect(turn.state.step).toBe("menu");
});

test("the hours asked for in the middle of an order are said, and the order goes on", () => {
  const turn = call(merchant(), "order", "a coke", "until what time are you open tonight");
  expect(heard(turn)).toContain("9 to 5");
  expect(turn.state).toMatchObject({ step: "ordering", cart: [{ quantity: 1 }] });
});

test.each([
  ["tell Marc that Susan called", "record"],
  ["I'd rather deal with a real human being", "transfer"],
])("%s: %s", (text, expected) => {
  expect(call(merchant(staffed), text).reply.expect).toBe(expected);
});

test.each([
  "something came up, could I come Thursday instead",
  "I won't be able to make it tomorrow, please cancel",
  "my sink drips and I'd like somebody to come and look at it",
])("what is about an appointment is noted in the caller's words: %s", (text) => {
  const { state } = call(merchant(), text);
  expect(state.step).toBe("callback-name");
  expect(Object.values(state.callback ?? {})).toContain(text);
});

test("who wants no more texts hears how to end them", () => {
  expect(heard(call(merchant(), "please stop sending me text messages"))).toContain("STOP");
  expect(heard(call(merchant({ locale: "fr" }), "arrêtez de m'envoyer des textos"))).toContain("ARRET");
});

test("a question about the address goes to a person, or is noted", () => {
  expect(call(merchant(staffed), "where are you located exactly").reply.expect).toBe("transfer");
  expect(call(merchant(), "where are you located exactly").state.callback?.note).toContain("located");
});
