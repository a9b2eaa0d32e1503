import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "./clock.ts";
import type { World } from "./world.ts";

/** What still waits somewhere, in words; empty when the world has come to rest. */
export async function underWay(world: World): Promise<string[]> {
  const { sandbox, functions, sql } = world;
  const { waiting, active } = jobsUnderWay(world);
  const undelivered = sandbox.stripe.undelivered().length;
  const travelling = sandbox.twilio.sms.list().filter(({ status }) => ON_THEIR_WAY.has(status)).length;
  const open = Object.values(sandbox.stripe.books()).flatMap(({ sessions }) =>
    sessions.filter(({ status }) => status === "open"),
  ).length;
  const [row] = await sql<Waiting[]>`select
    (select count(*) from events where dispatched_at is null)::int as events,
    (select count(*) from messages where status in ('queued', 'sending') and not exists (select 1 from dead_letters d
       where d.payload ->> 'messageId' = messages.id::text))::int as messages,
    (select count(*) from orders where status = 'awaiting_payment')::int as orders,
    (select count(*) from refunds where status = 'requested' and not exists (select 1 from dead_letters d
       where d.payload ->> 'refundId' = refunds.id::text))::int as refunds,
    (select count(*) from calls where ended_at is null)::int as calls`;
  const counts = {
    waiting,
    active,
    undelivered,
    travelling,
    open,
    requests: functions.running().length,
    ...row,
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
}

type Waiting = { events: number; messages: number; orders: number; refunds: number; calls: number };

const ON_THEIR_WAY = new Set(["accepted", "queued", "sending", "sent"]);

/** The jobs that run by the clock are always about. */
function jobsUnderWay({ sandbox }: World): { waiting: number; active: number } {
  const { waiting, active } = sandbox.qstash.snapshot();
  const effects = (messages: readonly { url: string }[]) =>
    messages.filter(({ url }) => !/\/jobs\/(relay|sweep)$/.test(url)).length;
  return { waiting: effects(waiting), active: effects(active) };
}

/**
 * Time runs gently first, so that leases of the dead lapse and what is only late arrives; then hours in seconds, so that
 * what waits for them ends. Gently again while a request is being served: a job must not use up its retries while another
 * still works.
 */
const GEARS = { gentle: 60, fast: 2_400 } as const;
const GENTLE_MS = 5_000;
const SHIFT_MS = 20;

export type SettleOptions = { timeoutMs: number; gears: "gentle" | "both" };

/**
 * Waits until nothing is under way any more. After it, what is not there will not come: "exactly one" can be counted.
 * Answers what never came to rest.
 */
export async function settle(
  world: World,
  clock: Clock,
  { timeoutMs, gears }: SettleOptions,
): Promise<string[]> {
  const startedAt = Date.now();
  const shift = () => {
    const mayBeFast = gears === "both" && Date.now() - startedAt > GENTLE_MS;
    clock.setScale(mayBeFast && world.functions.running().length === 0 ? GEARS.fast : GEARS.gentle);
  };
  shift();
  const shifting = setInterval(shift, SHIFT_MS);
  try {
    while (Date.now() - startedAt < timeoutMs && !(await isAtRest(world))) await sleep(150);
    return await underWay(world);
  } finally {
    clearInterval(shifting);
  }
}

/** Twice in a row, since work may pass between the places that are asked one after the other. */
async function isAtRest(world: World): Promise<boolean> {
  for (let look = 0; look < 3; look++) {
    if ((await underWay(world)).length > 0) return false;
    await sleep(60);
  }
  return true;
}
