export type PaymentEventKind =
  | "checkout_completed"
  | "payment_succeeded"
  | "payment_failed"
  | "checkout_expired"
  | "refunded"
  | "refund_failed"
  | "account_updated"
  | "account_deauthorized";

/** How far a merchant's account at a payment provider is from taking money. */
export type PaymentAccount = {
  accountId: string;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  detailsSubmitted: boolean;
  /** What the provider still asks of the merchant now, in the provider's field names. */
  requirementsDue: string[];
  disabledReason: string | null;
};

/**
 * Something a payment provider says has happened, in our words. Money is integer minor units of `currency`
 * (ISO 4217, lower case); `occurredAt` is ISO 8601, UTC, whole seconds. `eventId` is the provider's and counts
 * once.
 */
export type PaymentEvent = {
  provider: "stripe";
  eventId: string;
  /** The merchant's account at the provider: it says whose event this is. */
  accountId: string;
  occurredAt: string;
  kind: PaymentEventKind;
  /** `checkout_completed` only: false when a delayed method has still to clear. */
  paid?: boolean;
  sessionId?: string;
  paymentIntentId?: string;
  orderId?: string;
  amountCents?: number;
  currency?: string;
  /** `refunded`: all refunds of this payment so far. `refund_failed`: the one refund that failed. */
  refundedCents?: number;
  customerEmail?: string;
  customerName?: string;
  account?: PaymentAccount;
};
