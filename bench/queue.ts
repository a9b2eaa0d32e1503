import { randomUUID } from "node:crypto";
import { relay } from "../functions/domain/operations/jobs.ts";
import { readEnv } from "../functions/platform/env.ts";
import { createPublisher } from "../functions/platform/queue.ts";
import type { World } from "./lib/world.ts";

const MESSAGES = 600;
const BATCH = 50;

/**
 * Messages a second from publishing to a job's answer, over HTTP both ways, signed and verified. The job is the
 * relay with nothing to relay: it costs the one round trip that every job makes to see what there is to do.
 */
export async function benchQueue({ product }: World): Promise<{ jobsPerSecond: number }> {
  const publish = createPublisher(readEnv());
  const left = () => {
    const { waiting, active } = product.sandbox.qstash.snapshot().counts;
    return waiting + active - before;
  };
  // What the set-up left for later (a number's safety net) is not ours to wait for.
  const { waiting: before } = product.sandbox.qstash.snapshot().counts;
  const startedAt = performance.now();
  for (let sent = 0; sent < MESSAGES; sent += BATCH) {
    const batch = Array.from({ length: BATCH }, () => ({
      spec: relay,
      payload: { merchantId: null, requestId: "bench", eventId: null },
      deduplicationId: randomUUID(),
    }));
    await publish(batch);
  }
  while (left() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return { jobsPerSecond: MESSAGES / ((performance.now() - startedAt) / 1000) };
}
