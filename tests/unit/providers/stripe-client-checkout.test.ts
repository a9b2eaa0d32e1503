import { describe, expect, test } from "vitest";
import { json, serve } from "./support/server.ts";
import { client, failure, order, sent } from "./support/stripe-client.ts";

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
