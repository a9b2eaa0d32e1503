import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

type Environment = Record<string, string | undefined>;

/** The one ignored folder that holds everything a local installation keeps: CALLWAITING_DATA, else `.data`. */
export function dataFolder(root: string, env: Environment): string {
  return resolve(root, env.CALLWAITING_DATA?.trim() || ".data");
}

export type Running = { pid: number; url: string };

const lockFile = (folder: string) => join(folder, "running.json");

/** The process that works in this folder now, if it lives. */
export function runningIn(folder: string): Running | undefined {
  if (!existsSync(lockFile(folder))) return undefined;
  try {
    const running = JSON.parse(readFileSync(lockFile(folder), "utf8")) as Running;
    return isAlive(running.pid) ? running : undefined;
  } catch {
    return undefined; // Half-written by a process that was killed.
  }
}

/**
 * Marks the folder as ours until the returned function is called.
 * @throws a sentence when another process works in it.
 */
export function claimFolder(folder: string, url: string): () => void {
  const other = runningIn(folder);
  if (other && other.pid !== process.pid) {
    throw new Error(
      `Callwaiting already runs with this data folder, at ${other.url} (process ${other.pid}): stop it first, or give this one a folder of its own with CALLWAITING_DATA=/some/folder.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(lockFile(folder), JSON.stringify({ pid: process.pid, url } satisfies Running));
  return () => rmSync(lockFile(folder), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** What a local installation makes up for itself, once. */
export type LocalSecrets = {
  /** SECRETS_KEY: base64 of 32 bytes. */
  secretsKey: string;
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
};

/** The folder's secrets, made when it is new and readable by their owner only. */
export function openSecrets(folder: string): LocalSecrets {
  const file = join(folder, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as LocalSecrets;
  const secrets = makeSecrets();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

export function makeSecrets(): LocalSecrets {
  const random = (bytes: number) => randomBytes(bytes).toString("base64url");
  return {
    secretsKey: randomBytes(32).toString("base64"),
    jwtSecret: random(40),
    publishableKey: `sb_publishable_${random(22)}`,
    secretKey: `sb_secret_${random(22)}`,
  };
}
