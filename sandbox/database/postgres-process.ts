import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostgresPlace } from "./postgres-account.ts";

const USER = "postgres";

/** What `postmaster.pid` says of the server that owns a data folder (PostgreSQL, miscadmin.h). */
export type Postmaster = { pid: number; port: number };

/** The server that wrote this folder's `postmaster.pid`, alive or not; undefined when there is no such file. */
export function readPostmaster(dataDir: string): Postmaster | undefined {
  const file = join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** True when that process lives and is a PostgreSQL: after a reboot the number may belong to something else. */
export async function isPostgresAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  if (process.platform === "win32") return true;
  const command = await run("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => commandOf(pid));
  return command.includes("postgres");
}

/** Small Debian images have no `ps`. */
function commandOf(pid: number): string {
  return existsSync(`/proc/${pid}/comm`) ? readFileSync(`/proc/${pid}/comm`, "utf8") : "postgres";
}

/** Creates the cluster in an empty folder. The C.UTF-8 of PostgreSQL itself needs no locale of the machine. */
export async function initialise(place: PostgresPlace, password: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "callwaiting-initdb-"));
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) {
    for (const path of [folder, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  }
  try {
    await runAs(place, place.binaries.initdb, [
      `--pgdata=${place.dataDir}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type LaunchSettings = { port: number; durable: boolean };

/** Starts the server in a session of its own (so Ctrl-C does not reach it) and waits until it answers. */
export async function launch(place: PostgresPlace, { port, durable }: LaunchSettings): Promise<void> {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: durable ? "100" : "300",
    shared_buffers: "64MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const log = join(place.dataDir, "server.log");
  try {
    await runAs(place, place.binaries.pg_ctl, [
      ...["start", "--wait", "--timeout=60", `--pgdata=${place.dataDir}`, `--log=${log}`],
      ...["--options", [`-p ${port}`, ...flags].join(" ")],
    ]);
  } catch (error) {
    const tail = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n") : "";
    throw new Error(`PostgreSQL did not start; its log ends with:\n${tail}`, { cause: error });
  }
}

/** Stops the server: running transactions are rolled back, nothing committed is lost. */
export async function halt(place: PostgresPlace, mode: "fast" | "immediate" = "fast"): Promise<void> {
  const args = ["stop", "--wait", "--timeout=20", `--mode=${mode}`, `--pgdata=${place.dataDir}`];
  await runAs(place, place.binaries.pg_ctl, args);
}

export const newPassword = () => randomBytes(18).toString("base64url");

function runAs(place: PostgresPlace, program: string, args: string[]): Promise<string> {
  return run(program, args, place.account);
}

function run(program: string, args: string[], account?: { uid: number; gid: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { ...account, cwd: "/", env: { ...process.env, LC_ALL: "C", LANG: "C" } };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error)
        reject(new Error(`${program} failed: ${stderr || stdout || error.message}`, { cause: error }));
      else resolve(stdout);
    });
  });
}
