import type { CheckoutContext, CheckoutPorts } from "../domain/payments/checkout.ts";
import type { PaymentAccount, PaymentEvent } from "../domain/payments/events.ts";
import type { RefundContext, RefundPorts } from "../domain/payments/refund.ts";
import { type Database, rpc, unwrap } from "../platform/database.ts";
import type { DomainEvent } from "../platform/events.ts";

export type Connection = {
  accountId: string;
  status: "pending" | "restricted" | "active" | "revoked";
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  requirementsDue: string[];
};

type Applied = { outcome: string; events: DomainEvent[] };

/** Payments, refunds and payment accounts of one merchant. */
export function paymentStore(db: Database, merchantId: string) {
  const of = { p_merchant: merchantId };
  const checkout: Pick<CheckoutPorts, "context" | "attach" | "apply"> = {
    context: (orderId) => rpc<CheckoutContext>(db, "checkout_context", { ...of, p_order: orderId }),
    attach: (orderId, attempt, page) =>
      rpc(db, "attach_checkout", { ...of, p_order: orderId, p_attempt: attempt, p_session: page }),
    apply: (event: PaymentEvent) => rpc<Applied>(db, "apply_payment_event", { ...of, p_event: event }),
  };
  const refunds: Pick<RefundPorts, "context" | "record"> = {
    context: (refundId) => rpc<RefundContext | null>(db, "refund_context", { ...of, p_refund: refundId }),
    record: async (refundId, status, providerId, error) => {
      const args = { ...of, p_refund: refundId, p_status: status, p_provider_id: providerId, p_error: error };
      return (await rpc<{ events: DomainEvent[] }>(db, "record_refund", args)).events;
    },
  };
  return {
    checkout,
    refunds,

    /** The merchant's account at Stripe, or null before there is one. */
    async connection(): Promise<Connection | null> {
      return unwrap<Connection | null>(
        await db
          .from("provider_connections")
          .select(
            "accountId:account_id,status,chargesEnabled:charges_enabled,payoutsEnabled:payouts_enabled,requirementsDue:requirements_due",
          )
          .eq("merchant_id", merchantId)
          .eq("provider", "stripe")
          .maybeSingle(),
      );
    },

    /** Keeps a new account; when another request was quicker, answers that one's. */
    async open(accountId: string): Promise<string> {
      const args = { ...of, p_provider: "stripe", p_account_id: accountId };
      return (await rpc<{ accountId: string }>(db, "open_connection", args)).accountId;
    },

    recordState: (account: PaymentAccount, at: Date) =>
      rpc<DomainEvent[]>(db, "record_account_state", {
        ...of,
        p_provider: "stripe",
        p_account_id: account.accountId,
        p_state: account,
        p_at: at.toISOString(),
      }),
  };
}
