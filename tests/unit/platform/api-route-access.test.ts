import { describe, expect, test } from "vitest";
import type { Contract } from "../../../functions/platform/contract.ts";
import { echo, errorOf, getOrder, owner } from "./api-route-samples.ts";
import { MERCHANT, OTHER_MERCHANT } from "./support.ts";

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
