import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createKernel } from "../../sandbox/kernel/kernel.ts";
import { createRedis } from "../../sandbox/redis/redis.ts";

let redis: Redis;

beforeEach(() => {
  const kernel = createKernel({ baseUrl: "http://redis.test/_sandbox" });
  const app = new Hono().route("/_sandbox/redis", createRedis(kernel, { token: "t" }).app);
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => app.request(new Request(input, init)));
  redis = new Redis({ url: "http://redis.test/_sandbox/redis", token: "t", enableTelemetry: false });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

type Limiter = ConstructorParameters<typeof Ratelimit>[0]["limiter"];
const algorithms: [string, Limiter][] = [
  ["fixed window", Ratelimit.fixedWindow(3, "10 s")],
  ["sliding window", Ratelimit.slidingWindow(3, "10 s")],
  ["token bucket", Ratelimit.tokenBucket(3, "10 s", 3)],
];

describe.each(algorithms)("%s", (_, limiter) => {
  test("lets so many through, then none, and counts each caller for itself", async () => {
    const limit = new Ratelimit({ redis, limiter, ephemeralCache: false });
    const results = [];
    for (let i = 0; i < 5; i++) results.push(await limit.limit("caller"));
    expect(results.map(({ success }) => success)).toEqual([true, true, true, false, false]);
    expect(results.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0]);
    expect(results[0]?.reset).toBeGreaterThan(Date.now() - 1_000);
    expect((await limit.limit("another")).success).toBe(true);
    expect((await limit.getRemaining("another")).remaining).toBe(2);
  });

  test("lets through again when the window has passed, and after a reset", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const limit = new Ratelimit({ redis, limiter, ephemeralCache: false });
    const drain = async () => {
      for (let i = 0; i < 3; i++) await limit.limit("caller");
      return (await limit.limit("caller")).success;
    };
    expect(await drain()).toBe(false);
    vi.setSystemTime(Date.now() + 25_000);
    expect((await limit.limit("caller")).success).toBe(true);
    expect(await drain()).toBe(false);
    await limit.resetUsedTokens("caller");
    expect((await limit.limit("caller")).success).toBe(true);
  });

  test("a hundred at once: exactly the limit", async () => {
    const limit = new Ratelimit({ redis, limiter, ephemeralCache: false });
    const results = await Promise.all(Array.from({ length: 100 }, () => limit.limit("caller")));
    expect(results.filter(({ success }) => success)).toHaveLength(3);
  });
});

test("cached fixed window: blocks from its cache, without asking again", async () => {
  const limit = new Ratelimit({
    redis,
    limiter: Ratelimit.cachedFixedWindow(2, "10 s"),
    ephemeralCache: new Map(),
  });
  const results = [];
  for (let i = 0; i < 4; i++) {
    const result = await limit.limit("caller");
    await result.pending;
    results.push(result.success);
  }
  expect(results).toEqual([true, true, false, false]);
});
