import * as z from "zod/mini";
import { type JobSpec, soon } from "../../platform/job-spec.ts";

const word = z.string().check(z.minLength(1), z.maxLength(256));

/**
 * Asks the carrier how a call ended whose end we were never told. Of the installation: when the database was away,
 * nobody could say whose call it is.
 */
export const settleCall = {
  name: "settle-call",
  ...soon(5),
  scope: "installation",
  payload: z.object({ externalId: word, from: z.nullable(word), to: word }),
} as const satisfies JobSpec;

/**
 * Every five minutes: asks the carrier for calls of which nobody could tell us, because nothing was there to be told.
 * Calls that ended `endedSecondsAgo` (two minutes) ago at least: of a younger one the news may be on its way.
 */
export const findLostCalls = {
  name: "find-lost-calls",
  retries: 0,
  scope: "installation",
  payload: z.object({
    endedSecondsAgo: z.optional(z.int().check(z.nonnegative(), z.maximum(24 * 3600))),
  }),
} as const satisfies JobSpec;
