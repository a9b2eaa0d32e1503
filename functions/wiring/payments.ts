import type { CheckoutPorts } from "../domain/payments/checkout.ts";
import { merchantDatabase } from "../platform/database.ts";
import type { Env } from "../platform/env.ts";
import { AppError } from "../platform/errors.ts";
import { createHttpClient } from "../platform/http.ts";
import type { MachineActor } from "../platform/tokens.ts";
import { createStripeClient } from "../providers/stripe/client.ts";
import { paymentStore } from "../store/payments.ts";
import { dispatcherFor } from "./dispatch.ts";

/** @throws AppError not_configured */
export function stripeSettings(env: Env): NonNullable<Env["stripe"]> {
  if (env.stripe) return env.stripe;
  throw new AppError(
    "not_configured",
    "Payments are not configured on this installation (STRIPE_SECRET_KEY).",
  );
}

export const stripeClientFor = (env: Env, requestId: string) =>
  createStripeClient({ ...stripeSettings(env), http: createHttpClient("stripe", { requestId }) });

/** What the payment jobs of one merchant need. */
export async function paymentPortsFor(env: Env, merchantId: string, actor: MachineActor, requestId: string) {
  const store = paymentStore(await merchantDatabase(env, merchantId, actor, requestId), merchantId);
  const provider = stripeClientFor(env, requestId);
  const { dispatch } = dispatcherFor(env, requestId);
  const checkout: CheckoutPorts = { ...store.checkout, provider, dispatch };
  return { checkout, refunds: { ...store.refunds, provider, dispatch } };
}
