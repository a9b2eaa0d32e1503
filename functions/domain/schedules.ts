import { jobPath } from "../platform/job-spec.ts";
import { findLostCalls } from "./calls/jobs.ts";
import { relay, sweep } from "./operations/jobs.ts";

/** What runs by the clock (UTC). Ids are stable: registering again changes nothing. */
export const schedules = [
  { id: "callwaiting-relay", cron: "* * * * *", path: jobPath(relay.name) },
  { id: "callwaiting-sweep", cron: "* * * * *", path: jobPath(sweep.name) },
  { id: "callwaiting-find-lost-calls", cron: "*/5 * * * *", path: jobPath(findLostCalls.name) },
] as const;
