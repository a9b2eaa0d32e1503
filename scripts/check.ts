import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../runtime/node/root.ts";
import { buildIfStale, sitesOf } from "../runtime/node/web-build.ts";
import { ensureBrowser } from "./browser.ts";
import { seconds, tell } from "./lib/terminal.ts";

/** A check that is a program: what it is called, and how it is run. Programs are those of node_modules. */
type Check = { name: string; command: readonly [string, ...string[]]; advice?: string };

const CODE = ["functions", "runtime", "sandbox", "scripts", "web", "tests"];

const CHECKS: readonly Check[] = [
  {
    name: "format and lint",
    command: ["biome", "check", "."],
    advice: "npx biome check --write . mends most",
  },
  {
    name: "boundaries",
    command: ["depcruise", "--config", ".dependency-cruiser.cjs", "--output-type", "err-long", ...CODE],
  },
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "nothing unused", command: ["knip"] },
  { name: "functions on Deno", command: ["deno", "check", "--quiet", "functions"] },
];

/** `npm test`: every check, then every test; the first failure ends it and says which step it was. */
async function main(): Promise<void> {
  process.chdir(ROOT);
  for (const check of CHECKS) await timed(check.name, async () => runCheck(check));
  for (const site of Object.values(sitesOf(ROOT)))
    await timed(`${site.name} builds`, () => buildIfStale(site, ROOT));
  process.env.CHROME_PATH = ensureBrowser();
  tell("tests");
  // Last on purpose: what the person reads at the end is the test runner's own count.
  process.exitCode = run(["vitest", "run", ...process.argv.slice(2)], "inherit").status ?? 1;
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  process.stdout.write(`${name.padEnd(24)} `);
  await work();
  tell(`ok  ${seconds(performance.now() - startedAt)}`);
}

function runCheck({ name, command, advice }: Check): void {
  const { status, stdout, stderr } = run(command, "pipe");
  if (status === 0) return;
  const output = [stdout, stderr].join("\n").trim();
  throw new Error(
    `FAILED\n\n${output}\n\n"${name}" failed (${command.join(" ")})${advice ? `: ${advice}` : ""}`,
  );
}

function run([program, ...args]: readonly [string, ...string[]], stdio: "inherit" | "pipe") {
  const path = join(ROOT, "node_modules/.bin", program);
  return spawnSync(path, args, { cwd: ROOT, stdio, encoding: "utf8", maxBuffer: 64_000_000 });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
