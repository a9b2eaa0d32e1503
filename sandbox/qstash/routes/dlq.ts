import { type Context, Hono } from "hono";
import { bodyBytes, newId } from "../books.ts";
import { matches, page, type Query, valuesOf } from "../filters.ts";
import { readOrder } from "../order.ts";
import type { Parts } from "../parts.ts";
import { presentDeadLetter } from "../present.ts";
import { type DeadLetter, type Message, Refusal } from "../types.ts";
import { callerIp, headersOf } from "./publish.ts";

/** `/v2/dlq`: what could not be delivered, to be looked at, thrown away, or sent again. */
export function dlqRoutes({ books, engine, scheduler }: Parts): Hono {
  const { deadLetters } = books;
  const app = new Hono();

  const select = (query: Query): DeadLetter[] => {
    const ids = valuesOf(query, "dlqIds");
    if (ids.length) return ids.flatMap((id) => deadLetters.get(id) ?? []);
    return [...deadLetters.values()].filter((letter) => matches(query, { ...letter, time: letter.failedAt }));
  };

  const find = (id: string): DeadLetter => {
    const letter = deadLetters.get(id);
    if (!letter) throw new Refusal(404, `dead letter ${id} not found`);
    return letter;
  };

  /** Taken from the front each time, so the cursor only says that there is more. */
  const takePage = (c: Context) => {
    const query = new URL(c.req.url).searchParams;
    query.delete("cursor");
    return page(query, select(query));
  };

  const retry = (c: Context, letter: DeadLetter) => {
    const message = revive(letter, headersOf(c), scheduler.now(), callerIp(c));
    engine.accept(message);
    deadLetters.delete(letter.dlqId);
    return { messageId: message.messageId };
  };

  app.get("/v2/dlq", (c) => {
    const query = new URL(c.req.url).searchParams;
    const { items, cursor } = page(query, select(query));
    return c.json({ messages: items.map(presentDeadLetter), ...(cursor && { cursor }) });
  });

  app.delete("/v2/dlq", (c) => {
    const { items, cursor } = takePage(c);
    for (const letter of items) deadLetters.delete(letter.dlqId);
    return c.json({ deleted: items.length, ...(cursor && { cursor }) });
  });

  app.post("/v2/dlq/retry", (c) => {
    const { items, cursor } = takePage(c);
    return c.json({ responses: items.map((letter) => retry(c, letter)), ...(cursor && { cursor }) }, 201);
  });
  app.post("/v2/dlq/retry/:id", (c) => c.json(retry(c, find(c.req.param("id"))), 201));

  app.get("/v2/dlq/:id", (c) => c.json(presentDeadLetter(find(c.req.param("id")))));
  app.delete("/v2/dlq/:id", (c) => {
    deadLetters.delete(find(c.req.param("id")).dlqId);
    return c.json({ deleted: 1 });
  });

  return app;
}

/** A new message with the old one's contents; headers of the retry request override its settings. */
function revive(letter: DeadLetter, headers: Record<string, string>, now: number, caller: string): Message {
  const { dlqId, failedAt, responseStatus, responseHeader, responseBody, responseBodyBase64, ...old } =
    letter;
  const order = readOrder(headers, bodyBytes(old), Date.now(), caller);
  const due = now + order.delayMs;
  return {
    ...old,
    messageId: newId("msg"),
    createdAt: now,
    notBefore: due,
    nextDelivery: due,
    retried: 0,
    ...(headers["upstash-retries"] && { maxRetries: order.retries }),
    ...(order.retryDelay && { retryDelay: order.retryDelay }),
    ...(headers["upstash-timeout"] && { timeoutMs: order.timeoutMs }),
    ...(order.callback && { callback: order.callback }),
    ...(order.failureCallback && { failureCallback: order.failureCallback }),
  };
}
