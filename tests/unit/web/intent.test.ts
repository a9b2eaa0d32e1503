import { describe, expect, test } from "vitest";
import { ApiError } from "../../../web/src/api/errors.ts";
import { createIntents } from "../../../web/src/api/intent.ts";

function intents() {
  let made = 0;
  return createIntents(() => `key-${++made}`);
}

describe("idempotency keys", () => {
  test.each(["offline", "unavailable", "internal", "provider_failed", "rate_limited"] as const)(
    "pressing again after %s sends the same key: it may have been done",
    (code) => {
      const { keyFor, settled } = intents();
      const first = keyFor({ body: { amountCents: 500 } });
      settled(new ApiError(code, "?"));
      expect(keyFor({ body: { amountCents: 500 } })).toBe(first);
    },
  );

  test.each(["conflict", "invalid_request", "forbidden"] as const)("after %s it is a new try", (code) => {
    const { keyFor, settled } = intents();
    const first = keyFor({});
    settled(new ApiError(code, "no"));
    expect(keyFor({})).not.toBe(first);
  });

  test("the same wish, once granted, is a new wish", () => {
    const { keyFor, settled } = intents();
    const first = keyFor({});
    settled();
    expect(keyFor({})).not.toBe(first);
  });

  test("asking for something else is a new wish even while the first is unsettled", () => {
    const { keyFor } = intents();
    expect(keyFor({ body: { amountCents: 500 } })).not.toBe(keyFor({ body: { amountCents: 600 } }));
  });
});
