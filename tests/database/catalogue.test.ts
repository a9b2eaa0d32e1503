import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueView, groupView, itemView } from "../../functions/domain/catalogue/contracts.ts";
import { catalogueStore } from "../../functions/store/catalogue.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { openShop, type Shop } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const menu = (of: Shop = shop) => catalogueStore(of.owner.db, of.id);
const choice = (name: string, rest: object = {}) => ({
  ...{ name, translations: {}, aliases: [], priceCents: 0, available: true },
  ...rest,
});
const size = (names: string[]) => ({
  ...{
    name: "Size",
    translations: { fr: "Format" },
    aliases: ["how big"],
    kind: "one",
    required: true,
    maxChoices: null,
  },
  choices: names.map((name) => choice(name)),
});
const poutine = (groupIds: string[] = []) => ({
  ...{
    name: "Poutine",
    translations: { fr: "Poutine" },
    aliases: ["putin"],
    priceCents: 1000,
    category: "Mains",
  },
  ...{ available: true, groupIds },
});

describe("items", () => {
  test("are added, changed field by field, and shown in their order", async () => {
    const group = await menu().saveGroup(null, size(["S"]));
    const first = await menu().saveItem(null, poutine([group.id]));
    fits(itemView, first);
    const second = await menu().saveItem(null, { ...poutine(), name: "Coke" });
    expect(second.position).toBeGreaterThan(first.position);
    const changed = await menu().saveItem(first.id, { priceCents: 1100, category: null });
    expect(changed).toEqual({ ...first, priceCents: 1100, category: null });
    await menu().saveItem(second.id, { position: 0 });
    const { items } = await menu().all();
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    fits(catalogueView, await menu().all());
  });

  test("taken off the menu are gone until they are put back", async () => {
    const item = await menu().saveItem(null, poutine());
    expect(await menu().removeItem(item.id)).toEqual(item);
    expect((await menu().all()).items).not.toContainEqual(item);
    await refused(menu().saveItem(item.id, { priceCents: 1 }), "not_found");
    await refused(menu().removeItem(item.id), "not_found");
    expect(await menu().saveItem(item.id, { archived: false })).toEqual(item);
    expect(await menu().saveItem(item.id, { archived: true })).toEqual(item);
  });

  test("keep the order of their groups, and take none that is not the merchant's", async () => {
    const [one, two] = [await menu().saveGroup(null, size(["S"])), await menu().saveGroup(null, size(["L"]))];
    const item = await menu().saveItem(null, poutine([two.id, one.id, two.id]));
    expect(item.groupIds).toEqual([two.id, one.id]);
    const theirs = await menu(await openShop(db)).saveGroup(null, size(["S"]));
    await refused(menu().saveItem(item.id, { groupIds: [theirs.id], name: "Changed" }), "invalid_request");
    expect((await menu().all()).items).toContainEqual(item);
  });

  test("of another merchant are not there", async () => {
    const other = await openShop(db);
    const theirs = await menu(other).saveItem(null, poutine());
    await refused(menu().saveItem(theirs.id, { priceCents: 1 }), "not_found");
    expect((await menu(other).all()).items).toEqual([theirs]);
  });
});

describe("option groups", () => {
  test("keep the ids of choices that stay, in the order given", async () => {
    const before = await menu().saveGroup(null, size(["Small", "Medium", "Large"]));
    fits(groupView, before);
    const [small, , large] = before.choices;
    if (!small || !large) throw new Error("no choices");
    const after = await menu().saveGroup(before.id, {
      choices: [{ ...large, priceCents: 300 }, choice("Huge", { aliases: ["giant"] }), small],
    });
    expect(after.choices.map(({ name }) => name)).toEqual(["Large", "Huge", "Small"]);
    expect([after.choices[0]?.id, after.choices[2]?.id]).toEqual([large.id, small.id]);
    expect(after.choices[0]?.priceCents).toBe(300);
    const [row] =
      await db.sql`select archived_at from option_choices where name = 'Medium' and group_id = ${before.id}`;
    expect(row?.archived_at).not.toBeNull();
  });

  test("leave their choices alone when only something else changes", async () => {
    const before = await menu().saveGroup(null, size(["S", "L"]));
    const after = await menu().saveGroup(before.id, { name: "How much", maxChoices: 2, kind: "many" });
    expect(after).toEqual({ ...before, name: "How much", maxChoices: 2, kind: "many" });
  });

  test("cannot take over another merchant's choice by its id", async () => {
    const other = await openShop(db);
    const theirs = await menu(other).saveGroup(null, size(["Theirs"]));
    const mine = await menu().saveGroup(null, size(["Mine"]));
    const stolen = { ...theirs.choices[0], name: "Stolen" };
    const after = await menu().saveGroup(mine.id, { choices: [stolen] });
    expect(after.choices[0]?.id).not.toBe(stolen.id);
    expect((await menu(other).all()).groups).toEqual([theirs]);
    await refused(menu().saveGroup(theirs.id, { name: "Mine now" }), "not_found");
    await refused(menu().removeGroup(theirs.id), "not_found");
  });

  test("that are removed leave the menu and the items that had them", async () => {
    const group = await menu().saveGroup(null, size(["S"]));
    const item = await menu().saveItem(null, poutine([group.id]));
    expect(await menu().removeGroup(group.id)).toBe(group.id);
    const { items, groups } = await menu().all();
    expect(items).toContainEqual({ ...item, groupIds: [] });
    expect(groups.map(({ id }) => id)).not.toContain(group.id);
    await refused(menu().saveGroup(group.id, { name: "Back" }), "not_found");
  });
});

test("the menu is staff's to read and not to change", async () => {
  const staff = catalogueStore(shop.staff.db, shop.id);
  expect(await staff.all()).toEqual(await menu().all());
  await refused(staff.saveItem(null, poutine()), "forbidden");
  await refused(staff.saveGroup(null, size(["S"])), "forbidden");
});
