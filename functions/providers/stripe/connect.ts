import type Stripe from "stripe";
import type { PaymentAccount } from "../../domain/payments/events.ts";
import { ask } from "./sdk.ts";
import { toPaymentAccount } from "./translate.ts";

/** `country` is ISO 3166-1 alpha-2. */
export type NewAccount = {
  merchantId: string;
  /** What customers see on the payment page. */
  name: string;
  country: string;
  email?: string;
  idempotencyKey: string;
};

export type AccountLink = { url: string; expiresAt: string };

/** Merchants' own accounts at Stripe. https://docs.stripe.com/connect/hosted-onboarding */
export function createConnect(stripe: Stripe) {
  return {
    /**
     * An account that is the merchant's own: they have Stripe's full dashboard, pay its fees and answer for
     * disputes, and Stripe collects what it must know of them. We only route payments and take our fee.
     */
    async createAccount(account: NewAccount): Promise<PaymentAccount> {
      const created = await ask(() =>
        stripe.accounts.create(
          {
            country: account.country,
            business_profile: { name: account.name },
            ...(account.email === undefined ? {} : { email: account.email }),
            controller: {
              fees: { payer: "account" },
              losses: { payments: "stripe" },
              requirement_collection: "stripe",
              stripe_dashboard: { type: "full" },
            },
            capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
            metadata: { merchant_id: account.merchantId },
          },
          { idempotencyKey: account.idempotencyKey },
        ),
      );
      return toPaymentAccount(created);
    },

    /**
     * Where the merchant tells Stripe about the business. Good once and for minutes only: `refreshUrl` must make a
     * new one. Coming back says nothing about having finished; ask `getAccount`.
     */
    async accountLink(link: {
      accountId: string;
      refreshUrl: string;
      returnUrl: string;
    }): Promise<AccountLink> {
      const created = await ask(() =>
        stripe.accountLinks.create({
          account: link.accountId,
          refresh_url: link.refreshUrl,
          return_url: link.returnUrl,
          type: "account_onboarding",
        }),
      );
      return { url: created.url, expiresAt: new Date(created.expires_at * 1000).toISOString() };
    },

    /** @throws ProviderError permanent (403) when the merchant has disconnected us. */
    async getAccount(accountId: string): Promise<PaymentAccount> {
      return toPaymentAccount(await ask(() => stripe.accounts.retrieve(accountId)));
    },
  };
}
