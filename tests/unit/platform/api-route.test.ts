import { describe, expect, test } from "vitest";
import { apiRoute, methods } from "../../../functions/platform/api-route.ts";
import type { Chassis } from "../../../functions/platform/chassis.ts";
import { AppError, ProviderError } from "../../../functions/platform/errors.ts";
import { echo, errorOf, getOrder, owner, refund, send } from "./api-route-samples.ts";
import { fakeChassis } from "./support.ts";

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
