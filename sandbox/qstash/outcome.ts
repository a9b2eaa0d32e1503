import { defaultBackoffMs, retryDelayMs } from "./backoff.ts";
import { bodyBytes, keepBody, newId } from "./books.ts";
import { askedDelayMs } from "./durations.ts";
import type { Attempt, Callback, DeadLetter, Message } from "./types.ts";

export type Outcome = { kind: "delivered" } | { kind: "failed" } | { kind: "retry"; delayMs: number };

const NON_RETRYABLE_STATUS = 489;

/**
 * What one attempt means: 2xx is done; 489 with `Upstash-NonRetryable-Error: true` fails at once; the rest is
 * tried again while retries are left, when the destination asks, else by the message's own expression, else by
 * the default back-off. Source: upstash.com/docs/qstash/features/retry.
 */
export function decide(message: Message, attempt: Attempt, realNow: number): Outcome {
  const { status, header } = attempt;
  if (status !== undefined && status >= 200 && status < 300) return { kind: "delivered" };
  const hopeless =
    status === NON_RETRYABLE_STATUS && header["upstash-nonretryable-error"]?.[0]?.toLowerCase() === "true";
  if (hopeless || message.retried >= message.maxRetries) return { kind: "failed" };
  return {
    kind: "retry",
    delayMs: askedDelayMs(header, realNow) ?? ownDelayMs(message) ?? defaultBackoffMs(message.retried + 1),
  };
}

function ownDelayMs(message: Message): number | undefined {
  if (!message.retryDelay) return undefined;
  try {
    return retryDelayMs(message.retryDelay, message.retried);
  } catch {
    return undefined;
  }
}

let deadLetters = 0;

/** The dead letter of a message whose last attempt this was. `now` is in provider milliseconds. */
export function bury(message: Message, attempt: Attempt, now: number): DeadLetter {
  const kept = keepBody(attempt.body);
  deadLetters += 1;
  return {
    ...message,
    dlqId: `${Math.floor(now)}-${deadLetters}`,
    failedAt: now,
    ...(attempt.status !== undefined && { responseStatus: attempt.status }),
    responseHeader: attempt.header,
    ...("body" in kept
      ? { responseBody: attempt.error ?? kept.body }
      : { responseBodyBase64: kept.bodyBase64 }),
  };
}

/**
 * The message that tells `callback.url` how an attempt at `source` ended.
 * Body as in upstash.com/docs/qstash/features/callbacks; `status` is 0 when there was no answer.
 */
export function callbackMessage(
  source: Message,
  attempt: Attempt,
  callback: Callback,
  now: number,
  dlqId?: string,
): Message {
  const body = {
    status: attempt.status ?? 0,
    header: attempt.header,
    body: Buffer.from(attempt.error ?? attempt.body).toString("base64"),
    retried: source.retried,
    maxRetries: source.maxRetries,
    ...(dlqId && { dlqId }),
    sourceMessageId: source.messageId,
    ...(source.topicName && { topicName: source.topicName }),
    ...(source.endpointName && { endpointName: source.endpointName }),
    url: source.url,
    method: source.method,
    sourceHeader: Object.fromEntries(Object.entries(source.header).map(([name, value]) => [name, [value]])),
    sourceBody: bodyBytes(source).toString("base64"),
    notBefore: Math.floor(source.notBefore),
    createdAt: Math.floor(source.createdAt),
    ...(source.scheduleId && { scheduleId: source.scheduleId }),
    callerIP: source.callerIp,
  };
  return {
    messageId: newId("msg"),
    url: callback.url,
    method: callback.method,
    header: callback.header,
    body: JSON.stringify(body),
    createdAt: now,
    notBefore: now + callback.delayMs,
    nextDelivery: now + callback.delayMs,
    maxRetries: callback.retries ?? source.maxRetries,
    retried: 0,
    ...(callback.retryDelay && { retryDelay: callback.retryDelay }),
    timeoutMs: callback.timeoutMs ?? source.timeoutMs,
    labels: source.labels,
    callerIp: source.callerIp,
  };
}
