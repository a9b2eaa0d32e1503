import { StripeFailure } from "./errors.ts";
import { declineCard, expireSession, payByCard, payByDebit, settleDebit } from "./payments.ts";
import type { Session, SessionRecord } from "./types.ts";
import { isEmail } from "./validate.ts";
import type { World } from "./world.ts";

/**
 * What a person does at checkout. `delay` and `delay-fail` are bank debits that clear or bounce by themselves later;
 * `settle` and `settle-fail` end one now.
 */
export const OUTCOMES = ["pay", "decline", "delay", "delay-fail", "settle", "settle-fail", "expire"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type CheckoutResult = {
  session: string;
  status: Session["status"];
  paymentStatus: Session["payment_status"];
  /** Where the browser is sent next: the success address with the id filled in. Null while the session is open. */
  redirectUrl: string | null;
  /** What the page says instead: a declined card. */
  error: string | null;
};

const DEFAULT_PAYER = { email: "customer@example.com", name: "Test Customer" };

/** @throws StripeFailure 404 for an unknown session, 409 when it can no longer be paid, 400 for a bad e-mail. */
export function checkoutOutcome(
  world: World,
  sessionOrUrl: string,
  outcome: Outcome,
  given: { email?: string; name?: string } = {},
): CheckoutResult {
  const record = sessionCalled(world, sessionOrUrl);
  const email = given.email?.trim() || record.session.customer_email || DEFAULT_PAYER.email;
  if (!isEmail(email))
    throw new StripeFailure(400, `Invalid email address: ${email}`, { code: "email_invalid" });
  act(world, record, outcome, { email, name: given.name?.trim() || DEFAULT_PAYER.name });
  const { session } = record;
  return {
    session: session.id,
    status: session.status,
    paymentStatus: session.payment_status,
    redirectUrl: session.status === "complete" ? successUrl(session) : null,
    error: outcome === "decline" && session.status === "open" ? "card_declined" : null,
  };
}

function act(
  world: World,
  record: SessionRecord,
  outcome: Outcome,
  payer: { email: string; name: string },
): void {
  if (outcome === "pay") payByCard(world, record, payer);
  else if (outcome === "decline") declineCard(world, record, payer);
  else if (outcome === "delay") payByDebit(world, record, payer, true);
  else if (outcome === "delay-fail") payByDebit(world, record, payer, false);
  else if (outcome === "settle") settleDebit(world, record, true);
  else if (outcome === "settle-fail") settleDebit(world, record, false);
  else expireSession(world, record);
}

/** By id, or by any address that holds the id. @throws StripeFailure 404. */
export function sessionCalled(world: World, sessionOrUrl: string): SessionRecord {
  const id = /cs_test_[A-Za-z0-9]+/.exec(sessionOrUrl)?.[0] ?? sessionOrUrl;
  const record = world.books.sessions.get(id);
  if (!record)
    throw new StripeFailure(404, `No such checkout.session: '${id}'`, { code: "resource_missing" });
  return record;
}

export const successUrl = (session: Session): string =>
  session.success_url
    .replaceAll("{CHECKOUT_SESSION_ID}", session.id)
    .replaceAll("%7BCHECKOUT_SESSION_ID%7D", session.id);
