import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failure, orderSession, readyAccount, type StripeWorld, startStripeWorld } from "./stripe-world.ts";

let world: StripeWorld;
let on: { stripeAccount: string };

beforeAll(async () => {
  world = await startStripeWorld();
  on = { stripeAccount: await readyAccount(world) };
});
afterAll(() => world.close());

describe("creating a session", () => {
  test("adds the lines up and shows what Stripe shows", async () => {
    const session = await world.stripe.checkout.sessions.create(
      orderSession({ locale: "fr-CA", expand: ["line_items"] }),
      on,
    );
    expect(session).toMatchObject({
      object: "checkout.session",
      status: "open",
      payment_status: "unpaid",
      amount_total: 2875,
      currency: "cad",
      payment_intent: null,
      metadata: { order_id: "o1" },
      locale: "fr-CA",
    });
    expect(session.id).toMatch(/^cs_test_/);
    expect(session.url).toBe(`${world.base}/_sandbox/pay/${session.id}`);
    expect(session.line_items?.data.map((line) => [line.description, line.amount_total])).toEqual([
      ["Poutine", 2500],
      ["TPS/TVQ", 375],
    ]);
  });

  const line = (unit_amount: number, currency = "cad") => [
    { quantity: 1, price_data: { currency, unit_amount, product_data: { name: "x" } } },
  ];
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, { code?: string; param?: string }]>([
    ["nothing to pay for", { line_items: [] }, { param: "line_items" }],
    ["less than 50 cents", { line_items: line(49) }, { code: "amount_too_small" }],
    ["half a cent", { line_items: line(1250.5) }, { code: "parameter_invalid_integer" }],
    ["a negative price", { line_items: line(-100) }, { code: "parameter_invalid_integer" }],
    [
      "an unknown currency",
      { line_items: line(1000, "zzz") },
      { param: "line_items[0][price_data][currency]" },
    ],
    ["an expiry within half an hour", { expires_at: now() + 600 }, { param: "expires_at" }],
    ["an expiry beyond a day", { expires_at: now() + 90_000 }, { param: "expires_at" }],
    [
      "a success address that is none",
      { success_url: "paid" },
      { code: "url_invalid", param: "success_url" },
    ],
    [
      "a fee above the total",
      { payment_intent_data: { application_fee_amount: 9999 } },
      { param: "payment_intent_data[application_fee_amount]" },
    ],
    ["a bad e-mail", { customer_email: "nobody" }, { code: "email_invalid" }],
    ["an unknown locale", { locale: "xx" as "fr" }, { param: "locale" }],
    ["metadata that is too long", { metadata: { note: "x".repeat(501) } }, { param: "metadata[note]" }],
    [
      "a parameter Stripe does not know",
      { colour: "red" } as object,
      { code: "parameter_unknown", param: "colour" },
    ],
  ])("400 for %s", async (_, overrides, expected) => {
    const error = await failure(world.stripe.checkout.sessions.create(orderSession(overrides), on));
    expect(error.statusCode).toBe(400);
    expect(error).toMatchObject(expected);
  });

  test("400 while the account has not finished onboarding", async () => {
    const unfinished = await world.stripe.accounts.create({ country: "CA", type: "express" });
    expect(unfinished.charges_enabled).toBe(false);
    const error = await failure(
      world.stripe.checkout.sessions.create(orderSession(), { stripeAccount: unfinished.id }),
    );
    expect(error.statusCode).toBe(400);
  });
});

test("metadata of the session stays off the payment; that of payment_intent_data reaches the charge", async () => {
  const session = await world.stripe.checkout.sessions.create(
    orderSession({ metadata: { only: "session" }, payment_intent_data: { metadata: { only: "payment" } } }),
    on,
  );
  world.fake.checkout(session.url ?? "", "pay", { email: "client@exemple.ca" });
  const read = await world.stripe.checkout.sessions.retrieve(
    session.id,
    { expand: ["payment_intent.latest_charge"] },
    on,
  );
  const intent = read.payment_intent as Stripe.PaymentIntent;
  expect(intent.metadata).toEqual({ only: "payment" });
  expect((intent.latest_charge as Stripe.Charge).metadata).toEqual({ only: "payment" });
  expect(read.customer_details?.email).toBe("client@exemple.ca");
  const list = await world.stripe.checkout.sessions.list({ payment_intent: intent.id }, on);
  expect(list.data.map((one) => one.id)).toEqual([session.id]);
});
