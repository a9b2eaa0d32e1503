import { flushCompileCache } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { createFunctionsRouter, type Deployable } from "../../../runtime/node/functions-router.ts";
import { listen } from "../../../runtime/node/server.ts";

/**
 * The process that is killed: the functions behind one port, and nothing else. Its environment is what a deployment's
 * would be, but for CHAOS_FUNCTIONS, the folder of the functions' sources, whose bundles lie beside this file. All are
 * loaded before it serves: on a busy machine that takes longer than a carrier waits.
 */
const dir = process.env.CHAOS_FUNCTIONS ?? "";

const router = createFunctionsRouter({
  dir,
  async load(file) {
    const bundle = join(import.meta.dirname, "api", relative(dir, file).replace(/\.ts$/, ".mjs"));
    return (await import(pathToFileURL(bundle).href)) as { default: Deployable };
  },
  onError: (error, route) => console.error(`${route.path} could not be loaded:`, error),
});
await router.warm();
flushCompileCache(); // Who is killed never writes it.
const { port } = await listen({ port: 0, hostname: "127.0.0.1", fetch: router.fetch });
process.on("disconnect", () => process.exit(0));
process.send?.({ port });
