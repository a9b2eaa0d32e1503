import postgres from "postgres";
import { ROOT } from "../../../runtime/node/root.ts";
import { choosePort } from "../../../sandbox/database/ports.ts";
import { choosePlace } from "../../../sandbox/database/postgres-account.ts";
import { findPostgresBinaries } from "../../../sandbox/database/postgres-binaries.ts";
import { halt, initialise, launch, newPassword } from "../../../sandbox/database/postgres-process.ts";
import { prepareDatabase } from "../../../sandbox/database/supabase.ts";
import { dataDirIn } from "./run-folder.ts";

/** A PostgreSQL of this run's own, with the migrations, that can be stopped in mid-work and started again. */
export type RestartablePostgres = {
  url: string;
  /** `fast` rolls open transactions back; `immediate` is a crash, and the start after it a recovery. */
  restart(mode: "fast" | "immediate"): Promise<void>;
  stop(): Promise<void>;
};

/** @param folder of the run, which removes what is left when this is stopped */
export async function startRestartablePostgres(folder: string): Promise<RestartablePostgres> {
  const place = choosePlace(findPostgresBinaries(), dataDirIn(folder));
  const password = newPassword();
  const port = await choosePort();
  await initialise(place, password);
  // What was committed must outlive the process, so commits wait for the write-ahead log as in production.
  const start = () => launch(place, { port, durable: true });
  await start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  await spareTheDisk(url);
  await halt(place);
  await start();
  await prepareDatabase(url, `${ROOT}supabase/migrations`);
  return {
    url,
    async restart(mode) {
      await halt(place, mode);
      await start();
    },
    stop: () => halt(place, "immediate"),
  };
}

/** The log is written at each commit but not forced to the disk: the server's process dies here, never the machine. */
async function spareTheDisk(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  for (const setting of ["fsync = off", "full_page_writes = off"])
    await sql.unsafe(`alter system set ${setting}`);
  await sql.end({ timeout: 2 });
}
