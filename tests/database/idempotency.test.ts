import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { underClaim } from "../../functions/platform/database.ts";
import { idempotencyStore } from "../../functions/platform/idempotency.ts";
import { catalogueStore } from "../../functions/store/catalogue.ts";
import { numberStore } from "../../functions/store/numbers.ts";
import { orderStore } from "../../functions/store/orders.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { refused } from "./support/expectations.ts";
import { pay } from "./support/money.ts";
import { e164, openShop, person, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const ROUTE = "POST /api/orders/:id/cancel";
const store = () => idempotencyStore(shop.owner.db, shop.id);
const isNew = { outcome: "new", claim: expect.any(String) };
const lapse = (key: string) =>
  db.sql`update idempotency_keys set locked_until = now() - interval '1 second' where key = ${key}`;

test("the first request does the work, others wait, and later ones get its answer", async () => {
  expect(await store().claim("a", ROUTE, "hash")).toEqual(isNew);
  expect(await store().claim("a", ROUTE, "hash")).toEqual({ outcome: "in_progress" });
  await store().finish("a", ROUTE, 201, { id: 1, list: ["x"] });
  const replay = { outcome: "replay", status: 201, body: { id: 1, list: ["x"] } };
  expect(await store().claim("a", ROUTE, "hash")).toEqual(replay);
});

test("another request under the same key is told so, before and after the first is done", async () => {
  await store().claim("b", ROUTE, "hash");
  expect(await store().claim("b", ROUTE, "other")).toEqual({ outcome: "mismatch" });
  await store().finish("b", ROUTE, 200, null);
  expect(await store().claim("b", ROUTE, "other")).toEqual({ outcome: "mismatch" });
});

test("a key belongs to its route, its merchant and its person", async () => {
  const other = await openShop(db);
  const [one, two] = await Promise.all([person(db), person(db)]);
  const stores = [store(), idempotencyStore(other.owner.db, other.id)];
  const people = [one, two].map((who) => idempotencyStore(who.db, null));
  for (const each of [...stores, ...people]) expect(await each.claim("c", ROUTE, "h")).toEqual(isNew);
  expect(await store().claim("c", "another", "h")).toEqual(isNew);
  expect(await idempotencyStore(shop.staff.db, shop.id).claim("c", ROUTE, "h")).toEqual({
    outcome: "in_progress",
  });
  await refused(idempotencyStore(shop.owner.db, other.id).claim("d", ROUTE, "h"), "not_found");
  await refused(idempotencyStore(shop.jobs, null).claim("d", ROUTE, "h"), "forbidden");
});

test("a request that failed frees its key, and one that died does so after a minute", async () => {
  await store().claim("e", ROUTE, "h");
  await store().release("e", ROUTE);
  expect(await store().claim("e", ROUTE, "h")).toEqual(isNew);
  await lapse("e");
  expect(await store().claim("e", ROUTE, "h")).toEqual(isNew);
  expect(await store().claim("e", ROUTE, "h")).toEqual({ outcome: "in_progress" });
});

test("an answer stays the first one, and releasing does not take it away", async () => {
  await store().claim("f", ROUTE, "h");
  await store().finish("f", ROUTE, 200, { is: "first" });
  await store().finish("f", ROUTE, 500, { is: "second" });
  await store().release("f", ROUTE);
  expect(await store().claim("f", ROUTE, "h")).toMatchObject({ status: 200, body: { is: "first" } });
});

test("of many at once one does the work, also when a lock has lapsed or a key is a day old", async () => {
  const race = async () => {
    const claims = await Promise.all(Array.from({ length: 6 }, () => store().claim("g", ROUTE, "h")));
    return claims.map(({ outcome }) => outcome).sort();
  };
  const once = [...Array(5).fill("in_progress"), "new"];
  expect(await race()).toEqual(once);
  await lapse("g");
  expect(await race()).toEqual(once);
  await store().finish("g", ROUTE, 200, null);
  await db.sql`update idempotency_keys set created_at = now() - interval '25 hours' where key = 'g'`;
  expect(await race()).toEqual(once);
});

test("freed at the very moment another asks for it, it is never held by both", async () => {
  for (let round = 0; round < 15; round++) {
    const key = `h${round}`;
    await store().claim(key, ROUTE, "h");
    const claims = [1, 2, 3].map(() => store().claim(key, ROUTE, "h"));
    const [, ...answers] = await Promise.all([store().release(key, ROUTE), ...claims]);
    expect(answers.filter((answer) => answer?.outcome === "new").length).toBeLessThanOrEqual(1);
  }
});

/** A claim of this shop's, and the shop's own database under it. */
async function claimed(key: string, who = shop.owner) {
  const claim = await idempotencyStore(who.db, shop.id).claim(key, ROUTE, "h");
  const id = "claim" in claim ? claim.claim : "";
  return { id, db: underClaim(who.db, id) };
}

describe("a write under a claim", () => {
  const item = { name: "Tea", priceCents: 250 };
  const add = ({ db: under }: { db: typeof shop.owner.db }, fields = item) =>
    catalogueStore(under, shop.id).saveItem(null, fields);

  test("is done once, and answers the same, also when two do it at once", async () => {
    const claim = await claimed("i");
    const added = await Promise.all([add(claim), add(claim), add(claim)]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    expect(await add(claim)).toEqual(added[0]);
    expect((await add(await claimed("another"))).id).not.toBe(added[0]?.id);
  });

  test("that gives money back gives it once; the same words under another key are another decision", async () => {
    const { id } = await placeOrder(shop);
    await pay(shop, id);
    const ask = ({ db: under }: { db: typeof shop.owner.db }) =>
      orderStore(under, shop.id).refund(id, 500, "cold");
    const claim = await claimed("j");
    expect(types(await ask(claim))).toEqual(["refund.requested"]);
    expect(await ask(claim)).toEqual([]);
    expect(types(await ask(await claimed("k")))).toEqual(["refund.requested"]);
    expect((await shop.orders.get(id)).refunds.map(({ amountCents }) => amountCents)).toEqual([500, 500]);
  });

  test("that failed after its work keeps its key, and is found done by who asks again at once", async () => {
    const added = await add(await claimed("l"));
    await store().release("l", ROUTE);
    expect(await add(await claimed("l"))).toEqual(added);
  });

  test("that comes when its claim was given up does nothing", async () => {
    const claim = await claimed("m");
    await store().release("m", ROUTE);
    const before = await catalogueStore(shop.owner.db, shop.id).all();
    await refused(add(claim), "unavailable");
    expect(await catalogueStore(shop.owner.db, shop.id).all()).toEqual(before);
  });

  test("that was refused leaves the key free for another request", async () => {
    const claim = await claimed("n");
    await refused(add(claim, { ...item, groupIds: [shop.id] } as typeof item), "invalid_request");
    await store().release("n", ROUTE);
    expect(await store().claim("n", ROUTE, "another")).toEqual(isNew);
  });

  test("of another merchant's claim is none", async () => {
    const other = await openShop(db);
    const theirs = await idempotencyStore(other.owner.db, other.id).claim("o", ROUTE, "h");
    const id = "claim" in theirs ? theirs.claim : "";
    await refused(add({ db: underClaim(shop.owner.db, id) }), "unavailable");
  });

  test("for a number stands for the purchase it was given, also one that another request had begun", async () => {
    const numbers = numberStore(shop.owner.db, shop.id);
    const under = await claimed("p");
    const reserve = () => numberStore(under.db, shop.id).reserve({ country: "CA" });
    const begun = await numbers.reserve({ country: "CA" });
    expect((await reserve()).number.id).toBe(begun.number.id);
    await numbers.settle(begun.number.id, { number: e164(), providerId: "PN7" });
    expect((await reserve()).number).toMatchObject({ id: begun.number.id, status: "active" });
    expect(types((await numbers.reserve({ country: "CA" })).events)).toEqual(["number.requested"]);
  });
});
