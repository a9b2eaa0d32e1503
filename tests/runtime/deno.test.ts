import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFunctions } from "../../runtime/node/functions-router.ts";
import { ROOT } from "../../runtime/node/root.ts";
import { type Shim, writeSupabaseShims } from "../../runtime/supabase/shims.ts";
import { choosePort } from "../../sandbox/database/ports.ts";
import { startTestProduct, type TestProduct } from "../harness/product.ts";

const functionsDir = join(ROOT, "functions/api");
// Inside the checkout, where Deno finds node_modules; a name of its own, so that a build is not disturbed.
const outDir = join(ROOT, "supabase/functions/.test");
const shims: Shim[] = writeSupabaseShims({ root: ROOT, functionsDir, outDir });

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ warm: false });
});
afterAll(async () => {
  await product?.close();
  rmSync(outDir, { recursive: true, force: true });
});

test("every deployable has a shim of its own", () => {
  expect(shims.map(({ path }) => path)).toEqual(listFunctions(functionsDir).map(({ path }) => path));
  expect(new Set(shims.map(({ name }) => name)).size).toBe(shims.length);
});

test.concurrent.each(shims)(
  "$name boots on Deno and refuses an empty POST",
  { timeout: 60_000 },
  async ({ name, path, file }) => {
    const server = await boot(file);
    try {
      const address = `http://127.0.0.1:${server.port}/${name}${path.replace(/:\w+/g, "01a1fdfb-a654-7e5f-9719-f7fb28637a4d")}`;
      const response = await fetch(address, { method: "POST" });
      // What only reads says that it takes no POST; everything else misses a signature, a session or a body.
      const reads = !(response.headers.get("allow") ?? "POST").includes("POST");
      expect(reads ? [405] : [400, 401], await response.text()).toContain(response.status);
    } finally {
      server.stop();
    }
  },
);

async function boot(file: string): Promise<{ port: number; stop(): void }> {
  const port = await choosePort();
  const deno = spawn(join(ROOT, "node_modules/.bin/deno"), ["run", "-A", "--no-lock", file], {
    cwd: ROOT,
    env: { ...process.env, DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  deno.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const deadline = Date.now() + 45_000;
  while (Date.now() < deadline && deno.exitCode === null) {
    if (
      await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      )
    )
      return { port, stop: () => deno.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  deno.kill();
  throw new Error(`${file} did not boot on Deno: ${complaints}`);
}
