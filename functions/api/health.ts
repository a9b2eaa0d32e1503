import { Hono } from "hono";
import { healthContract } from "../domain/operations/contracts.ts";
import { checkHealth } from "../domain/operations/health.ts";
import { apiRoute } from "../platform/api-route.ts";
import { readEnv } from "../platform/env.ts";
import { errorProperties } from "../platform/log.ts";
import { type Probes, probesFor } from "../wiring/health.ts";

type Deps = { probes: (requestId: string) => Probes };

/** 503 when the product cannot do its job, so that a load balancer looks elsewhere. */
export const createHealth = (resolve: () => Deps) =>
  apiRoute(healthContract, resolve, async ({ probes }, { requestId, log, now }) => {
    const health = await checkHealth(probes(requestId), (part, error) =>
      log.warn("a part is down", { part, ...errorProperties(error) }),
    );
    const body = { ...health, time: now.toISOString() };
    return Response.json(body, {
      status: health.status === "down" ? 503 : 200,
      headers: { "Cache-Control": "no-store" },
    });
  });

const health = createHealth(() => ({ probes: (requestId) => probesFor(readEnv(), requestId) }));

// Load balancers ask at the short address, which a rewrite leads here unchanged.
const app = new Hono();
app.all("/health", (c) => health.fetch(new Request(new URL("/api/health", c.req.url), c.req.raw), c.env));
app.route("/", health);

export default app;
