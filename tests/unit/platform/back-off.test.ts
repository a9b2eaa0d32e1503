import { describe, expect, test } from "vitest";
import {
  composeMessagesJob,
  receiveSms,
  sendEmail,
  sendSms,
} from "../../../functions/domain/messages/jobs.ts";
import { allocateNumberJob } from "../../../functions/domain/numbers/jobs.ts";
import { createCheckout } from "../../../functions/domain/orders/jobs.ts";
import type { JobSpec } from "../../../functions/platform/job-spec.ts";
import { defaultBackoffMs, retryDelayMs } from "../../../sandbox/qstash/backoff.ts";

const HOUR_MS = 3_600_000;

/** Waits before each retry, as QStash counts them. */
const waitsOf = ({ retries, retryDelay }: JobSpec): number[] =>
  Array.from({ length: retries }, (_, retried) => retryDelayMs(retryDelay ?? "", retried));
const sum = (waits: number[]) => waits.reduce((total, wait) => total + wait, 0);

/** Somebody waits for these; the number of QStash's own retries they are to be as patient as. */
const waitedFor: [string, JobSpec, number][] = [
  ["the payment page", createCheckout, 6],
  ["writing a message", composeMessagesJob, 5],
  ["sending a text", sendSms, 5],
  ["sending a mail", sendEmail, 5],
  ["buying a number", allocateNumberJob, 5],
  ["taking in a text", receiveSms, 5],
];

describe.each(waitedFor)("%s", (_, spec, steps) => {
  test("is tried again within seconds, and four times in the first two minutes", () => {
    const waits = waitsOf(spec);
    expect(waits[0]).toBeLessThanOrEqual(3000);
    expect(sum(waits.slice(0, 4))).toBeLessThanOrEqual(120_000);
  });

  test("waits longer each time, and gives up no earlier than QStash's own back-off would", () => {
    const waits = waitsOf(spec);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    const own = Array.from({ length: steps }, (_, at) => defaultBackoffMs(at + 1));
    expect(sum(waits)).toBeGreaterThanOrEqual(sum(own));
  });

  test("survives an outage of an hour, of six and of a day", () => {
    for (const hours of [1, 6, 24]) expect(sum(waitsOf(spec))).toBeGreaterThan(hours * HOUR_MS);
  });
});
