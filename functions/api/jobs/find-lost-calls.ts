import { findLostCalls } from "../../domain/calls/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../platform/service-role.ts";
import { settleLaterFor } from "../../wiring/settle-later.ts";
import { twilioClientFor } from "../../wiring/telephony.ts";

type Deps = {
  /** Undefined on an installation without telephony. */
  carrier: ((requestId: string) => Pick<ReturnType<typeof twilioClientFor>, "listEndedCalls">) | undefined;
  unknownCalls: (
    requestId: string,
    calls: Parameters<ServiceDatabase["unknownCalls"]>[1],
  ) => ReturnType<ServiceDatabase["unknownCalls"]>;
  settleLater: (requestId: string) => ReturnType<typeof settleLaterFor>;
};

/** As long as a caller may still be glad of a text. */
const LOOK_BACK_MS = 3 * 3600 * 1_000;
const ENDED_SECONDS_AGO = 120;
/** QStash takes so many messages at once; what is left is found again next time. */
const BATCH = 100;

/** Calls that rang while nothing was there to take them are settled as those that we failed in mid-call. */
export const createFindLostCalls = (resolve: () => Deps) =>
  job(
    findLostCalls,
    resolve,
    async ({ carrier, unknownCalls, settleLater }, { requestId, endedSecondsAgo }, { now }) => {
      if (!carrier) return done("no carrier");
      const latest = now.getTime() - (endedSecondsAgo ?? ENDED_SECONDS_AGO) * 1_000;
      const recent = await carrier(requestId).listEndedCalls(new Date(now.getTime() - LOOK_BACK_MS));
      const ended = recent.filter(({ endedAt }) => Date.parse(endedAt) <= latest);
      if (ended.length === 0) return done("0 lost");
      const told = ended.map(({ callSid, to, endedAt }) => ({ externalId: callSid, to, endedAt }));
      const unknown = new Set(await unknownCalls(requestId, told));
      const lost = ended.filter(({ callSid }) => unknown.has(callSid));
      await settleLater(requestId)(...lost.slice(0, BATCH));
      return done(`${lost.length} lost`);
    },
  );

const depsFrom = (env: Env): Deps => ({
  carrier: env.twilio ? (requestId) => twilioClientFor(env, requestId) : undefined,
  unknownCalls: (requestId, calls) => serviceDatabase(env, requestId).unknownCalls("twilio", calls),
  settleLater: (requestId) => settleLaterFor(env, requestId),
});

export default createFindLostCalls(lazy(() => depsFrom(readEnv())));
