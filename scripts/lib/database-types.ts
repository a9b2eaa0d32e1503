import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../runtime/node/root.ts";
import { readMigrations } from "../../sandbox/database/migrate.ts";

/** Where the types of the database's tables and functions are checked in. */
export const TYPES_FILE = join(ROOT, "supabase/types.ts");

/** The migrations' names, for functions, which cannot read the folder where they are deployed. */
export const MIGRATIONS_FILE = join(ROOT, "functions/domain/operations/migrations.json");
export const MIGRATIONS_DIR = join(ROOT, "supabase/migrations");

export const migrationNames = (): string =>
  `${JSON.stringify(
    readMigrations(MIGRATIONS_DIR).map(({ version, name }) => ({ version, name })),
    null,
    2,
  )}\n`;

const HEADER = "// Generated from the migrated database by `npm run types:generate`. Do not edit.\n\n";

/**
 * The TypeScript types of schema `public`, by the Supabase CLI.
 * @param databaseUrl a migrated database, as a user that may read its catalogue
 */
export function typesOf(databaseUrl: string): string {
  const cli = join(ROOT, "node_modules/.bin/supabase");
  const args = ["gen", "types", "typescript", `--remote=${databaseUrl}`, "--schema=public"];
  const { status, stdout, stderr, error } = spawnSync(cli, args, {
    encoding: "utf8",
    env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
    maxBuffer: 64_000_000,
  });
  if (status !== 0)
    throw new Error(`supabase gen types failed: ${stderr || error?.message}`, { cause: error });
  // The CLI's greetings and warnings come on the same stream, before the code.
  return HEADER + stdout.slice(stdout.indexOf("export type Json"));
}
