import { ApiError } from "./errors.ts";

/** After these it is unknown whether the server did it, so the next try must be recognised as the same. */
const UNSETTLED = ["offline", "internal", "unavailable", "provider_failed", "rate_limited"];

export type Intents = { keyFor(request: unknown): string; settled(error?: unknown): void };

/**
 * Idempotency keys: one for what a person means to do, kept while they press the button again because the
 * network failed, and new as soon as it was done, refused, or they ask for something else.
 */
export function createIntents(newId: () => string): Intents {
  let last: { request: string; key: string } | null = null;
  return {
    keyFor(request) {
      const text = JSON.stringify(request);
      if (last?.request !== text) last = { request: text, key: newId() };
      return last.key;
    },
    settled(error) {
      const unknown = error instanceof ApiError && UNSETTLED.includes(error.code);
      if (!unknown) last = null;
    },
  };
}
