import type { Kernel } from "../kernel/kernel.ts";
import { bodyBytes } from "./books.ts";
import { sign } from "./signing.ts";
import type { Attempt, Message } from "./types.ts";

/** Belong to one connection, never to the message. */
const HOP_BY_HOP = ["connection", "content-length", "host", "keep-alive", "transfer-encoding", "upgrade"];
const MAX_KEPT_RESPONSE = 1_048_576;

/**
 * One real HTTP request to the destination, signed as QStash signs. Never throws.
 * The time-out runs in real time: the product's work does not get faster with the sandbox's clock.
 * @param stopped aborts it when the sandbox stops.
 */
export async function attemptDelivery(
  kernel: Kernel,
  message: Message,
  signingKey: string,
  stopped: AbortSignal,
): Promise<Attempt> {
  const body = message.method === "GET" ? new Uint8Array() : bodyBytes(message);
  const headers = deliveryHeaders(message, sign(signingKey, message.url, body));
  const entry = kernel.requests.add({
    provider: "qstash",
    direction: "to-product",
    method: message.method,
    path: message.url,
    headers,
    body: new TextDecoder().decode(body),
  });
  const started = Date.now();
  const attempt = await send(message, headers, body, stopped);
  if (attempt.status !== undefined) entry.status = attempt.status;
  entry.response = attempt.error ?? new TextDecoder().decode(attempt.body);
  return { ...attempt, durationMs: Date.now() - started };
}

async function send(
  message: Message,
  headers: Record<string, string>,
  body: Uint8Array,
  stopped: AbortSignal,
): Promise<Omit<Attempt, "durationMs">> {
  const timeout = AbortSignal.timeout(Math.max(1, Math.min(message.timeoutMs, 2_000_000_000)));
  try {
    const response = await fetch(message.url, {
      method: message.method,
      headers,
      redirect: "manual",
      signal: AbortSignal.any([timeout, stopped]),
      ...(message.method !== "GET" && { body: Buffer.from(body) }),
    });
    const answer = new Uint8Array(await response.arrayBuffer()).subarray(0, MAX_KEPT_RESPONSE);
    return { status: response.status, header: headerLists(response.headers), body: answer };
  } catch (error) {
    return { header: {}, body: new Uint8Array(), error: timeout.aborted ? "timeout" : reasonOf(error) };
  }
}

/** Source: upstash.com/docs/qstash/howto/receiving. */
function deliveryHeaders(message: Message, signature: string): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(message.header).filter(([name]) => !HOP_BY_HOP.includes(name))),
    "user-agent": "Upstash-QStash",
    "upstash-signature": signature,
    "upstash-message-id": message.messageId,
    "upstash-retried": String(message.retried),
    "upstash-caller-ip": message.callerIp,
    ...(message.scheduleId && { "upstash-schedule-id": message.scheduleId }),
    ...(message.topicName && { "upstash-topic-name": message.topicName }),
  };
}

function headerLists(headers: Headers): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of headers) lists[name] = [...(lists[name] ?? []), value];
  return lists;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "request failed";
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
