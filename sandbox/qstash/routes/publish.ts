import { type Context, Hono } from "hono";
import { readOrder } from "../order.ts";
import type { Parts } from "../parts.ts";
import { contentId, type Published } from "../publish.ts";
import { type Order, Refusal } from "../types.ts";

type BatchItem = { destination: string; headers?: Record<string, string>; body?: string; queue?: string };

/** `/v2/publish`, `/v2/enqueue` and `/v2/batch`. */
export function publishRoutes({ publisher }: Parts): Hono {
  const app = new Hono();

  const publish = async (c: Context, after: RegExp, queueName?: string) => {
    const destination = destinationOf(c, after);
    const order = readOrder(headersOf(c), await bodyOf(c), Date.now(), callerIp(c));
    const published = publisher.publish(
      destination,
      withContentId(destination, headersOf(c), queueName ? { ...order, queueName } : order),
    );
    const duplicate = [published].flat().every((one) => one.deduplicated);
    return c.json(published, duplicate ? 202 : 200);
  };

  app.post("/v2/publish/*", (c) => publish(c, /\/v2\/publish\//));
  app.post("/v2/enqueue/:queue/*", (c) => publish(c, /\/v2\/enqueue\/[^/]+\//, c.req.param("queue")));

  app.post("/v2/batch", async (c) => {
    const items = (await c.req.json().catch(() => undefined)) as BatchItem[] | undefined;
    if (!Array.isArray(items)) throw new Refusal(400, "the body must be an array of messages");
    const publishItem = (item: BatchItem): Published | Published[] | { error: string } => {
      try {
        const headers = lowerCase(item.headers ?? {});
        const body = new TextEncoder().encode(item.body ?? "");
        const order = readOrder(headers, body, Date.now(), callerIp(c));
        const queued = item.queue ? { ...order, queueName: item.queue } : order;
        return publisher.publish(item.destination ?? "", withContentId(item.destination, headers, queued));
      } catch (error) {
        if (error instanceof Refusal) return { error: error.message };
        throw error;
      }
    };
    return c.json(items.map(publishItem));
  });

  return app;
}

function withContentId(destination: string, headers: Record<string, string>, order: Order): Order {
  const wanted = headers["upstash-content-based-deduplication"] === "true" && !order.deduplicationId;
  return wanted ? { ...order, deduplicationId: contentId(destination, order) } : order;
}

/** The raw rest of the address: a destination's own query belongs to it. */
export function destinationOf(c: Context, after: RegExp): string {
  const { pathname, search } = new URL(c.req.url);
  const raw = pathname.slice(after.exec(pathname)?.index ?? 0).replace(after, "") + search;
  const text = /^https?%3a/i.test(raw) ? decodeURIComponent(raw) : raw;
  // Some proxies fold the double slash.
  return text.replace(/^(https?:)\/(?!\/)/i, "$1//");
}

export const headersOf = (c: Context) => Object.fromEntries(c.req.raw.headers);

export const bodyOf = async (c: Context) => new Uint8Array(await c.req.arrayBuffer());

export const callerIp = (c: Context) => c.req.header("x-forwarded-for")?.split(",")[0]?.trim() || "127.0.0.1";

const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
