import { join, relative } from "node:path";
import { build } from "esbuild";
import { listFunctions } from "../../../runtime/node/functions-router.ts";
import { ROOT } from "../../../runtime/node/root.ts";

/** Libraries in CommonJS look for `require` inside an ES module bundle. */
const BANNER =
  'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);';

/**
 * The functions and the process that serves them as plain JavaScript with what they share in common files: a process
 * is killed and started a hundred times in a run, and must be up in a moment. Answers the process's own file.
 */
export async function bundleFunctionsProcess(folder: string): Promise<string> {
  const outdir = join(folder, "functions");
  const functionsDir = join(ROOT, "functions/api");
  const files = listFunctions(functionsDir).map(({ file }) => file);
  await build({
    entryPoints: [
      { in: join(ROOT, "tests/chaos/world/child.ts"), out: "child" },
      ...files.map((file) => ({ in: file, out: `api/${relative(functionsDir, file).replace(/\.ts$/, "")}` })),
    ],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node24",
    banner: { js: BANNER },
    logLevel: "silent",
  });
  return join(outdir, "child.mjs");
}
