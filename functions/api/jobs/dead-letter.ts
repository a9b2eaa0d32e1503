import { toDeadLetter } from "../../domain/operations/dead-letter.ts";
import { deadLetter } from "../../domain/operations/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../platform/service-role.ts";

type Deps = {
  record: (
    row: Record<string, unknown>,
    requestId: string,
  ) => ReturnType<ServiceDatabase["recordDeadLetter"]>;
};

/** QStash gave a message up: it is kept for the operator, and told loudly. */
export const createDeadLetter = (resolve: () => Deps) =>
  job(deadLetter, resolve, async ({ record }, payload, { log }) => {
    const row = toDeadLetter(payload);
    log.error("a job gave up", { job: row.job, error: row.error, attempts: row.attempts });
    return done(await record(row, payload.requestId));
  });

const depsFrom = (env: Env): Deps => ({
  record: (row, requestId) => serviceDatabase(env, requestId).recordDeadLetter(row),
});

export default createDeadLetter(lazy(() => depsFrom(readEnv())));
