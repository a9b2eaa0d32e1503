import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { prepareDatabase } from "../../sandbox/database/supabase.ts";
import { startTemporaryPostgres } from "../../sandbox/database/temporary.ts";

/** Names of databases to copy: one with all migrations, one with only what Supabase itself brings. */
export type Templates = { url: string; migrated: string; empty: string };

export type Cluster = { templates(): Promise<Templates>; stop(): Promise<void> };

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
  const server = await startTemporaryPostgres();
  const templates = { url: server.url, migrated: "template_migrated", empty: "template_empty" };
  try {
    await buildTemplates(templates);
    return { templates, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function buildTemplates(templates: Templates): Promise<void> {
  const sql = postgres(templates.url, { max: 1, onnotice: () => {} });
  const noMigrations = mkdtempSync(join(tmpdir(), "no-migrations-"));
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
