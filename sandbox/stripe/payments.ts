import { newId, unixNow } from "./books.ts";
import { StripeFailure } from "./errors.ts";
import type { Charge, PaymentIntent, SessionRecord } from "./types.ts";
import type { World } from "./world.ts";

/** Who pays; what the checkout page asked for. */
export type Payer = { email: string; name?: string | undefined };

const CARD_DETAILS = {
  type: "card",
  card: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2034, country: "CA", funding: "credit" },
};
const DECLINED_DETAILS = { ...CARD_DETAILS, card: { ...CARD_DETAILS.card, last4: "0002" } };
const DEBIT_DETAILS = { type: "acss_debit", acss_debit: { bank_name: "STRIPE TEST BANK", last4: "6789" } };

/** How long a bank debit takes here, in provider seconds; days at the real Stripe. */
const SETTLES_AFTER_SECONDS = 180;

/** Takes the money by card, once: a session that is already complete is left as it is. */
export function payByCard(world: World, record: SessionRecord, payer: Payer): void {
  if (record.session.status === "complete") return;
  assertOpen(record);
  const intent = intentFor(world, record, payer, "succeeded");
  addCharge(world, record, intent, { status: "succeeded", details: CARD_DETAILS });
  complete(record, payer, intent.id, "paid");
  world.books.sessions.set(record.session.id, record);
  world.emit("checkout.session.completed", record.account, record.session);
}

/** The card is refused: a failed charge in the books, and a session that may be tried again. No webhook. */
export function declineCard(world: World, record: SessionRecord, payer: Payer): void {
  assertOpen(record);
  const intent = intentFor(world, record, payer, "requires_payment_method");
  intent.last_payment_error = {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
    message: "Your card was declined.",
  };
  addCharge(world, record, intent, { status: "failed", details: DECLINED_DETAILS });
  record.session.payment_intent = intent.id;
  world.books.sessions.set(record.session.id, record);
}

/** A delayed method: the session completes unpaid, and the money clears or bounces later. */
export function payByDebit(world: World, record: SessionRecord, payer: Payer, clears: boolean): void {
  if (record.session.status === "complete") return;
  assertOpen(record);
  const intent = intentFor(world, record, payer, "processing");
  addCharge(world, record, intent, { status: "pending", details: DEBIT_DETAILS });
  complete(record, payer, intent.id, "unpaid");
  record.settles = { at: unixNow() + SETTLES_AFTER_SECONDS, clears };
  world.books.sessions.set(record.session.id, record);
  world.emit("checkout.session.completed", record.account, record.session);
  settleInTime(world, record);
}

/** The timer of a bank debit; also set again for those under way when the sandbox starts. */
export function settleInTime(world: World, record: SessionRecord): void {
  const { settles, session } = record;
  if (!settles) return;
  world.kernel.scheduler.after(Math.max(0, settles.at * 1000 - Date.now()), () => {
    const waiting = world.books.sessions.get(session.id);
    if (waiting?.settles) settleDebit(world, waiting, waiting.settles.clears);
  });
}

/** Ends a bank debit, now. A session without one is left as it is. */
export function settleDebit(world: World, record: SessionRecord, clears: boolean): void {
  const intent = world.books.intents.get(record.session.payment_intent ?? "")?.object;
  const charge = world.books.charges.get(intent?.latest_charge ?? "")?.object;
  if (!record.settles || !intent || !charge) return;
  delete record.settles;
  charge.status = clears ? "succeeded" : "failed";
  charge.paid = clears;
  charge.captured = clears;
  charge.amount_captured = clears ? charge.amount : 0;
  charge.failure_code = clears ? null : "insufficient_funds";
  charge.failure_message = clears ? null : "The customer's bank account has insufficient funds.";
  intent.status = clears ? "succeeded" : "requires_payment_method";
  intent.amount_received = charge.amount_captured;
  if (clears) {
    record.session.payment_status = "paid";
    takeFee(world, record, charge);
  }
  saveAttempt(world, record, intent, charge);
  const type = `checkout.session.async_payment_${clears ? "succeeded" : "failed"}`;
  world.emit(type, record.account, record.session);
}

/** Closes an open session; any other is left as it is. */
export function expireSession(world: World, record: SessionRecord): void {
  if (record.session.status !== "open") return;
  record.session.status = "expired";
  record.session.url = null;
  const intent = world.books.intents.get(record.session.payment_intent ?? "")?.object;
  if (intent) intent.status = "canceled";
  if (intent) world.books.intents.set(intent.id, { account: record.account, object: intent });
  world.books.sessions.set(record.session.id, record);
  world.emit("checkout.session.expired", record.account, record.session);
}

function assertOpen(record: SessionRecord): void {
  if (record.session.status === "open") return;
  throw new StripeFailure(409, `This Checkout Session is ${record.session.status}: it cannot be paid.`);
}

function complete(record: SessionRecord, payer: Payer, intent: string, status: "paid" | "unpaid"): void {
  Object.assign(record.session, {
    status: "complete",
    payment_status: status,
    payment_intent: intent,
    url: null,
    customer_details: { email: payer.email, name: payer.name ?? null, phone: null, address: null },
  });
}

/** The session's payment intent: made at the first attempt, the same one at the next. */
function intentFor(
  world: World,
  record: SessionRecord,
  payer: Payer,
  status: PaymentIntent["status"],
): PaymentIntent {
  const { session, payment } = record;
  const existing = world.books.intents.get(session.payment_intent ?? "")?.object;
  const id = existing?.id ?? newId("pi");
  const intent: PaymentIntent = existing ?? {
    id,
    object: "payment_intent",
    amount: session.amount_total,
    amount_received: 0,
    application_fee_amount: payment.application_fee_amount,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_sandbox`,
    created: unixNow(),
    currency: session.currency,
    customer: null,
    description: payment.description,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: { ...payment.metadata },
    payment_method_types: session.payment_method_types,
    receipt_email: null,
    status,
  };
  intent.status = status;
  intent.last_payment_error = null;
  intent.receipt_email = payer.email;
  if (status === "succeeded") intent.amount_received = intent.amount;
  return intent;
}

function addCharge(
  world: World,
  record: SessionRecord,
  intent: PaymentIntent,
  { status, details }: { status: Charge["status"]; details: Record<string, unknown> },
): void {
  const succeeded = status === "succeeded";
  const charge: Charge = {
    id: newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: succeeded ? intent.amount : 0,
    amount_refunded: 0,
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: succeeded ? newId("txn") : null,
    billing_details: { email: intent.receipt_email, name: null, phone: null, address: null },
    captured: succeeded,
    created: unixNow(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_code: status === "failed" ? "card_declined" : null,
    failure_message: status === "failed" ? "Your card was declined." : null,
    livemode: false,
    metadata: { ...intent.metadata },
    paid: succeeded,
    payment_intent: intent.id,
    payment_method_details: details,
    receipt_email: intent.receipt_email,
    refunded: false,
    status,
  };
  intent.latest_charge = charge.id;
  if (succeeded) takeFee(world, record, charge);
  saveAttempt(world, record, intent, charge);
}

function saveAttempt(world: World, record: SessionRecord, intent: PaymentIntent, charge: Charge): void {
  const { account, session } = record;
  world.books.intents.set(intent.id, { account, object: intent });
  world.books.charges.set(charge.id, { account, object: charge });
  world.books.sessions.set(session.id, record);
}

/** The platform's share becomes its own object on the platform once the charge has succeeded. */
function takeFee(world: World, record: SessionRecord, charge: Charge): void {
  if (!record.account || !charge.application_fee_amount) return;
  const id = newId("fee");
  charge.application_fee = id;
  world.books.fees.set(id, {
    id,
    object: "application_fee",
    account: record.account,
    amount: charge.application_fee_amount,
    amount_refunded: 0,
    charge: charge.id,
    created: unixNow(),
    currency: charge.currency,
    livemode: false,
    refunded: false,
  });
}
