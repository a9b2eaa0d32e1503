import { reconcileCheckout } from "../../domain/orders/jobs.ts";
import { reconcileCheckoutPage } from "../../domain/payments/checkout.ts";
import { readEnv } from "../../platform/env.ts";
import { job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { paymentPortsFor } from "../../wiring/payments.ts";

type Deps = { ports: (merchantId: string, requestId: string) => ReturnType<typeof paymentPortsFor> };

export const createReconcileCheckout = (resolve: () => Deps) =>
  job(reconcileCheckout, resolve, async ({ ports }, { merchantId, requestId, orderId }, { now }) =>
    reconcileCheckoutPage((await ports(merchantId, requestId)).checkout, orderId, now),
  );

export default createReconcileCheckout(
  lazy(() => {
    const env = readEnv();
    return {
      ports: (merchantId, requestId) => paymentPortsFor(env, merchantId, "job:reconcile-checkout", requestId),
    };
  }),
);
