import type { DomainEvent } from "../../platform/events.ts";
import { done, type JobOutcome, permanent } from "../../platform/job-outcome.ts";
import { optionWords } from "../messages/html.ts";
import type { LineOption } from "../messages/types.ts";
import type { Locale } from "../shared/schemas.ts";
import type { PaymentEvent } from "./events.ts";

/** What SQL's `checkout_context` answers. Money is integer cents. */
export type CheckoutContext = {
  order: {
    id: string;
    number: number;
    status: string;
    locale: Locale;
    currency: string;
    totalCents: number;
    taxes: { name: string; amountCents: number }[];
    attempt: number;
    customerEmail: string | null;
  };
  lines: { name: string; quantity: number; unitPriceCents: number; options: LineOption[] }[];
  merchant: { name: string; expiryMinutes: number };
  account: { id: string; chargesEnabled: boolean } | null;
  payments: { attempt: number; status: string; sessionId: string; accountId: string; url: string | null }[];
};

/** A payment page as the provider made it. */
export type CheckoutPage = {
  sessionId: string;
  state: "open" | "complete" | "expired";
  paid: boolean;
  url: string | null;
  expiresAt: string;
  paymentIntentId: string | null;
  amountCents: number | null;
  currency: string | null;
};

export type NewPage = {
  accountId: string;
  orderId: string;
  merchantId: string;
  currency: string;
  lines: { name: string; description?: string; unitAmountCents: number; quantity: number }[];
  taxLines: { name: string; amountCents: number }[];
  feeCents: number;
  locale: Locale;
  customerEmail?: string;
  successUrl: string;
  cancelUrl: string;
  expiresAt: string;
  idempotencyKey: string;
};

export type CheckoutPorts = {
  context(orderId: string): Promise<CheckoutContext>;
  attach(
    orderId: string,
    attempt: number,
    page: {
      sessionId: string;
      url: string | null;
      accountId: string;
      amountCents: number;
      currency: string;
      feeCents: number;
      expiresAt: string;
    },
  ): Promise<{ wanted: boolean; events: DomainEvent[] }>;
  apply(event: PaymentEvent): Promise<{ outcome: string; events: DomainEvent[] }>;
  provider: {
    createCheckout(page: NewPage): Promise<CheckoutPage>;
    getCheckout(ref: { accountId: string; sessionId: string }): Promise<CheckoutPage>;
    expireCheckout(ref: { accountId: string; sessionId: string }): Promise<CheckoutPage>;
  };
  dispatch(events: readonly DomainEvent[]): Promise<void>;
};

type Settings = { merchantId: string; feeBps: number; webBaseUrl: string; now: Date };

/** Stripe takes 30 minutes at least, counted when it receives the request. */
const SHORTEST_MS = 31 * 60_000;

/** When the page expires: fixed by when it was asked for, unless so much time has passed that it must be anew. */
export function expiryOf(requestedAt: string, minutes: number, now: Date): string {
  const lifetime = Math.max(minutes * 60_000, SHORTEST_MS);
  const planned = Date.parse(requestedAt) + lifetime;
  if (planned - now.getTime() >= SHORTEST_MS - 60_000) return new Date(planned).toISOString();
  // Late (the provider was away): the same within each quarter of an hour, so that a repeat is still a repeat.
  const quarter = 15 * 60_000;
  return new Date(Math.ceil(now.getTime() / quarter) * quarter + lifetime).toISOString();
}

/** The platform's share, rounded down: never more than was agreed. `bps` is hundredths of a percent. */
export const applicationFee = (totalCents: number, bps: number): number =>
  Math.floor((totalCents * bps) / 10_000);

/** Makes the page on the merchant's account and keeps it; one nobody waits for any more is closed again. */
export async function createCheckoutPage(
  ports: CheckoutPorts,
  settings: Settings,
  asked: { orderId: string; attempt: number; requestedAt: string },
): Promise<JobOutcome> {
  const { orderId, attempt, requestedAt } = asked;
  const context = await ports.context(orderId);
  const { order, account } = context;
  if (order.status !== "awaiting_payment" || order.attempt !== attempt) return done("no longer wanted");
  if (context.payments.some((payment) => payment.attempt === attempt && payment.url))
    return done("already made");
  if (!account?.chargesEnabled) return permanent("the merchant cannot take payments: no active account");

  const feeCents = applicationFee(order.totalCents, settings.feeBps);
  const expiresAt = expiryOf(requestedAt, context.merchant.expiryMinutes, settings.now);
  const page = await ports.provider.createCheckout({
    ...pageOf(context, settings),
    accountId: account.id,
    feeCents,
    expiresAt,
    idempotencyKey: `order:${orderId}:${attempt}:${Date.parse(expiresAt)}`,
  });
  const { wanted, events } = await ports.attach(orderId, attempt, {
    ...page,
    accountId: account.id,
    amountCents: order.totalCents,
    currency: order.currency,
    feeCents,
  });
  await ports.dispatch(events);
  if (!wanted) await ports.provider.expireCheckout({ accountId: account.id, sessionId: page.sessionId });
  return done();
}

function pageOf({ order, lines, merchant }: CheckoutContext, { merchantId, webBaseUrl }: Settings) {
  const { locale } = order;
  const named = `lang=${locale}&merchant=${encodeURIComponent(merchant.name)}&order=${order.number}`;
  return {
    orderId: order.id,
    merchantId,
    currency: order.currency,
    lines: lines.map((line) => {
      const description = line.options.map((option) => optionWords(option, locale)).join(", ");
      return {
        name: line.name,
        unitAmountCents: line.unitPriceCents,
        quantity: line.quantity,
        ...(description ? { description } : {}),
      };
    }),
    taxLines: order.taxes,
    locale,
    ...(order.customerEmail ? { customerEmail: order.customerEmail } : {}),
    successUrl: `${webBaseUrl}/pay/done?${named}&session_id={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${webBaseUrl}/pay/cancelled?${named}`,
  };
}

/** Closes every page of an order that may still be open. One paid in the meantime tells so by its own event. */
export async function closeCheckoutPages(ports: CheckoutPorts, orderId: string): Promise<JobOutcome> {
  const { payments } = await ports.context(orderId);
  for (const { accountId, sessionId, status } of payments) {
    if (status === "open") await ports.provider.expireCheckout({ accountId, sessionId });
  }
  return done();
}

/** Asks the provider what its overdue event would have said, and applies it as that event. */
export async function reconcileCheckoutPage(
  ports: CheckoutPorts,
  orderId: string,
  now: Date,
): Promise<JobOutcome> {
  const { order, payments } = await ports.context(orderId);
  const current = payments.at(-1);
  if (order.status !== "awaiting_payment" || !current) return done("nothing to ask about");
  const { accountId, sessionId } = current;
  const page = await ports.provider.getCheckout({ accountId, sessionId });
  const kind =
    page.state === "expired"
      ? "checkout_expired"
      : page.state === "complete" && page.paid
        ? "payment_succeeded"
        : null;
  if (!kind) return done("still open");
  const { outcome, events } = await ports.apply({
    provider: "stripe",
    eventId: `reconcile:${sessionId}:${kind}`,
    accountId,
    occurredAt: now.toISOString(),
    kind,
    sessionId,
    orderId,
    ...(page.paymentIntentId ? { paymentIntentId: page.paymentIntentId } : {}),
    ...(page.amountCents === null ? {} : { amountCents: page.amountCents }),
    ...(page.currency === null ? {} : { currency: page.currency }),
  });
  await ports.dispatch(events);
  return done(`${kind}: ${outcome}`);
}
