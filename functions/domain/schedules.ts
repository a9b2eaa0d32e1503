import { jobPath } from "../platform/job-spec.ts";
import { relay, sweep } from "./operations/jobs.ts";

/** What runs by the clock (UTC). Ids are stable: registering again changes nothing. */
export const schedules = [
  { id: "callwaiting-relay", cron: "* * * * *", path: jobPath(relay.name) },
  { id: "callwaiting-sweep", cron: "* * * * *", path: jobPath(sweep.name) },
] as const;
