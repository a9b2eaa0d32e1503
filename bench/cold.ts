import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { ROOT } from "../runtime/node/root.ts";
import { writeVercelOutput } from "../runtime/vercel/output.ts";
import { median } from "./lib/measure.ts";

export type ColdStart = { path: string; kB: number; gzipKB: number; importMs: number };

const TRIES = 5;

/** Size of each bundle, and how long a fresh process takes to import it, beside an empty Hono function's. */
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
    return [{ path: "(empty Hono function)", file: empty }, ...bundles].map(({ path, file }) =>
      figuresOf(path, file),
    );
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

function figuresOf(path: string, file: string): ColdStart {
  const bundle = readFileSync(file);
  const measure = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t)`;
  const times = Array.from({ length: TRIES }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", measure], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${path} does not import: ${stderr}`);
    return Number(stdout);
  });
  return {
    path,
    kB: bundle.byteLength / 1000,
    gzipKB: gzipSync(bundle).byteLength / 1000,
    importMs: median(times),
  };
}
