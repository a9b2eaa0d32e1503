import { setTimeout as sleep } from "node:timers/promises";
import { audit } from "./audit/audit.ts";
import { trace } from "./audit/trace.ts";
import type { Remark, Violation } from "./audit/types.ts";
import { openShops, type Shops } from "./driver/shops.ts";
import { makeTrouble } from "./driver/troubles.ts";
import { playVisit, REHEARSAL, type Visit } from "./driver/visit.ts";
import { type Clock, createClock } from "./world/clock.ts";
import type { Step } from "./world/crossings.ts";
import { createKillPlan } from "./world/kill-plan.ts";
import { createRandom, type Random } from "./world/random.ts";
import { settle } from "./world/settle.ts";
import { openWorld, type World } from "./world/world.ts";

export type ChaosOptions = {
  seed: number;
  calls: number;
  /** Kill only at this step. */
  killAt?: string | undefined;
  /** Told what happens, line by line. */
  tell: (line: string) => void;
};

export type ChaosResult = {
  violations: (Violation & { trace: string[] })[];
  remarks: Remark[];
  counts: Record<string, number>;
  /** Steps that were passed in the run but at which nothing was killed. */
  unstruck: Step[];
  kills: number;
  restarts: number;
  faults: number;
  seconds: number;
  /** What the functions said last, for a violation that needs it. */
  output: readonly string[];
};

/** Calls come in at random, so many milliseconds apart on average, and this many visits at once at most. */
const APART_MS = 300;
const AT_ONCE = 12;
/** No caller more while so many requests are served at once: on a busy machine the others would hear nothing but time-outs. */
const MOST_REQUESTS = 8;
const TIME_SCALE = 30;
const MORE_ROUNDS = 10;

/**
 * First everything once without trouble, which names the steps; then trouble: the functions killed at each named step
 * and at random, PostgreSQL restarted, providers at fault; then rest, and the audit.
 */
export async function runChaos({ seed, calls, killAt, tell }: ChaosOptions): Promise<ChaosResult> {
  const startedAt = Date.now();
  const random = createRandom(seed);
  const plan = createKillPlan({ random: random.fork("kills"), only: killAt, graceSteps: graceFor(calls) });
  const world = await openWorld({ plan, random: random.fork("outages"), timeScale: 1 });
  const clock = createClock(world);
  try {
    const shops = await openShops(world);
    tell(`two shops are open at ${world.url}`);
    clock.start(TIME_SCALE);
    // What opening a shop leads to later is over before the steps are named.
    await settle(world, clock, { timeoutMs: 5_000, gears: "gentle" });
    clock.setScale(TIME_SCALE);
    plan.mode("off");
    const story = { world, clock, shops, random, seed, calls, tell };
    const rehearsed = await play(story, 0, REHEARSAL, true);
    tell(`rehearsed: ${plan.unstruck().length} steps are known`);
    const { visits, restarts } = await trouble(story, rehearsed.length);
    const left = await settle(world, clock, { timeoutMs: 90_000, gears: "both" });
    await clock.stop();
    const all = [...rehearsed, ...visits];
    const { violations, remarks, counts } = await audit(world, all, left);
    return {
      violations: await Promise.all(
        violations.map(async (one) => ({ ...one, trace: await trace(world, one) })),
      ),
      ...{ remarks, counts, restarts, unstruck: plan.unstruck(), kills: world.functions.kills() },
      ...{ faults: world.strikes.length, seconds: (Date.now() - startedAt) / 1_000 },
      output: world.functions.output().slice(-200),
    };
  } finally {
    await clock.stop();
    await world.close();
  }
}

/** A call passes some 200 steps and there are some 130 to be killed at: the calls should be enough for most of them. */
const graceFor = (calls: number): number => Math.min(1_000, Math.max(150, 2 * calls));

type Story = Pick<ChaosOptions, "seed" | "calls" | "tell"> & {
  world: World;
  clock: Clock;
  shops: Shops;
  random: Random;
};

/** Kills go on while the world settles, for the steps that only then are passed; more visits for those that are left. */
async function trouble(story: Story, from: number): Promise<{ visits: Visit[]; restarts: number }> {
  const { world, clock, random, calls, tell } = story;
  const troubles = makeTrouble(world, random.fork("troubles"));
  world.plan.mode("random");
  const visits = await play(story, from, calls, false);
  tell(`played: ${world.functions.kills()} kills, ${world.plan.unstruck().length} steps to go`);
  await troubles.stop();
  world.plan.mode("once");
  for (let round = 0; round < MORE_ROUNDS && world.plan.unstruck().length > 0; round++) {
    const begin = Math.max(from, calls) + round * REHEARSAL;
    visits.push(...(await play(story, begin, begin + REHEARSAL, true)));
    await settle(world, clock, { timeoutMs: 3_000, gears: "gentle" });
    clock.setScale(TIME_SCALE);
    tell(`once more: ${world.functions.kills()} kills, ${world.plan.unstruck().length} steps to go`);
  }
  world.plan.mode("asleep");
  return { visits, restarts: troubles.restarts() };
}

/** Visits `from` to `to`, as they come in: those of the rehearsal again, or drawn at random. */
async function play(
  { world, shops, random, tell }: Story,
  from: number,
  to: number,
  rehearse: boolean,
): Promise<Visit[]> {
  const visits: Visit[] = [];
  const going = new Set<Promise<void>>();
  const arrivals = random.fork(`arrivals ${from}`);
  // Rehearsed once more for the steps that are left, until none is.
  const done = () => rehearse && world.functions.kills() > 0 && world.plan.unstruck().length === 0;
  for (let number = from; number < to && !done(); number++) {
    const plan = { number, rehearsed: rehearse ? number - from : undefined };
    const visit = playVisit(world, shops, plan, random.fork(`visit ${number}`)).then((made) => {
      visits.push(made);
      tell(summaryOf(made));
    });
    going.add(visit);
    void visit.finally(() => going.delete(visit));
    if (going.size >= AT_ONCE) await Promise.race(going);
    await sleep(arrivals.next() * 2 * (rehearse ? APART_MS / 2 : APART_MS));
    while (world.functions.running().length >= MOST_REQUESTS) await sleep(APART_MS / 3);
  }
  await Promise.all(going);
  return visits;
}

function summaryOf({ number, calls, decisions, fate }: Visit): string {
  const errors = calls.flatMap((call) => call.errors);
  const decided = decisions.map(({ action, status }) => `${action} ${status}`);
  return [number, calls[0]?.script, "→", fate || "no order", ...decided, ...errors].join(" ");
}
