import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A web app of this repository: where its sources are, and where Vite puts it. */
export type Site = { name: string; root: string; out: string; sources: readonly string[] };

/** The merchants' app, and the sandbox's page. Both read the routes' contracts. */
export function sitesOf(root: string): { web: Site; sandbox: Site } {
  const shared = [
    "functions/domain",
    "functions/platform/contract.ts",
    "functions/platform/errors.ts",
    "package-lock.json",
  ];
  const site = (name: string, folder: string, out: string, sources: string[]): Site => ({
    name,
    root: join(root, folder),
    out: join(root, out),
    sources: sources.map((source) => join(root, source)),
  });
  return {
    web: site("web app", "web", "dist/web", ["web", ...shared]),
    sandbox: site("sandbox page", "sandbox/ui", "dist/sandbox", ["sandbox/ui", ...shared]),
  };
}

/** True when the site was never built, or from other sources than there are now. */
export function isStale(site: Site): boolean {
  const stamp = stampOf(site);
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint(site);
}

/**
 * Builds the site with Vite when it is stale. Answers whether it did.
 * @throws an Error with Vite's own words when the build fails.
 */
export async function buildIfStale(site: Site, root: string): Promise<boolean> {
  if (!isStale(site)) return false;
  const before = fingerprint(site);
  await runVite(site, root);
  writeFileSync(stampOf(site), before);
  return true;
}

const stampOf = (site: Site) => join(site.out, ".built-from");

function fingerprint(site: Site): string {
  const hash = createHash("sha256");
  for (const source of site.sources) {
    for (const file of filesOf(source)) {
      hash.update(relative(site.root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(path)) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function runVite(site: Site, root: string): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const args = [
    vite,
    "build",
    site.root,
    "--config",
    join(site.root, "vite.config.ts"),
    "--logLevel",
    "warn",
  ];
  const env = { ...process.env, NODE_ENV: "production", NO_COLOR: "1", FORCE_COLOR: "0" };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The ${site.name} could not be built:\n${output.trim().slice(0, 3_000)}`));
    });
  });
}
