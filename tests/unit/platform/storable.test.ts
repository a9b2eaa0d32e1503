import { expect, test } from "vitest";
import { storableText, unstorable } from "../../../functions/platform/storable.ts";

test.each([
  ["NUL", "a\u0000b"],
  ["the first half of a pair", "a\ud83e"],
  ["the second half of a pair", "\udd11a"],
])("a text with %s cannot be kept, and says where", (_, text) => {
  expect(unstorable(text, "body")).toMatchObject({ field: "body" });
  expect(unstorable({ lines: [{ name: "fine" }, { name: text }] }, "body")).toMatchObject({
    field: "lines.1.name",
  });
  expect(unstorable({ tags: { [text]: 1 } }, "body")).toMatchObject({ field: "tags" });
  expect(storableText(text)).toMatch(/^a?\ufffdb?a?$/);
});

test("every other text can, of any script", () => {
  const texts = ["", "Crème brûlée", "🧑‍🍳", "\u202eabc", "\u0007", "日本語"];
  expect(unstorable({ texts, count: 1, none: null, known: undefined }, "body")).toBeUndefined();
  expect(texts.map(storableText)).toEqual(texts);
});

test("a value as deep as a body may be is looked at to its end", () => {
  const deep = JSON.parse(`${"[".repeat(30_000)}"\\u0000"${"]".repeat(30_000)}`) as unknown;
  expect(unstorable(deep, "body")).toBeDefined();
});
