import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpClient } from "../../functions/platform/http.ts";
import { createStripeClient, type StripeClient } from "../../functions/providers/stripe/client.ts";
import { toPaymentEvent } from "../../functions/providers/stripe/translate.ts";
import { createStripeVerifier } from "../../functions/providers/stripe/verify.ts";
import {
  CONNECT_SECRET,
  KEY,
  PLATFORM_SECRET,
  type StripeWorld,
  startStripeWorld,
  until,
} from "./stripe-world.ts";

let world: StripeWorld;
let client: StripeClient;
let accountId: string;

beforeAll(async () => {
  world = await startStripeWorld();
  client = createStripeClient({
    secretKey: KEY,
    apiBaseUrl: `${world.base}/_sandbox/stripe`,
    http: createHttpClient("stripe"),
  });
  const account = await client.createAccount({
    merchantId: "m1",
    name: "Chez M",
    country: "CA",
    idempotencyKey: "account:m1",
  });
  accountId = account.accountId;
});
afterAll(() => world.close());

const order = (orderId: string) => ({
  ...{ accountId, orderId, merchantId: "m1", currency: "cad", feeCents: 30, locale: "fr" as const },
  lines: [{ name: "Poutine", description: "Sans oignons", unitAmountCents: 1250, quantity: 2 }],
  taxLines: [{ name: "TPS", amountCents: 125 }],
  successUrl: "http://shop.test/paid?session_id={CHECKOUT_SESSION_ID}",
  cancelUrl: "http://shop.test/cancelled",
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  idempotencyKey: `order:${orderId}:v1`,
});

/** What the product understands of the events it was sent, through its own verifier. */
async function understood() {
  const verify = createStripeVerifier({
    webhookSecret: PLATFORM_SECRET,
    connectWebhookSecret: CONNECT_SECRET,
  });
  return Promise.all(
    world.received.map(async ({ raw, signature }) => toPaymentEvent((await verify(raw, signature)).event)),
  );
}

test("the product's own client connects a merchant, is paid, and gives back; its own verifier believes it", async () => {
  const link = await client.accountLink({
    accountId,
    refreshUrl: "http://shop.test/f",
    returnUrl: "http://shop.test/r",
  });
  await fetch(link.url, {
    method: "POST",
    body: new URLSearchParams({ outcome: "finish", name: "Chez Lise" }),
    redirect: "manual",
  });
  expect(await client.getAccount(accountId)).toMatchObject({ accountId, chargesEnabled: true });

  const checkout = await client.createCheckout(order("o1"));
  expect(checkout).toMatchObject({
    state: "open",
    paid: false,
    amountCents: 2625,
    currency: "cad",
    orderId: "o1",
  });
  const page = await (await fetch(checkout.url ?? "")).text();
  expect(page).toContain("Payer Chez Lise");
  expect(page).toContain("Sans oignons");
  world.fake.checkout(checkout.sessionId, "pay");

  const paid = await client.getCheckout({ accountId, sessionId: checkout.sessionId });
  expect(paid).toMatchObject({ state: "complete", paid: true });
  const refund = await client.refund({
    ...{ accountId, paymentIntentId: paid.paymentIntentId ?? "", amountCents: 1000 },
    ...{ idempotencyKey: "refund:o1:1", refundApplicationFee: true },
  });
  expect(refund).toMatchObject({ status: "succeeded", amountCents: 1000 });
  world.fake.failRefund(refund.refundId);
  expect(world.fake.books()[accountId]?.charges[0]).toMatchObject({ amount_refunded: 0, refunded: false });

  await until("refund.failed", () => world.received.some(({ event }) => event.type === "refund.failed"));
  const kinds = (await understood()).map((event) => event?.kind);
  for (const kind of ["account_updated", "checkout_completed", "refunded", "refund_failed"])
    expect(kinds).toContain(kind);
});

test("a dropped answer is unknown; the same key again finds the same checkout", async () => {
  world.kernel.faults.add({ provider: "stripe", path: "/checkout/sessions", kind: "drop", count: 1 });
  const wanted = order("o2");
  await expect(client.createCheckout(wanted)).rejects.toMatchObject({ kind: "unknown" });
  const checkout = await client.createCheckout(wanted);
  const made = world.fake
    .books()
    [accountId]?.sessions.filter((session) => session.client_reference_id === "o2");
  expect(made?.map((session) => session.id)).toEqual([checkout.sessionId]);
});

test("closing a page that was paid meanwhile answers with what it is", async () => {
  const { sessionId } = await client.createCheckout(order("o3"));
  world.fake.checkout(sessionId, "pay");
  expect(await client.expireCheckout({ accountId, sessionId })).toMatchObject({
    state: "complete",
    paid: true,
  });
});
