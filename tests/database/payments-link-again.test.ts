import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { withPage } from "./support/money.ts";
import { openShop, placeOrder, type Shop } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

describe("sending the link again", () => {
  test("sends the one that still works", async () => {
    const { order } = await withPage(shop);
    const [event] = await shop.orders.resendLink(order.id);
    expect(event).toMatchObject({ type: "payment_link.resend", data: { attempt: 1 } });
  });

  test("asks for the page again while there is none yet", async () => {
    const order = await placeOrder(shop);
    const [event] = await shop.orders.resendLink(order.id);
    expect(event).toMatchObject({ type: "checkout.requested", data: { attempt: 1 } });
  });

  test("replaces one that is about to expire, with its time to pay anew", async () => {
    const { order } = await withPage(shop);
    await db.sql`update payments set expires_at = now() + interval '1 minute' where order_id = ${order.id}`;
    await db.sql`update orders set expires_at = now() - interval '1 minute' where id = ${order.id}`;
    const [event] = await shop.orders.resendLink(order.id);
    expect(event).toMatchObject({ type: "checkout.requested", data: { attempt: 2 } });
    expect(Date.parse((await shop.orders.get(order.id)).expiresAt ?? "")).toBeGreaterThan(Date.now());
  });
});
