import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { orderSession, sdkAt, until } from "./stripe-world.ts";

let sandbox: Sandbox;
let base: string;
let jobStatus = 489;
let close: () => Promise<unknown>;

beforeAll(async () => {
  const product = new Hono();
  product.post("/api/webhooks/stripe", (c) => c.body(null, 200));
  product.post("/api/jobs/one", (c) => {
    if (jobStatus === 489) c.header("upstash-nonretryable-error", "true");
    return c.body("answered", jobStatus as 200);
  });
  const server = serve({ fetch: product.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once("listening", resolve)));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  sandbox = createSandbox({ baseUrl: `${base}/_sandbox`, productUrl: base, mailPort: 0, timeScale: 20 });
  product.route("/_sandbox", sandbox.app);
  await sandbox.start();
  close = async () => {
    await sandbox.stop();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterAll(() => close());

const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${base}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

test("a dead letter is sent again by its id, and gone once it was taken", async () => {
  const { QSTASH_URL, QSTASH_TOKEN } = sandbox.env;
  await fetch(`${QSTASH_URL}/v2/publish/${base}/api/jobs/one`, {
    method: "POST",
    headers: { authorization: `Bearer ${QSTASH_TOKEN}` },
    body: "{}",
  });
  await until("a dead letter", () => sandbox.qstash.snapshot().dlq.length === 1);
  const dlqId = sandbox.qstash.snapshot().dlq[0]?.dlqId;
  jobStatus = 200;
  expect((await control("POST", `/queue/dlq/${dlqId}/retry`)).status).toBe(200);
  await until("delivered", () => sandbox.qstash.snapshot().deliveries[0]?.status === 200);
  expect(sandbox.qstash.snapshot().dlq).toEqual([]);
  expect((await control("POST", `/queue/dlq/${dlqId}/retry`)).status).toBe(404);
});

test("checkout and refunds by the control API: 404, 409 and 400 say why", async () => {
  const { STRIPE_SECRET_KEY = "", STRIPE_API_BASE_URL = "" } = sandbox.env;
  const stripe = sdkAt(STRIPE_API_BASE_URL, STRIPE_SECRET_KEY);
  const account = await stripe.accounts.create({ country: "CA", type: "express" });
  await control("POST", `/accounts/${account.id}`, { change: "finish" });
  const on = { stripeAccount: account.id };
  const session = await stripe.checkout.sessions.create(orderSession(), on);

  const paid = await control("POST", `/checkout/${encodeURIComponent(session.url ?? "")}`, {
    outcome: "pay",
  });
  expect(paid).toMatchObject({ status: 200, body: { status: "complete", paymentStatus: "paid" } });
  expect((await control("POST", "/checkout/cs_test_nobody", { outcome: "pay" })).status).toBe(404);
  expect((await control("POST", `/checkout/${session.id}`, { outcome: "decline" })).status).toBe(409);
  expect((await control("POST", `/checkout/${session.id}`, { outcome: "steal" })).status).toBe(400);

  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id, {}, on);
  const refund = await stripe.refunds.create({ payment_intent: String(payment_intent) }, on);
  expect((await control("POST", `/refunds/${refund.id}/fail`)).status).toBe(200);
  expect((await stripe.refunds.retrieve(refund.id, {}, on)).status).toBe("failed");
  expect((await control("POST", "/refunds/re_nobody/fail")).status).toBe(404);
});
