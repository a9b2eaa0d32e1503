import * as z from "zod/mini";
import { isoTime } from "./form.ts";
import { readAnswer, type TwilioRest } from "./rest.ts";
import { type MessageStatus, messageStatusOf } from "./translate-message.ts";

/** `to` and `from` in E.164; `statusCallback` is absolute (`callbackUrl`). */
export type OutboundSms = { to: string; from: string; body: string; statusCallback?: string };

/**
 * What an earlier attempt may have left at Twilio. `sentAfter` is when that attempt began (ISO 8601);
 * `notSids` are messages already known to belong to others of ours, so that the same words sent twice on
 * purpose are not taken for one.
 */
export type SmsTrace = { to: string; from: string; body: string; sentAfter: string; notSids?: string[] };

export type SentSms = { sid: string; status: MessageStatus };

const message = z.object({ sid: z.string(), status: z.string() });
const listed = z.extend(message, {
  body: z.string(),
  direction: z.string(),
  date_created: z.nullish(z.string()),
});
const messageList = z.object({ messages: z.array(listed) });

/** Twilio's times are whole seconds, and its clock need not be ours. */
const CLOCK_SLACK_MS = 5_000;

/**
 * Sends a text. Twilio has no idempotency key for this: after an `unknown` failure ask `findSms` before
 * sending again.
 * @throws ProviderError: `providerCode` 21610 the person said STOP (see OPTED_OUT), 21211 and 21614 bad numbers.
 */
export async function sendSms(rest: TwilioRest, sms: OutboundSms): Promise<SentSms> {
  const response = await rest.post("/Messages.json", {
    To: sms.to,
    From: sms.from,
    Body: sms.body,
    StatusCallback: sms.statusCallback,
  });
  return toSent(readAnswer(response, message));
}

/**
 * The message an attempt with unknown outcome did leave, or null. Searched by To and From and matched by words
 * and time here: Twilio's own filter is on the day sent, which a message still in its queue may not have.
 */
export async function findSms(rest: TwilioRest, trace: SmsTrace): Promise<SentSms | null> {
  const response = await rest.get("/Messages.json", { To: trace.to, From: trace.from, PageSize: 200 });
  const { messages } = readAnswer(response, messageList);
  const since = Date.parse(trace.sentAfter) - CLOCK_SLACK_MS;
  const found = messages.find(
    (candidate) =>
      candidate.direction.startsWith("outbound") &&
      !trace.notSids?.includes(candidate.sid) &&
      sameWords(candidate.body, trace.body) &&
      Date.parse(isoTime(candidate.date_created ?? undefined) ?? "") >= since,
  );
  return found ? toSent(found) : null;
}

const toSent = ({ sid, status }: { sid: string; status: string }): SentSms => ({
  sid,
  status: messageStatusOf(status) ?? "queued",
});

const sameWords = (one: string, other: string): boolean =>
  one.normalize().trim() === other.normalize().trim();
