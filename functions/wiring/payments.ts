import type { CheckoutPorts } from "../domain/payments/checkout.ts";
import { merchantDatabase } from "../platform/database.ts";
import type { Env } from "../platform/env.ts";
import { createHttpClient } from "../platform/http.ts";
import type { MachineActor } from "../platform/tokens.ts";
import { createStripeClient } from "../providers/stripe/client.ts";
import { paymentStore } from "../store/payments.ts";
import { dispatcherFor } from "./dispatch.ts";
import { stripeSettings } from "./stripe-settings.ts";

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
