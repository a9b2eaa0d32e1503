import { describe, expect, test } from "vitest";
import { ProviderError } from "../../../functions/platform/errors.ts";
import { createHttpClient } from "../../../functions/platform/http.ts";
import type { NewCheckout } from "../../../functions/providers/stripe/checkout.ts";
import { createStripeClient } from "../../../functions/providers/stripe/client.ts";
import { json, refusedUrl, reset, type Seen, serve, silent } from "./support/server.ts";

const client = (apiBaseUrl: string) =>
  createStripeClient({
    secretKey: "sk_test_1",
    apiBaseUrl,
    http: createHttpClient("stripe", { timeoutMs: 200, requestId: "req-7" }),
  });
const failure = (fields: Partial<ProviderError>) =>
  expect.objectContaining({ name: ProviderError.name, provider: "stripe", ...fields });
const sent = (seen: Seen | undefined) => Object.fromEntries(new URLSearchParams(seen?.body));

const session = {
  id: "cs_1",
  object: "checkout.session",
  status: "open",
  payment_status: "unpaid",
  url: "https://pay/cs_1",
  expires_at: 1_795_256_584,
  metadata: { order_id: "o1" },
  client_reference_id: "o1",
  payment_intent: null,
  amount_total: 2300,
  currency: "cad",
};
const order: NewCheckout = {
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

describe("a checkout", () => {
  test("is made on the merchant's account, under our key, tax shown apart and our fee kept", async () => {
    await using server = await serve(json(200, session));
    expect(await client(`${server.url}/_prefix`).createCheckout(order)).toEqual({
      sessionId: "cs_1",
      state: "open",
      paid: false,
      url: "https://pay/cs_1",
      expiresAt: "2026-11-21T10:23:04.000Z",
      orderId: "o1",
      paymentIntentId: null,
      amountCents: 2300,
      currency: "cad",
    });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: "POST", path: "/_prefix/v1/checkout/sessions" });
    expect(seen?.headers).toMatchObject({
      authorization: "Bearer sk_test_1",
      "stripe-account": "acct_1",
      "idempotency-key": "order:o1:v1",
      "x-request-id": "req-7",
    });
    expect(sent(seen)).toEqual({
      mode: "payment",
      "line_items[0][quantity]": "2",
      "line_items[0][price_data][currency]": "cad",
      "line_items[0][price_data][unit_amount]": "1000",
      "line_items[0][price_data][product_data][name]": "Poutine",
      "line_items[1][quantity]": "1",
      "line_items[1][price_data][currency]": "cad",
      "line_items[1][price_data][unit_amount]": "300",
      "line_items[1][price_data][product_data][name]": "TPS",
      client_reference_id: "o1",
      "metadata[order_id]": "o1",
      "metadata[merchant_id]": "m1",
      "payment_intent_data[metadata][order_id]": "o1",
      "payment_intent_data[metadata][merchant_id]": "m1",
      "payment_intent_data[application_fee_amount]": "23",
      locale: "fr-CA",
      success_url: order.successUrl,
      cancel_url: "https://a/c",
      expires_at: "1795257384",
    });
  });

  test("without a fee asks for none, and fills in an address that is known", async () => {
    await using server = await serve(json(200, session));
    await client(server.url).createCheckout({ ...order, feeCents: 0, customerEmail: "a@b.ca", locale: "en" });
    const body = sent(server.seen[0]);
    expect(body).toMatchObject({ customer_email: "a@b.ca", locale: "en" });
    expect(body).not.toHaveProperty("payment_intent_data[application_fee_amount]");
  });

  test("is looked up on the merchant's account", async () => {
    const paid = {
      ...session,
      status: "complete",
      payment_status: "paid",
      url: null,
      payment_intent: "pi_1",
    };
    await using server = await serve(json(200, paid));
    const found = await client(server.url).getCheckout({ accountId: "acct_1", sessionId: "cs_1" });
    expect(found).toMatchObject({ state: "complete", paid: true, url: null, paymentIntentId: "pi_1" });
    expect(server.seen[0]).toMatchObject({ method: "GET", path: "/v1/checkout/sessions/cs_1" });
    expect(server.seen[0]?.headers["stripe-account"]).toBe("acct_1");
  });
});

describe("closing a checkout", () => {
  const refusal = { error: { type: "invalid_request_error", message: "Only open sessions can be expired" } };
  /** Refuses to expire, and shows the session as `state` when asked. */
  const showing = (state: string) =>
    serve((response, seen) =>
      seen.path.endsWith("/expire")
        ? json(400, refusal)(response, seen)
        : json(200, { ...session, status: state })(response, seen),
    );
  const ref = { accountId: "acct_1", sessionId: "cs_1" };

  test("an open one closes it", async () => {
    await using server = await serve(json(200, { ...session, status: "expired", url: null }));
    expect((await client(server.url).expireCheckout(ref)).state).toBe("expired");
    expect(server.seen[0]).toMatchObject({ method: "POST", path: "/v1/checkout/sessions/cs_1/expire" });
  });

  test.each(["expired", "complete"])("one that is already %s is a result", async (state) => {
    await using server = await showing(state);
    expect((await client(server.url).expireCheckout(ref)).state).toBe(state);
  });

  test("one that Stripe will not close is a failure", async () => {
    await using server = await showing("open");
    await expect(client(server.url).expireCheckout(ref)).rejects.toEqual(failure({ kind: "permanent" }));
  });
});

describe("failures are sorted by what may be done about them", () => {
  const declined = { error: { type: "card_error", code: "card_declined", message: "no" } };
  const mismatch = { error: { type: "idempotency_error", message: "other parameters" } };
  test.each([
    [
      "a declined card",
      json(402, declined),
      { kind: "permanent", status: 402, providerCode: "card_declined" },
    ],
    ["the key used for something else", json(400, mismatch), { kind: "permanent", status: 400 }],
    ["the key in use right now", json(409, mismatch), { kind: "retry", status: 409 }],
    ["a revoked account", json(403, { error: { message: "no access" } }), { kind: "permanent", status: 403 }],
    ["too many", json(429, { error: {} }, { "retry-after": "2" }), { kind: "retry", retryAfter: 2 }],
    ["their fault", json(500, { error: { message: "oops" } }), { kind: "unknown", status: 500 }],
    ["an answer that is not JSON", (response) => response.end("<html>"), { kind: "unknown" }],
    ["no answer in time", silent, { kind: "unknown" }],
    ["a line cut after sending", reset, { kind: "unknown" }],
  ] satisfies [string, Parameters<typeof serve>[0], Partial<ProviderError>][])(
    "%s",
    async (_, answer, expected) => {
      await using server = await serve(answer);
      await expect(client(server.url).createCheckout(order)).rejects.toEqual(failure(expected));
      expect(server.seen).toHaveLength(1);
    },
  );

  test("nobody there: certainly not done", async () => {
    await expect(client(await refusedUrl()).createCheckout(order)).rejects.toEqual(
      failure({ kind: "retry" }),
    );
  });

  test("a read that timed out is simply repeated", async () => {
    await using server = await serve(silent);
    await expect(client(server.url).ping()).rejects.toEqual(failure({ kind: "retry" }));
  });
});

describe("a merchant's account", () => {
  const account = {
    id: "acct_1",
    object: "account",
    charges_enabled: false,
    payouts_enabled: false,
    details_submitted: false,
    requirements: { currently_due: ["external_account"], past_due: [], disabled_reason: null },
  };

  test("is opened as the merchant's own, once per key", async () => {
    await using server = await serve(json(200, account));
    const opened = await client(server.url).createAccount({
      merchantId: "m1",
      name: "Chez Lise",
      country: "CA",
      email: "a@b.ca",
      idempotencyKey: "connect:m1",
    });
    expect(opened).toMatchObject({ accountId: "acct_1", chargesEnabled: false });
    expect(server.seen[0]?.headers["idempotency-key"]).toBe("connect:m1");
    expect(sent(server.seen[0])).toMatchObject({
      country: "CA",
      email: "a@b.ca",
      "business_profile[name]": "Chez Lise",
      "controller[losses][payments]": "stripe",
      "controller[stripe_dashboard][type]": "full",
      "capabilities[card_payments][requested]": "true",
      "metadata[merchant_id]": "m1",
    });
  });

  test("is onboarded through a link of Stripe's", async () => {
    const link = { object: "account_link", url: "https://connect/x", created: 1, expires_at: 1_795_256_584 };
    await using server = await serve(json(200, link));
    const links = client(server.url);
    const made = await links.accountLink({
      accountId: "acct_1",
      refreshUrl: "https://a/r",
      returnUrl: "https://a/b",
    });
    expect(made).toEqual({ url: "https://connect/x", expiresAt: "2026-11-21T10:23:04.000Z" });
    expect(sent(server.seen[0])).toEqual({
      account: "acct_1",
      refresh_url: "https://a/r",
      return_url: "https://a/b",
      type: "account_onboarding",
    });
  });

  test("is read by its id", async () => {
    await using server = await serve(json(200, { ...account, charges_enabled: true }));
    expect((await client(server.url).getAccount("acct_1")).chargesEnabled).toBe(true);
    expect(server.seen[0]).toMatchObject({ method: "GET", path: "/v1/accounts/acct_1" });
  });
});

describe("a refund", () => {
  const refund = {
    accountId: "acct_1",
    paymentIntentId: "pi_1",
    amountCents: 1000,
    idempotencyKey: "refund:r1",
    refundApplicationFee: true,
  };

  test("gives back part of a payment, and our fee with it", async () => {
    await using server = await serve(
      json(200, { id: "re_1", object: "refund", amount: 1000, status: "pending" }),
    );
    expect(await client(server.url).refund(refund)).toEqual({
      refundId: "re_1",
      status: "pending",
      amountCents: 1000,
    });
    expect(server.seen[0]?.headers).toMatchObject({
      "stripe-account": "acct_1",
      "idempotency-key": "refund:r1",
    });
    expect(sent(server.seen[0])).toEqual({
      payment_intent: "pi_1",
      amount: "1000",
      reason: "requested_by_customer",
      refund_application_fee: "true",
    });
  });

  test("of what is already given back never works", async () => {
    const error = { type: "invalid_request_error", code: "charge_already_refunded", message: "already" };
    await using server = await serve(json(400, { error }));
    await expect(client(server.url).refund(refund)).rejects.toEqual(
      failure({ kind: "permanent", providerCode: "charge_already_refunded" }),
    );
  });
});

test("Stripe's notices do not go past our log to stderr", async () => {
  await using server = await serve(json(200, { object: "balance" }, { "stripe-notice": "look here" }));
  const written: unknown[] = [];
  const warn = process.emitWarning;
  process.emitWarning = (...said: unknown[]) => void written.push(said);
  try {
    await client(server.url).ping();
  } finally {
    process.emitWarning = warn;
  }
  expect(server.seen[0]?.path).toBe("/v1/balance");
  expect(written).toEqual([]);
});
