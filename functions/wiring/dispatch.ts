import { subscriptions } from "../domain/subscriptions.ts";
import { createDispatcher, type Dispatcher } from "../platform/dispatch.ts";
import type { Env } from "../platform/env.ts";
import { createLog } from "../platform/log.ts";
import { createPublisher } from "../platform/queue.ts";
import { serviceDatabase } from "../platform/service-role.ts";

/** Hands events to the jobs that want them, for one request. */
export const dispatcherFor = (env: Env, requestId: string): Dispatcher =>
  createDispatcher({
    publish: createPublisher(env),
    record: serviceDatabase(env, requestId).recordDispatches,
    subscriptions,
    log: createLog("dispatch", { requestId }),
  });
