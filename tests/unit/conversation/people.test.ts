import fc from "fast-check";
import { expect, test } from "vitest";
import { understandPeople } from "../../../functions/domain/conversation/understanding/people.ts";

test.each([
  ["a table for four", 4],
  ["party of 8", 8],
  ["my wife and I", 2],
  ["my husband, my son and I", 3],
  ["me and three friends", 4],
  ["my parents and me", 3],
  ["just me", 1],
  ["for one", 1],
  ["a couple", 2],
  ["there's six of us", 6],
  ["just the four of us", 4],
  ["the two of us", 2],
  ["both of us", 2],
  ["two adults and three kids", 5],
  ["six people including two kids", 6],
  ["three of us plus a baby", 4],
  ["a dozen people", 12],
  ["five or six people", 6],
  ["no, five actually", 5],
  ["for four, no make that five", 5],
  ["table for two at seven thirty", 2],
  ["4 people at 6 pm tomorrow", 4],
  ["we'll be seven on friday the 12th", 7],
  ["twenty-five guests", 25],
  ["on sera six", 6],
  ["nous deux plus trois enfants", 5],
  ["moi pis ma blonde", 2],
  ["moi et mes parents", 3],
  ["moi, ma femme pis nos deux enfants", 4],
  ["juste moi", 1],
  ["tout seul", 1],
  ["une personne", 1],
  ["deux adultes et un enfant", 3],
  ["six dont deux enfants", 6],
  ["on est une dizaine", 10],
  ["cinq ou six personnes", 6],
  ["une table pour quatre à sept heures", 4],
  ["on va être huit samedi à 19 h", 8],
  ["ça va être pour douze personnes", 12],
  ["je voudrais réserver pour cinq", 5],
  ["nous sommes trois", 3],
  ["quatre", 4],
])("%s: %i", (text, expected) => {
  expect(understandPeople(text)).toBe(expected);
});

test.each(["", "demain", "at seven", "à sept heures", "I want a table", "999999 people", "zero people"])(
  "no count: %j",
  (text) => {
    expect(understandPeople(text)).toBeNull();
  },
);

test("any count comes back, in both languages and with hesitations", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99 }), (count) => {
      for (const said of [
        `a table for ${count}`,
        `uh for um ${count} people`,
        `on sera ${count}`,
        `euh pour ${count} personnes`,
      ]) {
        expect(understandPeople(said)).toBe(count);
      }
    }),
  );
});

test("never throws, and never counts beyond reason", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const count = understandPeople(text) ?? 1;
      expect(count >= 1 && count <= 500).toBe(true);
    }),
  );
});
