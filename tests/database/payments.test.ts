import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderDetail } from "../../functions/domain/orders/contracts.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { attach, pay, paymentEvent, provider } from "./support/money.ts";
import { only, openShop, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const statusOf = async (id: string) => (await shop.orders.get(id)).status;

/** An order with an open page, and what the provider may tell of it. */
async function withPage() {
  const order = await placeOrder(shop);
  const page = await attach(shop, order.id);
  return { order, page, stripe: provider(shop, { orderId: order.id, sessionId: page.sessionId }) };
}

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
    const { order, page } = await withPage();
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
    const { order } = await withPage();
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

describe("paid", () => {
  test("moves the order on, once, and keeps what the customer told the provider", async () => {
    const { order, stripe } = await withPage();
    const { events } = await stripe.paid(2100, { customerEmail: "eater@example.com", customerName: "Ann" });
    expect(types(events)).toEqual(["order.paid"]);
    expect((await stripe.paid()).events).toEqual([]);
    expect(await shop.orders.get(order.id)).toMatchObject({
      ...{ status: "paid", customerEmail: "eater@example.com", customerName: "Ann", attention: null },
    });
  });

  test("the same event twice counts once", async () => {
    const { order, page } = await withPage();
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
    const { order, stripe } = await withPage();
    expect(types((await stripe.paid(2100, wrong)).events)).toEqual(["payment.mismatch"]);
    const detail = await shop.orders.get(order.id);
    expect(detail.status).toBe("awaiting_payment");
    expect(detail.attention).toMatch(/not the amount of the order/);
  });

  test("after it expired counts", async () => {
    const { order, stripe } = await withPage();
    expect(types((await stripe.expired()).events)).toEqual(["order.expired"]);
    expect(types((await stripe.succeeded()).events)).toEqual(["order.paid"]);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("a late expiry does not undo it", async () => {
    const { order, stripe } = await withPage();
    await stripe.paid();
    expect((await stripe.expired()).events).toEqual([]);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("after it was cancelled goes back by itself", async () => {
    const { order, stripe } = await withPage();
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
    const { order, stripe } = await withPage();
    const second = provider(shop, { orderId: order.id, sessionId: `cs_second_${order.id}` });
    await stripe.paid();
    const { events } = await second.paid(2500);
    expect(only(events, "refund.requested").data).toMatchObject({ amountCents: 2500 });
    await second.refunded(2500);
    expect(await statusOf(order.id)).toBe("paid");
  });

  test("a free page that is no longer wanted leads to no refund of nothing", async () => {
    const { order, stripe } = await withPage();
    await shop.orders.cancel(order.id, undefined);
    expect((await stripe.paid(0)).events).toEqual([]);
  });
});

describe("a delayed method", () => {
  test("is on its way until it clears", async () => {
    const { order, stripe } = await withPage();
    expect(types((await stripe.processing()).events)).toEqual(["payment.processing"]);
    expect(await statusOf(order.id)).toBe("awaiting_payment");
    expect(types((await stripe.succeeded()).events)).toEqual(["order.paid"]);
  });

  test("that fails opens the next attempt, once, with its time to pay anew", async () => {
    const { order, stripe } = await withPage();
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
    const { order, page, stripe } = await withPage();
    await stripe.failed();
    const next = await attach(shop, order.id, 2);
    expect(next.wanted).toBe(true);
    const old = provider(shop, { orderId: order.id, sessionId: page.sessionId });
    expect((await old.failed()).events).toEqual([]);
    expect((await shop.payments.checkout.context(order.id)).order.attempt).toBe(2);
  });

  test("told late, after success, does not undo it", async () => {
    const { order, stripe } = await withPage();
    await stripe.succeeded();
    await stripe.processing();
    await stripe.failed();
    expect(await statusOf(order.id)).toBe("paid");
    expect((await shop.orders.get(order.id)).payments).toMatchObject([{ status: "succeeded" }]);
  });

  test("keeps staff from cancelling, and from sending a second link meanwhile", async () => {
    const { order, stripe } = await withPage();
    await stripe.processing();
    await refused(shop.orders.cancel(order.id, undefined), "conflict");
    await refused(shop.orders.resendLink(order.id), "conflict");
  });
});

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
    const { order, stripe } = await withPage();
    await refused(shop.orders.fulfil(order.id), "conflict");
    await stripe.paid();
    expect(types(await shop.orders.fulfil(order.id))).toEqual(["order.fulfilled"]);
    expect(await shop.orders.fulfil(order.id)).toEqual([]);
    await refused(shop.orders.cancel(order.id, undefined), "conflict");
  });

  test("a cancelled order's link is not sent again; cancelling twice says nothing new", async () => {
    const { order } = await withPage();
    expect(types(await shop.orders.cancel(order.id, undefined))).toEqual(["order.cancelled"]);
    expect(await shop.orders.cancel(order.id, undefined)).toEqual([]);
    await refused(shop.orders.resendLink(order.id), "conflict");
  });
});

describe("sending the link again", () => {
  test("sends the one that still works", async () => {
    const { order } = await withPage();
    const [event] = await shop.orders.resendLink(order.id);
    expect(event).toMatchObject({ type: "payment_link.resend", data: { attempt: 1 } });
  });

  test("asks for the page again while there is none yet", async () => {
    const order = await placeOrder(shop);
    const [event] = await shop.orders.resendLink(order.id);
    expect(event).toMatchObject({ type: "checkout.requested", data: { attempt: 1 } });
  });

  test("replaces one that is about to expire, with its time to pay anew", async () => {
    const { order } = await withPage();
    await db.sql`update payments set expires_at = now() + interval '1 minute' where order_id = ${order.id}`;
    await db.sql`update orders set expires_at = now() - interval '1 minute' where id = ${order.id}`;
    const [event] = await shop.orders.resendLink(order.id);
    expect(event).toMatchObject({ type: "checkout.requested", data: { attempt: 2 } });
    expect(Date.parse((await shop.orders.get(order.id)).expiresAt ?? "")).toBeGreaterThan(Date.now());
  });
});

test("the page of an order with everything on it satisfies the contract", async () => {
  const order = await placeOrder(shop);
  await pay(shop, order.id);
  await shop.orders.refund(order.id, 100, "cold");
  fits(orderDetail, await shop.orders.get(order.id));
});
