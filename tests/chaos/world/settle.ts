import { setTimeout as sleep } from "node:timers/promises";
import { type Clock, isByClock } from "./clock.ts";
import type { World } from "./world.ts";

/** What still waits somewhere, in words; empty when the world has come to rest. */
async function underWay(world: World): Promise<string[]> {
  const here = { ...atProviders(world), ...(await inDatabase(world)) };
  // Asked last: it takes the whole books to answer.
  return inWords(inWords(here).length > 0 ? here : { open: openPages(world), unheard: await unheard(world) });
}

const inWords = (counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);

function atProviders({ sandbox, functions }: World) {
  const { waiting, active } = sandbox.qstash.snapshot();
  const effects = (messages: readonly { url: string }[]) =>
    messages.filter((message) => !isByClock(message)).length;
  return {
    ...{ waiting: effects(waiting), active: effects(active), requests: functions.running().length },
    undelivered: sandbox.stripe.undelivered().length,
    travelling: sandbox.twilio.sms.list().filter(({ status }) => ON_THEIR_WAY.has(status)).length,
  };
}

async function inDatabase({ sql }: World): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>[]>`select
    (select count(*) from events where dispatched_at is null)::int as events,
    (select count(*) from messages where status in ('queued', 'sending') and not exists (select 1 from dead_letters d
       where d.payload ->> 'messageId' = messages.id::text))::int as messages,
    (select count(*) from orders where status = 'awaiting_payment')::int as orders,
    (select count(*) from refunds where status = 'requested' and not exists (select 1 from dead_letters d
       where d.payload ->> 'refundId' = refunds.id::text))::int as refunds,
    (select count(*) from calls where ended_at is null)::int as calls`;
  return row ?? {};
}

const openPages = ({ sandbox }: World): number =>
  Object.values(sandbox.stripe.books()).flatMap(({ sessions }) =>
    sessions.filter(({ status }) => status === "open"),
  ).length;

/** Calls that rang and of which we know nothing. */
async function unheard({ sandbox, sql }: World): Promise<number> {
  const rung = sandbox.twilio.calls.list().filter(({ direction }) => direction === "inbound");
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int from unnest(${rung.map(({ callSid }) => callSid)}::text[]) sid
    where not exists (select 1 from calls where external_id = sid)`;
  return row?.count ?? 0;
}

const ON_THEIR_WAY = new Set(["accepted", "queued", "sending", "sent"]);

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
    while (Date.now() - startedAt < timeoutMs) {
      if (await isAtRest(world)) return []; // Looked at once more, a job that runs by the clock may just be served.
      await sleep(150);
    }
    return await waitingFor(world);
  } finally {
    clearInterval(shifting);
  }
}

/** Twice in a row, since work may pass between the places that are asked one after the other. */
async function isAtRest(world: World): Promise<boolean> {
  for (let look = 0; look < 3; look++) {
    if ((await waitingFor(world)).length > 0) return false;
    await sleep(60);
  }
  return true;
}

/** The first query after a restart of PostgreSQL may find its connection gone: nothing is at rest then. */
const waitingFor = (world: World): Promise<string[]> =>
  underWay(world).catch((error: unknown) => [`the database (${error})`]);
