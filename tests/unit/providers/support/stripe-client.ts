import { expect } from "vitest";
import { ProviderError } from "../../../../functions/platform/errors.ts";
import { createHttpClient } from "../../../../functions/platform/http.ts";
import type { NewCheckout } from "../../../../functions/providers/stripe/checkout.ts";
import { createStripeClient } from "../../../../functions/providers/stripe/client.ts";
import type { Seen } from "./server.ts";

/** Our client of Stripe, whose API is at this address. */
export const client = (apiBaseUrl: string) =>
  createStripeClient({
    secretKey: "sk_test_1",
    apiBaseUrl,
    http: createHttpClient("stripe", { timeoutMs: 200, requestId: "req-7" }),
  });

/** An error of ours about Stripe, with these fields. */
export const failure = (fields: Partial<ProviderError>) =>
  expect.objectContaining({ name: ProviderError.name, provider: "stripe", ...fields });

/** What was sent as a form. */
export const sent = (seen: Seen | undefined) => Object.fromEntries(new URLSearchParams(seen?.body));

/** A checkout as the job asks for it. */
export const order: NewCheckout = {
  accountId: "acct_1",
  orderId: "o1",
  merchantId: "m1",
  currency: "cad",
  lines: [{ name: "Poutine", description: "", unitAmountCents: 1000, quantity: 2 }],
  taxLines: [
    { name: "TPS", amountCents: 300 },
    { name: "TVQ", amountCents: 0 },
  ],
  feeCents: 23,
  locale: "fr",
  successUrl: "https://a/s?session_id={CHECKOUT_SESSION_ID}",
  cancelUrl: "https://a/c",
  expiresAt: "2026-11-21T10:36:24.500Z",
  idempotencyKey: "order:o1:v1",
};
