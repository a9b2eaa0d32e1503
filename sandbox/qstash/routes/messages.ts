import { Hono } from "hono";
import { matches, page, valuesOf } from "../filters.ts";
import type { Parts } from "../parts.ts";
import { presentLog, presentMessage } from "../present.ts";
import { Refusal } from "../types.ts";

/** `/v2/messages`, and the log as `/v2/events` (the SDK's) and `/v2/logs` (the OpenAPI document's). */
export function messageRoutes({ books, engine, history }: Parts): Hono {
  const app = new Hono();

  app.get("/v2/messages/:id", (c) => {
    const message = books.messages.get(c.req.param("id"));
    if (!message) throw new Refusal(404, `message ${c.req.param("id")} not found`);
    return c.json(presentMessage(message));
  });

  app.delete("/v2/messages/:id", (c) => {
    if (!engine.cancel(c.req.param("id"))) throw new Refusal(404, `message ${c.req.param("id")} not found`);
    return c.json({ cancelled: 1 }, 202);
  });

  app.delete("/v2/messages", async (c) => {
    const query = new URL(c.req.url).searchParams;
    const body = (await c.req.json().catch(() => ({}))) as { messageIds?: string[] };
    const ids = [...valuesOf(query, "messageIds"), ...(body.messageIds ?? [])];
    const wanted = ids.length
      ? ids
      : [...books.messages.values()]
          .filter((message) => matches(query, { ...message, time: message.createdAt }))
          .map((message) => message.messageId);
    return c.json({ cancelled: wanted.filter((id) => engine.cancel(id)).length });
  });

  const logs = (url: string) => {
    const query = new URL(url).searchParams;
    const entries = history.log.newestFirst().filter(({ message, ...entry }) => {
      const { time, state, responseStatus } = entry;
      return matches(query, { ...message, time, state, ...(responseStatus && { responseStatus }) });
    });
    const { items, cursor } = page(query, entries);
    return { shown: items.map(presentLog), ...(cursor && { cursor }) };
  };

  app.get("/v2/events", (c) => {
    const { shown, ...rest } = logs(c.req.url);
    return c.json({ events: shown, ...rest });
  });
  app.get("/v2/logs", (c) => {
    const { shown, ...rest } = logs(c.req.url);
    return c.json({ logs: shown, ...rest });
  });

  return app;
}
