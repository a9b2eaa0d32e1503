import { afterAll, beforeAll, expect, test } from "vitest";
import { idempotencyStore } from "../../functions/platform/idempotency.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { refused } from "./support/expectations.ts";
import { openShop, person, type Shop } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const ROUTE = "POST /api/orders/:id/cancel";
const store = () => idempotencyStore(shop.owner.db, shop.id);
const lapse = (key: string) =>
  db.sql`update idempotency_keys set locked_until = now() - interval '1 second' where key = ${key}`;

test("the first request does the work, others wait, and later ones get its answer", async () => {
  expect(await store().claim("a", ROUTE, "hash")).toEqual({ outcome: "new" });
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
  for (const each of [...stores, ...people])
    expect(await each.claim("c", ROUTE, "h")).toEqual({ outcome: "new" });
  expect(await store().claim("c", "another", "h")).toEqual({ outcome: "new" });
  expect(await idempotencyStore(shop.staff.db, shop.id).claim("c", ROUTE, "h")).toEqual({
    outcome: "in_progress",
  });
  await refused(idempotencyStore(shop.owner.db, other.id).claim("d", ROUTE, "h"), "not_found");
  await refused(idempotencyStore(shop.jobs, null).claim("d", ROUTE, "h"), "forbidden");
});

test("a request that failed frees its key, and one that died does so after a minute", async () => {
  await store().claim("e", ROUTE, "h");
  await store().release("e", ROUTE);
  expect(await store().claim("e", ROUTE, "h")).toEqual({ outcome: "new" });
  await lapse("e");
  expect(await store().claim("e", ROUTE, "h")).toEqual({ outcome: "new" });
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
