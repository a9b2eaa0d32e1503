import { expect, test } from "vitest";
import { subscriptions } from "../../../functions/domain/subscriptions.ts";
import { defaultBackoffMs } from "../../../sandbox/qstash/backoff.ts";

const HALF_AN_HOUR_MS = 30 * 60_000;

/** From the first attempt to the last, as QStash waits between them. */
const endures = (retries: number): number =>
  Array.from({ length: retries }, (_, at) => defaultBackoffMs(at + 1)).reduce((sum, ms) => sum + ms, 0);

test.each([...new Set(subscriptions.map(({ job }) => job))])(
  "$name outlives half an hour without what it needs, before an operator is told",
  ({ retries }) => expect(endures(retries)).toBeGreaterThan(HALF_AN_HOUR_MS),
);
