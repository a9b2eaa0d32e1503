import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { apiRoute, methods } from "../../../functions/platform/api-route.ts";
import type { Chassis } from "../../../functions/platform/chassis.ts";
import { type Contract, defineContract } from "../../../functions/platform/contract.ts";
import { AppError, ProviderError } from "../../../functions/platform/errors.ts";
import { countingLimiter, fakeChassis, MERCHANT, OTHER_MERCHANT } from "./support.ts";

const base = { summary: "", tag: "test", response: z.unknown() } as const;
const getOrder = defineContract({
  ...base,
  method: "GET",
  path: "/api/orders/:id",
  auth: "merchant",
  scope: "orders:read",
  params: z.object({ id: z.coerce.number().int() }),
  query: z.object({ expand: z.array(z.string()).optional(), limit: z.coerce.number().max(50).default(20) }),
});
const refund = defineContract({
  ...base,
  method: "POST",
  path: "/api/orders/:id",
  auth: "merchant",
  roles: ["owner"],
  idempotent: true,
  body: z.object({ amountCents: z.int().min(1), why: z.object({ text: z.string() }).optional() }),
  status: 201,
});

const owner = { authorization: "Bearer owner" };
const json = { ...owner, "content-type": "application/json" };
const send = (body: unknown, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { ...json, ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A route of this contract that answers what it was given. */
const echo = (contract: Contract, chassis: Chassis = fakeChassis()) =>
  apiRoute(
    contract,
    () => ({ chassis }),
    (_, ctx, input) => ({ input, actor: ctx.actor.kind, merchant: ctx.merchant?.merchantId ?? null }),
  );

const errorOf = async (response: Response) => (await response.json()).error;

describe("who may", () => {
  test("a member reads, with parameters parsed and repeated ones as a list", async () => {
    const response = await echo(getOrder).request("/api/orders/7?expand=a&expand=b", { headers: owner });
    expect(response.status).toBe(200);
    const input = { params: { id: 7 }, query: { expand: ["a", "b"], limit: 20 } };
    expect(await response.json()).toEqual({ input, actor: "user", merchant: MERCHANT });
  });

  test.each<[number, string, Contract, string, Record<string, string>]>([
    [401, "unauthenticated", getOrder, "/api/orders/7", {}],
    [404, "not_found", getOrder, "/api/orders/7", { ...owner, "x-merchant-id": OTHER_MERCHANT }],
    [404, "not_found", getOrder, "/api/orders/7", { ...owner, "x-merchant-id": "' or 1=1" }],
    [
      404,
      "not_found",
      getOrder,
      "/api/orders/7",
      { authorization: "Bearer key", "x-merchant-id": OTHER_MERCHANT },
    ],
    [
      403,
      "forbidden",
      { ...getOrder, scope: "orders:write" },
      "/api/orders/7",
      { authorization: "Bearer key" },
    ],
    [403, "forbidden", { ...getOrder, scope: undefined }, "/api/orders/7", { authorization: "Bearer key" }],
    [403, "forbidden", { ...getOrder, roles: ["owner"] }, "/api/orders/7", { authorization: "Bearer staff" }],
    [403, "forbidden", { ...getOrder, auth: "user" }, "/api/orders/7", { authorization: "Bearer key" }],
    [403, "forbidden", { ...getOrder, auth: "operator" }, "/api/orders/7", owner],
    [401, "unauthenticated", { ...getOrder, auth: "operator" }, "/api/orders/7", {}],
  ])("%i %s", async (status, code, contract, path, headers) => {
    const response = await echo(contract).request(path, { headers });
    expect([response.status, (await errorOf(response)).code]).toEqual([status, code]);
  });

  test("a key with the scope, the operator, and anybody where it is public", async () => {
    const asked: [Contract, string | undefined][] = [
      [getOrder, "Bearer key"],
      [{ ...getOrder, auth: "operator" }, "Bearer operator"],
      [{ ...getOrder, auth: "public" }, undefined],
    ];
    for (const [contract, authorization] of asked) {
      const headers = authorization ? { authorization } : undefined;
      expect((await echo(contract).request("/api/orders/7", { headers })).status).toBe(200);
    }
  });

  test("the merchant may be named by the path", async () => {
    const contract = { ...getOrder, path: "/api/m/:m/:id", merchantParam: "m" } as const;
    const at = (merchant: string) => echo(contract).request(`/api/m/${merchant}/7`, { headers: owner });
    expect((await at(MERCHANT)).status).toBe(200);
    expect((await at(OTHER_MERCHANT)).status).toBe(404);
  });
});

describe("bad input is a clear 4xx", () => {
  test.each<[number, string, string, RequestInit]>([
    [400, "amountCents", "a wrong field", send({ amountCents: 0 })],
    [400, "why.text", "a nested field", send({ amountCents: 1, why: {} })],
    [400, "amountCents", "a missing body", { method: "POST", headers: owner }],
    [400, "body", "broken JSON", send("{")],
    [400, "Idempotency-Key", "a bad key", send({ amountCents: 1 }, { "idempotency-key": "a b" })],
  ])("%i naming %s for %s", async (status, field, _, init) => {
    const response = await echo(refund).request("/api/orders/7", init);
    const error = await errorOf(response);
    expect(response.status).toBe(status);
    expect(error.code).toBe("invalid_request");
    expect(error.details[0].field).toBe(field);
    expect(error.requestId).toBe(response.headers.get("x-request-id"));
  });

  test("415 for another type of body", async () => {
    const response = await echo(refund).request(
      "/api/orders/7",
      send("a=1", { "content-type": "text/plain" }),
    );
    expect([response.status, (await errorOf(response)).code]).toEqual([415, "unsupported_media_type"]);
  });

  test("413 in our envelope, whether the size is announced or streamed", async () => {
    const large = JSON.stringify({ amountCents: 1, why: { text: "x".repeat(70_000) } });
    const streamed = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 70; i++) controller.enqueue(new TextEncoder().encode("x".repeat(1000)));
        controller.close();
      },
    });
    const announced = { ...send(large), headers: { ...json, "content-length": String(large.length) } };
    for (const init of [announced, { ...send(""), body: streamed, duplex: "half" }]) {
      const response = await echo(refund).request("/api/orders/7", init);
      expect([response.status, (await errorOf(response)).code]).toEqual([413, "payload_too_large"]);
    }
  });

  test("405 with Allow for another method, 404 for another address, both in our envelope", async () => {
    const route = methods(echo(getOrder), echo(refund));
    const put = await route.request("/api/orders/7", { method: "PUT", headers: owner });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect((await errorOf(put)).code).toBe("method_not_allowed");
    expect((await errorOf(await route.request("/api/nothing"))).code).toBe("not_found");
  });
});

describe("every answer", () => {
  test("of several methods comes from the route of that method", async () => {
    const route = methods(echo(getOrder), echo(refund));
    expect((await route.request("/api/orders/7", { headers: owner })).status).toBe(200);
    expect((await route.request("/api/orders/7", send({ amountCents: 5 }))).status).toBe(201);
    expect((await route.request("/api/orders/7", { method: "HEAD", headers: owner })).status).toBe(200);
  });

  test("carries the caller's request id, security headers and limits", async () => {
    const headers = { ...owner, "x-request-id": "request-12345" };
    const response = await echo(getOrder).request("/api/orders/7", { headers });
    expect(response.headers.get("x-request-id")).toBe("request-12345");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cache-control")).toBe("no-store");
    for (const name of ["limit", "remaining", "reset"]) {
      expect(response.headers.get(`ratelimit-${name}`)).toMatch(/^\d+$/);
    }
  });

  test("may be read by our own web app only", async () => {
    const ask = (origin: string, method = "OPTIONS") =>
      echo(refund).request("/api/orders/7", {
        method,
        headers: { origin, "access-control-request-method": "POST" },
      });
    const preflight = await ask("https://app.example");
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("https://app.example");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
    const refused = await ask("https://app.example", "POST");
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://app.example");
    expect((await ask("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("that is a Response passes as it is, with our headers", async () => {
    const route = apiRoute(
      { ...getOrder, auth: "public" },
      () => ({ chassis: fakeChassis() }),
      () => Response.redirect("https://pay.example/x", 302),
    );
    const response = await route.request("/api/orders/7");
    expect([response.status, response.headers.get("location")]).toEqual([302, "https://pay.example/x"]);
    expect(response.headers.get("x-request-id")).toBeTruthy();
  });
});

describe("failure", () => {
  const failing = (error: unknown) =>
    apiRoute(
      getOrder,
      () => ({ chassis: fakeChassis() }),
      () => Promise.reject(error),
    ).request("/api/orders/7", { headers: owner });

  test("of ours is a 500 that gives nothing away", async () => {
    const response = await failing(new Error("password=hunter2"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/hunter2|stack/);
  });

  test("of a provider is a 502, of configuration a 503 with Retry-After where it helps", async () => {
    expect((await failing(new ProviderError("x", { provider: "stripe", kind: "retry" }))).status).toBe(502);
    const away = await failing(new AppError("unavailable", "Later.", { retryAfter: 3 }));
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "3"]);
  });

  test("to resolve the dependencies is answered in our envelope, also to a browser", async () => {
    const route = apiRoute(
      getOrder,
      (): { chassis: Chassis } => {
        throw new Error("The environment is not complete: SECRETS_KEY");
      },
      () => null,
    );
    const response = await route.request("/api/orders/7", {
      headers: { ...owner, origin: "https://a.example" },
    });
    expect(response.status).toBe(500);
    expect((await errorOf(response)).code).toBe("internal");
  });
});

describe("limits", () => {
  test("429 with Retry-After for an address without a session; people have their own", async () => {
    const chassis = fakeChassis({ limiter: countingLimiter({ anonymous: 2 }) });
    const route = echo({ ...getOrder, auth: "public" }, chassis);
    const from = (address: string, more = {}) =>
      route.request("/api/orders/7", { headers: { "x-forwarded-for": `${address}, 10.0.0.1`, ...more } });
    expect([(await from("1.1.1.1")).status, (await from("1.1.1.1")).status]).toEqual([200, 200]);
    const third = await from("1.1.1.1");
    expect([third.status, third.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(third.headers.get("ratelimit-remaining")).toBe("0");
    expect((await errorOf(third)).code).toBe("rate_limited");
    expect((await from("2.2.2.2")).status).toBe(200);
    expect((await from("1.1.1.1", owner)).status).toBe(200);
  });

  test("guessing credentials counts against the address", async () => {
    const chassis = fakeChassis({
      limiter: countingLimiter({ anonymous: 1 }),
      authenticate: () => Promise.reject(new AppError("unauthenticated", "no")),
    });
    const route = echo(getOrder, chassis);
    expect((await route.request("/api/orders/7", { headers: owner })).status).toBe(401);
    expect((await route.request("/api/orders/7", { headers: owner })).status).toBe(429);
  });

  const login = defineContract({
    ...base,
    method: "POST",
    path: "/api/login",
    auth: "public",
    limit: "signIn",
    body: z.object({ email: z.string(), password: z.string() }),
  });
  const loginRoute = () =>
    apiRoute(
      login,
      () => ({ chassis }),
      (_, __, { body }) => {
        if (body.password !== "right") throw new AppError("unauthenticated", "Wrong.");
        return { ok: true };
      },
    );
  let chassis = fakeChassis();

  test("five failed sign-ins lock account and address; a success clears, another account is free", async () => {
    chassis = fakeChassis({ limiter: countingLimiter({ signIn: 5 }) });
    const route = loginRoute();
    const attempt = async (email: string, password: string) =>
      (await route.request("/api/login", send({ email, password }))).status;
    for (let i = 0; i < 4; i++) expect(await attempt("A@b.example", "wrong")).toBe(401);
    expect(await attempt("a@b.example", "right")).toBe(200);
    for (let i = 0; i < 5; i++) expect(await attempt("a@b.example", "wrong")).toBe(401);
    expect(await attempt("a@b.example ", "right")).toBe(429);
    expect(await attempt("other@b.example", "right")).toBe(200);
  });

  test("a probe is not limited", async () => {
    const limiter = countingLimiter();
    await echo({ ...getOrder, auth: "public", limit: "none" }, fakeChassis({ limiter })).request(
      "/api/orders/7",
    );
    expect(limiter.used.size).toBe(0);
  });
});

describe("an idempotency key", () => {
  const counted = (fail: { next?: unknown } = {}) => {
    let runs = 0;
    const route = apiRoute(refund, lazyDeps(), async (_, __, { body }) => {
      const error = fail.next;
      fail.next = undefined;
      if (error) throw error;
      await setTimeout(10);
      runs += 1;
      return { run: runs, amount: body.amountCents };
    });
    const post = (amountCents: number, key = "key-1") =>
      route.request("/api/orders/7", send({ amountCents }, { "idempotency-key": key }));
    return { post, runs: () => runs };
  };
  const lazyDeps = () => {
    const chassis = fakeChassis();
    return () => ({ chassis });
  };

  test("makes a repeated write answer the same without doing it again", async () => {
    const { post, runs } = counted();
    const [first, second] = [await post(5), await post(5)];
    expect([first.status, second.status, runs()]).toEqual([201, 201, 1]);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await second.json()).toEqual(await first.json());
    await post(5, "key-2");
    expect(runs()).toBe(2);
  });

  test("is refused with another body", async () => {
    const { post } = counted();
    await post(5);
    const response = await post(6);
    expect([response.status, (await errorOf(response)).code]).toEqual([409, "idempotency_mismatch"]);
  });

  test("is free again after a failure", async () => {
    const { post, runs } = counted({ next: new Error("boom") });
    expect((await post(5)).status).toBe(500);
    expect((await post(5)).status).toBe(201);
    expect(runs()).toBe(1);
  });

  test("asks the second of two at once to wait", async () => {
    const { post, runs } = counted();
    const statuses = (await Promise.all([post(5), post(5)])).map(({ status }) => status).sort();
    expect([statuses, runs()]).toEqual([[201, 409], 1]);
  });
});
