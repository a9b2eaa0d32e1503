import { flushCompileCache } from "node:module";
import { relative } from "node:path";
import { createFunctionsRouter, type Deployable } from "../../../runtime/node/functions-router.ts";
import { listen } from "../../../runtime/node/server.ts";

/** The functions by their files' paths below the folder that is mounted at `/api`. */
export type Functions = Readonly<Record<string, { default: Deployable }>>;

/**
 * The process that is killed: the functions behind one port, and nothing else. Its environment is what a deployment's
 * would be, but for CHAOS_FUNCTIONS, the folder of the functions' sources. All are loaded before it serves: on a busy
 * machine that takes longer than a carrier waits.
 */
export async function serveFunctions(functions: Functions): Promise<void> {
  const dir = process.env.CHAOS_FUNCTIONS ?? "";
  const router = createFunctionsRouter({
    dir,
    async load(file) {
      const found = functions[relative(dir, file)];
      if (!found) throw new Error(`${file} is not bundled`);
      return found;
    },
    onError: (error, route) => console.error(`${route.path} could not be loaded:`, error),
  });
  await router.warm();
  flushCompileCache(); // Who is killed never writes it.
  const { port } = await listen({ port: 0, hostname: "127.0.0.1", fetch: router.fetch });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ port });
}
