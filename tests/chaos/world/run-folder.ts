import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choosePlace, removeCluster } from "../../../sandbox/database/postgres-account.ts";
import { findPostgresBinaries } from "../../../sandbox/database/postgres-binaries.ts";
import { halt } from "../../../sandbox/database/postgres-process.ts";

const PREFIX = "callwaiting-chaos-";

/** Everything one run writes: its PostgreSQL and the bundled functions. */
export type RunFolder = { path: string; remove(): void };

/** What a run that was killed left behind, its PostgreSQL too, is removed by the next one. */
export async function openRunFolder(): Promise<RunFolder> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (isOwned(folder)) continue;
    await haltIn(folder);
    remove(folder);
  }
  const path = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(path, 0o755); // Run by root, PostgreSQL is another account and must get through.
  writeFileSync(join(path, "owner"), String(process.pid));
  return { path, remove: () => remove(path) };
}

export const dataDirIn = (folder: string): string => join(folder, "postgres");

async function haltIn(folder: string): Promise<void> {
  if (!existsSync(join(dataDirIn(folder), "postmaster.pid"))) return;
  await halt(choosePlace(findPostgresBinaries(), dataDirIn(folder)), "immediate").catch(() => undefined);
}

function remove(folder: string): void {
  removeCluster(dataDirIn(folder));
  rmSync(folder, { recursive: true, force: true });
}

/** A folder without an owner's file is one that is being made. */
function isOwned(folder: string): boolean {
  const file = join(folder, "owner");
  if (!existsSync(file)) return true;
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
