import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeForm } from "../../sandbox/stripe/form.ts";
import {
  orderSession,
  readyAccount,
  type StripeWorld,
  sdkAt,
  startStripeWorld,
  until,
} from "./stripe-world.ts";

let world: StripeWorld;
let account: string;
let on: { stripeAccount: string };

beforeAll(async () => {
  world = await startStripeWorld();
  account = await readyAccount(world);
  on = { stripeAccount: account };
});
afterAll(() => world.close());

const failure = async (promise: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Stripe.errors.StripeError))
    throw new Error(`expected a Stripe error, got ${String(error)}`);
  return error;
};

test("bracket forms decode to lists and records", () => {
  const text = "a[0][b]=1&a[1][b]=2&m[k 1]=x%5B&e[]=p&e[]=q&s=";
  expect(decodeForm(text)).toEqual({ a: [{ b: "1" }, { b: "2" }], m: { "k 1": "x[" }, e: ["p", "q"], s: "" });
});

test("a form cannot reach the prototype", () => {
  decodeForm("__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe("who may call", () => {
  test("401 without a key and with a wrong one, in Stripe's shape with a request id", async () => {
    const bare = await fetch(`${world.base}/_sandbox/stripe/v1/balance`);
    expect(bare.status).toBe(401);
    expect(bare.headers.get("request-id")).toMatch(/^req_/);
    const wrong = await failure(sdkAt(`${world.base}/_sandbox/stripe`, "sk_test_wrong").balance.retrieve());
    expect(wrong).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(wrong.requestId).toMatch(/^req_/);
  });

  test("403 for an account nobody knows, 404 for another account's session", async () => {
    const stranger = await failure(world.stripe.checkout.sessions.list({}, { stripeAccount: "acct_nobody" }));
    expect(stranger).toMatchObject({ statusCode: 403, code: "account_invalid" });
    const session = await world.stripe.checkout.sessions.create(orderSession(), on);
    const other = await readyAccount(world);
    const hidden = await failure(
      world.stripe.checkout.sessions.retrieve(session.id, {}, { stripeAccount: other }),
    );
    expect(hidden).toMatchObject({ statusCode: 404, code: "resource_missing" });
    expect((await failure(world.stripe.checkout.sessions.retrieve(session.id))).statusCode).toBe(404);
  });

  test("404 for an address Stripe does not have", async () => {
    const answer = await fetch(`${world.base}/_sandbox/stripe/v2/nothing`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { type: "invalid_request_error" } });
  });
});

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

describe("idempotency keys", () => {
  test("the same request again gives the same session, another body is refused", async () => {
    const options = { ...on, idempotencyKey: "order:o7:v1" };
    const params = orderSession();
    const first = await world.stripe.checkout.sessions.create(params, options);
    const second = await world.stripe.checkout.sessions.create(params, options);
    expect(second.id).toBe(first.id);
    expect(new Headers(second.lastResponse.headers).get("idempotent-replayed")).toBe("true");
    const other = await failure(
      world.stripe.checkout.sessions.create({ ...params, client_reference_id: "o8" }, options),
    );
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  test("a refused request may be mended under the same key", async () => {
    const options = { ...on, idempotencyKey: "order:o9:v1" };
    await failure(world.stripe.checkout.sessions.create(orderSession({ success_url: "x" }), options));
    expect((await world.stripe.checkout.sessions.create(orderSession(), options)).status).toBe("open");
  });

  test("the answer is kept when it was dropped on the way", async () => {
    const options = { ...on, idempotencyKey: "order:o10:v1" };
    const params = orderSession({ client_reference_id: "dropped" });
    world.kernel.faults.add({ provider: "stripe", kind: "drop", count: 1 });
    expect(await failure(world.stripe.checkout.sessions.create(params, options))).toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
    const again = await world.stripe.checkout.sessions.create(params, options);
    const made = world.fake.books()[account]?.sessions.filter((one) => one.client_reference_id === "dropped");
    expect(made?.map((one) => one.id)).toEqual([again.id]);
  });
});

describe("refunds", () => {
  const paid = async () => {
    const session = await world.stripe.checkout.sessions.create(orderSession(), on);
    world.fake.checkout(session.id, "pay");
    const read = await world.stripe.checkout.sessions.retrieve(session.id, {}, on);
    return String(read.payment_intent);
  };

  test("in part, then the rest, then no more; the fee comes back in proportion", async () => {
    const payment_intent = await paid();
    const part = await world.stripe.refunds.create(
      { payment_intent, amount: 875, refund_application_fee: true },
      on,
    );
    expect(part).toMatchObject({ amount: 875, status: "succeeded", payment_intent });
    const tooMuch = await failure(world.stripe.refunds.create({ payment_intent, amount: 2001 }, on));
    expect(tooMuch).toMatchObject({ statusCode: 400, param: "amount" });
    await world.stripe.refunds.create({ payment_intent, refund_application_fee: true }, on);
    const again = await failure(world.stripe.refunds.create({ payment_intent }, on));
    expect(again.code).toBe("charge_already_refunded");

    const intent = await world.stripe.paymentIntents.retrieve(
      payment_intent,
      { expand: ["latest_charge"] },
      on,
    );
    expect(intent.latest_charge).toMatchObject({ amount: 2875, amount_refunded: 2875, refunded: true });
    const refunds = await world.stripe.refunds.list({ payment_intent }, on);
    expect(refunds.data.map((refund) => refund.amount)).toEqual([2000, 875]);
    const charge = intent.latest_charge as Stripe.Charge;
    const fee = await world.stripe.applicationFees.retrieve(String(charge.application_fee));
    expect(fee).toMatchObject({ amount: 29, amount_refunded: 29, refunded: true });
    await until(
      "charge.refunded, twice",
      () =>
        world.received.filter(({ event }) => event.type === "charge.refunded" && event.account === account)
          .length === 2,
    );
  });

  test("two at once never give back more than was taken", async () => {
    const payment_intent = await paid();
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => world.stripe.refunds.create({ payment_intent, amount: 1500 }, on)),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("another account's payment cannot be refunded", async () => {
    const payment_intent = await paid();
    const other = await readyAccount(world);
    const error = await failure(world.stripe.refunds.create({ payment_intent }, { stripeAccount: other }));
    expect(error).toMatchObject({ statusCode: 404, code: "resource_missing" });
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
