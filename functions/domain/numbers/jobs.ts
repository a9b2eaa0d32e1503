import * as z from "zod/mini";
import { type JobSpec, soon } from "../../platform/job-spec.ts";

/** Finishes a purchase that the request which began it could not. */
export const allocateNumberJob = {
  name: "allocate-number",
  ...soon(5),
  delaySeconds: 60,
  payload: z.object({ numberId: z.uuid() }),
} as const satisfies JobSpec;
