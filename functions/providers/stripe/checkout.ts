import type Stripe from "stripe";
import { ProviderError } from "../../platform/errors.ts";
import { ask } from "./sdk.ts";
import { idOf } from "./translate.ts";

/** Money is integer minor units of the order's currency, tax not included. */
export type CheckoutLine = { name: string; description?: string; unitAmountCents: number; quantity: number };

export type NewCheckout = {
  accountId: string;
  orderId: string;
  merchantId: string;
  /** ISO 4217, lower case. */
  currency: string;
  lines: CheckoutLine[];
  /** Taxes the merchant has computed (GST, QST, …), shown as lines of their own; none of nothing. */
  taxLines: { name: string; amountCents: number }[];
  /** What the platform keeps. */
  feeCents: number;
  locale: "en" | "fr";
  customerEmail?: string;
  /** Stripe puts the session's id where `{CHECKOUT_SESSION_ID}` stands. */
  successUrl: string;
  cancelUrl: string;
  /**
   * ISO 8601, at least 30 minutes and at most 24 hours ahead when Stripe receives it. Choose it once for an
   * idempotency key: the same key with another time is an error.
   */
  expiresAt: string;
  idempotencyKey: string;
};

export type CheckoutState = "open" | "complete" | "expired";

export type Checkout = {
  sessionId: string;
  state: CheckoutState;
  paid: boolean;
  /** Null once it is no longer open. */
  url: string | null;
  expiresAt: string;
  orderId: string | null;
  paymentIntentId: string | null;
  amountCents: number | null;
  currency: string | null;
};

type CheckoutRef = { accountId: string; sessionId: string };

/** Payment pages on the merchant's account. https://docs.stripe.com/api/checkout/sessions */
export function createCheckouts(stripe: Stripe) {
  const getCheckout = async ({ accountId, sessionId }: CheckoutRef): Promise<Checkout> =>
    toCheckout(
      await ask(() => stripe.checkout.sessions.retrieve(sessionId, {}, { stripeAccount: accountId })),
    );

  return {
    getCheckout,

    async createCheckout(order: NewCheckout): Promise<Checkout> {
      const { accountId: stripeAccount, idempotencyKey } = order;
      const params = toSessionParams(order);
      return toCheckout(
        await ask(() => stripe.checkout.sessions.create(params, { stripeAccount, idempotencyKey })),
      );
    },

    /** Closes a payment page. One that has closed already is a result: look at `state`, it may have been paid. */
    async expireCheckout({ accountId, sessionId }: CheckoutRef): Promise<Checkout> {
      try {
        const expired = await ask(() =>
          stripe.checkout.sessions.expire(sessionId, {}, { stripeAccount: accountId }),
        );
        return toCheckout(expired);
      } catch (error) {
        if (!(error instanceof ProviderError) || error.status !== 400) throw error;
        const found = await getCheckout({ accountId, sessionId });
        if (found.state === "open") throw error;
        return found;
      }
    },
  };
}

function toSessionParams(order: NewCheckout): Stripe.Checkout.SessionCreateParams {
  // Metadata of a session is not copied to its payment, whose refunds must find the order too.
  const metadata = { order_id: order.orderId, merchant_id: order.merchantId };
  const taxes = order.taxLines.filter((tax) => tax.amountCents > 0);
  const lines: CheckoutLine[] = [
    ...order.lines,
    ...taxes.map((tax) => ({ name: tax.name, unitAmountCents: tax.amountCents, quantity: 1 })),
  ];
  return {
    mode: "payment",
    line_items: lines.map((line) => toLineItem(line, order.currency)),
    client_reference_id: order.orderId,
    metadata,
    payment_intent_data: {
      metadata,
      ...(order.feeCents > 0 ? { application_fee_amount: order.feeCents } : {}),
    },
    locale: order.locale === "fr" ? "fr-CA" : "en",
    ...(order.customerEmail === undefined ? {} : { customer_email: order.customerEmail }),
    success_url: order.successUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.floor(Date.parse(order.expiresAt) / 1000),
  };
}

function toLineItem(line: CheckoutLine, currency: string): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    quantity: line.quantity,
    price_data: {
      currency,
      unit_amount: line.unitAmountCents,
      // Stripe refuses an empty description.
      product_data: { name: line.name, ...(line.description ? { description: line.description } : {}) },
    },
  };
}

function toCheckout(session: Stripe.Checkout.Session): Checkout {
  return {
    sessionId: session.id,
    state: stateOf(session.status),
    paid: session.payment_status !== "unpaid",
    url: session.url,
    expiresAt: new Date(session.expires_at * 1000).toISOString(),
    orderId: session.metadata?.order_id ?? session.client_reference_id,
    paymentIntentId: idOf(session.payment_intent) ?? null,
    amountCents: session.amount_total,
    currency: session.currency,
  };
}

function stateOf(status: string | null): CheckoutState {
  return status === "complete" || status === "expired" ? status : "open";
}
