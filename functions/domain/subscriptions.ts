import { type Subscription, subscription } from "../platform/dispatch.ts";
import type { DomainEvent } from "../platform/events.ts";
import { settleCall } from "./calls/jobs.ts";
import { composeMessagesJob, sendEmail, sendSms } from "./messages/jobs.ts";
import { allocateNumberJob } from "./numbers/jobs.ts";
import { createCheckout, expireCheckout, reconcileCheckout, refundPayment } from "./orders/jobs.ts";

const checkout = (event: DomainEvent) => ({
  orderId: event.subjectId,
  attempt: Number(event.data.attempt),
  requestedAt: event.occurredAt,
});
const order = (event: DomainEvent) => ({ orderId: event.subjectId });
const message = (event: DomainEvent) => ({ messageId: event.subjectId });
const compose = ({ type, subjectType, subjectId, data }: DomainEvent) => ({
  type,
  subjectType,
  subjectId,
  data,
});
const write = (event: string) => subscription(event, composeMessagesJob, compose);

/** Who listens to what. Nothing is enqueued any other way while there is a database to keep events in. */
export const subscriptions: readonly Subscription[] = [
  subscription("order.placed", createCheckout, checkout),
  subscription("checkout.requested", createCheckout, checkout),
  subscription("payment.failed", createCheckout, checkout),
  subscription("order.cancelled", expireCheckout, order),
  subscription("checkout.overdue", reconcileCheckout, order),
  subscription("refund.requested", refundPayment, (event) => ({ refundId: String(event.data.refundId) })),
  subscription("number.requested", allocateNumberJob, (event) => ({ numberId: event.subjectId })),
  subscription("call.stale", settleCall, ({ data }) => ({
    externalId: String(data.externalId),
    from: typeof data.from === "string" ? data.from : null,
    to: String(data.to),
  })),
  ...[
    "payment_link.ready",
    "payment_link.resend",
    "order.paid",
    "order.cancelled",
    "order.expired",
    "order.refunded",
    "payment.mismatch",
    "refund.failed",
    "call.missed",
    "callback.requested",
    "voicemail.received",
    "message.received",
  ].map(write),
  subscription("sms.queued", sendSms, message),
  subscription("email.queued", sendEmail, message),
];
