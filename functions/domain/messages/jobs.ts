import * as z from "zod/mini";
import { type JobSpec, soon } from "../../platform/job-spec.ts";

/** Turns an event into the messages it leads to, and queues them. */
export const composeMessagesJob = {
  name: "compose-messages",
  ...soon(5),
  payload: z.object({
    type: z.string().check(z.maxLength(100)),
    subjectType: z.string().check(z.maxLength(100)),
    subjectId: z.uuid(),
    data: z.record(z.string(), z.unknown()),
  }),
} as const satisfies JobSpec;

const word = z.string().check(z.minLength(1), z.maxLength(256));
const messageId = z.object({ messageId: z.uuid() });

/** The carrier takes so many a second per installation; QStash holds the rest back. */
export const sendSms = {
  name: "send-sms",
  ...soon(5),
  flow: (env) => ({ key: "sms", rate: env.sms.perSecond, period: "1s" }),
  payload: messageId,
} as const satisfies JobSpec;

export const sendEmail = {
  name: "send-email",
  ...soon(5),
  flow: (env) => ({ key: "email", rate: env.email.perSecond, period: "1s" }),
  payload: messageId,
} as const satisfies JobSpec;

/**
 * Takes in a text whose webhook could not reach the database. Of the installation: nobody could say whose number it is.
 * `answered` is what the sender has been told already, or null.
 */
export const receiveSms = {
  name: "receive-sms",
  ...soon(5),
  scope: "installation",
  payload: z.object({
    sid: word,
    from: word,
    to: word,
    body: z.string().check(z.maxLength(10_000)),
    locale: z.nullable(z.enum(["en", "fr"])),
    action: z.nullable(z.enum(["stop", "start", "help"])),
    at: z.iso.datetime(),
    answered: z.nullable(z.string().check(z.maxLength(1000))),
  }),
} as const satisfies JobSpec;
