import { join, relative } from "node:path";
import { build } from "esbuild";
import { listFunctions } from "../../../runtime/node/functions-router.ts";
import { ROOT } from "../../../runtime/node/root.ts";

/** Libraries in CommonJS look for `require` inside an ES module bundle. */
const BANNER =
  'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);';

/**
 * The functions and the process that serves them as one file of plain JavaScript: a process is killed and started
 * hundreds of times in a run, and must be up in a moment. Answers that file.
 */
export async function bundleFunctionsProcess(folder: string): Promise<string> {
  const outfile = join(folder, "functions.mjs");
  await build({
    stdin: { contents: entry(), resolveDir: ROOT, loader: "ts" },
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: "node",
    format: "esm",
    target: "node24",
    banner: { js: BANNER },
    logLevel: "silent",
  });
  return outfile;
}

/** Written as dynamic imports of one file, so that each function is evaluated when it is asked for. */
function entry(): string {
  const dir = join(ROOT, "functions/api");
  const files = listFunctions(dir).map(({ file }) => file);
  const table = files.map(
    (file) => `${JSON.stringify(relative(dir, file))}: () => import(${JSON.stringify(file)}),`,
  );
  return `import { serveFunctions } from ${JSON.stringify(join(ROOT, "tests/chaos/world/child.ts"))};
await serveFunctions({
${table.join("\n")}
});`;
}
