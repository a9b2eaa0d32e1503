import { beforeAll, describe, expect, test } from "vitest";
import { expectContracted, expectMarked, expectNamed, expectRefusal } from "./answers.ts";
import { takesKeys } from "./keyed.ts";
import {
  type ApiRouteCase,
  arranged,
  ask,
  type Bench,
  callerOf,
  changingNothing,
  type Parts,
} from "./route-bench.ts";
import { closedToOthers, closedToStrangers, keepsToItsMerchant } from "./route-trust.ts";
import { openShop } from "./shop.ts";
import { contractsAt, type SendInit, type World } from "./world.ts";

/** What every API route promises, whatever it does. `world` is asked for when the tests run. */
export function apiRouteSuite(route: ApiRouteCase, world: () => World): void {
  const { contract } = route;
  describe(`${contract.method} ${contract.path}`, () => {
    const bench = {} as Bench;
    beforeAll(async () => {
      const [shop, other] = await Promise.all([openShop(world()), openShop(world())]);
      Object.assign(bench, { world: world(), route, shop, other, caller: callerOf(contract, shop, world()) });
    });
    answers(route, bench);
    edges(route, bench);
    if (contract.auth !== "public") closedToStrangers(bench);
    if (contract.auth === "merchant") keepsToItsMerchant(route, bench);
    if (contract.auth === "user" || contract.auth === "operator") closedToOthers(route, bench);
    if (contract.body) refusesBadBodies(route, bench);
    if (route.bad) namesBadFields(route.bad, bench);
    if (contract.idempotent) takesKeys(contract, bench);
  });
}

function answers(route: ApiRouteCase, bench: Bench): void {
  const { contract } = route;
  test(`${contract.status ?? 200} with what the contract promises`, async () => {
    const response = await ask(bench, await arranged(bench), { as: bench.caller });
    if (!route.answers) return void (await expectContracted(contract, response));
    expectMarked(response);
    await route.answers(response, bench.shop, bench.world);
  });
}

function edges({ contract, aloof }: ApiRouteCase, bench: Bench): void {
  test("the caller's request id comes back; security headers say what a browser may do", async () => {
    const parts = await arranged(bench);
    const response = await ask(bench, parts, {
      as: bench.caller,
      headers: { "x-request-id": "request-of-mine" },
    });
    await response.body?.cancel();
    expect(response.headers.get("x-request-id")).toBe("request-of-mine");
    expect(response.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("405 for another method, with those there are", async () => {
    const allowed = contractsAt(contract.path).map(({ method }) => method as string);
    const other = ["DELETE", "PUT", "PATCH", "POST"].find((method) => !allowed.includes(method)) ?? "";
    const response = await ask(bench, await arranged(bench), { as: bench.caller, method: other });
    await expectRefusal(response, 405, "method_not_allowed");
    expect(response.headers.get("allow")?.split(", ").sort()).toEqual([...allowed].sort());
  });

  test("CORS: the web app may ask and read, another site may not", async () => {
    const parts = await arranged(bench);
    const preflight = (origin: string) =>
      ask(bench, parts, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": contract.method },
      });
    const ours = await preflight(bench.world.url);
    expect(ours.status).toBe(204);
    expect(ours.headers.get("access-control-allow-origin")).toBe(bench.world.url);
    expect(ours.headers.get("access-control-allow-methods")).toContain(contract.method);
    expect(ours.headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
    const theirs = await preflight("https://evil.example");
    expect(theirs.headers.get("access-control-allow-origin")).toBeNull();
  });

  test.runIf(contract.limit !== "none")("the answer says how much of the limit is left", async () => {
    const response = await ask(bench, await arranged(bench), { as: bench.caller });
    await response.body?.cancel();
    expect(Number(response.headers.get("ratelimit-limit"))).toBeGreaterThan(0);
    expect(Number(response.headers.get("ratelimit-remaining"))).toBeGreaterThanOrEqual(0);
  });

  test.runIf(contract.auth !== "public" && !aloof)("503 in our envelope without the database", async () => {
    const parts = await arranged(bench);
    const response = await bench.world.withoutDatabase(() => ask(bench, parts, { as: bench.caller }));
    await expectRefusal(response, 503, "unavailable");
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });
}

function refusesBadBodies({ contract }: ApiRouteCase, bench: Bench): void {
  const refused = async (init: SendInit, status: number, code: Parameters<typeof expectRefusal>[2]) => {
    const parts = await arranged(bench);
    const response = await changingNothing(bench, () => ask(bench, parts, { as: bench.caller, ...init }));
    return expectRefusal(response, status, code);
  };

  test.each([
    ["not JSON", "{"],
    ["a list", "[]"],
    ["nothing but null", "null"],
    ["a text", '"hello"'],
  ])("400 naming the body when it is %s", async (_, body) =>
    expectNamed(await refused({ body }, 400, "invalid_request"), "body"),
  );

  test("415 for a form or a text", async () => {
    for (const type of ["application/x-www-form-urlencoded", "text/plain"]) {
      await refused({ body: "{}", headers: { "content-type": type } }, 415, "unsupported_media_type");
    }
  });

  test("413 when it is too big, said or found out", async () => {
    const body = JSON.stringify({ filler: "x".repeat(contract.maxBodyBytes ?? 64 * 1024) });
    await refused({ body }, 413, "payload_too_large");
    await refused({ body: "{}", headers: { "content-length": "9999999" } }, 413, "payload_too_large");
  });
}

function namesBadFields(bad: NonNullable<ApiRouteCase["bad"]>, bench: Bench): void {
  test.each(
    bad.map(({ field, parts }): [string, string, Parts] => [
      field,
      JSON.stringify(parts).slice(0, 60),
      parts,
    ]),
  )("400 naming %s: %s", async (field, _, wrong) => {
    const parts = { ...(await arranged(bench)), ...wrong };
    const response = await changingNothing(bench, () => ask(bench, parts, { as: bench.caller }));
    expectNamed(await expectRefusal(response, 400, "invalid_request"), field);
  });
}
