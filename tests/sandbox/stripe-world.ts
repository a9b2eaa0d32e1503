import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import Stripe from "stripe";
import { createKernel, type Kernel } from "../../sandbox/kernel/kernel.ts";
import { createStripe, type FakeStripe } from "../../sandbox/stripe/stripe.ts";

export const KEY = "sk_test_sandbox_key_0001";
export const PLATFORM_SECRET = "whsec_platform";
export const CONNECT_SECRET = "whsec_connect";

export type Received = { event: Stripe.Event; signature: string; raw: string };

export type StripeWorld = {
  base: string;
  kernel: Kernel;
  fake: FakeStripe;
  stripe: Stripe;
  /** What the product's webhook was sent and accepted the signature of, in order of arrival. */
  received: Received[];
  /** Statuses the product answers next; 200 when empty. */
  answers: number[];
  close(): Promise<void>;
};

/** A sandbox with only Stripe in it, a product that listens for webhooks, and the official SDK pointed at it. */
export async function startStripeWorld(
  options: { dataDir?: string; timeScale?: number } = {},
): Promise<StripeWorld> {
  const root = new Hono();
  const received: Received[] = [];
  const answers: number[] = [];
  const verifier = new Stripe("sk_test_unused");
  root.post("/api/webhooks/stripe", async (c) => {
    const raw = await c.req.text();
    const signature = c.req.header("stripe-signature") ?? "";
    const secret = JSON.parse(raw).account ? CONNECT_SECRET : PLATFORM_SECRET;
    const event = await verifier.webhooks.constructEventAsync(raw, signature, secret);
    received.push({ event, signature, raw });
    return c.body(null, (answers.shift() ?? 200) as 200);
  });
  const server = serve({ fetch: root.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once("listening", resolve)));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const kernel = createKernel({ baseUrl: `${base}/_sandbox`, ...options });
  const fake = createStripe(kernel, {
    secretKey: KEY,
    webhookUrl: `${base}/api/webhooks/stripe`,
    webhookSecret: PLATFORM_SECRET,
    connectWebhookSecret: CONNECT_SECRET,
  });
  root.route("/_sandbox/stripe", fake.app);
  root.route("/_sandbox", fake.pages);
  return {
    base,
    kernel,
    fake,
    stripe: sdkAt(`${base}/_sandbox/stripe`),
    received,
    answers,
    async close() {
      kernel.scheduler.stop();
      kernel.stores.flush();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The official SDK with its requests sent to `base` instead of api.stripe.com. */
export function sdkAt(base: string, key = KEY): Stripe {
  const rewritten: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return fetch(base + url.pathname + url.search, init);
  };
  return new Stripe(key, { httpClient: Stripe.createFetchHttpClient(rewritten), maxNetworkRetries: 0 });
}

/** The error that the SDK's call ends in. @throws where it ends in none, or in one that is not Stripe's. */
export const failure = async (promise: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Stripe.errors.StripeError))
    throw new Error(`expected a Stripe error, got ${String(error)}`);
  return error;
};

/** A connected account that can take payments. */
export async function readyAccount(world: StripeWorld): Promise<string> {
  const account = await world.stripe.accounts.create({
    country: "CA",
    type: "express",
    business_profile: { name: "Salon Émeraude" },
  });
  world.fake.account(account.id, "finish");
  return account.id;
}

export const orderSession = (overrides: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  ({
    mode: "payment",
    line_items: [
      { quantity: 2, price_data: { currency: "cad", unit_amount: 1250, product_data: { name: "Poutine" } } },
      { quantity: 1, price_data: { currency: "cad", unit_amount: 375, product_data: { name: "TPS/TVQ" } } },
    ],
    payment_intent_data: { application_fee_amount: 29, metadata: { order_id: "o1" } },
    metadata: { order_id: "o1" },
    client_reference_id: "o1",
    expires_at: Math.floor(Date.now() / 1000) + 3600,
    success_url: "http://shop.test/paid?session_id={CHECKOUT_SESSION_ID}",
    cancel_url: "http://shop.test/cancelled",
    ...overrides,
  }) satisfies Stripe.Checkout.SessionCreateParams;

/** Waits until `ready` is true. @throws after two seconds, naming what was awaited. */
export async function until(what: string, ready: () => boolean): Promise<void> {
  const end = Date.now() + 2_000;
  while (!ready()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
