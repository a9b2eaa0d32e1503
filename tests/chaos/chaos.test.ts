import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "../../runtime/node/root.ts";

/** In a process of its own: the run outlives errors of a database driver that a test runner would count as its own. */
function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const chaos = spawn(process.execPath, [`${ROOT}tests/chaos/cli.ts`, ...args], { cwd: ROOT });
  let output = "";
  for (const stream of [chaos.stdout, chaos.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  return new Promise((resolve) => chaos.on("exit", (code) => resolve({ code, output })));
}

test("killed at every step, with its database and providers failing, the product keeps every promise", async () => {
  const { code, output } = await run("--seed", "20261121", "--calls", "200");
  expect(output).toContain("every promise was kept");
  expect(output, "steps at which nothing was killed").not.toContain("not killed at");
  expect(code).toBe(0);
});
