/** The parts of Stripe's objects that the sandbox keeps and shows. Amounts in minor units, times in unix seconds. */

export type Metadata = Record<string, string>;

export type Account = {
  id: string;
  object: "account";
  type: "express" | "standard" | "custom" | "none";
  country: string;
  default_currency: string;
  email: string | null;
  business_type: string | null;
  business_profile: { name: string | null; url: string | null; mcc: string | null };
  capabilities: Record<string, "active" | "inactive" | "pending">;
  charges_enabled: boolean;
  payouts_enabled: boolean;
  details_submitted: boolean;
  created: number;
  metadata: Metadata;
  requirements: {
    currently_due: string[];
    eventually_due: string[];
    past_due: string[];
    pending_verification: string[];
    errors: unknown[];
    disabled_reason: string | null;
    current_deadline: number | null;
  };
};

/** An onboarding link: works once, for five minutes. */
export type AccountLink = {
  token: string;
  account: string;
  refresh_url: string;
  return_url: string;
  expires_at: number;
  used: boolean;
};

export type LineItem = {
  id: string;
  object: "item";
  amount_discount: number;
  amount_subtotal: number;
  amount_tax: number;
  amount_total: number;
  currency: string;
  description: string;
  price: { id: string; object: "price"; currency: string; unit_amount: number; type: "one_time" };
  quantity: number;
};

export type CustomerDetails = { email: string; name: string | null; phone: string | null; address: null };

export type Session = {
  id: string;
  object: "checkout.session";
  mode: "payment";
  status: "open" | "complete" | "expired";
  payment_status: "paid" | "unpaid" | "no_payment_required";
  amount_subtotal: number;
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  client_secret: null;
  customer: null;
  customer_email: string | null;
  customer_details: CustomerDetails | null;
  payment_intent: string | null;
  payment_link: null;
  subscription: null;
  invoice: null;
  metadata: Metadata;
  created: number;
  expires_at: number;
  url: string | null;
  livemode: false;
  success_url: string;
  cancel_url: string | null;
  ui_mode: "hosted_page";
  locale: string | null;
  payment_method_types: string[];
  total_details: { amount_discount: number; amount_shipping: number; amount_tax: number };
};

/** A session with what Stripe keeps but does not show: its lines, and what to put on the payment. */
export type SessionRecord = {
  account: string | null;
  session: Session;
  lines: LineItem[];
  /** Each line's `product_data.description`, shown under its name on the page. */
  notes: (string | null)[];
  payment: { application_fee_amount: number | null; metadata: Metadata; description: string | null };
  /** A bank debit under way: when it settles (unix seconds) and whether it will clear. */
  settles?: { at: number; clears: boolean };
};

export type PaymentIntent = {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_received: number;
  application_fee_amount: number | null;
  capture_method: "automatic_async";
  client_secret: string;
  created: number;
  currency: string;
  customer: null;
  description: string | null;
  last_payment_error: null | { type: "card_error"; code: string; decline_code: string; message: string };
  latest_charge: string | null;
  livemode: false;
  metadata: Metadata;
  payment_method_types: string[];
  receipt_email: string | null;
  status: "requires_payment_method" | "processing" | "succeeded" | "canceled";
};

export type Charge = {
  id: string;
  object: "charge";
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  application_fee: string | null;
  application_fee_amount: number | null;
  balance_transaction: string | null;
  billing_details: { email: string | null; name: string | null; phone: null; address: null };
  captured: boolean;
  created: number;
  currency: string;
  customer: null;
  description: string | null;
  disputed: false;
  failure_code: string | null;
  failure_message: string | null;
  livemode: false;
  metadata: Metadata;
  paid: boolean;
  payment_intent: string;
  payment_method_details: Record<string, unknown>;
  receipt_email: string | null;
  refunded: boolean;
  status: "succeeded" | "pending" | "failed";
};

export type Refund = {
  id: string;
  object: "refund";
  amount: number;
  balance_transaction: string | null;
  charge: string;
  created: number;
  currency: string;
  destination_details: { type: "card"; card: Record<string, unknown> } | null;
  metadata: Metadata;
  payment_intent: string;
  reason: string | null;
  failure_reason?: string;
  receipt_number: null;
  status: "succeeded" | "pending" | "failed";
};

export type ApplicationFee = {
  id: string;
  object: "application_fee";
  account: string;
  amount: number;
  amount_refunded: number;
  charge: string;
  created: number;
  currency: string;
  livemode: false;
  refunded: boolean;
};

export type StripeEvent = {
  id: string;
  object: "event";
  account?: string;
  api_version: string;
  context: null;
  created: number;
  data: { object: unknown; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
};
