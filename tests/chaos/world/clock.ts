import { findLostCalls } from "../../../functions/domain/calls/jobs.ts";
import { relay, sweep } from "../../../functions/domain/operations/jobs.ts";
import { jobPath } from "../../../functions/platform/job-spec.ts";
import type { World } from "./world.ts";

/**
 * Time for the whole world: the sandbox's clocks run `scale` times faster, and the deadlines that the database keeps
 * are brought nearer by as much. With each virtual minute QStash calls the jobs that run by the clock.
 */
export type Clock = {
  start(scale: number): void;
  setScale(scale: number): void;
  stop(): Promise<void>;
};

const TICK_MS = 500;
/**
 * The jobs that run by the clock are called with every so many ticks: each costs round trips of its own. What is a moment
 * old is taken up.
 */
const BY_CLOCK = [
  { job: relay.name, everyTicks: 3, body: { olderThanSeconds: 1 } },
  { job: sweep.name, everyTicks: 3, body: {} },
  { job: findLostCalls.name, everyTicks: 12, body: { endedSecondsAgo: 2 } },
];

export function createClock(world: World): Clock {
  let scale = 1;
  let timer: NodeJS.Timeout | undefined;
  let last = Date.now();
  let ticks = 0;
  let carried = 0;
  let ticking: Promise<void> = Promise.resolve();

  /** Virtual seconds that the database's own clock does not know of. */
  const sinceLast = () => {
    const now = Date.now();
    carried += ((now - last) / 1_000) * (scale - 1);
    last = now;
    const seconds = carried;
    carried = 0;
    return seconds;
  };
  const tick = async () => {
    await age(world, sinceLast()).catch(() => undefined); // Restarting just now: it stays that much younger.
    ticks += 1;
    for (const { job, everyTicks, body } of BY_CLOCK)
      if (ticks % everyTicks === 0) await callByClock(world, job, body);
  };
  const setScale = (next: number) => {
    if (next === scale) return;
    carried = sinceLast();
    scale = next;
    world.sandbox.kernel.scheduler.setScale(next);
  };
  return {
    setScale,
    start(next) {
      setScale(next);
      last = Date.now();
      timer = setInterval(() => {
        ticking = ticking.then(tick);
      }, TICK_MS);
    },
    async stop() {
      clearInterval(timer);
      await ticking;
    },
  };
}

/** What is written down of the past (when something happened) stays. */
const DEADLINES = [
  "update orders set expires_at = expires_at - $1::interval where status = 'awaiting_payment'",
  "update payments set expires_at = expires_at - $1::interval where status = 'open'",
  "update calls set updated_at = updated_at - $1::interval where ended_at is null",
  "update events set claimed_until = claimed_until - $1::interval where dispatched_at is null and claimed_until is not null",
];

/**
 * Claims are there to outlive the work: taken after $2, one may be of a request that is still being served, and work does
 * not get faster with time. Those of the dead lapse.
 */
const CLAIMS = [
  "update messages set lease_until = lease_until - $1::interval where lease_until is not null and updated_at < $2",
  `update idempotency_keys set locked_until = locked_until - $1::interval
   where status_code is null and greatest(created_at, locked_until - interval '1 minute') < $2`,
];

/** Lets `seconds` pass for everything in the database that waits for a time. */
async function age({ sql, functions }: World, seconds: number): Promise<void> {
  const passed = `${seconds} seconds`;
  const undisturbed = new Date(Math.min(Date.now(), ...functions.running()));
  await sql.begin(async (tx) => {
    // Replica: no triggers, which would note the time of this change.
    await tx`set local session_replication_role = replica`;
    for (const statement of DEADLINES) await tx.unsafe(statement, [passed]);
    for (const statement of CLAIMS) await tx.unsafe(statement, [passed, undisturbed]);
  });
}

/** As a schedule of QStash's does, without retries. */
async function callByClock({ sandbox, env, url }: World, job: string, body: object): Promise<void> {
  await sandbox.qstash.app.request(`/v2/publish/${url}${jobPath(job)}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${env.QSTASH_TOKEN}`,
      "content-type": "application/json",
      "upstash-retries": "0",
    },
    body: JSON.stringify(body),
  });
}

/** Whether a message is of a job that runs by the clock: those are always about, and come again by themselves. */
export const isByClock = ({ url }: { url: string }): boolean =>
  BY_CLOCK.some(({ job }) => url.endsWith(jobPath(job)));
