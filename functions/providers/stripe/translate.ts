// Types only: translating costs no bundle.
import type Stripe from "stripe";
import type { PaymentAccount, PaymentEvent, PaymentEventKind } from "../../domain/payments/events.ts";

/**
 * A Stripe event in our words, or null when it is none of ours: another type, a checkout that is no payment, or
 * an event of the platform's own account (merchants are paid on theirs).
 *
 * Field facts: https://docs.stripe.com/api/events/types
 */
export function toPaymentEvent(event: Stripe.Event): PaymentEvent | null {
  const accountId = event.account;
  if (!accountId) return null;
  const about = (kind: PaymentEventKind, facts: Partial<PaymentEvent>): PaymentEvent => ({
    provider: "stripe",
    eventId: event.id,
    accountId,
    occurredAt: new Date(event.created * 1000).toISOString(),
    kind,
    ...facts,
  });

  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired": {
      const session = event.data.object;
      if (session.mode !== "payment") return null;
      const kind = SESSION_EVENTS[event.type];
      const paid = kind === "checkout_completed" ? { paid: session.payment_status !== "unpaid" } : {};
      return about(kind, { ...sessionFacts(session), ...paid });
    }
    case "charge.refunded":
      return about("refunded", chargeFacts(event.data.object));
    case "refund.failed":
      return about("refund_failed", refundFacts(event.data.object));
    case "account.updated":
      return about("account_updated", { account: toPaymentAccount(event.data.object) });
    case "account.application.deauthorized":
      return about("account_deauthorized", {});
    default:
      return null;
  }
}

/** A delayed method (a bank debit) completes the checkout unpaid, and tells success or failure days later. */
const SESSION_EVENTS = {
  "checkout.session.completed": "checkout_completed",
  "checkout.session.async_payment_succeeded": "payment_succeeded",
  "checkout.session.async_payment_failed": "payment_failed",
  "checkout.session.expired": "checkout_expired",
} as const;

/** An account at Stripe as we keep it. Asked for now: what is due, and what is overdue, each once. */
export function toPaymentAccount(account: Stripe.Account): PaymentAccount {
  const { requirements } = account;
  const due = [...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])];
  return {
    accountId: account.id,
    chargesEnabled: account.charges_enabled ?? false,
    payoutsEnabled: account.payouts_enabled ?? false,
    detailsSubmitted: account.details_submitted ?? false,
    requirementsDue: [...new Set(due)],
    disabledReason: requirements?.disabled_reason ?? null,
  };
}

function sessionFacts(session: Stripe.Checkout.Session): Partial<PaymentEvent> {
  return known({
    sessionId: session.id,
    paymentIntentId: idOf(session.payment_intent),
    orderId: session.metadata?.order_id ?? session.client_reference_id,
    amountCents: session.amount_total,
    currency: session.currency,
    customerEmail: session.customer_details?.email,
    customerName: session.customer_details?.name,
  });
}

function chargeFacts(charge: Stripe.Charge): Partial<PaymentEvent> {
  return known({
    paymentIntentId: idOf(charge.payment_intent),
    orderId: charge.metadata?.order_id,
    amountCents: charge.amount,
    currency: charge.currency,
    refundedCents: charge.amount_refunded,
  });
}

function refundFacts(refund: Stripe.Refund): Partial<PaymentEvent> {
  return known({
    paymentIntentId: idOf(refund.payment_intent),
    orderId: refund.metadata?.order_id,
    refundedCents: refund.amount,
    currency: refund.currency,
  });
}

/** Stripe gives an id, or the object itself where it was expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === "string" ? reference : reference?.id;
}

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Only the facts that are there: an event's JSON says nothing about what it does not know. */
function known<T extends Record<string, unknown>>(facts: T): Known<T> {
  const entries = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Known<T>;
}
