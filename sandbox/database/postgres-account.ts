import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PostgresBinaries } from "./postgres-binaries.ts";

/** Who runs PostgreSQL, and where its programs and files are once that account can reach them. */
export type PostgresPlace = {
  account: { uid: number; gid: number } | undefined;
  binaries: PostgresBinaries;
  dataDir: string;
};

/** Where files go when the account that runs PostgreSQL may not enter the folder of the clone. */
const ELSEWHERE = "/var/lib/callwaiting";

/**
 * PostgreSQL refuses to run as root, so for root an unprivileged account that every Linux has runs it.
 * That account often cannot enter root's home: then programs and files live under /var/lib/callwaiting,
 * with a link where they were expected.
 */
export function choosePlace(binaries: PostgresBinaries, dataDir: string): PostgresPlace {
  if (process.getuid?.() !== 0) return { account: undefined, binaries, dataDir };
  const account = unprivilegedAccount();
  if (isLink(dataDir) || !canEnter(account, dirname(dataDir)) || !canRun(account, binaries.postgres)) {
    return moveElsewhere(account, binaries, dataDir);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chownSync(dataDir, account.uid, account.gid);
  return { account, binaries, dataDir };
}

function unprivilegedAccount(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }).toString());
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // Not on this machine: try the next.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody": run as an ordinary user, or "useradd --system postgres" first.',
  );
}

type Account = { uid: number; gid: number };

const canEnter = (account: Account, folder: string) =>
  spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/" }).status === 0;

const canRun = (account: Account, program: string) =>
  spawnSync(program, ["--version"], { ...account, cwd: "/" }).status === 0;

function moveElsewhere(account: Account, binaries: PostgresBinaries, dataDir: string): PostgresPlace {
  const native = dirname(dirname(binaries.postgres));
  const copy = join(ELSEWHERE, `programs-${fingerprint(native)}`);
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 });
  chmodSync(ELSEWHERE, 0o755);
  if (!existsSync(join(copy, "complete"))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, "complete"));
  }
  const place = placeOf(dataDir);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chownSync(place, account.uid, account.gid);
  if (!existsSync(dataDir)) symlinkSync(place, dataDir);
  const moved = (program: string) => join(copy, "bin", basename(program));
  return {
    account,
    dataDir: place,
    binaries: {
      initdb: moved(binaries.initdb),
      pg_ctl: moved(binaries.pg_ctl),
      postgres: moved(binaries.postgres),
    },
  };
}

/** Deletes a stopped cluster, also when `dataDir` is only a link to it. */
export function removeCluster(dataDir: string): void {
  if (isLink(dataDir)) rmSync(readlinkSync(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** The folder that holds PostgreSQL's files when `dataDir` is only a link to it. */
const placeOf = (dataDir: string) => join(ELSEWHERE, `data-${fingerprint(dataDir)}`);

const fingerprint = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
