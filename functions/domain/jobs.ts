import type { JobSpec } from "../platform/job-spec.ts";
import { subscriptions } from "./subscriptions.ts";

/** The specification of a job that events lead to, by name; undefined for any other. */
export const jobNamed = (name: string): JobSpec | undefined =>
  subscriptions.find(({ job }) => job.name === name)?.job;
