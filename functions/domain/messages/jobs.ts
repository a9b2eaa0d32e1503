import * as z from "zod/mini";
import type { JobSpec } from "../../platform/job-spec.ts";

/** Turns an event into the messages it leads to, and queues them. */
export const composeMessagesJob = {
  name: "compose-messages",
  retries: 5,
  payload: z.object({
    type: z.string().check(z.maxLength(100)),
    subjectType: z.string().check(z.maxLength(100)),
    subjectId: z.uuid(),
    data: z.record(z.string(), z.unknown()),
  }),
} as const satisfies JobSpec;

const messageId = z.object({ messageId: z.uuid() });

/** The carrier takes so many a second per installation; QStash holds the rest back. */
export const sendSms = {
  name: "send-sms",
  retries: 5,
  flow: (env) => ({ key: "sms", rate: env.sms.perSecond, period: "1s" }),
  payload: messageId,
} as const satisfies JobSpec;

export const sendEmail = {
  name: "send-email",
  retries: 5,
  flow: (env) => ({ key: "email", rate: env.email.perSecond, period: "1s" }),
  payload: messageId,
} as const satisfies JobSpec;
