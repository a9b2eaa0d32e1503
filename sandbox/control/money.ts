import { Hono } from "hono";
import * as z from "zod";
import { OUTCOMES } from "../stripe/checkout.ts";
import { StripeFailure } from "../stripe/errors.ts";
import type { FakeStripe } from "../stripe/stripe.ts";
import { bodyOf, ControlError } from "./input.ts";

const checkout = z.strictObject({
  outcome: z.enum(OUTCOMES),
  email: z.email().optional(),
  name: z.string().min(1).max(200).optional(),
});

const change = z.strictObject({ change: z.enum(["finish", "restrict", "deauthorize"]) });

/** What people do on Stripe's pages, and the books an auditor reads. */
export function moneyControl(stripe: FakeStripe): Hono {
  const app = new Hono();
  app.post("/checkout/:session", async (c) => {
    const { outcome, email, name } = await bodyOf(c, checkout);
    const payer = { ...(email && { email }), ...(name && { name }) };
    return c.json(attempt(() => stripe.checkout(c.req.param("session"), outcome, payer)));
  });
  app.post("/accounts/:account", async (c) => {
    const account = c.req.param("account");
    const asked = await bodyOf(c, change);
    attempt(() => stripe.account(account, asked.change));
    return c.json({ account, ...asked });
  });
  app.post("/refunds/:refund/fail", (c) => {
    attempt(() => stripe.failRefund(c.req.param("refund")));
    return c.json({ refund: c.req.param("refund"), status: "failed" });
  });
  app.get("/payments", (c) => c.json({ accounts: stripe.books(), undelivered: stripe.undelivered() }));
  return app;
}

function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    throw new ControlError(error.status === 404 ? 404 : error.status === 409 ? 409 : 400, error.message);
  }
}
