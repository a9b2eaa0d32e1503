import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startPostgres } from "../../sandbox/database/postgres.ts";
import { prepareDatabase } from "../../sandbox/database/supabase.ts";

/** Names of databases to copy: one with all migrations, one with only what Supabase itself brings. */
export type Templates = { url: string; migrated: string; empty: string };

export type Cluster = { templates(): Promise<Templates>; stop(): Promise<void> };

const PREFIX = "callwaiting-test-";
const MIGRATIONS = fileURLToPath(new URL("../../supabase/migrations", import.meta.url));

/** A PostgreSQL in a temporary folder, without crash safety, that starts when it is first needed. */
export function createCluster(): Cluster {
  let running: Promise<{ templates: Templates; stop: () => Promise<void> }> | undefined;
  return {
    async templates() {
      running ??= startCluster();
      return (await running).templates;
    },
    async stop() {
      const started = await running?.catch(() => undefined);
      await started?.stop();
    },
  };
}

async function startCluster() {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, "owner"), String(process.pid));
  const server = await startPostgres({ folder, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const templates = { url: server.url, migrated: "template_migrated", empty: "template_empty" };
    await buildTemplates(templates);
    return { templates, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function buildTemplates(templates: Templates): Promise<void> {
  const sql = postgres(templates.url, { max: 1, onnotice: () => {} });
  const noMigrations = mkdtempSync(join(tmpdir(), "no-migrations-"));
  mkdirSync(MIGRATIONS, { recursive: true });
  try {
    for (const [name, migrations] of [
      [templates.empty, noMigrations],
      [templates.migrated, MIGRATIONS],
    ] as const) {
      await sql.unsafe(`create database ${name}`);
      await prepareDatabase(databaseUrl(templates.url, name), migrations);
    }
  } finally {
    rmSync(noMigrations, { recursive: true });
    await sql.end();
  }
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** A run that was killed leaves its server behind: end it, so they do not pile up. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, "owner");
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, "utf8")))) continue;
    const server = await startPostgres({ folder, durable: false }).catch(() => undefined);
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
