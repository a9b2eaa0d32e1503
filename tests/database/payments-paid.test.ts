import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderDetail } from "../../functions/domain/orders/contracts.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits } from "./support/expectations.ts";
import { pay, paymentEvent, provider, withPage } from "./support/money.ts";
import { only, openShop, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const statusOf = async (id: string) => (await shop.orders.get(id)).status;

describe("paid", () => {
  test("moves the order on, once, and keeps what the customer told the provider", async () => {
    const { order, stripe } = await withPage(shop);
    const { events } = await stripe.paid(2100, { customerEmail: "eater@example.com", customerName: "Ann" });
    expect(types(events)).toEqual(["order.paid"]);
    expect((await stripe.paid()).events).toEqual([]);
    expect(await shop.orders.get(order.id)).toMatchObject({
      ...{ status: "paid", customerEmail: "eater@example.com", customerName: "Ann", attention: null },
    });
  });

  test("the same event twice counts once", async () => {
    const { order, page } = await withPage(shop);
    const event = paymentEvent(shop, "payment_succeeded", {
      ...{ sessionId: page.sessionId, orderId: order.id, amountCents: 2100, currency: "cad" },
    });
    expect((await shop.payments.checkout.apply(event)).outcome).toBe("processed");
    expect(await shop.payments.checkout.apply(event)).toEqual({ outcome: "repeated", events: [] });
  });

  test.each([
    ["an amount", { amountCents: 2099 }],
    ["a currency", { currency: "usd" }],
  ])("with %s that is not the order's flags the order and does not pay it", async (_what, wrong) => {
    const { order, stripe } = await withPage(shop);
    expect(types((await stripe.paid(2100, wrong)).events)).toEqual(["payment.mismatch"]);
    const detail = await shop.orders.get(order.id);
    expect(detail.status).toBe("awaiting_payment");
    expect(detail.attention).toMatch(/not the amount of the order/);
  });

  test("after it expired counts", async () => {
    const { order, stripe } = await withPage(shop);
    expect(types((await stripe.expired()).events)).toEqual(["order.expired"]);
    expect(types((await stripe.succeeded()).events)).toEqual(["order.paid"]);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("a late expiry does not undo it", async () => {
    const { order, stripe } = await withPage(shop);
    await stripe.paid();
    expect((await stripe.expired()).events).toEqual([]);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("after it was cancelled goes back by itself", async () => {
    const { order, stripe } = await withPage(shop);
    await shop.orders.cancel(order.id, "no cheese");
    const { events } = await stripe.paid();
    expect(only(events, "refund.requested").data).toMatchObject({ amountCents: 2100 });
    const detail = await shop.orders.get(order.id);
    expect(detail).toMatchObject({
      status: "cancelled",
      refunds: [{ amountCents: 2100, status: "requested" }],
    });
    fits(orderDetail, detail);
  });

  test("twice over two pages sends the second back, whatever its amount", async () => {
    const { order, stripe } = await withPage(shop);
    const second = provider(shop, { orderId: order.id, sessionId: `cs_second_${order.id}` });
    await stripe.paid();
    const { events } = await second.paid(2500);
    expect(only(events, "refund.requested").data).toMatchObject({ amountCents: 2500 });
    await second.refunded(2500);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("a free page that is no longer wanted leads to no refund of nothing", async () => {
    const { order, stripe } = await withPage(shop);
    await shop.orders.cancel(order.id, undefined);
    expect((await stripe.paid(0)).events).toEqual([]);
  });
});

test("the page of an order with everything on it satisfies the contract", async () => {
  const order = await placeOrder(shop);
  await pay(shop, order.id);
  await shop.orders.refund(order.id, 100, "cold");
  fits(orderDetail, await shop.orders.get(order.id));
});
