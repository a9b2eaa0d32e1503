import fc from "fast-check";
import { expect, test } from "vitest";
import { spokenEmail, understandEmail } from "../../../functions/domain/conversation/understanding/email.ts";

test.each([
  ["jean tiret dupont arobas gmail point com", "jean-dupont@gmail.com"],
  ["my email is john dot smith at outlook dot com", "john.smith@outlook.com"],
  ["it's j as in juliet o e underscore b at yahoo dot c a thanks", "joe_b@yahoo.ca"],
  [
    "marie underscore tremblay quatre-vingt-dix-neuf arobase hotmail point ca s'il vous plaît",
    "marie_tremblay99@hotmail.ca",
  ],
  ["Contact me at Bob.Jones+shop@example.co.uk please", "bob.jones+shop@example.co.uk"],
  ["l u c point roy à vidéotron point ca", "luc.roy@videotron.ca"],
  ["you can reach me at sam twenty five at g mail dot com", "sam25@gmail.com"],
  ["mon courriel c'est info arobas chez tiret luigi point ca", "info@chez-luigi.ca"],
  ["c a t at gmail dot com", "cat@gmail.com"],
  ["double l double o at gmail dot com", "lloo@gmail.com"],
  ["m comme marie, a comme alice, x arobas gmail point com", "max@gmail.com"],
  ["sophie at sympatico ca", "sophie@sympatico.ca"],
  ["jean.tremblay arobas gmail.com", "jean.tremblay@gmail.com"],
  ["oui c'est julie point lavoie un deux trois arobas outlook point com", "julie.lavoie123@outlook.com"],
  ["mon adresse est p tiret r arobas gmail point com merci", "p-r@gmail.com"],
  ["anna at mail dot example dot com", "anna@mail.example.com"],
])("%s", (text, expected) => {
  expect(understandEmail(text)).toBe(expected);
});

test.each([
  "",
  "at",
  "two pizzas please",
  "I'll be there at seven",
  "jean at gmail",
  "@",
  "a@b",
  "😀 arobas 😀",
])("no address: %j", (text) => {
  expect(understandEmail(text)).toBeNull();
});

const name = fc.stringMatching(/^[bdfghjkqrtvwxyz0-9][bdfghjkqrtvwxyz0-9]{1,8}$/);
const address = fc
  .tuple(
    name,
    fc.constantFrom(".", "-", "_", "+"),
    name,
    fc.constantFrom("gmail.com", "chez-luigi.ca", "mail.example.org"),
  )
  .map(([first, sign, last, domain]) => `${first}${sign}${last}@${domain}`);

test("an address read out letter by letter is that address, in both languages, whatever the hesitation", () => {
  fc.assert(
    fc.property(address, (address) => {
      expect(understandEmail(spokenEmail(address, "en"))).toBe(address);
      expect(understandEmail(spokenEmail(address, "fr"))).toBe(address);
      expect(understandEmail(`uh my email is ${spokenEmail(address, "en")} thanks`)).toBe(address);
      expect(understandEmail(`euh mon courriel c'est ${spokenEmail(address, "fr")} merci`)).toBe(address);
    }),
  );
});

test("never throws, and answers an address or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(understandEmail(`${text} at ${text} dot com`) ?? "a@b.ca").toMatch(/^[^@\s]+@[^@\s]+\.[a-z]+$/);
    }),
  );
  expect(understandEmail("a at ".repeat(3000))).toBeNull();
});
