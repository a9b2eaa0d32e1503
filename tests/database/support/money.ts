import { randomUUID } from "node:crypto";
import type { PaymentEvent } from "../../../functions/domain/payments/events.ts";
import { placeOrder, type Shop } from "./shop.ts";

type Facts = Partial<PaymentEvent>;

/** A payment page of an order as the job keeps it. */
export async function attach(shop: Shop, orderId: string, attempt = 1, amountCents = 2100) {
  const sessionId = `cs_${randomUUID()}`;
  const page = {
    ...{ sessionId, url: `https://pay.example/${sessionId}`, accountId: shop.accountId },
    ...{ amountCents, currency: "cad", feeCents: 21, expiresAt: inMinutes(60) },
  };
  const attached = await shop.payments.checkout.attach(orderId, attempt, page);
  return { ...attached, sessionId, intent: `pi_${sessionId}`, page };
}

export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** A provider's event with an id of its own. */
export const paymentEvent = (shop: Shop, kind: PaymentEvent["kind"], facts: Facts): PaymentEvent => ({
  provider: "stripe",
  eventId: `evt_${randomUUID()}`,
  accountId: shop.accountId,
  occurredAt: new Date().toISOString(),
  kind,
  ...facts,
});

export type Session = { orderId: string; sessionId: string; intent?: string };

/** What the provider tells about one session; each call answers outcome and events. */
export function provider(shop: Shop, { orderId, sessionId, intent = `pi_${sessionId}` }: Session) {
  const tell = (kind: PaymentEvent["kind"], facts: Facts) =>
    shop.payments.checkout.apply(paymentEvent(shop, kind, facts));
  const session = { sessionId, paymentIntentId: intent, orderId, currency: "cad" };
  return {
    paid: (amountCents = 2100, facts: Facts = {}) =>
      tell("checkout_completed", { ...session, paid: true, amountCents, ...facts }),
    processing: (amountCents = 2100) => tell("checkout_completed", { ...session, paid: false, amountCents }),
    succeeded: (amountCents = 2100) => tell("payment_succeeded", { ...session, amountCents }),
    failed: () => tell("payment_failed", session),
    expired: () => tell("checkout_expired", { sessionId, orderId }),
    refunded: (refundedCents: number) =>
      tell("refunded", { paymentIntentId: intent, orderId, refundedCents, amountCents: 2100 }),
    refundFailed: (refundedCents: number) =>
      tell("refund_failed", { paymentIntentId: intent, orderId, refundedCents }),
  };
}

/** An order with a page that was paid. */
export async function pay(shop: Shop, orderId: string) {
  const { sessionId, intent } = await attach(shop, orderId);
  const stripe = provider(shop, { orderId, sessionId });
  await stripe.paid();
  return { sessionId, intent, stripe };
}

/** An order with an open page, and what the provider may tell of it. */
export async function withPage(shop: Shop) {
  const order = await placeOrder(shop);
  const page = await attach(shop, order.id);
  return { order, page, stripe: provider(shop, { orderId: order.id, sessionId: page.sessionId }) };
}
