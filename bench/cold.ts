import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { ROOT } from "../runtime/node/root.ts";
import { writeVercelOutput } from "../runtime/vercel/output.ts";
import { median } from "./lib/measure.ts";

export type ColdStart = {
  path: string;
  kB: number;
  gzipKB: number;
  importMs: number;
  /** Beyond what the empty Hono function takes. */
  moreThanEmptyMs: number;
};

type Bundle = { path: string; file: string };

const TRIES = 5;

/**
 * Size of each bundle, and how long a fresh process takes to import it, beside an empty Hono function's. In rounds, so
 * that whatever else the machine does falls on all of them.
 */
export async function benchColdStarts(): Promise<ColdStart[]> {
  const folder = mkdtempSync(join(tmpdir(), "callwaiting-bench-"));
  try {
    const webDir = join(folder, "web");
    mkdirSync(webDir);
    const bundles = await writeVercelOutput({
      functionsDir: join(ROOT, "functions/api"),
      webDir,
      outDir: join(folder, "out"),
    });
    const empty = await emptyFunction(folder);
    return figuresOf([{ path: "(empty Hono function)", file: empty }, ...bundles]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function emptyFunction(folder: string): Promise<string> {
  const source = join(folder, "empty.ts");
  const file = join(folder, "empty.mjs");
  writeFileSync(
    source,
    'import { Hono } from "hono"; export default new Hono().get("/", (c) => c.text("ok"));',
  );
  await build({
    entryPoints: [source],
    outfile: file,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    nodePaths: [join(ROOT, "node_modules")],
  });
  return file;
}

function figuresOf(bundles: readonly Bundle[]): ColdStart[] {
  const times = bundles.map((): number[] => []);
  for (let round = 0; round < TRIES; round++) {
    for (const [at, bundle] of bundles.entries()) times[at]?.push(timeToImport(bundle));
  }
  const emptyMs = median(times[0] ?? []);
  return bundles.map(({ path, file }, at) => {
    const bundle = readFileSync(file);
    const importMs = median(times[at] ?? []);
    const sizes = { kB: bundle.byteLength / 1000, gzipKB: gzipSync(bundle).byteLength / 1000 };
    return { path, ...sizes, importMs, moreThanEmptyMs: importMs - emptyMs };
  });
}

/** Milliseconds in a fresh process. @throws Error when the bundle does not import */
function timeToImport({ path, file }: Bundle): number {
  const measure = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t)`;
  const { stdout, status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", measure], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${path} does not import: ${stderr}`);
  return Number(stdout);
}
