import * as z from "zod/mini";
import type { JobSpec } from "../../platform/job-spec.ts";

/** Asks the carrier how a call ended whose end we were never told. */
export const settleCall = {
  name: "settle-call",
  retries: 3,
  payload: z.object({ externalId: z.string(), from: z.nullable(z.string()), to: z.string() }),
} as const satisfies JobSpec;
