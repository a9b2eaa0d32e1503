import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { choosePort } from "./ports.ts";
import { choosePlace, type PostgresPlace } from "./postgres-account.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";
import {
  halt,
  initialise,
  isPostgresAlive,
  launch,
  newPassword,
  readPostmaster,
} from "./postgres-process.ts";

/** A PostgreSQL to work with: one of ours, or one that the environment names. */
export type PostgresServer = {
  /** `postgres://user:password@host:port/database`, as a user that may create roles and databases. */
  url: string;
  /** `started` by this call, `reused` because it outlived an earlier process, `external` by DATABASE_URL. */
  origin: "started" | "reused" | "external";
  /** Stops the server unless it is external. Safe to call twice. */
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** Holds the cluster in `postgres/`, and its port and password in `postgres.json`. */
  folder: string;
  /** Used instead of a server of our own. */
  databaseUrl?: string | undefined;
  /** False gives up crash safety for speed: tests only. */
  durable?: boolean;
};

/**
 * Starts the PostgreSQL of `folder`, creating it at first, or takes over the one that an earlier process
 * left running.
 * @throws Error whose message is a sentence that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  if (options.databaseUrl) return externalPostgres(options.databaseUrl);
  assertWritable(options.folder);
  const place = choosePlace(findPostgresBinaries(), join(options.folder, "postgres"));
  const remembered = recall(options.folder);
  const running = remembered && (await takeOver(place, remembered));
  if (running) return { url: urlOf(running), origin: "reused", stop: once(() => halt(place)) };

  const settings = { password: newPassword(), ...remembered, port: await choosePort(remembered?.port) };
  if (!existsSync(join(place.dataDir, "PG_VERSION"))) await initialise(place, settings.password);
  remember(options.folder, settings);
  await launch(place, { port: settings.port, durable: options.durable ?? true });
  return { url: urlOf(settings), origin: "started", stop: once(() => halt(place)) };
}

async function externalPostgres(url: string): Promise<PostgresServer> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new Error(
      `DATABASE_URL is set, but that PostgreSQL does not answer (${reason}): start it, correct the address, or unset DATABASE_URL to use the one that comes along.`,
      { cause: error },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
  return { url, origin: "external", stop: async () => {} };
}

type Remembered = { port: number; password: string };

/**
 * What to do with a `postmaster.pid` that is already there: use a server that answers to our password,
 * stop one that lives but does not answer, and clear the file of one that died.
 */
async function takeOver(place: PostgresPlace, remembered: Remembered): Promise<Remembered | undefined> {
  const postmaster = readPostmaster(place.dataDir);
  if (!postmaster) return undefined;
  if (!(await isPostgresAlive(postmaster.pid))) {
    rmSync(join(place.dataDir, "postmaster.pid"), { force: true });
    return undefined;
  }
  const candidate = { password: remembered.password, port: postmaster.port };
  if (await answers(candidate)) return candidate;
  await halt(place, "immediate").catch((error: unknown) => {
    throw new Error(
      `Another PostgreSQL (process ${postmaster.pid}) holds ${place.dataDir} and can be neither used nor stopped: end that process, then try again.`,
      { cause: error },
    );
  });
  return undefined;
}

/** A server that is still recovering after a crash gets a few seconds. */
async function answers(candidate: Remembered): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const sql = postgres(urlOf(candidate), { max: 1, connect_timeout: 3, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "57P03")) return false;
      await new Promise((resolve) => setTimeout(resolve, 500));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

const urlOf = ({ port, password }: Remembered) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

const memoryFile = (folder: string) => join(folder, "postgres.json");

function recall(folder: string): Remembered | undefined {
  if (!existsSync(memoryFile(folder))) {
    if (!existsSync(join(folder, "postgres", "PG_VERSION"))) return undefined;
    throw new Error(
      `${memoryFile(folder)} is gone, and with it the database's password: run "npm run reset".`,
    );
  }
  return JSON.parse(readFileSync(memoryFile(folder), "utf8")) as Remembered;
}

function remember(folder: string, settings: Remembered): void {
  writeFileSync(memoryFile(folder), `${JSON.stringify(settings)}\n`, { mode: 0o600 });
}

/** @throws a sentence when the folder can be neither made nor written to. */
export function assertWritable(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be written to: give this user the right to write in ${dirname(folder)}, or name another folder with CALLWAITING_DATA=/some/folder.`,
      { cause: error },
    );
  }
}

function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= task();
    return running;
  };
}
