import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../runtime/node/root.ts";
import { prepareDatabase } from "../sandbox/database/supabase.ts";
import { startTemporaryPostgres } from "../sandbox/database/temporary.ts";
import { TYPES_FILE, typesOf } from "./lib/database-types.ts";
import { tell } from "./lib/terminal.ts";

/** `npm run types:generate`: migrates an empty database and writes down the types of what came of it. */
async function main(): Promise<void> {
  const server = await startTemporaryPostgres();
  try {
    await prepareDatabase(server.url, join(ROOT, "supabase/migrations"));
    writeFileSync(TYPES_FILE, typesOf(server.url));
    tell(`Wrote ${TYPES_FILE}.`);
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
