import type { $ZodType, input, output } from "zod/v4/core";
import type { Env } from "./env.ts";

/** QStash flow control: at most `rate` a `period`, at most `parallelism` at once, per key. */
export type Flow = { key: string; period?: `${bigint}${"s" | "m" | "h"}` } & (
  | { rate: number; parallelism?: number }
  | { rate?: number; parallelism: number }
);

/** What publishers need to know of a job; its handler is imported by its deployable only. */
export type JobSpec = {
  /** Kebab case; the job is served at `/api/jobs/{name}`. */
  name: string;
  /** Tries after the first. */
  retries: number;
  /**
   * Milliseconds until the next try, as QStash's expression of `retried` (0 before the first retry); without it QStash
   * waits 12 s, 2.5 min, 30 min, 6 h, a day. https://upstash.com/docs/qstash/features/retry#custom-retry-delay
   */
  retryDelay?: string;
  /** Default 30. */
  timeoutSeconds?: number;
  flow?: (env: Env) => Flow;
  delaySeconds?: number;
  /** `merchant` (default): every message names one. `installation`: schedules and callbacks, which do not. */
  scope?: "merchant" | "installation";
  payload: $ZodType;
};

/** What accompanies every payload. `eventId` is null when no event caused the message. */
type Envelope<S extends JobSpec> = { requestId: string; eventId: string | null } & (S extends {
  scope: "installation";
}
  ? { merchantId: string | null }
  : { merchantId: string });

/** `z.object({})` is typed as an object without any key, which nothing could be joined with. */
type Fields<T> = T extends Record<string, never> ? unknown : T;

/** What a handler receives. */
export type JobPayload<S extends JobSpec> = Fields<output<S["payload"]>> & Envelope<S>;

/** What a publisher sends. */
export type JobInput<S extends JobSpec> = Fields<input<S["payload"]>> & Envelope<S>;

/**
 * The back-off of a job that somebody waits for: 2 s, 7 s, 24 s, 1.5 min, 5 min, 17 min, 1 h, 3.5 h, 12 h, a day. It is
 * QStash's own curve in half steps, so twice the tries (`soon`) are as patient as before.
 */
const SOON = "min(86400000, 2000 * exp(1.25 * retried))";

/** Tries again soon, and not for less long than `steps` of QStash's own retries would. */
export const soon = <const N extends number>(steps: N) => ({ retries: 2 * steps, retryDelay: SOON });

export const DEFAULT_TIMEOUT_SECONDS = 30;

export const jobPath = (name: string): string => `/api/jobs/${name}`;

/** Where QStash reports what it gave up on. */
export const DEAD_LETTER_JOB = "dead-letter";
