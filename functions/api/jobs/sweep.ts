import { sweep } from "../../domain/operations/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../platform/service-role.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";

type Deps = {
  emitDue: (requestId: string) => ReturnType<ServiceDatabase["emitDue"]>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** Turns what time has made due into events: payments without news, calls whose end nobody told. */
export const createSweep = (resolve: () => Deps) =>
  job(sweep, resolve, async ({ emitDue, dispatch }, { requestId }) => {
    const events = await emitDue(requestId);
    await dispatch(requestId)(events);
    return done(`${events.length} due`);
  });

const BATCH = 100;

const depsFrom = (env: Env): Deps => ({
  emitDue: (requestId) => serviceDatabase(env, requestId).emitDue(BATCH),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createSweep(lazy(() => depsFrom(readEnv())));
