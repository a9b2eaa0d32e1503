import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";

export type Migration = { version: string; name: string; text: string };

export type MigrationStatus = {
  applied: string[];
  pending: Migration[];
  /** Versions that landed and whose file has since been edited or removed. */
  changed: string[];
};

/** The Supabase CLI's own table, so that `supabase migration list` reads it. */
const HISTORY = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text primary key, statements text[], name text
  );`;

/**
 * Applies the migrations that have not landed, in the order of their versions, each in a transaction of
 * its own on the one connection of `sql` (which must have `max: 1`). Returns the versions applied.
 * @throws when a landed migration was edited, and when one fails (naming its file); earlier ones stay.
 */
export async function migrate(sql: Sql, dir: string): Promise<string[]> {
  await sql`select pg_advisory_lock(hashtext('callwaiting migrations'))`;
  try {
    await sql.unsafe(HISTORY);
    const { pending, changed } = await migrationStatus(sql, dir);
    if (changed.length > 0) throw new Error(editedSentence(changed));
    for (const migration of pending) await apply(sql, migration);
    return pending.map(({ version }) => version);
  } finally {
    await sql`select pg_advisory_unlock(hashtext('callwaiting migrations'))`;
  }
}

/** Compares the files of `dir` with what has landed in this database. */
export async function migrationStatus(sql: Sql, dir: string): Promise<MigrationStatus> {
  const files = readMigrations(dir);
  const [history] = await sql`select to_regclass('supabase_migrations.schema_migrations') as name`;
  const landed = history?.name
    ? await sql<{ version: string; statements: string[] | null }[]>`
        select version, statements from supabase_migrations.schema_migrations order by version`
    : [];
  const applied = landed.map(({ version }) => version);
  const changed = landed.filter(({ version, statements }) => {
    const file = files.find((migration) => migration.version === version);
    return !file || (statements && essence(file.text) !== essence(statements.join("")));
  });
  return {
    applied,
    pending: files.filter(({ version }) => !applied.includes(version)),
    changed: changed.map(({ version }) => version),
  };
}

/** The migrations of a folder: files named `<digits>_<name>.sql`, sorted by version. */
export function readMigrations(dir: string): Migration[] {
  const files = readdirSync(dir).filter((file) => /^\d+_.+\.sql$/.test(file));
  return files.sort().map((file) => {
    const [, version = "", name = ""] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
    return { version, name, text: readFileSync(join(dir, file), "utf8") };
  });
}

async function apply(sql: Sql, { version, name, text }: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${version}, ${name}, ${[text]})`;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${version}_${name}.sql failed: ${reason}${placeOf(error, text)}`, {
      cause: error,
    });
  }
}

/** PostgreSQL counts characters; a person wants a line. */
function placeOf(error: unknown, text: string): string {
  const position = Number((error as { position?: string }).position);
  return position > 0 ? ` (line ${text.slice(0, position).split("\n").length})` : "";
}

/** The CLI splits files into statements, dropping semicolons and blank space between them. */
const essence = (text: string) => text.replace(/[\s;]+/g, "");

const editedSentence = (versions: string[]) =>
  `Migration ${versions.join(", ")} has already been applied to this database but its file has since been edited or removed: restore the file and put the change in a new migration, or start over with "npm run reset".`;
