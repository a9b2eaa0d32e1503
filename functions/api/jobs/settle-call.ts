import { settleCall } from "../../domain/calls/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../platform/service-role.ts";
import { callsFor } from "../../wiring/calls.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";
import { twilioClientFor } from "../../wiring/telephony.ts";

type Deps = {
  resolveNumber: (e164: string, requestId: string) => ReturnType<ServiceDatabase["resolveNumber"]>;
  carrier: (requestId: string) => Pick<ReturnType<typeof twilioClientFor>, "fetchCall">;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

const ENDED = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

export const createSettleCall = (resolve: () => Deps) =>
  job(
    settleCall,
    resolve,
    async ({ resolveNumber, carrier, calls, dispatch }, { merchantId, requestId, externalId, from, to }) => {
      const owner = merchantId ?? (await resolveNumber(to, requestId))?.merchantId;
      if (!owner) return done("the number is nobody's");
      const call = await carrier(requestId).fetchCall(externalId);
      // A call the carrier has forgotten is over.
      const status = call?.status ?? "completed";
      // Its end will be told; if not, it is asked for again: as a stale call, or as one that nobody knows.
      if (!ENDED.has(status)) return done("the call goes on");
      const { outcome, events } = await (await calls(owner, requestId)).applyStatus({
        callSid: externalId,
        from,
        to,
        status,
        durationSeconds: call?.durationSeconds ?? null,
        eventId: `settle:${externalId}`,
      });
      await dispatch(requestId)(events);
      return done(outcome);
    },
  );

const depsFrom = (env: Env): Deps => ({
  resolveNumber: (e164, requestId) => serviceDatabase(env, requestId).resolveNumber(e164),
  carrier: (requestId) => twilioClientFor(env, requestId),
  calls: (merchantId, requestId) => callsFor(env, merchantId, "job:settle-call", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createSettleCall(lazy(() => depsFrom(readEnv())));
