import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../runtime/node/root.ts";
import { buildIfStale, sitesOf } from "../runtime/node/web-build.ts";
import { writeSupabaseShims } from "../runtime/supabase/shims.ts";
import { writeVercelOutput } from "../runtime/vercel/output.ts";
import { tell } from "./lib/terminal.ts";

/** `npm run build`: the two homes of the functions, Vercel's Build Output and Supabase Edge's functions. */
const functionsDir = join(ROOT, "functions/api");
const { web } = sitesOf(ROOT);
await buildIfStale(web, ROOT);

const outDir = join(ROOT, ".vercel/output");
const bundles = await writeVercelOutput({ functionsDir, webDir: web.out, outDir });
for (const { path, file } of bundles) {
  const bundle = readFileSync(file);
  tell(`${path.padEnd(48)} ${kB(bundle.byteLength)} kB  ${kB(gzipSync(bundle).byteLength)} kB gzip`);
}
const shims = writeSupabaseShims({ root: ROOT, functionsDir, outDir: join(ROOT, "supabase/functions") });
tell(`\n${bundles.length} functions in ${relative(ROOT, outDir)}, ${shims.length} in supabase/functions`);

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(0).padStart(5);
}
