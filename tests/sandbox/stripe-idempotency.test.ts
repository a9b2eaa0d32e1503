import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failure, orderSession, readyAccount, type StripeWorld, startStripeWorld } from "./stripe-world.ts";

let world: StripeWorld;
let account: string;
let on: { stripeAccount: string };

beforeAll(async () => {
  world = await startStripeWorld();
  account = await readyAccount(world);
  on = { stripeAccount: account };
});
afterAll(() => world.close());

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
