import { newId, unixNow } from "./books.ts";
import { invalid, missing, StripeFailure } from "./errors.ts";
import { type Form, recordAt, recordsAt, textAt } from "./form.ts";
import type { LineItem, SessionRecord } from "./types.ts";
import { assertKnown, choiceAt, emailAt, integerAt, metadataAt, required, urlAt } from "./validate.ts";

/** Names the API knows, from the SDK's `SessionCreateParams`. */
const SESSION_KEYS = (
  "adaptive_pricing after_expiration allow_promotion_codes allowed_payment_method_types automatic_tax " +
  "billing_address_collection branding_settings cancel_url client_reference_id consent_collection currency " +
  "custom_fields custom_text customer customer_account customer_creation customer_email customer_update discounts " +
  "excluded_payment_method_types expand expires_at integration_identifier invoice_creation line_items locale " +
  "managed_payments metadata mode name_collection optional_items origin_context payment_intent_data " +
  "payment_method_collection payment_method_configuration payment_method_data payment_method_options " +
  "payment_method_types permissions phone_number_collection redirect_on_completion return_url " +
  "saved_payment_method_options setup_intent_data shipping_address_collection shipping_options submit_type " +
  "subscription_data success_url tax_id_collection ui_mode wallet_options"
).split(" ");
const INTENT_KEYS = (
  "application_fee_amount capture_method description metadata on_behalf_of receipt_email setup_future_usage shipping " +
  "statement_descriptor statement_descriptor_suffix transfer_data transfer_group"
).split(" ");
const LINE_KEYS = "adjustable_quantity dynamic_tax_rates metadata price price_data quantity tax_rates".split(
  " ",
);
const PRICE_KEYS =
  "currency product product_data recurring tax_behavior unit_amount unit_amount_decimal".split(" ");
const LOCALES = (
  "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro " +
  "ru sk sl sv th tr vi zh zh-HK zh-TW"
).split(" ");
const CURRENCIES = ["cad", "usd", "eur", "gbp"];
const MINIMUM: Record<string, number> = { cad: 50, usd: 50, eur: 50, gbp: 30 };
const MAXIMUM = 99_999_999;
const HALF_HOUR = 30 * 60;
const DAY = 24 * 3600;
/** The request was on its way for a moment; Stripe allows for that too. */
const LEEWAY = 10;

/** A new open session from a create request. @throws StripeFailure 400 naming the parameter. */
export function readSession(form: Form, account: string | null, baseUrl: string): SessionRecord {
  assertKnown(form, SESSION_KEYS);
  assertHostedPayment(form);
  const lines = readLines(form);
  const currency = lines[0]?.currency ?? "cad";
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  assertAmount(total, currency);
  const id = newId("cs_test");
  return {
    account,
    lines,
    notes: recordsAt(form, "line_items").map(noteOf),
    payment: readPayment(form, account, total),
    session: {
      id,
      object: "checkout.session",
      mode: "payment",
      status: "open",
      payment_status: "unpaid",
      amount_subtotal: total,
      amount_total: total,
      currency,
      client_reference_id: readReference(form),
      client_secret: null,
      customer: null,
      customer_email: emailAt(form, "customer_email") ?? null,
      customer_details: null,
      payment_intent: null,
      payment_link: null,
      subscription: null,
      invoice: null,
      metadata: metadataAt(form),
      created: unixNow(),
      expires_at: readExpiry(form),
      url: `${baseUrl}/pay/${id}`,
      livemode: false,
      success_url: urlAt(form, "success_url") ?? "",
      cancel_url: urlAt(form, "cancel_url") ?? null,
      ui_mode: "hosted_page",
      locale: choiceAt(form, "locale", LOCALES) ?? null,
      payment_method_types: ["card", "acss_debit"],
      total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    },
  };
}

function assertHostedPayment(form: Form): void {
  required(form, "mode");
  choiceAt(form, "mode", ["payment"]);
  choiceAt(form, "ui_mode", ["hosted_page"]);
  required(form, "success_url");
  urlAt(form, "success_url");
  if (form.customer_email && form.customer) {
    throw invalid(
      "customer_email",
      "You may only specify one of these parameters: customer, customer_email.",
    );
  }
}

function readLines(form: Form): LineItem[] {
  const lines = recordsAt(form, "line_items");
  if (lines.length === 0) throw missing("line_items");
  if (lines.length > 100) throw invalid("line_items", "You can have at most 100 line items.");
  const read = lines.map(readLine);
  if (read.some((line) => line.currency !== read[0]?.currency)) {
    throw invalid("line_items", "All line items must have the same currency.");
  }
  return read;
}

function readLine(line: Form, index: number): LineItem {
  const at = `line_items[${index}]`;
  assertKnown(line, LINE_KEYS, at);
  if (textAt(line, "price"))
    throw invalid(`${at}[price]`, `No such price: '${textAt(line, "price")}'`, "resource_missing");
  const price = recordAt(line, "price_data");
  if (Object.keys(price).length === 0) throw missing(`${at}[price_data]`);
  assertKnown(price, PRICE_KEYS, `${at}[price_data]`);
  const currency = required(price, "currency", `${at}[price_data][currency]`).toLowerCase();
  if (!CURRENCIES.includes(currency)) {
    throw invalid(
      `${at}[price_data][currency]`,
      `Invalid currency: ${currency}. Stripe currently supports these currencies: ${CURRENCIES.join(", ")}`,
    );
  }
  required(price, "unit_amount", `${at}[price_data][unit_amount]`);
  const unitAmount = integerAt(price, "unit_amount", `${at}[price_data][unit_amount]`, 0) ?? 0;
  const quantity = integerAt(line, "quantity", `${at}[quantity]`, 1);
  if (quantity === undefined) throw missing(`${at}[quantity]`);
  const amount = unitAmount * quantity;
  return {
    id: newId("li"),
    object: "item",
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: required(recordAt(price, "product_data"), "name", `${at}[price_data][product_data][name]`),
    price: { id: newId("price"), object: "price", currency, unit_amount: unitAmount, type: "one_time" },
    quantity,
  };
}

const noteOf = (line: Form): string | null =>
  textAt(recordAt(recordAt(line, "price_data"), "product_data"), "description") ?? null;

function assertAmount(total: number, currency: string): void {
  const minimum = MINIMUM[currency] ?? 50;
  if (total < minimum) {
    throw new StripeFailure(
      400,
      `The Checkout Session's total amount must convert to at least ${minimum} cents.`,
      {
        code: "amount_too_small",
      },
    );
  }
  if (total > MAXIMUM) {
    throw new StripeFailure(400, "The Checkout Session's total amount must be no more than 999,999.99.", {
      code: "amount_too_large",
    });
  }
}

function readPayment(form: Form, account: string | null, total: number): SessionRecord["payment"] {
  const intent = recordAt(form, "payment_intent_data");
  assertKnown(intent, INTENT_KEYS, "payment_intent_data");
  const at = "payment_intent_data[application_fee_amount]";
  const fee = integerAt(intent, "application_fee_amount", at, 0) ?? null;
  if (fee !== null && !account) {
    throw invalid(
      at,
      "Can only apply an application_fee_amount when the charge is made on a connected account.",
    );
  }
  if (fee !== null && fee > total) {
    throw invalid(at, "The application_fee_amount cannot be greater than the amount of the charge.");
  }
  const metadata = metadataAt(intent, "payment_intent_data[metadata]");
  return { application_fee_amount: fee, metadata, description: textAt(intent, "description") ?? null };
}

function readReference(form: Form): string | null {
  const reference = textAt(form, "client_reference_id") ?? null;
  if (reference && reference.length > 200) {
    throw invalid("client_reference_id", "Client reference ids can be at most 200 characters long.");
  }
  return reference;
}

/** Half an hour to a day from now; a day when absent. */
function readExpiry(form: Form): number {
  const now = unixNow();
  const expiresAt = integerAt(form, "expires_at", "expires_at", 0) ?? now + DAY;
  if (expiresAt < now + HALF_HOUR - LEEWAY) {
    throw invalid(
      "expires_at",
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
    );
  }
  if (expiresAt > now + DAY + LEEWAY) {
    throw invalid(
      "expires_at",
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
    );
  }
  return expiresAt;
}
