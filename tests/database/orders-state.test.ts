import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { refused } from "./support/expectations.ts";
import { withPage } from "./support/money.ts";
import { openShop, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

describe("the order's state", () => {
  const forward: Record<string, string[]> = {
    awaiting_payment: ["paid", "expired", "cancelled"],
    expired: ["paid"],
    paid: ["fulfilled", "refunded"],
    fulfilled: ["refunded"],
    cancelled: [],
    refunded: [],
  };
  const all = Object.keys(forward);
  const steps = all.flatMap((from) => all.filter((to) => to !== from).map((to) => [from, to] as const));

  test.each(steps)("from %s to %s only where that is forward", async (from, to) => {
    const { id } = await placeOrder(shop);
    await db.sql`alter table orders disable trigger orders_forward_only`;
    await db.sql`update orders set status = ${from} where id = ${id}`;
    await db.sql`alter table orders enable trigger orders_forward_only`;
    const move = db.sql`update orders set status = ${to} where id = ${id}`.then(
      () => true,
      () => false,
    );
    expect(await move).toBe(forward[from]?.includes(to));
  });

  test("a paid order is handed over once, and an unpaid one never", async () => {
    const { order, stripe } = await withPage(shop);
    await refused(shop.orders.fulfil(order.id), "conflict");
    await stripe.paid();
    expect(types(await shop.orders.fulfil(order.id))).toEqual(["order.fulfilled"]);
    expect(await shop.orders.fulfil(order.id)).toEqual([]);
    await refused(shop.orders.cancel(order.id, undefined), "conflict");
  });

  test("a cancelled order's link is not sent again; cancelling twice says nothing new", async () => {
    const { order } = await withPage(shop);
    expect(types(await shop.orders.cancel(order.id, undefined))).toEqual(["order.cancelled"]);
    expect(await shop.orders.cancel(order.id, undefined)).toEqual([]);
    await refused(shop.orders.resendLink(order.id), "conflict");
  });
});
