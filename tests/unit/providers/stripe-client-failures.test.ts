import { describe, expect, test } from "vitest";
import type { ProviderError } from "../../../functions/platform/errors.ts";
import { json, refusedUrl, reset, serve, silent } from "./support/server.ts";
import { client, failure, order } from "./support/stripe-client.ts";

describe("failures are sorted by what may be done about them", () => {
  const declined = { error: { type: "card_error", code: "card_declined", message: "no" } };
  const mismatch = { error: { type: "idempotency_error", message: "other parameters" } };
  test.each([
    [
      "a declined card",
      json(402, declined),
      { kind: "permanent", status: 402, providerCode: "card_declined" },
    ],
    ["the key used for something else", json(400, mismatch), { kind: "permanent", status: 400 }],
    ["the key in use right now", json(409, mismatch), { kind: "retry", status: 409 }],
    ["a revoked account", json(403, { error: { message: "no access" } }), { kind: "permanent", status: 403 }],
    ["too many", json(429, { error: {} }, { "retry-after": "2" }), { kind: "retry", retryAfter: 2 }],
    ["their fault", json(500, { error: { message: "oops" } }), { kind: "unknown", status: 500 }],
    ["an answer that is not JSON", (response) => response.end("<html>"), { kind: "unknown" }],
    ["no answer in time", silent, { kind: "unknown" }],
    ["a line cut after sending", reset, { kind: "unknown" }],
  ] satisfies [string, Parameters<typeof serve>[0], Partial<ProviderError>][])(
    "%s",
    async (_, answer, expected) => {
      await using server = await serve(answer);
      await expect(client(server.url).createCheckout(order)).rejects.toEqual(failure(expected));
      expect(server.seen).toHaveLength(1);
    },
  );

  test("nobody there: certainly not done", async () => {
    await expect(client(await refusedUrl()).createCheckout(order)).rejects.toEqual(
      failure({ kind: "retry" }),
    );
  });

  test("a read that timed out is simply repeated", async () => {
    await using server = await serve(silent);
    await expect(client(server.url).ping()).rejects.toEqual(failure({ kind: "retry" }));
  });
});
