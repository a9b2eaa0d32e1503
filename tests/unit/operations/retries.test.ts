import { expect, test } from "vitest";
import { settleCall } from "../../../functions/domain/calls/jobs.ts";
import { receiveSms } from "../../../functions/domain/messages/jobs.ts";
import { subscriptions } from "../../../functions/domain/subscriptions.ts";
import type { JobSpec } from "../../../functions/platform/job-spec.ts";
import { defaultBackoffMs, retryDelayMs } from "../../../sandbox/qstash/backoff.ts";

const HALF_AN_HOUR_MS = 30 * 60_000;

/** From the first attempt to the last, as QStash waits between them. */
function endures({ retries, retryDelay }: JobSpec): number {
  const wait = (retried: number) =>
    retryDelay ? retryDelayMs(retryDelay, retried) : defaultBackoffMs(retried + 1);
  return Array.from({ length: retries }, (_, retried) => wait(retried)).reduce((sum, ms) => sum + ms, 0);
}

/** What is asked for while the database, and with it every event, is away. */
const WITHOUT_EVENT = [settleCall, receiveSms];

test.each<JobSpec>([...new Set([...subscriptions.map(({ job }) => job), ...WITHOUT_EVENT])])(
  "$name outlives half an hour without what it needs, before an operator is told",
  (spec) => expect(endures(spec)).toBeGreaterThan(HALF_AN_HOUR_MS),
);
