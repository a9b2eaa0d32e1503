import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { orderEffect } from "./support/menu.ts";
import { attach, provider } from "./support/money.ts";
import { openTransaction, somebodyWaits } from "./support/sessions.ts";
import { e164, openShop, placeOrder, ring, type Shop, turnRecord, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;
let claims: Record<string, unknown>;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
  claims = { role: "authenticated", merchant_id: shop.id, actor: "job:test" };
});
afterAll(() => db?.close());

test("a caller who hangs up while the order is placed: neither waits for the other for ever", async () => {
  const call = await ring(shop);
  const placing = await openTransaction(db, claims);
  // The turn has its call, and has yet to reach the caller's row.
  await placing.tx`select 1 from calls where id = ${call.id} for no key update`;
  const news = { ...call, to: shop.number, status: "completed", durationSeconds: 9, eventId: call.callSid };
  const hangUp = shop.calls.applyStatus(news);
  await somebodyWaits(db);
  const record = turnRecord(1, { effects: [orderEffect(undefined, call.from)], summary: "x" });
  await placing.tx`select public.record_turn(${shop.id}, ${call.callSid}, 1, ${placing.tx.json(record as never)})`;
  await placing.commit();
  expect((await hangUp).events).toEqual([]);
});

test("the provider's event while the page is being kept: neither waits for the other for ever", async () => {
  const { id } = await placeOrder(shop);
  const keeping = await openTransaction(db, claims);
  await keeping.tx`select 1 from orders where id = ${id} for no key update`;
  const paid = provider(shop, { orderId: id, sessionId: "cs_race" }).paid();
  await somebodyWaits(db);
  const page = { sessionId: "cs_race", url: "https://x", accountId: shop.accountId, amountCents: 2100 };
  const session = { ...page, currency: "cad", feeCents: 21, expiresAt: "2030-01-01T00:00:00Z" };
  await keeping.tx`select public.attach_checkout(${shop.id}, ${id}, 1, ${keeping.tx.json(session)})`;
  await keeping.commit();
  expect(types((await paid).events)).toEqual(["order.paid"]);
  expect((await shop.orders.get(id)).payments).toMatchObject([{ attempt: 1, status: "succeeded" }]);
});

test("buying a number holds up no call, and a call no purchase", async () => {
  const buying = await openTransaction(db, claims);
  await buying.tx`select public.reserve_number(${shop.id}, '{}')`;
  await ring(shop);
  await buying.commit();
  const calling = await openTransaction(db, claims);
  await calling.tx`select public.start_call(${shop.id}, 'CA_slow', ${e164()}, ${shop.number}, 'CA_slow')`;
  const { error } = await shop.owner.db.rpc("reserve_number", { p_merchant: shop.id, p_request: {} });
  expect(error).toBeNull();
  await calling.commit();
});

test("everything at once about one order ends, and counts once", async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await placeOrder(shop);
    const { sessionId, page } = await attach(shop, id);
    const stripe = provider(shop, { orderId: id, sessionId });
    const answers = await Promise.allSettled([
      ...[stripe.paid(), stripe.succeeded(), stripe.expired(), stripe.processing(), stripe.refunded(100)],
      ...[shop.orders.cancel(id, undefined), shop.orders.resendLink(id), shop.orders.fulfil(id)],
      ...[shop.payments.checkout.attach(id, 1, page), shop.orders.refund(id, 100, undefined)],
    ]);
    const codes = answers.map((answer) => (answer.status === "rejected" ? answer.reason.cause.code : "ok"));
    // Refused by a rule, or told to come again: never a deadlock (40P01) and never a fault of ours.
    expect(codes.filter((code) => !["ok", "PT409", "PT503"].includes(code))).toEqual([]);
    const { payments } = await shop.orders.get(id);
    expect(payments.filter(({ status }) => status === "succeeded")).toHaveLength(1);
  }
});
