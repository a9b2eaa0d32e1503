import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchCalls } from "./calls.ts";
import { benchColdStarts } from "./cold.ts";
import { recordFigures } from "./lib/readme.ts";
import { type Results, tablesOf } from "./lib/tables.ts";
import { openWorld, type World } from "./lib/world.ts";
import { benchQueue } from "./queue.ts";
import { benchUnderstanding } from "./understanding.ts";
import { benchStripe, benchVoice } from "./webhooks.ts";

const FILE = join(import.meta.dirname, "latest.json");

/** What runs against the whole product, in this order, and what needs nothing but itself. */
const IN_WORLD = { voice: benchVoice, stripe: benchStripe, queue: benchQueue, calls: benchCalls };
const ALONE = { cold: benchColdStarts, understanding: benchUnderstanding };
const PARTS = [...Object.keys(IN_WORLD), ...Object.keys(ALONE)];

/**
 * `npm run bench`: everything that is measured, side by side in one run; tables to read, JSON to compare.
 * `-- --only voice,cold` runs these parts, `-- --record` writes the tables into bench/README.md too.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" }, record: { type: "boolean" } } });
  const chosen = partsIn(values.only);
  const results: Results = {};
  const world = Object.keys(IN_WORLD).some((name) => chosen.has(name)) ? await openWorld() : undefined;
  if (world) await runIn(world, chosen, results);
  await world?.close();
  for (const [name, run] of Object.entries(ALONE)) {
    if (chosen.has(name)) Object.assign(results, { [name]: await run() });
  }
  for (const { title, rows } of tablesOf(results)) {
    console.log(`\n${title}`);
    console.table(Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])));
  }
  keep(results, values.record === true);
}

async function runIn(world: World, chosen: ReadonlySet<string>, results: Results): Promise<void> {
  for (const [name, run] of Object.entries(IN_WORLD)) {
    if (chosen.has(name)) Object.assign(results, { [name]: await run(world) });
  }
}

function partsIn(only: string | undefined): ReadonlySet<string> {
  const names = only?.split(",").map((name) => name.trim()) ?? PARTS;
  const strange = names.filter((name) => !PARTS.includes(name));
  if (strange.length > 0) throw new Error(`${strange.join(", ")}: the parts are ${PARTS.join(", ")}`);
  return new Set(names);
}

/** A part that did not run this time keeps its last figures. */
function keep(results: Results, record: boolean): void {
  const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as { results?: Results }) : {};
  const all = { ...before.results, ...results };
  const at = new Date().toISOString();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, load: loadavg() };
  writeFileSync(FILE, `${JSON.stringify({ at, machine, results: all }, null, 2)}\n`);
  console.log(`\nwritten to ${FILE}`);
  if (!record) return;
  const { cpu, cores, node, load } = machine;
  const busy = `load ${(load[1] ?? 0).toFixed(1)} in the five minutes before the end`;
  recordFigures(tablesOf(all), `Taken on ${at.slice(0, 10)}: ${cpu}, ${cores} cores, Node ${node}, ${busy}.`);
}

await main();
// The product's servers are closed; a keep-alive socket must not hold the figures back.
process.exit(0);
