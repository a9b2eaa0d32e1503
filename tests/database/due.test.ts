import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { serviceDatabase } from "../../functions/platform/service-role.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { attach, provider } from "./support/money.ts";
import { only, openShop, placeOrder, ring, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
beforeEach(async () => {
  await db.sql`update orders set expires_at = now() + interval '1 hour'`;
  await db.sql`update calls set ended_at = now() where ended_at is null`;
});
afterAll(() => db?.close());

const due = (limit = 50) =>
  serviceDatabase({ supabase: { url: db.api, ...db.keys } }, "req-1").emitDue(limit);
const overdue = (id: string) =>
  db.sql`update orders set expires_at = now() - interval '3 minutes' where id = ${id}`;
const statusOf = async (id: string) => (await shop.orders.get(id)).status;

describe("an order whose time to pay is over", () => {
  test("expires when it has no page that could still be paid", async () => {
    const [bare, closed] = [await placeOrder(shop), await placeOrder(shop)];
    const { sessionId } = await attach(shop, closed.id);
    await provider(shop, { orderId: closed.id, sessionId }).failed();
    await Promise.all([overdue(bare.id), overdue(closed.id)]);
    const events = await due();
    expect(types(events)).toEqual(["order.expired", "order.expired"]);
    expect([await statusOf(bare.id), await statusOf(closed.id)]).toEqual(["expired", "expired"]);
    expect(await due()).toEqual([]);
  });

  test("is asked about at the provider while its page may have been paid, and again later", async () => {
    const order = await placeOrder(shop);
    const { sessionId } = await attach(shop, order.id);
    await overdue(order.id);
    expect(only(await due(), "checkout.overdue").subjectId).toBe(order.id);
    expect(await due()).toEqual([]);
    await overdue(order.id);
    expect(types(await due())).toEqual(["checkout.overdue"]);
    await provider(shop, { orderId: order.id, sessionId }).processing();
    await overdue(order.id);
    expect(types(await due())).toEqual(["checkout.overdue"]);
    expect(await statusOf(order.id)).toBe("awaiting_payment");
  });

  test("waits for a person when a wrong amount was paid, and is of no account when paid or cancelled", async () => {
    const [wrong, paid, cancelled] = [await placeOrder(shop), await placeOrder(shop), await placeOrder(shop)];
    for (const [order, cents] of [
      [wrong, 1],
      [paid, 2100],
    ] as const) {
      const { sessionId } = await attach(shop, order.id);
      await provider(shop, { orderId: order.id, sessionId }).paid(cents);
    }
    await shop.orders.cancel(cancelled.id, undefined);
    await Promise.all([wrong, paid, cancelled].map(({ id }) => overdue(id)));
    expect(await due()).toEqual([]);
    expect(await statusOf(wrong.id)).toBe("awaiting_payment");
  });

  test("is taken up once by two sweeps at a time", async () => {
    const orders = await Promise.all([1, 2, 3, 4].map(() => placeOrder(shop)));
    await Promise.all(orders.map(({ id }) => overdue(id)));
    const events = (await Promise.all([due(), due(), due()])).flat();
    expect(new Set(events.map(({ subjectId }) => subjectId)).size).toBe(4);
    expect(events).toHaveLength(4);
  });
});

test("a call whose end nobody told is asked about, again only after a while", async () => {
  const [stale, fresh] = [await ring(shop), await ring(shop)];
  await db.sql`alter table calls disable trigger calls_touch`;
  await db.sql`update calls set updated_at = now() - interval '21 minutes' where id = ${stale.id}`;
  await db.sql`alter table calls enable trigger calls_touch`;
  const event = only(await due(), "call.stale");
  expect(event).toMatchObject({
    ...{ subjectId: stale.id, data: { externalId: stale.callSid, from: stale.from, to: shop.number } },
  });
  expect(await due()).toEqual([]);
  expect(fresh.id).not.toBe(event.subjectId);
});

test("answers kept for repeated requests are forgotten after a day", async () => {
  const insert = (key: string, age: string) => db.sql`insert into idempotency_keys
    (scope, key, route, request_hash, locked_until, created_at) values ('x', ${key}, 'r', 'h', now(), now() - ${age}::interval)`;
  await Promise.all([insert("old", "25 hours"), insert("young", "23 hours")]);
  await due();
  const rows = await db.sql`select key from idempotency_keys where scope = 'x'`;
  expect(rows.map(({ key }) => key)).toEqual(["young"]);
});
