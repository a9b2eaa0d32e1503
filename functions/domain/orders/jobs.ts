import * as z from "zod/mini";
import { type JobSpec, soon } from "../../platform/job-spec.ts";

/** Makes the payment page of an order's attempt. `requestedAt` fixes when it expires, so that a repeat is the same. */
export const createCheckout = {
  name: "create-checkout",
  ...soon(6),
  payload: z.object({
    orderId: z.uuid(),
    attempt: z.int().check(z.positive(), z.maximum(1_000_000)),
    requestedAt: z.iso.datetime(),
  }),
} as const satisfies JobSpec;

/** Closes the payment pages of an order that was cancelled. */
export const expireCheckout = {
  name: "expire-checkout",
  retries: 6,
  payload: z.object({ orderId: z.uuid() }),
} as const satisfies JobSpec;

/** Asks the provider what became of an order's payment when its news is overdue. */
export const reconcileCheckout = {
  name: "reconcile-checkout",
  retries: 6,
  payload: z.object({ orderId: z.uuid() }),
} as const satisfies JobSpec;

export const refundPayment = {
  name: "refund-payment",
  retries: 6,
  payload: z.object({ refundId: z.uuid() }),
} as const satisfies JobSpec;
