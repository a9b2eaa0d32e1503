import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TOUR = "tests/unit/providers/support/runtime-tour.ts";

async function tour(command: string, args: string[]): Promise<unknown> {
  const { stdout } = await run(command, [...args, TOUR], { cwd: ROOT });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

test("every provider behaves on Deno as it does on Node", async () => {
  const [onNode, onDeno] = await Promise.all([
    tour(process.execPath, []),
    tour(`${ROOT}node_modules/.bin/deno`, [
      "run",
      "--allow-net",
      "--allow-env",
      "--allow-read",
      "--allow-sys",
    ]),
  ]);
  expect(onDeno).toEqual(onNode);
  expect(onDeno).toMatchObject({
    stripe: "evt_test_webhook",
    twilio: { digits: "1234" },
    twilioForged: "AppError unauthenticated",
    fine: ["done", "done"],
    refusing: ["ProviderError permanent", "ProviderError permanent"],
    cutting: ["ProviderError unknown", "ProviderError unknown"],
    quiet: ["ProviderError unknown", "ProviderError unknown"],
    nobody: ["ProviderError retry", "ProviderError retry"],
    mail: "ProviderError retry",
  });
}, 30_000);
