import { Hono } from "hono";
import type { FlowSettings } from "../books.ts";
import { GLOBAL_PARALLELISM } from "../gates.ts";
import { readPositive } from "../order.ts";
import type { Parts } from "../parts.ts";
import { Refusal } from "../types.ts";

/** `/v2/flowControl` and `/v2/globalParallelism`. */
export function flowRoutes({ books, engine }: Parts): Hono {
  const app = new Hono();

  const change = (key: string, settings: FlowSettings) => {
    books.flow.set(key, settings);
    engine.gates().flowGate(key)?.pump();
  };

  app.get("/v2/flowControl", (c) =>
    c.json(
      engine
        .gates()
        .flowKeys()
        .map((key) => describeFlow(key, books, engine)),
    ),
  );
  app.get("/v2/flowControl/:key", (c) => {
    const key = c.req.param("key");
    if (!engine.gates().flowKeys().includes(key)) throw new Refusal(404, `flow control ${key} not found`);
    return c.json(describeFlow(key, books, engine));
  });

  app.post("/v2/flowControl/:key/:action", (c) => {
    const { key, action } = c.req.param();
    const settings = books.flow.get(key) ?? {};
    if (action === "pause") change(key, { ...settings, paused: true });
    else if (action === "resume") change(key, { ...settings, paused: false });
    else if (action === "pin") change(key, { ...settings, ...pinnedBy(new URL(c.req.url).searchParams) });
    else if (action === "unpin") change(key, unpin(settings, new URL(c.req.url).searchParams));
    else if (action === "resetRate") engine.gates().flowGate(key)?.resetRate();
    else throw new Refusal(404, "not found");
    return c.json({});
  });

  app.get("/v2/globalParallelism", (c) =>
    c.json({ parallelismMax: GLOBAL_PARALLELISM, parallelismCount: engine.gates().global.state().active }),
  );

  return app;
}

/** A flow-control key as the API shows it; the period is in seconds. */
export function describeFlow(key: string, books: Parts["books"], engine: Parts["engine"]) {
  const gates = engine.gates();
  const limits = gates.flowLimits(key);
  const state = gates.flowGate(key)?.state();
  const settings = books.flow.get(key);
  return {
    flowControlKey: key,
    waitListSize: state?.waiting.length ?? 0,
    parallelismMax: limits?.parallelism ?? 0,
    parallelismCount: state?.active ?? 0,
    rateMax: limits?.rate ?? 0,
    rateCount: state?.rateCount ?? 0,
    ratePeriod: (limits?.periodMs ?? 1_000) / 1_000,
    ratePeriodStart: Math.floor((state?.periodStart ?? 0) / 1_000),
    isPaused: settings?.paused ?? false,
    isPinnedParallelism: settings?.parallelism !== undefined,
    isPinnedRate: settings?.rate !== undefined,
  };
}

function pinnedBy(query: URLSearchParams): FlowSettings {
  const read = (name: string) => readPositive(name, query.get(name) ?? undefined);
  const parallelism = read("parallelism");
  const rate = read("rate");
  if (!parallelism && !rate) throw new Refusal(400, "provide a parallelism or a rate");
  return {
    ...(parallelism && { parallelism }),
    ...(rate && { rate, periodMs: (read("period") ?? 1) * 1_000 }),
  };
}

function unpin(settings: FlowSettings, query: URLSearchParams): FlowSettings {
  const { parallelism, rate, periodMs, ...rest } = settings;
  return {
    ...rest,
    ...(query.get("parallelism") !== "true" && parallelism && { parallelism }),
    ...(query.get("rate") !== "true" && rate && { rate, ...(periodMs && { periodMs }) }),
  };
}
