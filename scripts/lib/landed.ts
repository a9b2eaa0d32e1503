import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../runtime/node/root.ts";
import { readMigrations } from "../../sandbox/database/migrate.ts";
import { MIGRATIONS_DIR } from "./database-types.ts";

const FOLDER = join(ROOT, "tests/fixtures/migrations/landed");
/** The migrations that installations have run, with the SHA-256 of each: none of these files may change any more. */
export const LANDED_FILE = join(FOLDER, "migrations.json");
/** What a shop had in its database when these had run. */
export const LANDED_DATA_FILE = join(FOLDER, "data.json");

/** Somebody whose data that is, to sign in as after an upgrade. */
export const LANDED_PASSWORD = "a long password";

/** Rows by table, e.g. `public.orders`, as `to_jsonb` writes them. */
export type LandedData = Record<string, Record<string, unknown>[]>;

/** Checksums by file name, of the migrations there are. */
export const checksums = (): Record<string, string> =>
  Object.fromEntries(
    readMigrations(MIGRATIONS_DIR).map(({ version, name, text }) => [
      `${version}_${name}.sql`,
      createHash("sha256").update(text).digest("hex"),
    ]),
  );

export const landedChecksums = () => JSON.parse(readFileSync(LANDED_FILE, "utf8")) as Record<string, string>;
export const landedData = () => JSON.parse(readFileSync(LANDED_DATA_FILE, "utf8")) as LandedData;
