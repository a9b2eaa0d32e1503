import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderDetail } from "../../functions/domain/orders/contracts.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits } from "./support/expectations.ts";
import { attach, paymentEvent, provider, withPage } from "./support/money.ts";
import { openShop, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const statusOf = async (id: string) => (await shop.orders.get(id)).status;

describe("the payment page", () => {
  test("is kept once, and its link announced once", async () => {
    const order = await placeOrder(shop);
    const { wanted, events, page } = await attach(shop, order.id);
    expect([wanted, types(events)]).toEqual([true, ["payment_link.ready"]]);
    const again = await shop.payments.checkout.attach(order.id, 1, page);
    expect(again).toEqual({ wanted: true, events: [] });
    const detail = await shop.orders.get(order.id);
    expect(detail.payments).toMatchObject([{ url: page.url, amountCents: 2100, status: "open", attempt: 1 }]);
    fits(orderDetail, detail);
  });

  test("a second page for the same attempt is not wanted, so the job closes it", async () => {
    const { order, page } = await withPage(shop);
    expect(await attach(shop, order.id)).toMatchObject({ wanted: false, events: [] });
    expect((await shop.orders.get(order.id)).payments).toMatchObject([{ url: page.page.url }]);
  });

  test("a page for an order that was cancelled meanwhile is not wanted, and is known all the same", async () => {
    const order = await placeOrder(shop);
    await shop.orders.cancel(order.id, undefined);
    expect(await attach(shop, order.id)).toMatchObject({ wanted: false, events: [] });
    expect((await shop.payments.checkout.context(order.id)).payments).toHaveLength(1);
  });

  test("the provider's event may come before we have kept the page", async () => {
    const order = await placeOrder(shop);
    const stripe = provider(shop, { orderId: order.id, sessionId: "cs_early" });
    expect(types((await stripe.paid()).events)).toEqual(["order.paid"]);
    const page = { sessionId: "cs_early", url: "https://pay.example/early", accountId: shop.accountId };
    const late = {
      ...page,
      amountCents: 2100,
      currency: "cad",
      feeCents: 21,
      expiresAt: "2026-11-21T12:00:00Z",
    };
    expect(await shop.payments.checkout.attach(order.id, 1, late)).toEqual({ wanted: false, events: [] });
    const detail = await shop.orders.get(order.id);
    expect(detail.payments).toMatchObject([{ status: "succeeded", attempt: 1, url: page.url }]);
  });

  test("money paid on a page nobody remembers making counts for its order", async () => {
    const { order } = await withPage(shop);
    const forgotten = provider(shop, { orderId: order.id, sessionId: "cs_forgotten" });
    expect(types((await forgotten.paid()).events)).toEqual(["order.paid"]);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("an event about nothing of ours is told apart, and stays so when repeated", async () => {
    const event = paymentEvent(shop, "checkout_completed", {
      sessionId: "cs_none",
      paid: true,
      amountCents: 1,
    });
    expect(await shop.payments.checkout.apply(event)).toEqual({ outcome: "unknown_order", events: [] });
    expect(await shop.payments.checkout.apply(event)).toMatchObject({ outcome: "repeated" });
  });
});
