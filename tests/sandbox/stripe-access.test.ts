import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  failure,
  orderSession,
  readyAccount,
  type StripeWorld,
  sdkAt,
  startStripeWorld,
} from "./stripe-world.ts";

let world: StripeWorld;
let on: { stripeAccount: string };

beforeAll(async () => {
  world = await startStripeWorld();
  on = { stripeAccount: await readyAccount(world) };
});
afterAll(() => world.close());

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
