import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Log } from "../../../functions/platform/log.ts";
import { createLimiter, limitHeaders, overLimit, POLICIES } from "../../../functions/platform/rate-limit.ts";
import { createKernel } from "../../../sandbox/kernel/kernel.ts";
import { createRedis } from "../../../sandbox/redis/redis.ts";
import { listen } from "./support.ts";

function fakeLog() {
  const warnings: string[] = [];
  const log: Log = { debug() {}, info() {}, warn: (message) => warnings.push(message), error() {} };
  return { log, warnings };
}

/** Upstash's protocol, with its Lua scripts run for real. */
async function redis(): Promise<{ url: string; token: string }> {
  const { app } = createRedis(createKernel({ baseUrl: "http://localhost" }), { token: "t" });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: "t" };
}

test("the limits are the promised ones", () => {
  const { anonymous, user, key, signIn } = POLICIES;
  expect([anonymous.requests, anonymous.seconds]).toEqual([100, 15 * 60]);
  expect([user.requests, user.seconds]).toEqual([100, 60]);
  expect([key.requests, key.seconds]).toEqual([100, 60]);
  expect([signIn.requests, signIn.seconds]).toEqual([5, 15 * 60]);
});

describe("over redis", () => {
  test("two instances share one count, each identifier has its own, and a reset clears it", async () => {
    const shared = await redis();
    const [one, two] = [createLimiter(shared), createLimiter(shared)];
    const remaining: number[] = [];
    for (const limiter of [one, two, one, two, one]) {
      const decision = await limiter.consume("signIn", "a");
      expect(decision.allowed).toBe(true);
      remaining.push(decision.remaining);
    }
    expect(remaining).toEqual([4, 3, 2, 1, 0]);
    const sixth = await two.consume("signIn", "a");
    expect(sixth).toMatchObject({ allowed: false, limit: 5, remaining: 0 });
    expect(sixth.resetSeconds).toBeGreaterThan(0);
    expect(sixth.resetSeconds).toBeLessThanOrEqual(900);
    expect((await two.consume("signIn", "b")).allowed).toBe(true);
    await two.reset("signIn", "a");
    expect((await two.consume("signIn", "a")).allowed).toBe(true);
  });
});

describe("with redis away", () => {
  test.each<[string, () => Promise<string>]>([
    ["refusing", async () => "http://127.0.0.1:9"],
    ["broken", () => listen((_, response) => void response.writeHead(500).end("{}"))],
    ["mute", () => listen(() => {})],
  ])("(%s) requests are let through in time, and the log hears of it once", async (_, address) => {
    const { log, warnings } = fakeLog();
    const limiter = createLimiter({ url: await address(), token: "t" }, log);
    const started = Date.now();
    expect(await limiter.consume("user", "u")).toMatchObject({ allowed: true, limit: 100 });
    expect(await limiter.consume("user", "u")).toMatchObject({ allowed: true });
    expect(Date.now() - started).toBeLessThan(4000);
    expect(warnings).toHaveLength(1);
  });

  test("sign-in is still limited, by this process, until the window ends", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const limiter = createLimiter(undefined, fakeLog().log);
    for (let i = 0; i < 5; i++) expect((await limiter.consume("signIn", "a")).allowed).toBe(true);
    expect(await limiter.consume("signIn", "a")).toMatchObject({ allowed: false, resetSeconds: 900 });
    expect((await limiter.consume("signIn", "b")).allowed).toBe(true);
    vi.setSystemTime(Date.now() + 900_001);
    expect((await limiter.consume("signIn", "a")).allowed).toBe(true);
  });

  test("a success clears the count of this process too", async () => {
    const limiter = createLimiter(undefined, fakeLog().log);
    for (let i = 0; i < 5; i++) await limiter.consume("signIn", "a");
    await limiter.reset("signIn", "a");
    expect((await limiter.consume("signIn", "a")).allowed).toBe(true);
  });
});

test("a limit is told in headers and a refusal says when to come back", () => {
  const decision = { allowed: false, limit: 5, remaining: 0, resetSeconds: 61 };
  expect(limitHeaders(decision)).toEqual({
    "RateLimit-Limit": "5",
    "RateLimit-Remaining": "0",
    "RateLimit-Reset": "61",
  });
  expect(overLimit("signIn", decision)).toMatchObject({ code: "rate_limited", retryAfter: 61 });
  expect(overLimit("signIn", decision).message).toContain("2 min");
});
