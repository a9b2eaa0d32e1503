import { expireCheckout } from "../../domain/orders/jobs.ts";
import { closeCheckoutPages } from "../../domain/payments/checkout.ts";
import { readEnv } from "../../platform/env.ts";
import { job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { paymentPortsFor } from "../../wiring/payments.ts";

type Deps = { ports: (merchantId: string, requestId: string) => ReturnType<typeof paymentPortsFor> };

export const createExpireCheckout = (resolve: () => Deps) =>
  job(expireCheckout, resolve, async ({ ports }, { merchantId, requestId, orderId }) =>
    closeCheckoutPages((await ports(merchantId, requestId)).checkout, orderId),
  );

export default createExpireCheckout(
  lazy(() => {
    const env = readEnv();
    return {
      ports: (merchantId, requestId) => paymentPortsFor(env, merchantId, "job:expire-checkout", requestId),
    };
  }),
);
