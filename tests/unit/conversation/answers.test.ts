import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asksForLanguage,
  detectLanguage,
  understandMenuChoice,
  understandYesNo,
} from "../../../functions/domain/conversation/understanding/answers.ts";
import { understandName } from "../../../functions/domain/conversation/understanding/names.ts";
import {
  digitsIn,
  reachable,
  understandPhone,
} from "../../../functions/domain/conversation/understanding/phone.ts";
import { tokenize } from "../../../functions/domain/conversation/understanding/text.ts";

test.each([
  ["yes", "yes"],
  ["yeah that's right", "yes"],
  ["yes no problem", "yes"],
  ["no problem", "yes"],
  ["sure, go ahead", "yes"],
  ["oui c'est beau", "yes"],
  ["c'est ça", "yes"],
  ["mets-en", "yes"],
  ["pas de problème", "yes"],
  ["no", "no"],
  ["no that's wrong", "no"],
  ["that's not right", "no"],
  ["okay no", "no"],
  ["non pas du tout", "no"],
  ["c'est pas ça", "no"],
  ["banana", null],
  ["", null],
])("yes or no: %s", (text, expected) => {
  expect(understandYesNo(text)).toBe(expected);
});

test.each([
  ["order", "order"],
  ["I'd like to place an order", "order"],
  ["one", "order"],
  ["option two", "booking"],
  ["je voudrais commander", "order"],
  ["je voudrais prendre rendez-vous", "booking"],
  ["can I book a table for tonight", "booking"],
  ["call me back", "booking"],
  ["I want to talk to a person", "person"],
  ["parler à quelqu'un s'il vous plaît", "person"],
  ["leave a message", "voicemail"],
  ["what time do you close", "hours"],
  ["c'est quoi vos heures", "hours"],
  ["français", "language-fr"],
  ["en français s'il vous plaît", "language-fr"],
  ["English please", "language-en"],
  ["purple", null],
])("the menu: %s", (text, expected) => {
  expect(understandMenuChoice(text)).toBe(expected);
});

test.each([
  ["do you speak French", "fr"],
  ["parlez-vous anglais", "en"],
  ["French fries", null],
  ["an English muffin", null],
])("a language asked for and nothing else: %s", (text, expected) => {
  expect(asksForLanguage(text)).toBe(expected);
});

test.each([
  ["je voudrais commander une pizza pour emporter", "fr"],
  ["I would like to order the pizza please", "en"],
  ["une large pepperoni pizza please", null],
  ["oui", null],
])("the language spoken: %s", (text, expected) => {
  expect(detectLanguage(text)).toBe(expected);
});

test.each([
  ["five one four five five five oh one nine nine", "+15145550199"],
  ["514-555-0199", "+15145550199"],
  ["1 (514) 555-0199", "+15145550199"],
  ["cinq cent quatorze cinq cent cinquante-cinq zéro un quatre-vingt-dix-neuf", "+15145550199"],
  ["my number is five one four triple five zero one double nine", "+15145550199"],
  ["cinq un quatre, cinq cinq cinq, zéro un neuf neuf", "+15145550199"],
  ["911", null],
  ["0145550199", null],
  ["", null],
])("a phone number: %s", (text, expected) => {
  expect(understandPhone(text)).toBe(expected);
});

test.each([
  ["c'est Marie Tremblay", "Marie Tremblay"],
  ["my name is jean-guy o'neil, thanks", "Jean-Guy O'Neil"],
  ["oui bonjour je m'appelle marie-ève de la durantaye", "Marie-Ève de la Durantaye"],
  ["uh john", "John"],
  ["12", null],
  ["", null],
])("a name: %s", (text, expected) => {
  expect(understandName(text)).toBe(expected);
});

describe("numbers", () => {
  test.each([
    ["twenty five", 25],
    ["one hundred and two", 102],
    ["vingt et un", 21],
    ["soixante et onze", 71],
    ["soixante-dix-neuf", 79],
    ["quatre-vingts", 80],
    ["quatre-vingt-un", 81],
    ["quatre-vingt-dix-sept", 97],
    ["cent vingt-quatre", 124],
    ["deux cents", 200],
  ])("%s", (text, expected) => {
    expect(tokenize(text).map(({ number }) => number)).toEqual([expected]);
  });

  test("digits said one by one are the digits", () => {
    const english = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    const french = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
        fc.constantFrom(english, french),
        (digits, names) => {
          const said = digits.map((digit) => names[digit]).join(", ");
          expect(digitsIn(said)).toBe(digits.join(""));
        },
      ),
    );
  });
});

test("a withheld number is nobody's number", () => {
  expect(["+15145550199", "anonymous", "", null, "+266696687", "+7378742833"].map(reachable)).toEqual([
    "+15145550199",
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("no answer throws, whatever is said", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      understandYesNo(text);
      understandMenuChoice(text);
      detectLanguage(text);
      expect(understandName(text)?.length ?? 0).toBeLessThanOrEqual(60);
      expect(understandPhone(text) ?? "+12223334444").toMatch(/^\+1\d{10}$/);
    }),
  );
});
