import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePort } from "../../sandbox/database/ports.ts";
import { buildSites } from "../harness/browser.ts";
import { callControl } from "../harness/product.ts";
import type { Heard } from "./story/call.ts";
import { type Command, killCommands, ready, runCommand } from "./story/commands.ts";

/** The real commands, as processes of their own. */
let parent = "";
let folder = "";
let port = 0;

beforeAll(async () => {
  await buildSites();
  parent = mkdtempSync(join(tmpdir(), "start-test-"));
  chmodSync(parent, 0o755);
  folder = join(parent, "data");
  port = await choosePort();
});
afterAll(async () => {
  killCommands();
  if (existsSync(folder)) await run("reset").ended;
  rmSync(parent, { recursive: true, force: true });
});

const run = (script: "start" | "reset", env: Record<string, string> = {}) =>
  runCommand(script, { port, folder, env });

const signIns = (output: string) => output.match(/\S+@\S+ \/ \S+/g) ?? [];

/** What a caller hears first at the number of the demo's first shop. */
async function greeting({ output }: Command, at: number): Promise<string> {
  const [, to] = output().match(/call (\+1\d{10})/) ?? [];
  const body = { from: "+15145550188", to };
  const { heard, errors } = await callControl<Heard>(`http://localhost:${at}`, "POST", "/calls", body);
  expect(errors).toEqual([]);
  return heard.join(" ");
}

test("npm start: healthy, two shops to call, refuses company, stops on Ctrl-C, keeps everything, also on another port; reset clears it", async () => {
  const first = run("start");
  await ready(first);
  expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200);
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain("<html");
  expect(signIns(first.output())).toHaveLength(3);
  expect(first.output().match(/call \+1\d{10}/g)).toHaveLength(2);

  const heard = await greeting(first, port);
  expect(heard).toContain("Harbour");

  const second = run("start", { PORT: String(await choosePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain("already runs with this data folder");
  const early = run("reset");
  expect(await early.ended).toBe(1);
  expect(early.output()).toContain("stop it first");

  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);

  const elsewhere = await choosePort();
  const again = run("start", { PORT: String(elsewhere) });
  await ready(again);
  expect(signIns(again.output())).toEqual(signIns(first.output()));
  expect(await greeting(again, elsewhere)).toBe(heard);
  // Nobody can catch SIGKILL: what it leaves behind must not be in the way.
  again.child.kill("SIGKILL");
  await again.ended;

  expect(await run("reset").ended).toBe(0);
  expect(existsSync(folder)).toBe(false);
});

test("a taken port is said so, with the way out", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
  const command = run("start", { CALLWAITING_DATA: join(parent, "other") });
  expect(await command.ended).toBe(1);
  expect(command.output()).toMatch(new RegExp(`Port ${port} is taken.*PORT=${port + 10} npm start`));
  await new Promise((resolve) => taken.close(resolve));
});

test("an unwritable folder and a real account that could not call back are said so", async () => {
  const unwritable = run("start", { CALLWAITING_DATA: "/dev/null/data" });
  expect(await unwritable.ended).toBe(1);
  expect(unwritable.output()).toContain("CALLWAITING_DATA");
  const unreachable = run("start", { STRIPE_SECRET_KEY: "sk_test_x" });
  expect(await unreachable.ended).toBe(1);
  expect(unreachable.output()).toContain("PUBLIC_BASE_URL");
});
