import { afterAll, beforeAll, expect, test } from "vitest";
import { createHealth } from "../../functions/api/health.ts";
import { readEnv } from "../../functions/platform/env.ts";
import { probesFor } from "../../functions/wiring/health.ts";
import { openWorld, type World } from "../harness/suites/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Health = { status: string; parts: Record<string, { state: string; detail?: string }> };
const health = async () => {
  const response = await world.send("/api/health");
  return { status: response.status, body: (await response.json()) as Health };
};

test("200 and ok when every part answers, at both addresses", async () => {
  const { status, body } = await health();
  expect(status).toBe(200);
  expect(body.status).toBe("ok");
  expect(Object.keys(body.parts).sort()).toEqual([
    ...["auth", "database", "email", "payments", "queue", "rateLimits", "telephony"],
  ]);
  expect((await fetch(`${world.url}/health`)).status).toBe(200);
});

test.each([
  ["telephony", { provider: "twilio", status: 500 }],
  ["payments", { provider: "stripe", status: 401 }],
  ["rateLimits", { provider: "redis", status: 503 }],
])("200 and degraded without %s: calls are still taken", async (part, fault) => {
  await world.control("POST", "/faults", { ...fault, count: 5 });
  const { status, body } = await health();
  await world.control("DELETE", "/faults");
  expect(status).toBe(200);
  expect(body.status).toBe("degraded");
  expect(body.parts[part]?.state).toMatch(/down|degraded/);
  expect(body.parts.database?.state).toBe("ok");
});

test("503 and down without the queue: what is promised would not happen", async () => {
  await world.control("POST", "/faults", { provider: "qstash", status: 500, count: 5 });
  const { status, body } = await health();
  await world.control("DELETE", "/faults");
  expect([status, body.status, body.parts.queue?.state]).toEqual([503, "down", "down"]);
});

test("503 and down without the database, saying no more than that", async () => {
  const { status, body } = await world.withoutDatabase(health);
  expect([status, body.status]).toEqual([503, "down"]);
  expect(body.parts.database).toEqual({ state: "down", detail: "does not answer" });
});

test("a provider that is not configured is told as such, and nothing is wrong", async () => {
  const { twilio: _twilio, stripe: _stripe, smtp: _smtp, ...bare } = readEnv();
  const app = createHealth(() => ({ probes: (requestId) => probesFor(bare, requestId) }));
  const response = await app.request("/api/health");
  const body = (await response.json()) as Health;
  expect([response.status, body.status]).toEqual([200, "ok"]);
  for (const part of ["telephony", "payments", "email"])
    expect(body.parts[part]).toEqual({ state: "not_configured" });
});
