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
import { type PostgresServer, startPostgres } from "./postgres.ts";
import { removeCluster } from "./postgres-account.ts";

const PREFIX = "callwaiting-postgres-";

/**
 * An empty PostgreSQL in a temporary folder, fast because it would not survive a crash. Stopping deletes it;
 * what a killed process left behind is deleted by the next one.
 */
export async function startTemporaryPostgres(): Promise<PostgresServer> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755); // Run by root, the server is another account and must get through.
  writeFileSync(join(folder, "owner"), String(process.pid));
  const server = await startPostgres({ folder, durable: false });
  const stop = async () => {
    await server.stop();
    remove(folder);
  };
  return { ...server, stop };
}

async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, "owner");
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, "utf8")))) continue;
    const server = await startPostgres({ folder, durable: false }).catch(() => undefined);
    await server?.stop();
    remove(folder);
  }
}

function remove(folder: string): void {
  removeCluster(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
