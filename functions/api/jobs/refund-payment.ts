import { refundPayment } from "../../domain/orders/jobs.ts";
import { payBack } from "../../domain/payments/refund.ts";
import { readEnv } from "../../platform/env.ts";
import { job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { paymentPortsFor } from "../../wiring/payments.ts";

type Deps = { ports: (merchantId: string, requestId: string) => ReturnType<typeof paymentPortsFor> };

export const createRefundPayment = (resolve: () => Deps) =>
  job(refundPayment, resolve, async ({ ports }, { merchantId, requestId, refundId }) =>
    payBack((await ports(merchantId, requestId)).refunds, refundId),
  );

export default createRefundPayment(
  lazy(() => {
    const env = readEnv();
    return {
      ports: (merchantId, requestId) => paymentPortsFor(env, merchantId, "job:refund-payment", requestId),
    };
  }),
);
