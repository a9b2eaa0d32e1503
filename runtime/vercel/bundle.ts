import { dirname } from "node:path";
import { build, type Plugin } from "esbuild";

/** CommonJS libraries inside an ES module bundle look for these. */
const BANNER = [
  'import { createRequire as __createRequire } from "node:module";',
  "const require = __createRequire(import.meta.url);",
  "const __filename = import.meta.filename; const __dirname = import.meta.dirname;",
].join("");

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];
const ENTRY = "deployable:";

/** What stands around a deployable: a handler for each method, as Vercel's Node runtime wants them. */
const entries: Plugin = {
  name: "deployable entries",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^deployable:/ }, ({ path }) => ({
      path: path.slice(ENTRY.length),
      namespace: "deployable",
    }));
    onLoad({ filter: /.*/, namespace: "deployable" }, ({ path }) => ({
      contents: `import app from ${JSON.stringify(path)};
const handle = (request) => app.fetch(request);
${METHODS.map((method) => `export const ${method} = handle;`).join("\n")}`,
      resolveDir: dirname(path),
      loader: "ts",
    }));
  },
};

/**
 * Each deployable as one file that Node runs by itself: minified, everything it needs inside. All in one build, so that
 * what they share is read once.
 * @param deployables source file by output path without its ending
 */
export async function bundleFunctions(
  deployables: ReadonlyMap<string, string>,
  outDir: string,
): Promise<void> {
  await build({
    entryPoints: [...deployables].map(([out, file]) => ({ in: ENTRY + file, out })),
    outdir: outDir,
    outExtension: { ".js": ".mjs" },
    plugins: [entries],
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node22",
    banner: { js: BANNER },
    legalComments: "none",
    logLevel: "silent",
  });
}
