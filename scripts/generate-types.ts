import { writeFileSync } from "node:fs";
import { prepareDatabase } from "../sandbox/database/supabase.ts";
import { startTemporaryPostgres } from "../sandbox/database/temporary.ts";
import {
  MIGRATIONS_DIR,
  MIGRATIONS_FILE,
  migrationNames,
  TYPES_FILE,
  typesOf,
} from "./lib/database-types.ts";
import { tell } from "./lib/terminal.ts";

/** `npm run types:generate`: migrates an empty database and writes down the types of what came of it, and
 * which migrations there are. */
async function main(): Promise<void> {
  const server = await startTemporaryPostgres();
  try {
    await prepareDatabase(server.url, MIGRATIONS_DIR);
    writeFileSync(TYPES_FILE, typesOf(server.url));
    writeFileSync(MIGRATIONS_FILE, migrationNames());
    tell(`Wrote ${TYPES_FILE} and ${MIGRATIONS_FILE}.`);
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
