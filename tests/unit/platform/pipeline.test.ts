import { expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { done, job, permanent, retry } from "../../../functions/platform/job.ts";
import type { JobOutcome } from "../../../functions/platform/job-outcome.ts";
import { type JobSpec, jobPath } from "../../../functions/platform/job-spec.ts";
import { createPublisher, message } from "../../../functions/platform/queue.ts";
import { eventually, KEYS, openLab, pause, TOKEN } from "../../sandbox/qstash-harness.ts";
import { MERCHANT, testEnv } from "./support.ts";

const spec = {
  name: "send-thing",
  retries: 2,
  flow: () => ({ key: "things", parallelism: 5 }),
  payload: z.object({ thingId: z.string() }),
} as const satisfies JobSpec;

const envelope = {
  merchantId: MERCHANT,
  requestId: "request-77",
  eventId: "0199a2b4-0000-7000-8000-0000000000e1",
};

/** The queue on the wire between our publisher and our job, a hundred times faster than life. */
async function pipeline(outcomes: readonly JobOutcome[]) {
  const lab = await openLab({ timeScale: 100 });
  onTestFinished(() => lab.stop());
  const env = testEnv({
    PUBLIC_BASE_URL: lab.product,
    QSTASH_URL: lab.api,
    QSTASH_TOKEN: TOKEN,
    QSTASH_CURRENT_SIGNING_KEY: KEYS.currentSigningKey,
    QSTASH_NEXT_SIGNING_KEY: KEYS.nextSigningKey,
  });
  const attempts: { payload: unknown; retried: number; last: boolean; requestId: string }[] = [];
  const app = job(
    spec,
    () => ({ env }),
    async (_, payload, { retried, last }) => {
      attempts.push({ payload, retried, last, requestId: payload.requestId });
      return outcomes[attempts.length - 1] ?? done();
    },
  );
  const statuses: number[] = [];
  lab.answer(async ({ path, headers, body }) => {
    if (path !== jobPath(spec.name)) return new Response("stored");
    const response = await app.request(path, { method: "POST", headers, body });
    statuses.push(response.status);
    return response;
  });
  return { lab, attempts, statuses, publish: createPublisher(env) };
}

const thing = (deduplicationId: string) => message(spec, { thingId: "t1", ...envelope }, { deduplicationId });

test("a published message arrives signed and whole, and a duplicate does not arrive at all", async () => {
  const { lab, attempts, statuses, publish } = await pipeline([]);
  const [first] = await publish([thing("e1:send-thing")]);
  expect(first).toEqual({ messageId: expect.any(String) });
  await publish([thing("e1:send-thing"), thing("e2:send-thing")]);
  await eventually(() => statuses.length === 2);
  await pause(50);
  expect(attempts).toHaveLength(2);
  expect(attempts[0]).toEqual({
    payload: { thingId: "t1", ...envelope },
    retried: 0,
    last: false,
    requestId: "request-77",
  });
  expect(lab.received[0]?.headers.get("x-request-id")).toBe("request-77");
  expect(statuses).toEqual([200, 200]);
});

test("what asks for another try gets it, until the last, and then goes to the dead letters", async () => {
  const { lab, attempts, publish } = await pipeline([retry("busy"), retry("busy"), retry("busy")]);
  await publish([thing("e3:send-thing")]);
  const [letter] = await lab.until(1, jobPath("dead-letter"));
  expect(attempts.map(({ retried, last }) => [retried, last])).toEqual([
    [0, false],
    [1, false],
    [2, true],
  ]);
  expect(JSON.parse(letter?.body ?? "{}")).toMatchObject({ status: 503 });
});

test("what is permanent goes to the dead letters at once", async () => {
  const { lab, attempts, publish } = await pipeline([permanent("no such number")]);
  await publish([thing("e4:send-thing")]);
  const [letter] = await lab.until(1, jobPath("dead-letter"));
  const { sourceBody, status } = JSON.parse(letter?.body ?? "{}");
  expect([attempts.length, status]).toEqual([1, 489]);
  expect(JSON.parse(atob(sourceBody))).toEqual({ thingId: "t1", ...envelope });
});
