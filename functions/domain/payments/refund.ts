import { ProviderError } from "../../platform/errors.ts";
import type { DomainEvent } from "../../platform/events.ts";
import { done, type JobOutcome, retry } from "../../platform/job-outcome.ts";

export type RefundContext = {
  id: string;
  status: "requested" | "succeeded" | "failed";
  amountCents: number;
  accountId: string;
  paymentIntentId: string | null;
};

export type RefundPorts = {
  context(refundId: string): Promise<RefundContext | null>;
  record(
    refundId: string,
    status: "succeeded" | "failed",
    providerId: string | null,
    error: string | null,
  ): Promise<DomainEvent[]>;
  provider: {
    refund(order: {
      accountId: string;
      paymentIntentId: string;
      amountCents: number;
      idempotencyKey: string;
      refundApplicationFee: boolean;
    }): Promise<{ refundId: string; status: string }>;
  };
  dispatch(events: readonly DomainEvent[]): Promise<void>;
};

/** Gives the money back, once: the refund's own id is the idempotency key. */
export async function payBack(ports: RefundPorts, refundId: string): Promise<JobOutcome> {
  const refund = await ports.context(refundId);
  if (refund?.status !== "requested") return done("already settled");
  // The payment's id comes with the provider's event; a refund asked for in between waits for it.
  if (!refund.paymentIntentId) return retry("the payment is not known yet", 30);
  try {
    const made = await ports.provider.refund({
      accountId: refund.accountId,
      paymentIntentId: refund.paymentIntentId,
      amountCents: refund.amountCents,
      idempotencyKey: `refund:${refundId}`,
      refundApplicationFee: true,
    });
    // `pending` ends with the provider's own event, `refunded` or `refund_failed`.
    if (made.status === "failed")
      return settle(ports, refundId, "failed", made.refundId, "the bank refused it");
    if (made.status !== "succeeded") return done(`the provider says ${made.status}`);
    return settle(ports, refundId, "succeeded", made.refundId, null);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== "permanent") throw error;
    return settle(ports, refundId, "failed", null, error.providerCode ?? "the provider refused it");
  }
}

async function settle(
  ports: RefundPorts,
  refundId: string,
  status: "succeeded" | "failed",
  providerId: string | null,
  error: string | null,
) {
  await ports.dispatch(await ports.record(refundId, status, providerId, error));
  return done(status);
}
