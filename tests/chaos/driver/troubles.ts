import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../../../sandbox/kernel/faults.ts";
import type { Random } from "../world/random.ts";
import type { World } from "../world/world.ts";

/** Things that go wrong outside the functions, at random, until it is stopped. */
export type Troubles = { stop(): Promise<void>; restarts(): number };

type Kind = Omit<Fault, "count">;

/** How providers misbehave; time-outs are longer than the product waits. */
const FAULTS: readonly [Kind, ...Kind[]] = [
  { provider: "twilio", path: "/Messages", kind: "status", value: 429 },
  { provider: "twilio", path: "/Messages", kind: "status", value: 500 },
  { provider: "twilio", path: "/Messages", kind: "drop" },
  { provider: "twilio", path: "/Messages", kind: "drop" },
  { provider: "twilio", path: "/Messages", kind: "timeout", value: 9_000 },
  { provider: "twilio", path: "/Calls", kind: "status", value: 500 },
  { provider: "twilio", path: "/Calls", kind: "drop" },
  { provider: "twilio", path: "/webhooks/twilio", kind: "drop" },
  { provider: "twilio", path: "/webhooks/twilio", kind: "delay", value: 300 },
  { provider: "twilio", path: "/webhooks/twilio", kind: "duplicate" },
  { provider: "twilio", kind: "reorder" },
  { provider: "stripe", path: "/v1/", kind: "status", value: 429 },
  { provider: "stripe", path: "/v1/", kind: "status", value: 500 },
  { provider: "stripe", path: "/v1/", kind: "drop" },
  { provider: "stripe", path: "/v1/", kind: "drop" },
  { provider: "stripe", path: "/v1/", kind: "timeout", value: 9_000 },
  { provider: "stripe", path: "/webhooks/stripe", kind: "drop" },
  { provider: "stripe", path: "/webhooks/stripe", kind: "timeout" },
  { provider: "stripe", path: "/webhooks/stripe", kind: "delay", value: 400 },
  { provider: "stripe", path: "/webhooks/stripe", kind: "duplicate" },
  { provider: "stripe", path: "/webhooks/stripe", kind: "reorder" },
  { provider: "smtp", kind: "status", value: 451 },
  { provider: "smtp", kind: "drop" },
  { provider: "smtp", kind: "timeout" },
  { provider: "qstash", path: "/v2/batch", kind: "status", value: 429 },
  { provider: "qstash", path: "/v2/batch", kind: "status", value: 500 },
  { provider: "qstash", path: "/v2/batch", kind: "drop" },
  { provider: "qstash", path: "/v2/batch", kind: "timeout", value: 6_000 },
  { provider: "qstash", path: "/api/jobs/", kind: "duplicate" },
  { provider: "qstash", path: "/api/jobs/", kind: "duplicate", value: 20 },
  { provider: "qstash", path: "/api/jobs/", kind: "drop" },
  { provider: "qstash", path: "/api/jobs/", kind: "timeout" },
  { provider: "qstash", path: "/api/jobs/", kind: "delay", value: 30_000 },
  { provider: "qstash", path: "/api/jobs/", kind: "reorder" },
  { provider: "redis", kind: "status", value: 500 },
  { provider: "redis", kind: "timeout", value: 1_500 },
];

/** Refusals for good: what they hit ends as failed, or as a dead letter. */
const PERMANENT: readonly [Kind, ...Kind[]] = [
  { provider: "twilio", path: "/Messages", kind: "status", value: 400 },
  { provider: "stripe", path: "/v1/checkout/sessions", kind: "status", value: 400 },
  { provider: "smtp", kind: "status", value: 550 },
];

/** Steps between two troubles, on average: as much trouble for as much work, on a fast machine and on a busy one. */
const EVERY_STEPS = 60;
const LOOK_MS = 40;
const MOST_WAITING = 10;

export function makeTrouble(world: World, random: Random): Troubles {
  const { faults } = world.sandbox.kernel;
  let stopped = false;
  let restarts = 0;
  const step = async () => {
    const kind = random.pick(random.chance(0.06) ? PERMANENT : FAULTS);
    // A fault that finds no request waits for one; too many of those and all strike at once.
    if (faults.list().length >= MOST_WAITING) faults.clear();
    faults.add({ ...kind, count: 1 + random.int(2) });
    if (!random.chance(0.015)) return;
    restarts += 1;
    await world.postgres.restart(random.pick(["fast", "immediate"]));
  };
  const run = async () => {
    let next = 0;
    for (; !stopped; await sleep(LOOK_MS)) {
      if (world.crossings.passed() < next) continue;
      next = world.crossings.passed() + EVERY_STEPS * (0.5 + random.next());
      await step();
    }
  };
  const running = run();
  return {
    restarts: () => restarts,
    async stop() {
      stopped = true;
      await running;
      faults.clear();
    },
  };
}
