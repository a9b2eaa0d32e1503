// Types only of the SDK: translating adds none of it to a bundle.
import type Stripe from "stripe";
import type { PaymentAccount, PaymentEvent, PaymentEventKind } from "../../domain/payments/events.ts";
import { AppError } from "../../platform/errors.ts";
import { checkedFacts } from "./facts.ts";

/**
 * A Stripe event in our words, or null when it is none of ours: another type, a checkout that is no payment, or
 * an event of the platform's own account (merchants are paid on theirs).
 *
 * Field facts: https://docs.stripe.com/api/events/types
 * @throws AppError invalid_request when it is not what Stripe documents
 */
export function toPaymentEvent(event: Stripe.Event): PaymentEvent | null {
  const translated = translate(event);
  return translated && checkedFacts(translated);
}

function translate(event: Stripe.Event): PaymentEvent | null {
  const accountId = event.account;
  if (!accountId) return null;
  if (!isObject(event.data?.object)) throw odd("data.object");
  const about = (kind: PaymentEventKind, facts: Partial<PaymentEvent>): PaymentEvent => ({
    provider: "stripe",
    eventId: event.id,
    accountId,
    occurredAt: timeOf(event.created),
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

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const odd = (field: string) =>
  new AppError("invalid_request", "This is not the event Stripe documents.", {
    details: [{ field, message: "not what Stripe documents" }],
  });

/** Stripe's whole seconds as ISO 8601; the year 9999 is the last that both sides can write. */
function timeOf(seconds: number): string {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 253_402_300_799) throw odd("created");
  return new Date(seconds * 1000).toISOString();
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
  const due = [requirements?.past_due ?? [], requirements?.currently_due ?? []].flat();
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
