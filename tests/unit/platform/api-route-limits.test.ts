import { describe, expect, test } from "vitest";
import * as z from "zod";
import { apiRoute } from "../../../functions/platform/api-route.ts";
import { defineContract } from "../../../functions/platform/contract.ts";
import { AppError } from "../../../functions/platform/errors.ts";
import { base, echo, errorOf, getOrder, owner, send } from "./api-route-samples.ts";
import { countingLimiter, fakeChassis } from "./support.ts";

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
