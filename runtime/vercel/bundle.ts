import { build } from "esbuild";

/** CommonJS libraries inside an ES module bundle look for these. */
const BANNER = [
  'import { createRequire as __createRequire } from "node:module";',
  "const require = __createRequire(import.meta.url);",
  "const __filename = import.meta.filename; const __dirname = import.meta.dirname;",
].join("");

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];

/**
 * One deployable as one file that Node runs by itself: minified, everything it needs inside, a handler exported for each
 * method as Vercel's Node runtime wants them.
 * @param file the deployable's source
 * @returns the bundle's text
 */
export async function bundleFunction(file: string): Promise<string> {
  const handlers = METHODS.map((method) => `export const ${method} = handle;`).join("\n");
  const result = await build({
    stdin: {
      contents: `import app from ${JSON.stringify(file)};\nconst handle = (request) => app.fetch(request);\n${handlers}`,
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    bundle: true,
    write: false,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node22",
    banner: { js: BANNER },
    legalComments: "none",
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`${file} bundled to nothing`);
  return output.text;
}
