import type { Env } from "../platform/env.ts";
import { AppError } from "../platform/errors.ts";

/**
 * What this installation knows of Stripe. Apart from what calls Stripe: that brings Stripe's whole library with it.
 * @throws AppError not_configured
 */
export function stripeSettings(env: Env): NonNullable<Env["stripe"]> {
  if (env.stripe) return env.stripe;
  throw new AppError(
    "not_configured",
    "Payments are not configured on this installation (STRIPE_SECRET_KEY).",
  );
}
