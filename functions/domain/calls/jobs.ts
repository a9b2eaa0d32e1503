import * as z from "zod/mini";
import type { JobSpec } from "../../platform/job-spec.ts";

const word = z.string().check(z.minLength(1), z.maxLength(256));

/**
 * Asks the carrier how a call ended whose end we were never told. Of the installation: when the database was away,
 * nobody could say whose call it is.
 */
export const settleCall = {
  name: "settle-call",
  retries: 4,
  scope: "installation",
  payload: z.object({ externalId: word, from: z.nullable(word), to: word }),
} as const satisfies JobSpec;
