import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderDetail, orderSummary } from "../../functions/domain/orders/contracts.ts";
import { pageOf } from "../../functions/domain/shared/schemas.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { orderEffect } from "./support/menu.ts";
import { e164, openShop, placeOrder, ring, type Shop, turnRecord } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const items = [
  { name: "Poutine", unitCents: 1000, quantity: 2 },
  { name: "Coke", unitCents: 199, quantity: 3 },
];

describe("an order", () => {
  test("is what was confirmed, to the cent and to the option", async () => {
    const from = e164();
    const { id, call, placed } = await placeOrder(shop, items, from);
    const detail = await shop.orders.get(id);
    fits(orderDetail, detail);
    expect(detail).toMatchObject({
      ...{
        status: "awaiting_payment",
        subtotalCents: 2597,
        taxCents: 130,
        totalCents: 2727,
        currency: "cad",
      },
      ...{ callId: call.id, customerPhone: from, locale: "en", taxes: [{ name: "GST", cents: 130 }] },
      lines: [
        { name: "Poutine", quantity: 2, unitPriceCents: 1000, totalCents: 2000 },
        { name: "Coke", quantity: 3, unitPriceCents: 199, totalCents: 597 },
      ],
    });
    const bacon = { group: "Toppings", choice: "Bacon", amount: "extra", quantity: 1, priceCents: 100 };
    expect(detail.lines[0]?.options).toEqual([bacon]);
    expect(placed.data).toMatchObject({ number: detail.number, totalCents: 2727, attempt: 1 });
    const context = await shop.payments.checkout.context(id);
    expect(context).toMatchObject({
      order: { totalCents: 2727, attempt: 1, taxes: [{ name: "GST", amountCents: 130 }] },
      ...{
        lines: [{ unitPriceCents: 1000 }, { unitPriceCents: 199 }],
        account: { id: shop.accountId, chargesEnabled: true },
      },
    });
    expect((await shop.messages.context("order", id)).order).toMatchObject({
      totalCents: 2727,
      phone: from,
      url: null,
    });
  });

  const whole = orderEffect(items);
  const [first, ...others] = whole.lines;
  test.each([
    ["a subtotal", { ...whole, totals: { ...whole.totals, subtotalCents: 2598, totalCents: 2728 } }],
    ["a total", { ...whole, totals: { ...whole.totals, totalCents: 2700 } }],
    ["taxes", { ...whole, totals: { ...whole.totals, taxCents: 0, totalCents: 2597 } }],
    ["a price", { ...whole, lines: first ? [{ ...first, unitCents: 1 }, ...others] : [] }],
    ["no lines", { ...whole, lines: [] }],
  ])("whose parts do not add up is refused: %s", async (_what, effect) => {
    const { callSid } = await ring(shop);
    const record = turnRecord(1, { effects: [effect], summary: "x" });
    await refused(shop.calls.turns.record(callSid, 1, record), "invalid_request");
  });

  test("is another merchant's to see as little as nothing", async () => {
    const { id } = await placeOrder(shop);
    const other = await openShop(db);
    await refused(other.orders.get(id), "not_found");
    await refused(other.payments.checkout.context(id), "not_found");
    expect((await other.messages.context("order", id)).order).toBeNull();
    await refused(other.orders.cancel(id, undefined), "not_found");
  });
});

test("numbers count up without a gap, however many order at once, and failed ones take none", async () => {
  const busy = await openShop(db);
  const bad = { ...orderEffect(), currency: "xyz" };
  const orders = Array.from({ length: 12 }, async (_, index) => {
    if (index % 3 > 0) return placeOrder(busy);
    const { callSid } = await ring(busy);
    return busy.calls.turns
      .record(callSid, 1, turnRecord(1, { effects: [bad], summary: "x" }))
      .catch(() => null);
  });
  await Promise.all(orders);
  const rows = await db.sql`select number from orders where merchant_id = ${busy.id} order by number`;
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("the list is the contract's, newest first, in pages, by state", async () => {
  const { id } = await placeOrder(shop);
  await placeOrder(shop);
  await shop.orders.cancel(id, undefined);
  const cancelled = await shop.orders.list({ limit: 10, status: "cancelled" });
  expect(cancelled.items.map((order) => order.id)).toEqual([id]);
  const first = await shop.orders.list({ limit: 2 });
  fits(pageOf(orderSummary), first);
  const second = await shop.orders.list({ limit: 2, cursor: first.nextCursor ?? undefined });
  const ids = [...first.items, ...second.items].map((order) => order.id);
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
});
