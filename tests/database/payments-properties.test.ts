import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PaymentEvent } from "../../functions/domain/payments/events.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { attach, paymentEvent } from "./support/money.ts";
import { openShop, placeOrder, type Shop } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const TOTAL = 2100;
const KINDS = ["paid", "processing", "succeeded", "failed", "expired", "refunded", "cancel"] as const;
/** What happens: to the page we made (0) or to one we have forgotten (1). `times` is how often it is delivered. */
type Happening = { kind: (typeof KINDS)[number]; page: 0 | 1; times: number };

const happenings = fc.array(
  fc.record<Happening>({
    kind: fc.constantFrom(...KINDS),
    page: fc.constantFrom(0 as const, 1 as const),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

const FORWARD: Record<string, string[]> = {
  awaiting_payment: ["paid", "expired", "cancelled"],
  expired: ["paid"],
  paid: ["refunded"],
  cancelled: [],
  refunded: [],
};

async function newOrder() {
  const { id } = await placeOrder(shop);
  const { sessionId } = await attach(shop, id);
  return { id, sessions: [sessionId, `cs_forgotten_${id}`] as const };
}
type Order = Awaited<ReturnType<typeof newOrder>>;

function eventOf(order: Order, { kind, page }: Happening): PaymentEvent {
  const sessionId = order.sessions[page];
  const intent = { paymentIntentId: `pi_${sessionId}`, orderId: order.id, currency: "cad" };
  const session = { ...intent, sessionId, amountCents: TOTAL };
  if (kind === "paid") return paymentEvent(shop, "checkout_completed", { ...session, paid: true });
  if (kind === "processing") return paymentEvent(shop, "checkout_completed", { ...session, paid: false });
  if (kind === "succeeded") return paymentEvent(shop, "payment_succeeded", session);
  if (kind === "failed") return paymentEvent(shop, "payment_failed", session);
  if (kind === "expired") return paymentEvent(shop, "checkout_expired", session);
  return paymentEvent(shop, "refunded", { ...intent, refundedCents: TOTAL });
}

/** Delivers as a provider does: what is answered with "not now" is kept for the end, as its retry would be. */
async function live(order: Order, story: readonly Happening[], repeat: boolean): Promise<string[]> {
  const seen: string[] = ["awaiting_payment"];
  for (const happening of story) {
    if (happening.kind === "cancel") await shop.orders.cancel(order.id, undefined).catch(onlyConflict);
    else {
      const event = { ...eventOf(order, happening), eventId: `evt_${randomUUID()}` };
      const times = repeat ? happening.times : 1;
      for (let time = 0; time < times; time++) await shop.payments.checkout.apply(event).catch(onlyNotNow);
    }
    seen.push((await shop.orders.get(order.id)).status);
  }
  return seen;
}

const allow = (code: string) => (error: unknown) => {
  if (!(error instanceof AppError && error.code === code)) throw error;
};
const onlyConflict = allow("conflict");
const onlyNotNow = allow("unavailable");

/** All that counts of an order, without ids and times. */
async function accountOf(order: Order) {
  const { status, refundedCents, payments, refunds } = await shop.orders.get(order.id);
  const inOrder = payments.map((payment) => [
    payment.attempt,
    payment.status,
    payment.amountCents,
    payment.refundedCents,
  ]);
  return {
    status,
    refundedCents,
    payments: inOrder.sort(),
    refunds: refunds.map((r) => [r.amountCents, r.status]).sort(),
  };
}

test("an order's end depends on no repeat, its state only moves forward, and every cent is accounted for", async () => {
  const property = fc.asyncProperty(happenings, async (story) => {
    const [once, repeated] = [await newOrder(), await newOrder()];
    const seen = await live(once, story, false);
    await live(repeated, story, true);
    expect(await accountOf(repeated)).toEqual(await accountOf(once));

    for (const [index, status] of seen.slice(1).entries()) {
      const before = seen[index] ?? "";
      if (status !== before) expect(FORWARD[before]).toContain(status);
    }

    const { status, refundedCents, payments, refunds } = await shop.orders.get(once.id);
    const sum = (of: number[]) => of.reduce((total, cents) => total + cents, 0);
    const came = sum(
      payments.filter((payment) => payment.status === "succeeded").map(({ amountCents }) => amountCents),
    );
    const goingBack = sum(
      refunds.filter((refund) => refund.status === "requested").map(({ amountCents }) => amountCents),
    );
    const kept = came - refundedCents - goingBack;
    expect(kept).toBe(status === "paid" ? TOTAL : 0);
    expect(refundedCents).toBe(sum(payments.map((payment) => payment.refundedCents)));
  });
  await fc.assert(property, { numRuns: 25, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
}, 60_000);
