import * as z from "zod/mini";
import type { JobSpec } from "../../platform/job-spec.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

/** Every minute: publishes events that their own request could not; younger ones may still be at it. */
export const relay = {
  name: "relay",
  retries: 0,
  scope: "installation",
  payload: z.object({
    olderThanSeconds: z.optional(z.int().check(z.nonnegative(), z.maximum(YEAR_SECONDS))),
  }),
} as const satisfies JobSpec;

/** Every minute: what time alone makes due. */
export const sweep = {
  name: "sweep",
  retries: 0,
  scope: "installation",
  payload: z.object({}),
} as const satisfies JobSpec;

/** QStash's failure callback (https://upstash.com/docs/qstash/features/callbacks): bodies are base64. */
export const deadLetter = {
  name: "dead-letter",
  retries: 10,
  scope: "installation",
  payload: z.object({
    status: z.optional(z.int().check(z.nonnegative(), z.maximum(999))),
    body: z.optional(z.nullable(z.string())),
    retried: z.optional(z.int().check(z.nonnegative(), z.maximum(1_000_000))),
    sourceMessageId: z.string().check(z.maxLength(500)),
    url: z.url().check(z.maxLength(2000)),
    sourceBody: z.optional(z.nullable(z.string())),
    dlqId: z.optional(z.nullable(z.string().check(z.maxLength(500)))),
  }),
} as const satisfies JobSpec;
