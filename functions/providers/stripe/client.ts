import type { PaymentAccount } from "../../domain/payments/events.ts";
import type { HttpClient } from "../../platform/http.ts";
import { createCheckouts } from "./checkout.ts";
import { createConnect, type NewAccount } from "./connect.ts";
import { ask, createStripeSdk } from "./sdk.ts";

export type StripeClient = ReturnType<typeof createStripeClient>;

export type RefundOrder = {
  accountId: string;
  paymentIntentId: string;
  amountCents: number;
  idempotencyKey: string;
  /** Give our own fee back too, in proportion. */
  refundApplicationFee: boolean;
};

/** `succeeded` now, `pending` until the bank says so; a refused refund is a ProviderError. */
export type Refund = { refundId: string; status: string; amountCents: number };

type StripeOptions = { secretKey: string; apiBaseUrl: string; http: HttpClient };

/**
 * What we ask of Stripe: the platform's key, acting on a merchant's own account (direct charges).
 * https://docs.stripe.com/connect/direct-charges
 * @throws ProviderError from each of them; with the same idempotency key every repeat is safe.
 */
export function createStripeClient({ secretKey, apiBaseUrl, http }: StripeOptions) {
  const stripe = createStripeSdk(secretKey, apiBaseUrl, http);
  return {
    ...createConnect(stripe),
    ...createCheckouts(stripe),

    /** @throws ProviderError permanent, `charge_already_refunded`, when nothing is left to give back. */
    async refund(order: RefundOrder): Promise<Refund> {
      const refund = await ask(() =>
        stripe.refunds.create(
          {
            payment_intent: order.paymentIntentId,
            amount: order.amountCents,
            reason: "requested_by_customer",
            refund_application_fee: order.refundApplicationFee,
          },
          { stripeAccount: order.accountId, idempotencyKey: order.idempotencyKey },
        ),
      );
      return { refundId: refund.id, status: refund.status ?? "pending", amountCents: refund.amount };
    },

    /** The cheapest read: tells health whether address and key are good. */
    async ping(): Promise<void> {
      await ask(() => stripe.balance.retrieve());
    },
  };
}

export type { NewAccount, PaymentAccount };
