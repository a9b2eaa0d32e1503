import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { refused } from "./support/expectations.ts";
import { attach, pay, paymentEvent, provider } from "./support/money.ts";
import { only, openShop, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

/** A paid order of 21.00, and a way to ask for its refund that answers the refund's id. */
async function paidOrder() {
  const order = await placeOrder(shop);
  const { stripe, intent } = await pay(shop, order.id);
  const ask = async (cents?: number) =>
    String(only(await shop.orders.refund(order.id, cents, undefined), "refund.requested").data.refundId);
  const now = () => shop.orders.get(order.id);
  const done = (id: string) => shop.payments.refunds.record(id, "succeeded", `re_${id}`, null);
  return { ...order, stripe, intent, ask, now, done };
}

test("all of it, by default: our own word and the provider's count once", async () => {
  const order = await paidOrder();
  const refund = await order.ask();
  expect(await shop.payments.refunds.context(refund)).toMatchObject({
    ...{ amountCents: 2100, accountId: shop.accountId, paymentIntentId: order.intent, status: "requested" },
  });
  const events = await order.done(refund);
  expect(only(events, "order.refunded").data).toMatchObject({ refundedCents: 2100, full: true });
  expect((await order.stripe.refunded(2100)).events).toEqual([]);
  expect(await order.done(refund)).toEqual([]);
  expect(await order.now()).toMatchObject({ status: "refunded", refundedCents: 2100 });
});

test("the provider's word may come first; a later one of ours changes nothing", async () => {
  const order = await paidOrder();
  const refund = await order.ask(500);
  expect(only((await order.stripe.refunded(500)).events, "order.refunded").data).toMatchObject({
    ...{ refundedCents: 500, full: false },
  });
  expect(await order.done(refund)).toEqual([]);
  expect(await order.now()).toMatchObject({ status: "paid", refundedCents: 500 });
});

test("a refund that was pending at the provider is settled by the provider's event", async () => {
  const order = await paidOrder();
  const [first, second] = [await order.ask(500), await order.ask(700)];
  await order.stripe.refunded(500);
  const statuses = (await order.now()).refunds.map(({ id, status }) => [id, status]);
  expect(statuses).toEqual([
    [first, "succeeded"],
    [second, "requested"],
  ]);
});

test("in parts, up to the whole, and not a cent more", async () => {
  const order = await paidOrder();
  await order.done(await order.ask(2000));
  await refused(order.ask(101), "invalid_request");
  const events = await shop.payments.refunds.record(await order.ask(), "succeeded", null, null);
  expect(only(events, "order.refunded").data).toMatchObject({ refundedCents: 100, full: true });
  await refused(order.ask(), "conflict");
  await refused(order.ask(1), "conflict");
});

test("what was refunded at the provider directly is no longer there to refund", async () => {
  const order = await paidOrder();
  await order.stripe.refunded(2000);
  await refused(order.ask(101), "invalid_request");
  await order.stripe.refunded(1500);
  expect(await order.now()).toMatchObject({ refundedCents: 2000 });
});

test("a provider that says more than was paid is believed up to what was paid", async () => {
  const order = await paidOrder();
  const { events } = await order.stripe.refunded(9999);
  expect(only(events, "order.refunded").data).toMatchObject({ refundedCents: 2100, full: true });
  expect(await order.now()).toMatchObject({ refundedCents: 2100, status: "refunded" });
});

test("two people at once cannot give back more than there is", async () => {
  const order = await paidOrder();
  const asked = await Promise.allSettled([order.ask(1500), order.ask(1500), order.ask(1500)]);
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("one the provider refuses is flagged, and can be asked for again", async () => {
  const order = await paidOrder();
  const events = await shop.payments.refunds.record(await order.ask(), "failed", null, "no funds");
  expect(types(events)).toEqual(["refund.failed"]);
  expect(await order.now()).toMatchObject({ attention: expect.stringMatching(/no funds/), refundedCents: 0 });
  await order.done(await order.ask());
  expect(await order.now()).toMatchObject({ status: "refunded" });
});

test("one that the bank sends back later is no longer counted as given", async () => {
  const order = await paidOrder();
  await order.done(await order.ask(800));
  expect(types((await order.stripe.refundFailed(800)).events)).toEqual(["refund.failed"]);
  const after = await order.now();
  expect(after).toMatchObject({ status: "paid", refundedCents: 0, refunds: [{ status: "failed" }] });
  expect(after.attention).toMatch(/has not reached the customer/);
  await order.done(await order.ask(2100));
  expect(await order.now()).toMatchObject({ status: "refunded", refundedCents: 2100 });
});

test("news of a refund that comes after the news that the bank sent it back does not count it again", async () => {
  const order = await paidOrder();
  const refund = await order.ask(800);
  const news = paymentEvent(shop, "refunded", {
    ...{ paymentIntentId: order.intent, orderId: order.id, refundedCents: 800, amountCents: 2100 },
  });
  await order.done(refund);
  await order.stripe.refundFailed(800);
  expect((await shop.payments.checkout.apply(news)).events).toEqual([]);
  expect(await order.now()).toMatchObject({ status: "paid", refundedCents: 0 });
  // What is given back after that counts, also when only the provider tells of it.
  expect(types((await order.stripe.refunded(300)).events)).toEqual(["order.refunded"]);
  expect(await order.now()).toMatchObject({ refundedCents: 300 });
});

test("of an order that was paid twice, it is the payment that was kept that staff give back", async () => {
  const order = await paidOrder();
  const second = provider(shop, { orderId: order.id, sessionId: `cs_second_${order.id}` });
  await second.paid();
  const refund = await order.ask();
  expect(await shop.payments.refunds.context(refund)).toMatchObject({ paymentIntentId: order.intent });
  await order.done(refund);
  expect(await order.now()).toMatchObject({ status: "refunded", refundedCents: 2100 });
  await second.refunded(2100);
  expect(await order.now()).toMatchObject({ status: "refunded", refundedCents: 4200 });
});

test("of an order that was never paid there is nothing to refund", async () => {
  const order = await placeOrder(shop);
  await refused(shop.orders.refund(order.id, undefined, undefined), "conflict");
  await attach(shop, order.id);
  await refused(shop.orders.refund(order.id, undefined, undefined), "conflict");
});

describe("news of a refund before news of the payment", () => {
  test("is asked for again later: nothing is kept of it until then", async () => {
    const order = await placeOrder(shop);
    const { sessionId } = await attach(shop, order.id);
    const stripe = provider(shop, { orderId: order.id, sessionId });
    await refused(stripe.refunded(2100), "unavailable");
    await stripe.paid();
    expect(types((await stripe.refunded(2100)).events)).toEqual(["order.refunded"]);
    expect(await shop.orders.get(order.id)).toMatchObject({ status: "refunded" });
  });

  test("of an order that is not ours is not", async () => {
    const orderId = "0192f0c1-0000-7000-8000-000000000009";
    const stripe = provider(shop, { orderId, sessionId: "cs_elsewhere" });
    expect((await stripe.refunded(100)).outcome).toBe("unknown_order");
  });
});

test("staff may hand over and cancel, but not give money back", async () => {
  const order = await paidOrder();
  const args = { p_merchant: shop.id, p_order: order.id, p_amount: null, p_reason: null };
  const { error } = await shop.staff.db.rpc("request_refund", args);
  expect(error?.code).toBe("PT403");
  const fulfilled = await shop.staff.db.rpc("fulfil_order", { p_merchant: shop.id, p_order: order.id });
  expect(fulfilled.error).toBeNull();
});
