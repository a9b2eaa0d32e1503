import { describe, expect, test } from "vitest";
import { json, serve } from "./support/server.ts";
import { client, failure, sent } from "./support/stripe-client.ts";

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
