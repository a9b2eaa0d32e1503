import { AppError, DatabaseFailure, ProviderError } from "./errors.ts";

/** What came of an attempt. `retry` is tried again by QStash, `permanent` goes straight to the dead letters. */
export type JobOutcome =
  | { kind: "done"; note?: string }
  | { kind: "permanent"; reason: string }
  | { kind: "retry"; reason: string; afterSeconds?: number };

/** The effect is in place, now or already before. */
export const done = (note?: string): JobOutcome => ({ kind: "done", ...(note ? { note } : {}) });

/** It will never work; a person must look. */
export const permanent = (reason: string): JobOutcome => ({ kind: "permanent", reason });

/** It may work later, by QStash's back-off or after this many seconds. */
export const retry = (reason: string, afterSeconds?: number): JobOutcome => ({
  kind: "retry",
  reason,
  ...(afterSeconds === undefined ? {} : { afterSeconds }),
});

/** Codes that another attempt with the same message cannot change. */
const PERMANENT = new Set([
  "invalid_request",
  "unauthenticated",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "payload_too_large",
  "unsupported_media_type",
  "not_configured",
]);

/**
 * What a throw in a job means, decided once for all of them. An outcome the handler does not know (`unknown`)
 * is retried: handlers find out what happened before they act again.
 */
export function outcomeOf(thrown: unknown): JobOutcome {
  if (thrown instanceof ProviderError) {
    return thrown.kind === "permanent" ? permanent(thrown.message) : retry(thrown.message, thrown.retryAfter);
  }
  if (thrown instanceof AppError) {
    const reason = `${thrown.code}: ${thrown.message}`;
    // The database refusing our token is cured by the next attempt's fresh one.
    const tokenRefused = thrown.code === "unauthenticated" && thrown.cause instanceof DatabaseFailure;
    if (PERMANENT.has(thrown.code) && !tokenRefused) return permanent(reason);
    return retry(reason, thrown.retryAfter);
  }
  return retry(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown));
}

/** The outcome as QStash reads it: 2xx, 489 with its header, or 503 with an optional Retry-After. */
export function outcomeResponse(outcome: JobOutcome): Response {
  if (outcome.kind === "done") return Response.json({ outcome: "done", note: outcome.note });
  const { kind, reason } = outcome;
  const body = { outcome: kind, reason };
  if (kind === "permanent") {
    return Response.json(body, { status: 489, headers: { "Upstash-NonRetryable-Error": "true" } });
  }
  const { afterSeconds } = outcome;
  const headers = new Headers();
  if (afterSeconds !== undefined) headers.set("Retry-After", String(Math.ceil(afterSeconds)));
  return Response.json(body, { status: 503, headers });
}
