import { createCheckout } from "../../domain/orders/jobs.ts";
import { createCheckoutPage } from "../../domain/payments/checkout.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { paymentPortsFor } from "../../wiring/payments.ts";
import { stripeSettings } from "../../wiring/stripe-settings.ts";

type Deps = {
  ports: (merchantId: string, requestId: string) => ReturnType<typeof paymentPortsFor>;
  feeBps: number;
  webBaseUrl: string;
};

export const createCreateCheckout = (resolve: () => Deps) =>
  job(createCheckout, resolve, async ({ ports, feeBps, webBaseUrl }, payload, { now }) => {
    const { merchantId, requestId } = payload;
    const { checkout } = await ports(merchantId, requestId);
    return createCheckoutPage(checkout, { merchantId, feeBps, webBaseUrl, now }, payload);
  });

const depsFrom = (env: Env): Deps => ({
  ports: (merchantId, requestId) => paymentPortsFor(env, merchantId, "job:create-checkout", requestId),
  feeBps: stripeSettings(env).applicationFeeBps,
  webBaseUrl: env.webBaseUrl,
});

export default createCreateCheckout(lazy(() => depsFrom(readEnv())));
