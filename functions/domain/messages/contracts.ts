import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { id, locale, page, pageOf, time } from "../shared/schemas.ts";

/** `suppressed`: not sent because the person said STOP. */
export const messageStatus = z.enum([
  "queued",
  "sending",
  "sent",
  "delivered",
  "failed",
  "undelivered",
  "received",
  "suppressed",
]);

export const messageView = z.object({
  id,
  direction: z.enum(["outbound", "inbound"]),
  channel: z.enum(["sms", "email"]),
  to: z.string(),
  from: z.string().nullable(),
  template: z.string().nullable(),
  locale,
  subject: z.string().nullable(),
  body: z.string(),
  status: messageStatus,
  error: z.string().nullable(),
  orderId: id.nullable(),
  callId: id.nullable(),
  createdAt: time,
  sentAt: time.nullable(),
  deliveredAt: time.nullable(),
});
export type MessageView = z.infer<typeof messageView>;

export const listMessagesContract = defineContract({
  method: "GET",
  path: "/api/messages",
  summary: "Messages sent and received, newest first",
  tag: "messages",
  auth: "merchant",
  scope: "messages:read",
  query: page.extend({ orderId: id.optional(), callId: id.optional() }),
  response: pageOf(messageView),
});
