import { flushCompileCache } from "node:module";
import { relative } from "node:path";
import { createFunctionsRouter, type Deployable } from "../../../runtime/node/functions-router.ts";
import { listen } from "../../../runtime/node/server.ts";

/** The functions by their files' paths below the folder that is mounted at `/api`. */
export type Functions = Readonly<Record<string, () => Promise<{ default: Deployable }>>>;

/**
 * The process that is killed: the functions behind one port, each loaded when it is first asked for, and nothing else.
 * Its environment is what a deployment's would be, but for CHAOS_FUNCTIONS, the folder of the functions' sources.
 */
export async function serveFunctions(functions: Functions): Promise<void> {
  const dir = process.env.CHAOS_FUNCTIONS ?? "";
  const router = createFunctionsRouter({
    dir,
    load(file) {
      const found = functions[relative(dir, file)];
      if (!found) throw new Error(`${file} is not bundled`);
      return found();
    },
    onError: (error, route) => console.error(`${route.path} could not be loaded:`, error),
  });
  flushCompileCache(); // Who is killed never writes it.
  const { port } = await listen({ port: 0, hostname: "127.0.0.1", fetch: router.fetch });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ port });
}
