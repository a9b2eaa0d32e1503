import { relay } from "../../domain/operations/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { serviceDatabase } from "../../platform/service-role.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";

type Deps = { relayEvents: (requestId: string, olderThanSeconds?: number) => Promise<number> };

export const createRelay = (resolve: () => Deps) =>
  job(relay, resolve, async ({ relayEvents }, { requestId, olderThanSeconds }) =>
    done(`${await relayEvents(requestId, olderThanSeconds)} events`),
  );

const BATCH = 100;

const depsFrom = (env: Env): Deps => ({
  relayEvents: (requestId, olderThanSeconds) =>
    dispatcherFor(env, requestId).relay(
      serviceDatabase(env, requestId).claimUndispatched,
      BATCH,
      olderThanSeconds,
    ),
});

export default createRelay(lazy(() => depsFrom(readEnv())));
