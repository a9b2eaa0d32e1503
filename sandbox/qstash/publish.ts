import { createHash } from "node:crypto";
import type { Scheduler } from "../kernel/scheduler.ts";
import { type Books, keepBody, newId } from "./books.ts";
import type { Engine } from "./engine.ts";
import { isUrl, optional } from "./order.ts";
import { type Endpoint, type Message, type Order, Refusal } from "./types.ts";

/** QStash's own window; longer protection is the product's to give. */
const DEDUPLICATION_MS = 10 * 60_000;

export type Published = { messageId: string; url?: string; deduplicated?: true };

export type Publisher = {
  /**
   * Takes an order on for a URL, or for each endpoint of a URL group (then an array).
   * @throws Refusal 404 when the group does not exist, 400 when the destination is neither.
   */
  publish(destination: string, order: Order): Published | Published[];
};

export function createPublisher(scheduler: Scheduler, books: Books, engine: Engine): Publisher {
  const { seen } = books;

  /** Oldest first in the table, so only what has expired is looked at. */
  const forgetExpired = (now: number) => {
    for (const [key, { until }] of seen.entries()) {
      if (until > now) return;
      seen.delete(key);
    }
  };

  const publishOne = (order: Order, endpoint: Endpoint, topicName?: string): Published => {
    const now = scheduler.now();
    forgetExpired(now);
    const key = order.deduplicationId && [order.deduplicationId, topicName && endpoint.url].join("|");
    const earlier = key ? seen.get(key) : undefined;
    if (earlier) return { messageId: earlier.messageId, url: endpoint.url, deduplicated: true };

    const message = toMessage(order, endpoint, now, topicName);
    if (order.queueName) ensureQueue(books, order.queueName, now);
    engine.accept(message);
    if (key) seen.set(key, { messageId: message.messageId, until: now + DEDUPLICATION_MS });
    return { messageId: message.messageId, url: endpoint.url };
  };

  return {
    publish(destination, order) {
      if (isUrl(destination)) return publishOne(order, { url: destination });
      const group = books.groups.get(destination);
      if (group) return group.endpoints.map((endpoint) => publishOne(order, endpoint, group.name));
      if (/^[\w.-]+$/.test(destination)) throw new Refusal(404, `url group ${destination} not found`);
      throw new Refusal(400, `invalid destination url: ${destination} (must start with http:// or https://)`);
    },
  };
}

/** The id that makes equal messages equal: destination, body, content type and forwarded headers. */
export function contentId(destination: string, order: Order): string {
  const header = Object.entries(order.header).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([destination, header]))
    .update(order.body)
    .digest("hex");
}

function toMessage(order: Order, endpoint: Endpoint, now: number, topicName?: string): Message {
  const { body, delayMs, retries, deduplicationId: _, ...rest } = order;
  return {
    ...rest,
    messageId: newId("msg"),
    url: endpoint.url,
    ...optional("topicName", topicName),
    ...optional("endpointName", topicName && endpoint.name),
    ...keepBody(body),
    createdAt: now,
    notBefore: now + delayMs,
    nextDelivery: now + delayMs,
    maxRetries: retries,
    retried: 0,
  };
}

/** A queue comes into being with its first message. */
export function ensureQueue(books: Books, name: string, now: number): void {
  if (books.queues.has(name)) return;
  books.queues.set(name, { name, parallelism: 1, paused: false, createdAt: now, updatedAt: now });
}
