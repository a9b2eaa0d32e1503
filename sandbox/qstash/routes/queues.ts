import { Hono } from "hono";
import type { Parts } from "../parts.ts";
import { type Queue, Refusal } from "../types.ts";

/** `/v2/queues`: ordered delivery, so many at a time. */
export function queueRoutes({ books, engine, scheduler }: Parts): Hono {
  const { queues, messages } = books;
  const app = new Hono();

  const put = (name: string, change: Partial<Queue>) => {
    const now = Math.floor(scheduler.now());
    const queue = queues.get(name) ?? { name, parallelism: 1, paused: false, createdAt: now, updatedAt: now };
    queues.set(name, { ...queue, ...change, updatedAt: now });
    engine.gates().queue(name).pump();
  };

  const find = (name: string): Queue => {
    const queue = queues.get(name);
    if (!queue) throw new Refusal(404, `queue ${name} not found`);
    return queue;
  };

  const present = (queue: Queue) => ({
    ...queue,
    lag: [...messages.values()].filter((message) => message.queueName === queue.name).length,
  });

  app.post("/v2/queues", async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as Partial<Record<string, unknown>>;
    const { queueName, parallelism = 1, paused = false } = body;
    if (typeof queueName !== "string" || !queueName) throw new Refusal(400, "queueName is required");
    if (!Number.isInteger(parallelism) || Number(parallelism) < 1)
      throw new Refusal(400, "parallelism must be a positive integer");
    put(queueName, { parallelism: Number(parallelism), paused: paused === true });
    return c.json({});
  });
  app.get("/v2/queues", (c) => c.json([...queues.values()].map(present)));
  app.get("/v2/queues/:name", (c) => c.json(present(find(c.req.param("name")))));
  app.delete("/v2/queues/:name", (c) => {
    const name = c.req.param("name");
    for (const message of [...messages.values()])
      if (message.queueName === name) engine.cancel(message.messageId);
    queues.delete(name);
    return c.json({});
  });
  app.post("/v2/queues/:name/pause", (c) => {
    put(c.req.param("name"), { paused: true });
    return c.json({});
  });
  app.post("/v2/queues/:name/resume", (c) => {
    put(c.req.param("name"), { paused: false });
    return c.json({});
  });

  return app;
}
