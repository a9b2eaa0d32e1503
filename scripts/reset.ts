import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, runningIn } from "../runtime/node/data-folder.ts";
import { ROOT } from "../runtime/node/root.ts";
import { startPostgres } from "../sandbox/database/postgres.ts";
import { removeCluster } from "../sandbox/database/postgres-account.ts";
import { tell } from "./lib/terminal.ts";

/** `npm run reset`: forgets everything a local installation keeps. Built files and the environment stay. */
async function main(): Promise<void> {
  if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
  const folder = dataFolder(ROOT, process.env);
  const running = runningIn(folder);
  if (running) {
    throw new Error(`Callwaiting is running at ${running.url} (process ${running.pid}): stop it first.`);
  }
  if (!existsSync(folder)) return tell("There is nothing to clear.");
  await stopLeftover(folder);
  removeCluster(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
  tell(`Cleared ${folder}.`);
  if (process.env.DATABASE_URL) tell("DATABASE_URL is set: that database was left as it is.");
}

/** A PostgreSQL that outlived a killed process would go on without its files. */
async function stopLeftover(folder: string): Promise<void> {
  if (!existsSync(join(folder, "postgres", "postmaster.pid"))) return;
  const server = await startPostgres({ folder }).catch(() => undefined);
  await server?.stop();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
