import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { refused } from "./support/expectations.ts";
import { attach, provider, withPage } from "./support/money.ts";
import { only, openShop, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const statusOf = async (id: string) => (await shop.orders.get(id)).status;

describe("a delayed method", () => {
  test("is on its way until it clears", async () => {
    const { order, stripe } = await withPage(shop);
    expect(types((await stripe.processing()).events)).toEqual(["payment.processing"]);
    expect(await statusOf(order.id)).toBe("awaiting_payment");
    expect(types((await stripe.succeeded()).events)).toEqual(["order.paid"]);
  });

  test("that fails opens the next attempt, once, with its time to pay anew", async () => {
    const { order, stripe } = await withPage(shop);
    await stripe.processing();
    await db.sql`update orders set expires_at = now() - interval '3 days' where id = ${order.id}`;
    const { events } = await stripe.failed();
    expect(only(events, "payment.failed").data).toMatchObject({ attempt: 2 });
    expect((await stripe.failed()).events).toEqual([]);
    const { expiresAt } = await shop.orders.get(order.id);
    expect(Date.parse(expiresAt ?? "")).toBeGreaterThan(Date.now() + 59 * 60_000);
    expect((await attach(shop, order.id, 2)).wanted).toBe(true);
  });

  test("that fails after the next page was sent does not open a third", async () => {
    const { order, page, stripe } = await withPage(shop);
    await stripe.failed();
    const next = await attach(shop, order.id, 2);
    expect(next.wanted).toBe(true);
    const old = provider(shop, { orderId: order.id, sessionId: page.sessionId });
    expect((await old.failed()).events).toEqual([]);
    expect((await shop.payments.checkout.context(order.id)).order.attempt).toBe(2);
  });

  test("told late, after success, does not undo it", async () => {
    const { order, stripe } = await withPage(shop);
    await stripe.succeeded();
    await stripe.processing();
    await stripe.failed();
    expect(await statusOf(order.id)).toBe("paid");
    expect((await shop.orders.get(order.id)).payments).toMatchObject([{ status: "succeeded" }]);
  });

  test("keeps staff from cancelling, and from sending a second link meanwhile", async () => {
    const { order, stripe } = await withPage(shop);
    await stripe.processing();
    await refused(shop.orders.cancel(order.id, undefined), "conflict");
    await refused(shop.orders.resendLink(order.id), "conflict");
  });
});
