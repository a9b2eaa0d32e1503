import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { messageView } from "../messages/contracts.ts";
import { cents, currency, email, id, idParam, locale, page, pageOf, phone, time } from "../shared/schemas.ts";

export const orderStatuses = [
  "awaiting_payment",
  "paid",
  "fulfilled",
  "expired",
  "cancelled",
  "refunded",
] as const;
export const orderStatus = z.enum(orderStatuses);
export type OrderStatus = z.infer<typeof orderStatus>;

export const orderSummary = z.object({
  id,
  /** Counts up per merchant: what people say on the phone. */
  number: z.int(),
  status: orderStatus,
  callId: id.nullable(),
  customerPhone: phone.nullable(),
  customerName: z.string().nullable(),
  locale,
  currency,
  subtotalCents: cents,
  taxCents: cents,
  totalCents: cents,
  refundedCents: cents,
  /** A sentence for staff when something wants a person, e.g. a wrong amount. */
  attention: z.string().nullable(),
  /** e.g. "2 × Poutine, 1 × Coke". */
  summary: z.string(),
  placedAt: time,
  paidAt: time.nullable(),
});
export type OrderSummary = z.infer<typeof orderSummary>;

const line = z.object({
  id,
  name: z.string(),
  quantity: z.int().min(1),
  unitPriceCents: cents,
  totalCents: cents,
  options: z.array(
    z.object({
      group: z.string(),
      choice: z.string(),
      amount: z.enum(["none", "light", "normal", "extra"]),
      quantity: z.int().min(1),
      priceCents: z.int(),
    }),
  ),
});

const payment = z.object({
  id,
  provider: z.literal("stripe"),
  attempt: z.int(),
  status: z.enum(["open", "processing", "succeeded", "failed", "expired"]),
  amountCents: cents,
  currency,
  refundedCents: cents,
  url: z.string().nullable(),
  expiresAt: time.nullable(),
  createdAt: time,
});

const refund = z.object({
  id,
  amountCents: cents,
  status: z.enum(["requested", "succeeded", "failed"]),
  reason: z.string().nullable(),
  error: z.string().nullable(),
  createdAt: time,
});

export const orderDetail = orderSummary.extend({
  customerEmail: email.nullable(),
  taxes: z.array(z.object({ name: z.string(), cents })),
  expiresAt: time.nullable(),
  fulfilledAt: time.nullable(),
  cancelledAt: time.nullable(),
  lines: z.array(line),
  payments: z.array(payment),
  refunds: z.array(refund),
  messages: z.array(messageView),
});
export type OrderDetail = z.infer<typeof orderDetail>;

const base = { tag: "orders", auth: "merchant" } as const;
const write = { ...base, scope: "orders:write", idempotent: true, method: "POST" } as const;

export const listOrdersContract = defineContract({
  ...base,
  method: "GET",
  path: "/api/orders",
  summary: "Orders, newest first",
  scope: "orders:read",
  query: page.extend({ status: orderStatus.optional() }),
  response: pageOf(orderSummary),
});

export const getOrderContract = defineContract({
  ...base,
  method: "GET",
  path: "/api/orders/:id",
  summary: "One order with its lines, payments and messages",
  scope: "orders:read",
  params: idParam,
  response: orderDetail,
});

export const refundOrderContract = defineContract({
  ...write,
  path: "/api/orders/:id/refund",
  summary: "Give money back, all of it or part; the provider confirms it shortly after",
  roles: ["owner", "admin"],
  params: idParam,
  body: z.object({ amountCents: cents.min(1).optional(), reason: z.string().trim().max(300).optional() }),
  response: orderDetail,
  status: 202,
});

export const cancelOrderContract = defineContract({
  ...write,
  path: "/api/orders/:id/cancel",
  summary: "Cancel an order that is not paid; its payment link stops working",
  params: idParam,
  body: z.object({ reason: z.string().trim().max(300).optional() }),
  response: orderDetail,
});

export const fulfilOrderContract = defineContract({
  ...write,
  path: "/api/orders/:id/fulfil",
  summary: "Mark a paid order as handed over",
  params: idParam,
  body: z.object({}),
  response: orderDetail,
});

export const resendLinkContract = defineContract({
  ...write,
  path: "/api/orders/:id/resend-link",
  summary: "Send the payment link again",
  params: idParam,
  body: z.object({}),
  response: orderDetail,
  status: 202,
});
