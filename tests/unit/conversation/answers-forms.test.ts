import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { understandYesNo } from "../../../functions/domain/conversation/understanding/answers.ts";
import { understandName } from "../../../functions/domain/conversation/understanding/names.ts";
import { understandPhone } from "../../../functions/domain/conversation/understanding/phone.ts";

const each = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim());

describe("yes, in its many forms", () => {
  test.each(
    each(`
    yup that'll do
    that'll work
    sounds perfect
    I guess so
    I'd say so
    you're right
    it is
    that's the one
    please
    it's all good
    looks right
    ben oui
    ouais c'est bon
    c'est en plein ça
    tout à fait
    je pense que oui
    oh que oui
    mais oui
    d'acc
    ça marche
    ça me va
    c'est exact
    ça a bien du bon sens
    pourquoi pas`),
  )("%s", (text) => {
    expect(understandYesNo(text)).toBe("yes");
  });
});

describe("no, in its many forms", () => {
  test.each(
    each(`
    absolutely not
    of course not
    definitely not
    I don't think so
    that's not what I said
    not exactly
    not today
    yes but no
    that isn't it
    no it's fine
    that looks wrong
    absolument pas
    bien sûr que non
    je pense pas
    je ne crois pas
    pas tout à fait
    ça marche pas
    ça me va pas
    pas aujourd'hui
    mais non
    oh que non
    nenon
    c'est pas bon
    c'est inexact`),
  )("%s", (text) => {
    expect(understandYesNo(text)).toBe("no");
  });
});

test.each(["maybe", "I'm not sure", "I don't know", "peut-être", "je suis pas sûr", "je sais pas"])(
  "neither yes nor no: %s",
  (text) => {
    expect(understandYesNo(text)).toBeNull();
  },
);

test.each([
  ["quatre cent cinquante, cinq cent cinquante-cinq, zéro un, quatre-vingt-dix-neuf", "+14505550199"],
  ["quatre cinq zéro cinq cinq cinq zéro un vingt-trois", "+14505550123"],
  ["c'est le quatre-cent-trente-huit cinq-cent-cinquante-cinq douze trente-quatre", "+14385551234"],
  ["cinq cent quatorze cinq cinq cinq deux mille douze", "+15145552012"],
  ["un huit cent cinq cinq cinq douze douze", "+18005551212"],
  ["eight hundred five five five one two three four", "+18005551234"],
  ["five fourteen five fifty five oh one ninety nine", "+15145550199"],
  ["five one four five five five two thousand", "+15145552000"],
  ["area code 514 then 555 then 0199", "+15145550199"],
  ["438-555 zero one double seven", "+14385550177"],
  ["for one five five five five oh one two three", "+14155550123"],
  ["514 555 01 99 no sorry 0198", null],
  ["for two people at seven", null],
])("a phone number in groups: %s", (text, expected) => {
  expect(understandPhone(text)).toBe(expected);
});

const EN = "zero one two three four five six seven eight nine".split(" ");
const FR = "zéro un deux trois quatre cinq six sept huit neuf".split(" ");

test("a phone number said digit by digit is that number, in both languages, with hesitations", () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const high = fc.integer({ min: 2, max: 9 });
  fc.assert(
    fc.property(
      high,
      digit,
      digit,
      high,
      fc.array(digit, { minLength: 6, maxLength: 6 }),
      (a, b, c, d, rest) => {
        const number = [a, b, c, d, ...rest];
        for (const [names, filler] of [
          [EN, "uh"],
          [FR, "euh"],
        ] as const) {
          const said = number.map((one) => names[one]);
          expect(understandPhone(said.join(" "))).toBe(`+1${number.join("")}`);
          expect(understandPhone([...said.slice(0, 3), filler, ...said.slice(3)].join(", "))).toBe(
            `+1${number.join("")}`,
          );
        }
      },
    ),
  );
});

test.each([
  ["it's for Tremblay", "Tremblay"],
  ["under the name of Lee", "Lee"],
  ["put it under Johnson please", "Johnson"],
  ["c'est au nom de Gagnon", "Gagnon"],
  ["mettez ça au nom de Julie", "Julie"],
  ["au nom de Jean-François Côté s'il vous plaît", "Jean-François Côté"],
  ["it's me John", "John"],
  ["mon nom est Roy, R O Y", "Roy"],
  ["Smith S M I T H", "Smith"],
  ["R. O. Y.", "Roy"],
  ["yeah hi this is mike from down the street", "Mike"],
  ["Marie avec un e", "Marie"],
  ["je m'appelle d'artagnan", "D'Artagnan"],
  ["I don't want to give my name", null],
  ["je préfère pas le dire", null],
  ["no", null],
  ["non merci", null],
])("a name: %s", (text, expected) => {
  expect(understandName(text)).toBe(expected);
});
