import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { benchCalls } from "./calls.ts";
import { benchColdStarts } from "./cold.ts";
import type { Figures } from "./lib/measure.ts";
import { openWorld } from "./lib/world.ts";
import { benchQueue } from "./queue.ts";
import { benchUnderstanding, understandingRow } from "./understanding.ts";
import { benchStripe, benchVoice } from "./webhooks.ts";

/** `npm run bench`: everything that is measured, side by side in one run; a table to read, JSON to compare. */
async function main(): Promise<void> {
  const world = await openWorld();
  const voice = await benchVoice(world);
  const stripe = await benchStripe(world);
  const queue = await benchQueue(world);
  const calls = await benchCalls(world);
  await world.close();
  const cold = await benchColdStarts();
  const understanding = benchUnderstanding();

  table(
    "webhooks, 50 at once",
    [...voice.stubbed, ...voice.embedded, ...stripe.stubbed, ...stripe.embedded].map(rowOf),
  );
  const ratios = {
    "voice (stubbed) / bare app": ratio(voice.stubbed),
    "stripe (stubbed) / bare app": ratio(stripe.stubbed),
    "voice (embedded) p99 / p50": spread(voice.embedded[0]),
    "stripe (embedded) p99 / p50": spread(stripe.embedded[0]),
  };
  table(
    "ratios",
    Object.entries(ratios).map(([name, value]) => ({ name, value: value.toFixed(2) })),
  );
  table("queue and calls", [
    { name: "jobs per second", value: queue.jobsPerSecond.toFixed(0) },
    { name: "paid orders per second", value: calls.paidOrdersPerSecond.toFixed(1) },
    ...Object.entries(calls.perPaidOrder).map(([name, value]) => ({
      name: `${name} requests per paid order`,
      value,
    })),
  ]);
  table(
    "cold start",
    cold.map((one) => ({
      path: one.path,
      kB: one.kB.toFixed(0),
      "kB gzip": one.gzipKB.toFixed(0),
      "import ms": one.importMs.toFixed(0),
    })),
  );

  table("dates and times that people said", understanding.map(understandingRow));

  const file = join(import.meta.dirname, "latest.json");
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), machine, voice, stripe, ratios, queue, calls, cold, understanding }, null, 2)}\n`,
  );
  console.log(`\nwritten to ${file}`);
}

const rowOf = ({ name, perSecond, p50, p99 }: Figures) => ({
  name,
  "per second": perSecond.toFixed(0),
  "p50 ms": p50.toFixed(2),
  "p99 ms": p99.toFixed(2),
});

function ratio([reference, measured]: Figures[]): number {
  return (measured?.perSecond ?? 0) / (reference?.perSecond ?? 1);
}
const spread = (figures: Figures | undefined): number => (figures ? figures.p99 / figures.p50 : Number.NaN);

function table(title: string, rows: Record<string, unknown>[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}

await main();
// The product's servers are closed; a keep-alive socket must not hold the figures back.
process.exit(0);
