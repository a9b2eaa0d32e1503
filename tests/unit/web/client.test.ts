import { describe, expect, test } from "vitest";
import { loginContract } from "../../../functions/domain/accounts/contracts.ts";
import { createItemContract } from "../../../functions/domain/catalogue/contracts.ts";
import { getOrderContract, listOrdersContract } from "../../../functions/domain/orders/contracts.ts";
import { createClient } from "../../../web/src/api/client.ts";

type Seen = { method: string; url: string; headers: Headers; body: string };

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

/** A client over answers given in order, and what it sent. */
function clientOver(answers: (Response | Error)[], { token = "t1", renewed = "t2" as string | null } = {}) {
  const seen: Seen[] = [];
  const client = createClient({
    origin: "https://app.example",
    async fetch(input) {
      const request = new Request(input);
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: await request.text() });
      const answer = answers[seen.length - 1];
      if (!answer || answer instanceof Error) throw answer ?? new TypeError("no answer left");
      return answer;
    },
    tokens: { current: async () => token, renew: async () => renewed },
    merchantId: () => "m1",
    newId: () => "made-here",
  });
  return { client, seen };
}

const id = "0197c0de-0000-7000-8000-000000000001";

describe("what is sent", () => {
  test("path, query, token and merchant are of the contract", async () => {
    const { client, seen } = clientOver([json({ items: [], nextCursor: null })]);
    await client.call(listOrdersContract, { query: { status: "paid", limit: 5, cursor: undefined } });
    expect(seen[0]?.url).toBe("https://app.example/api/orders?status=paid&limit=5");
    expect(seen[0]?.headers.get("authorization")).toBe("Bearer t1");
    expect(seen[0]?.headers.get("x-merchant-id")).toBe("m1");
  });

  test("a public route gets neither token nor merchant", async () => {
    const { client, seen } = clientOver([json({})]);
    await client.call(loginContract, { body: { email: "a@b.ca", password: "x" } });
    expect(seen[0]?.headers.has("authorization")).toBe(false);
    expect(seen[0]?.headers.has("x-merchant-id")).toBe(false);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual({ email: "a@b.ca", password: "x" });
  });

  test("an idempotent write carries the key of its intent, a read carries none", async () => {
    const { client, seen } = clientOver([json({}), json({}), json({})]);
    const request = { body: { name: "Poutine", priceCents: 995 } };
    await client.call(createItemContract, request, { idempotencyKey: "intent" });
    await client.call(createItemContract, request);
    await client.call(getOrderContract, { params: { id } });
    expect(seen.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["intent", "made-here", null]);
  });

  test("a path parameter that is missing throws before anything is sent", async () => {
    const { client, seen } = clientOver([json({})]);
    await expect(client.call(getOrderContract, { params: {} as { id: string } })).rejects.toThrow("id");
    expect(seen).toHaveLength(0);
  });
});

describe("an expired token", () => {
  test("is renewed, and the same request with its body and key goes out once more", async () => {
    const { client, seen } = clientOver([json({}, 401), json({ id })]);
    await client.call(
      createItemContract,
      { body: { name: "Frites", priceCents: 5 } },
      { idempotencyKey: "k" },
    );
    expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer t1", "Bearer t2"]);
    expect(seen[1]?.body).toBe(seen[0]?.body);
    expect(seen[1]?.headers.get("idempotency-key")).toBe("k");
  });

  test("that cannot be renewed ends in `unauthenticated` without a second try", async () => {
    const { client, seen } = clientOver([json({}, 401)], { renewed: null });
    await expect(client.call(listOrdersContract, { query: {} })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(seen).toHaveLength(1);
  });

  test("a second 401 is not tried a third time", async () => {
    const { client, seen } = clientOver([json({}, 401), json({}, 401)]);
    await expect(client.call(listOrdersContract, { query: {} })).rejects.toMatchObject({ status: 401 });
    expect(seen).toHaveLength(2);
  });
});

describe("failures", () => {
  test("our envelope becomes its code, request id, fields and waiting time", async () => {
    const error = {
      code: "rate_limited",
      message: "slow down",
      requestId: "r1",
      details: [{ field: "body.email", message: "bad" }],
    };
    const { client } = clientOver([json({ error }, 429, { "retry-after": "42" })]);
    await expect(client.call(listOrdersContract, { query: {} })).rejects.toMatchObject({
      code: "rate_limited",
      status: 429,
      requestId: "r1",
      retryAfter: 42,
      fields: [{ field: "body.email", message: "bad" }],
    });
  });

  test.each([
    [502, "unavailable"],
    [504, "unavailable"],
    [404, "not_found"],
    [500, "internal"],
  ])("a %i of a gateway, without our envelope, is `%s`", async (status, code) => {
    const { client } = clientOver([new Response("<html>Bad gateway</html>", { status })]);
    await expect(client.call(listOrdersContract, { query: {} })).rejects.toMatchObject({ code, status });
  });

  test("no answer at all is `offline`", async () => {
    const { client } = clientOver([new TypeError("fetch failed")]);
    await expect(client.call(listOrdersContract, { query: {} })).rejects.toMatchObject({
      code: "offline",
      status: 0,
    });
  });

  test("an aborted request is not called offline", async () => {
    const stop = new AbortController();
    stop.abort();
    const { client } = clientOver([new DOMException("aborted", "AbortError")]);
    const call = client.call(listOrdersContract, { query: {} }, { signal: stop.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
