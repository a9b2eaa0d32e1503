import { parseArgs } from "node:util";
import { type ChaosResult, runChaos } from "./run.ts";

/** `npm run test:chaos -- --seed N --calls N [--kill-at "after:rpc record_turn"] [--verbose]` */
const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    calls: { type: "string", default: "100" },
    "kill-at": { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const startedAt = Date.now();
const line = (text: string) => process.stdout.write(`${text}\n`);
const timed = (text: string) =>
  line(`${((Date.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s  ${text}`);

line(`seed ${seed}, ${values.calls} calls`);
try {
  const result = await runChaos({
    ...{ seed, calls: Number(values.calls), killAt: values["kill-at"] },
    tell: values.verbose ? timed : (text) => /^\d+ /.test(text) || timed(text),
  });
  report(result);
  process.exit(result.violations.length > 0 ? 1 : 0);
} catch (error) {
  // Said here: a connection to PostgreSQL that was lost is nothing to end a process by, also when it ended the run.
  console.error("the run itself failed:", error);
  process.exit(2);
}

function report({
  counts,
  remarks,
  violations,
  unstruck,
  kills,
  restarts,
  faults,
  seconds,
  output,
}: ChaosResult) {
  const rows = {
    ...counts,
    kills,
    "restarts of PostgreSQL": restarts,
    "faults that struck": faults,
    seconds,
  };
  for (const [what, count] of Object.entries(rows))
    line(`${Math.round(count).toString().padStart(8)}  ${what}`);
  for (const { what, count } of remarks) line(`${count.toString().padStart(8)}  ${what}`);
  if (unstruck.length > 0) line(`not killed at: ${unstruck.join(", ")}`);
  if (violations.length === 0) return line("every promise was kept");
  for (const { promise, detail, about, trace } of violations) {
    line(`\nBROKEN: ${promise}\n  ${detail} ${JSON.stringify(about)}`);
    for (const one of trace) line(`    ${one}`);
  }
  line(`\nThe functions said last:\n${output.slice(-20).join("\n")}`);
  line(
    `\n${violations.length} promises broken; again with: npm run test:chaos -- --seed ${seed} --calls ${values.calls}`,
  );
}
