import { expect, test } from "vitest";
import { json, serve } from "./support/server.ts";
import { client } from "./support/stripe-client.ts";

test("Stripe's notices do not go past our log to stderr", async () => {
  await using server = await serve(json(200, { object: "balance" }, { "stripe-notice": "look here" }));
  const written: unknown[] = [];
  const warn = process.emitWarning;
  process.emitWarning = (...said: unknown[]) => void written.push(said);
  try {
    await client(server.url).ping();
  } finally {
    process.emitWarning = warn;
  }
  expect(server.seen[0]?.path).toBe("/v1/balance");
  expect(written).toEqual([]);
});
