import { describe, expect, test } from "vitest";
import { json, serve } from "./support/server.ts";
import { client, sent } from "./support/stripe-client.ts";

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
