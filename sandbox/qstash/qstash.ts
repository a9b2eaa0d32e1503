import { Hono } from "hono";
import type { Kernel } from "../kernel/kernel.ts";
import { providerGate } from "../kernel/middleware.ts";
import { openBooks } from "./books.ts";
import { createCourier } from "./courier.ts";
import { createEngine } from "./engine.ts";
import { createHistory } from "./log.ts";
import type { Parts } from "./parts.ts";
import { createPublisher } from "./publish.ts";
import { dlqRoutes } from "./routes/dlq.ts";
import { flowRoutes } from "./routes/flow.ts";
import { messageRoutes } from "./routes/messages.ts";
import { publishRoutes } from "./routes/publish.ts";
import { queueRoutes } from "./routes/queues.ts";
import { scheduleRoutes } from "./routes/schedules.ts";
import { topicRoutes } from "./routes/topics.ts";
import { createSchedules } from "./schedules.ts";
import { createKeyRing } from "./signing.ts";
import { type QueueSnapshot, takeSnapshot } from "./snapshot.ts";
import { Refusal } from "./types.ts";

export type QstashOptions = { currentSigningKey: string; nextSigningKey: string; token: string };

export type Qstash = {
  /** Routes from `/v2/...`, behind the token. */
  app: Hono;
  /** Begins to deliver, first what was left in the books. Call it when the product listens. */
  start(): void;
  /** Stops delivering; what is undelivered stays in the books. */
  stop(): void;
  snapshot(): QueueSnapshot;
  /** Sends a dead letter again, as the console's button does. False when there is none of that id. */
  retry(dlqId: string): Promise<boolean>;
};

/** QStash on the wire: upstash.com/docs/qstash, as @upstash/qstash speaks it. */
export function createQstash(kernel: Kernel, options: QstashOptions): Qstash {
  const { scheduler } = kernel;
  const books = openBooks(kernel);
  const history = createHistory();
  const keys = createKeyRing(books, { current: options.currentSigningKey, next: options.nextSigningKey });
  const engine = createEngine(kernel, books, createCourier(kernel, keys, history), history);
  const publisher = createPublisher(scheduler, books, engine);
  const schedules = createSchedules(scheduler, books, publisher);
  kernel.stores.onReset(history.clear);
  const parts: Parts = { scheduler, books, engine, publisher, schedules, history, keys };

  const app = createApi(kernel, parts, options.token);

  return {
    app,
    start() {
      engine.start();
      schedules.start();
    },
    stop() {
      schedules.stop();
      engine.stop();
    },
    snapshot: () => takeSnapshot(parts),
    async retry(dlqId) {
      const headers = { authorization: `Bearer ${options.token}` };
      const path = `/v2/dlq/retry/${encodeURIComponent(dlqId)}`;
      return (await app.request(path, { method: "POST", headers })).ok;
    },
  };
}

function createApi(kernel: Kernel, parts: Parts, token: string): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: error.message }, error.status);
    console.error("sandbox qstash:", error);
    return c.json({ error: "internal error" }, 500);
  });
  app.notFound((c) => c.json({ error: `no such endpoint: ${c.req.method} ${c.req.path}` }, 404));

  app.use("/v2/*", providerGate({ ...kernel, faults: apiFaults(kernel) }, "qstash"));
  app.use("/v2/*", async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${token}`)
      return c.json({ error: "unauthorized: invalid token" }, 401);
    await next();
  });

  app.get("/v2/keys", (c) => c.json(parts.keys.get()));
  app.post("/v2/keys/rotate", (c) => c.json(parts.keys.rotate()));
  for (const routes of [
    publishRoutes,
    messageRoutes,
    dlqRoutes,
    queueRoutes,
    scheduleRoutes,
    topicRoutes,
    flowRoutes,
  ])
    app.route("/", routes(parts));
  return app;
}

/**
 * A publish request's path ends in its destination. Faults aimed at a destination are meant for the delivery, so
 * the API's gate sees the path without it.
 */
function apiFaults({ faults }: Kernel): Kernel["faults"] {
  return {
    ...faults,
    take: (provider, path, kinds) => faults.take(provider, path.replace(/https?:\/.*$/i, ""), kinds),
  };
}
