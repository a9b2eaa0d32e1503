import { Redis } from "@upstash/redis";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createKernel, type Kernel } from "../../sandbox/kernel/kernel.ts";
import { createRedis } from "../../sandbox/redis/redis.ts";
import { pause } from "./qstash-harness.ts";

const TOKEN = "redis-token-of-the-tests";
const URL_OF_REDIS = "http://redis.test/_sandbox/redis";

let kernel: Kernel;
let app: Hono;
let redis: Redis;

/** The real client over the real protocol, without a socket. */
beforeEach(() => {
  kernel = createKernel({ baseUrl: "http://redis.test/_sandbox", timeScale: 100 });
  app = new Hono().route("/_sandbox/redis", createRedis(kernel, { token: TOKEN }).app);
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => app.request(new Request(input, init)));
  redis = new Redis({ url: URL_OF_REDIS, token: TOKEN, enableTelemetry: false, retry: false });
});
afterEach(() => vi.unstubAllGlobals());

const post = (path: string, body: unknown, token = TOKEN) =>
  app.request(`${URL_OF_REDIS}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("the wire", () => {
  test("401 without the token", async () => {
    expect((await post("", ["PING"], "wrong")).status).toBe(401);
  });

  test.each([
    ["an unknown command", ["FROB"], /unknown command 'FROB'/],
    ["too few arguments", ["GET"], /wrong number of arguments for 'get'/],
    ["a name of Object's", ["constructor"], /unknown command/],
    ["no array", { a: 1 }, /must be a command/],
    ["no JSON", "{", /must be a command/],
  ])("400 with an error for %s", async (_, body, message) => {
    const response = await post("", body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(message);
  });

  test("a pipeline answers each command in its place, errors too", async () => {
    const response = await post("/pipeline", [
      ["SET", "n", 1],
      ["LPUSH", "n", "x"],
      ["INCR", "n"],
    ]);
    expect(await response.json()).toEqual([
      { result: "OK" },
      { error: "WRONGTYPE Operation against a key holding the wrong kind of value" },
      { result: 2 },
    ]);
  });

  test("a transaction with a wrong command does nothing", async () => {
    const response = await post("/multi-exec", [["SET", "a", "1"], ["FROB"]]);
    expect(response.status).toBe(400);
    expect(await redis.get("a")).toBeNull();
    expect(await redis.multi().set("a", 1).incr("a").exec()).toEqual(["OK", 2]);
  });

  test("accents and emoji survive the base64 encoding", async () => {
    await redis.set("k", "Québec 🍕");
    expect(await redis.get("k")).toBe("Québec 🍕");
    const raw = await app.request(URL_OF_REDIS, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "Upstash-Encoding": "base64" },
      body: JSON.stringify(["GET", "k"]),
    });
    expect(await raw.json()).toEqual({ result: Buffer.from("Québec 🍕").toString("base64") });
  });
});

describe("commands", () => {
  test("strings, counters and SET's conditions", async () => {
    expect(await redis.set("lock", "a", { nx: true })).toBe("OK");
    expect(await redis.set("lock", "b", { nx: true })).toBeNull();
    expect(await redis.set("lock", "c", { xx: true, get: true })).toBe("a");
    expect(await redis.incrby("n", 5)).toBe(5);
    expect(await redis.decr("n")).toBe(4);
    expect(await redis.incrbyfloat("f", 0.5)).toBe(0.5);
    expect(await redis.mset({ x: 1, y: { deep: true } })).toBe("OK");
    expect(await redis.mget("x", "y", "z")).toEqual([1, { deep: true }, null]);
    await expect(redis.incr("lock")).rejects.toThrow(/not an integer/);
    expect(await redis.getdel("lock")).toBe("c");
    expect(await redis.exists("lock", "x")).toBe(1);
  });

  test("keys expire on the sandbox's clock", async () => {
    await redis.set("k", "v", { ex: 10 });
    expect(await redis.ttl("k")).toBe(10);
    expect(await redis.ttl("none")).toBe(-2);
    await redis.set("stay", 1);
    expect(await redis.ttl("stay")).toBe(-1);
    expect(await redis.pexpire("stay", 5_000)).toBe(1);
    expect(await redis.persist("stay")).toBe(1);
    await pause(120); // 12 s
    expect(await redis.get("k")).toBeNull();
    expect(await redis.get("stay")).toBe(1);
    expect(await redis.keys("*")).toEqual(["stay"]);
  });

  test("hashes, sets and lists, gone when they are empty", async () => {
    expect(await redis.hset("h", { a: 1, b: "two" })).toBe(2);
    expect(await redis.hgetall("h")).toEqual({ a: 1, b: "two" });
    expect(await redis.hincrby("h", "a", 2)).toBe(3);
    expect(await redis.hmget("h", "a", "c")).toEqual({ a: 3, c: null });
    expect(await redis.hdel("h", "a", "b")).toBe(2);
    expect(await redis.exists("h")).toBe(0);

    expect(await redis.sadd("s", "a", "b", "a")).toBe(2);
    await redis.sadd("t", "b", "c");
    expect(await redis.sinter("s", "t")).toEqual(["b"]);
    expect(await redis.smismember("s", ["a", "z"])).toEqual([1, 0]);
    expect(await redis.scard("s")).toBe(2);

    await redis.rpush("l", "a", "b", "c");
    await redis.lpush("l", "z");
    expect(await redis.lrange("l", 0, -1)).toEqual(["z", "a", "b", "c"]);
    expect(await redis.lrem("l", 1, "a")).toBe(1);
    expect(await redis.ltrim("l", -1, -1)).toBe("OK");
    expect(await redis.lpop("l")).toBe("c");
    expect(await redis.exists("l")).toBe(0);
  });

  test("sorted sets by rank, by score, both ways", async () => {
    await redis.zadd("z", { score: 3, member: "c" }, { score: 1, member: "a" }, { score: 2, member: "b" });
    expect(await redis.zrange("z", 0, -1)).toEqual(["a", "b", "c"]);
    expect(await redis.zrange("z", 0, 0, { rev: true, withScores: true })).toEqual(["c", 3]);
    expect(await redis.zrange("z", "(1", "+inf", { byScore: true })).toEqual(["b", "c"]);
    expect(await redis.zadd("z", { gt: true, ch: true }, { score: 0, member: "a" })).toBe(0);
    expect(await redis.zincrby("z", 5, "a")).toBe(6);
    expect(await redis.zrank("z", "a")).toBe(2);
    expect(await redis.zremrangebyscore("z", 2, 3)).toBe(2);
    expect(await redis.zpopmax("z")).toEqual(["a", 6]);
    expect(await redis.zcard("z")).toBe(0);
  });

  test("SCAN visits every key that matches, in pages", async () => {
    for (let i = 0; i < 25; i++) await redis.set(`k:${i}`, i);
    await redis.set("other[1]", 1);
    const found: string[] = [];
    let cursor = "0";
    do {
      const [next, keys] = await redis.scan(cursor, { match: "k:*", count: 7 });
      found.push(...keys);
      cursor = next;
    } while (cursor !== "0");
    expect(found).toHaveLength(25);
    expect(await redis.keys("other\\[?\\]")).toEqual(["other[1]"]);
  });
});

describe("scripts", () => {
  test("EVALSHA asks for EVAL first, then knows the script", async () => {
    const script =
      "#!lua flags=allow-key-locking\nreturn {KEYS[1], ARGV[1], redis.call('INCRBY', KEYS[1], ARGV[1])}";
    const sha = await redis.scriptLoad(script);
    await expect(redis.evalsha("0".repeat(40), ["n"], ["2"])).rejects.toThrow(/NOSCRIPT/);
    expect(await redis.evalsha(sha, ["n"], ["2"])).toEqual(["n", 2, 2]);
    expect(await redis.eval(script, ["n"], ["3"])).toEqual(["n", 3, 5]);
    expect(await redis.scriptExists(sha, "x")).toEqual([1, 0]);
  });

  test("values convert as Redis converts them", async () => {
    expect(await redis.eval("return {1, 2.9, 'three', true, false, 'lost'}", [], [])).toEqual([
      1,
      2,
      "three",
      1,
      null,
      "lost",
    ]);
    expect(await redis.eval("return {1, nil, 3}", [], [])).toEqual([1]);
    expect(await redis.eval("return redis.call('GET', 'none') == false", [], [])).toBe(1);
    expect(await redis.eval("return redis.call('SET', 'k', 1)", [], [])).toBe("OK");
    expect(await redis.eval("return redis.call('SET', 'k', 1).ok", [], [])).toBe("OK");
  });

  test("milliseconds do not overflow, whole numbers are stored without a fraction", async () => {
    const script =
      "redis.call('SET', 'at', tonumber(ARGV[1]) + tonumber(ARGV[2]) * 2) return tonumber(ARGV[2]) * 2 + 1000";
    expect(await redis.eval(script, [], ["1763700000000", "1728000000"])).toBe(3_456_001_000);
    expect(await redis.eval("return redis.call('GET', 'at')", [], [])).toBe(1_767_156_000_000);
    expect(await redis.eval("return tostring(tonumber('7'))", [], [])).toBe(7);
  });

  test("errors reach the caller, and pcall catches them", async () => {
    await expect(redis.eval("return redis.call('INCR')", [], [])).rejects.toThrow(
      /wrong number of arguments/,
    );
    await expect(redis.eval("return redis.error_reply('MY own')", [], [])).rejects.toThrow(/MY own/);
    await expect(redis.eval("this is no lua", [], [])).rejects.toThrow(/compiling script/);
    await expect(redis.eval("error('boom')", [], [])).rejects.toThrow(/boom/);
    expect(await redis.eval("return redis.pcall('FROB').err ~= nil", [], [])).toBe(1);
    expect(await redis.ping()).toBe("PONG");
  });
});

test("a reset of the sandbox empties it", async () => {
  await redis.set("k", 1);
  kernel.stores.resetAll();
  expect(await redis.dbsize()).toBe(0);
});

test("faults strike Redis too", async () => {
  kernel.faults.add({ provider: "redis", kind: "status", value: 500, count: 1 });
  await expect(redis.get("k")).rejects.toThrow();
  expect(await redis.get("k")).toBeNull();
});
