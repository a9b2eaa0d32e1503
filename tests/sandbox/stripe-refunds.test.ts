import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  failure,
  orderSession,
  readyAccount,
  type StripeWorld,
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
