import { describe, expect, test } from "vitest";
import { createGroupContract, createItemContract } from "../../../functions/domain/catalogue/contracts.ts";
import { verticals } from "../../../functions/domain/merchants/contracts.ts";
import {
  byCategory,
  type Group,
  groupBody,
  groupDraft,
  type Item,
  itemBody,
  itemDraft,
  matching,
} from "../../../web/src/pages/menu/drafts.ts";
import { groupBodies, itemBodies } from "../../../web/src/pages/menu/examples/example.ts";
import { examples } from "../../../web/src/pages/menu/examples/examples.ts";

const uuid = (n: number) => `0197c0de-0000-7000-8000-${String(n).padStart(12, "0")}`;

const item: Item = {
  id: uuid(1),
  name: "Poutine",
  translations: { en: "Poutine dish", fr: "kept" },
  aliases: ["fries with cheese"],
  priceCents: 995,
  category: "Plats",
  available: false,
  groupIds: [uuid(9)],
  position: 3,
};
const group: Group = {
  id: uuid(9),
  name: "Format",
  translations: { en: "Size" },
  aliases: ["size"],
  kind: "one",
  required: true,
  maxChoices: null,
  position: 0,
  choices: [
    {
      id: uuid(10),
      name: "Grande",
      translations: { en: "Large" },
      aliases: ["big"],
      priceCents: 500,
      available: false,
      position: 0,
    },
  ],
};

describe.each(verticals)("the example menu of a %s", (vertical) => {
  test.each(["en", "fr"] as const)("is one that the API takes, in %s", (locale) => {
    const example = examples[vertical];
    const groups = groupBodies(example, locale);
    for (const body of groups) createGroupContract.body.parse(body);
    const items = itemBodies(
      example,
      locale,
      groups.map((_, index) => uuid(index)),
    );
    expect(items.length).toBeGreaterThanOrEqual(3);
    for (const body of items) createItemContract.body.parse(body);
  });

  test("uses each of its groups, and no group that is not there", () => {
    const { groups, items } = examples[vertical];
    const used = new Set(items.flatMap((one) => one.groups ?? []));
    expect([...used].sort()).toEqual(groups.map(({ key }) => key).sort());
  });
});

describe("drafts", () => {
  test("saving an item unchanged changes nothing", () => {
    const { id: _, position: __, ...same } = item;
    expect(itemBody(itemDraft(item, "fr"), item, "fr")).toEqual(same);
  });

  test("a cleared translation goes, the one of the other language stays", () => {
    const body = itemBody({ ...itemDraft(item, "fr"), otherName: " " }, item, "fr");
    expect(body.translations).toEqual({ fr: "kept" });
  });

  test("a choice keeps its id, aliases and availability; an empty row is left out", () => {
    const draft = groupDraft(group, "fr", () => "new");
    const more = {
      ...draft,
      choices: [...draft.choices, { key: "x", name: " ", otherName: "", priceCents: 0 }],
    };
    const { id: _, position: __, choices, ...same } = group;
    const kept = choices.map(({ position: ___, ...choice }) => choice);
    expect(groupBody(more, group, "fr")).toEqual({ ...same, choices: kept });
  });

  test("a limit on choices means nothing where exactly one is chosen", () => {
    const draft = { ...groupDraft(group, "fr", () => "new"), kind: "one" as const, maxChoices: 3 };
    expect(groupBody(draft, group, "fr").maxChoices).toBeNull();
  });
});

describe("the list", () => {
  test("is by category in the order of the menu, those without last", () => {
    const of = (name: string, category: string | null, position: number): Item => ({
      ...item,
      id: name,
      name,
      category,
      position,
    });
    const sections = byCategory([
      of("c", null, 0),
      of("b", "Boissons", 2),
      of("a", "Plats", 1),
      of("d", "Boissons", 3),
    ]);
    expect(sections.map(({ category, items }) => [category, items.map(({ name }) => name)])).toEqual([
      ["Plats", ["a"]],
      ["Boissons", ["b", "d"]],
      [null, ["c"]],
    ]);
  });

  test.each([
    ["POUT", 1],
    ["cheese", 1],
    ["dish", 1],
    ["pizza", 0],
    ["  ", 1],
  ])("searching %j finds %i", (text, found) => {
    expect(matching([item], text)).toHaveLength(found);
  });

  test("accents do not matter to a search", () => {
    expect(matching([{ ...item, name: "Café glacé" }], "cafe gla")).toHaveLength(1);
  });
});
