import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startPostgres } from "../../../sandbox/database/postgres.ts";
import { removeCluster } from "../../../sandbox/database/postgres-account.ts";

let folder = "";
const start = () => startPostgres({ folder, durable: false });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postgres-test-"));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  if (existsSync(join(folder, "postgres/postmaster.pid"))) await (await start()).stop();
  removeCluster(join(folder, "postgres"));
  rmSync(folder, { recursive: true });
});

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("keeps data, port and password over a restart, and the password to its owner", async () => {
  const first = await start();
  await query(first.url, "create table kept as select 1 as id");
  await first.stop();
  const second = await start();
  expect([second.url, second.origin]).toEqual([first.url, "started"]);
  expect(await query(second.url, "select id from kept")).toEqual([{ id: 1 }]);
  expect(statSync(join(folder, "postgres.json")).mode & 0o077).toBe(0);
  await second.stop();
});

test("takes over the server that a killed process left running", async () => {
  const module = fileURLToPath(new URL("../../../sandbox/database/postgres.ts", import.meta.url));
  const script = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    await startPostgres({ folder: ${JSON.stringify(folder)}, durable: false });
    process.kill(process.pid, "SIGKILL");`;
  await new Promise((resolve) => spawn(process.execPath, ["-e", script]).once("close", resolve));
  const server = await start();
  expect(server.origin).toBe("reused");
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
});

test.each([
  ["nobody", "999999"],
  ["another program", String(process.pid)],
])("a postmaster.pid that belongs to %s is cleared", async (_owner, pid) => {
  const server = await start();
  const file = join(folder, "postgres/postmaster.pid");
  const lines = readFileSync(file, "utf8").split("\n");
  await server.stop();
  writeFileSync(file, [pid, ...lines.slice(1)].join("\n"));
  const again = await start();
  expect(again.origin).toBe("started");
  await again.stop();
});

test("DATABASE_URL is used as it is, and never stopped", async () => {
  const server = await start();
  const external = await startPostgres({ folder, databaseUrl: server.url });
  expect(external).toMatchObject({ origin: "external", url: server.url });
  await external.stop();
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
});

test("a DATABASE_URL that does not answer is said so", async () => {
  const starting = startPostgres({ folder, databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
  await expect(starting).rejects.toThrow(/DATABASE_URL is set, but that PostgreSQL does not answer/);
});

test("an unwritable folder is said so, with the way out", async () => {
  const starting = startPostgres({ folder: "/dev/null/data" });
  await expect(starting).rejects.toThrow(/\/dev\/null\/data cannot be written to.*CALLWAITING_DATA/);
});

test("a lost password is said so", async () => {
  await (await start()).stop();
  const file = join(folder, "postgres.json");
  const kept = readFileSync(file);
  rmSync(file);
  await expect(start()).rejects.toThrow(/npm run reset/);
  writeFileSync(file, kept);
});
