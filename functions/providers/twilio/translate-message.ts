import * as z from "zod/mini";
import type { MessageView } from "../../domain/messages/contracts.ts";
import { count, optionalWord, parseForm, word } from "./form.ts";
import { smsErrorText } from "./sms-errors.ts";
import type { TwilioParams } from "./verify.ts";

export type MessageStatus = MessageView["status"];

const MESSAGE_STATUS: Record<string, MessageStatus> = {
  accepted: "queued",
  scheduled: "queued",
  queued: "queued",
  sending: "sending",
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  partially_delivered: "delivered",
  undelivered: "undelivered",
  failed: "failed",
  canceled: "failed",
  receiving: "received",
  received: "received",
};

/** Twilio's word for a message's state as ours, or null for a word we do not know. */
export const messageStatusOf = (said: string): MessageStatus | null => MESSAGE_STATUS[said] ?? null;

const inboundSms = z.object({
  MessageSid: word,
  From: word,
  To: word,
  Body: z.optional(z.string().check(z.maxLength(10_000))),
  NumMedia: optionalWord,
  OptOutType: optionalWord,
  MessagingServiceSid: optionalWord,
});

/**
 * A text from a customer. `optOut` is set when Twilio itself recognised STOP, START or HELP and has already
 * replied (Advanced Opt-Out): answer nothing then. `from` may be a short code.
 */
export function toInboundSms(params: TwilioParams) {
  const form = parseForm(inboundSms, params);
  return {
    messageSid: form.MessageSid,
    from: form.From,
    to: form.To,
    body: form.Body ?? "",
    mediaCount: count(form.NumMedia),
    optOut: optOutOf(form.OptOutType),
    eventId: form.MessageSid,
  };
}
export type InboundSms = ReturnType<typeof toInboundSms>;

function optOutOf(said: string | undefined): "stop" | "start" | "help" | null {
  const type = said?.toLowerCase();
  return type === "stop" || type === "start" || type === "help" ? type : null;
}

const messageProgress = z.object({
  MessageSid: word,
  MessageStatus: word,
  To: optionalWord,
  From: optionalWord,
  ErrorCode: optionalWord,
});

/**
 * How a text we sent fares, or null when Twilio uses a word we do not know. Twilio does not keep these in order:
 * the state machine behind must only move forward. The key is message and status, each of which comes once.
 */
export function toMessageProgress(params: TwilioParams) {
  const form = parseForm(messageProgress, params);
  const status = messageStatusOf(form.MessageStatus);
  if (!status) return null;
  const errorCode = form.ErrorCode && form.ErrorCode !== "0" ? form.ErrorCode : null;
  return {
    messageSid: form.MessageSid,
    status,
    to: form.To || null,
    errorCode,
    error: errorCode && smsErrorText(errorCode),
    eventId: `${form.MessageSid}:${form.MessageStatus}`,
  };
}
export type MessageProgress = NonNullable<ReturnType<typeof toMessageProgress>>;
