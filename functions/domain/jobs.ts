import type { JobSpec } from "../platform/job-spec.ts";
import { receiveSms } from "./messages/jobs.ts";
import { subscriptions } from "./subscriptions.ts";

/** What may be run again by hand: the jobs that events lead to, and the texts that came when the database was away. */
const repeatable: readonly JobSpec[] = [...subscriptions.map(({ job }) => job), receiveSms];

/** The specification of such a job, by name; undefined for any other. */
export const jobNamed = (name: string): JobSpec | undefined => repeatable.find((job) => job.name === name);
