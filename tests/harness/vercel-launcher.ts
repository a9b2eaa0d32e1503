import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Rule = {
  src?: string;
  dest?: string;
  status?: number;
  headers?: Record<string, string>;
  continue?: boolean;
  handle?: string;
};
type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Serves a Build Output folder as Vercel does, as far as ours uses it: rules in order, `continue` goes on, then files,
 * functions by their folder, handlers by method. https://vercel.com/docs/build-output-api/v3/configuration#routes
 */
export function launchVercelOutput(outDir: string): (request: Request) => Promise<Response> {
  const { routes } = JSON.parse(readFileSync(join(outDir, "config.json"), "utf8")) as { routes: Rule[] };
  return async (request) => {
    const { pathname } = new URL(request.url);
    const headers: Record<string, string> = {};
    for (const rule of routes) {
      if (rule.handle === "filesystem") {
        const file = staticFile(outDir, pathname);
        if (file) return withHeaders(file, headers);
        continue;
      }
      if (!rule.src || !new RegExp(`^${rule.src.replace(/^\^|\$$/g, "")}$`).test(pathname)) continue;
      Object.assign(headers, rule.headers);
      if (rule.continue) continue;
      const served = await serve(outDir, rule.dest ?? pathname, request);
      if (served)
        return withHeaders(
          rule.status ? new Response(served.body, { status: rule.status }) : served,
          headers,
        );
    }
    return new Response("not found", { status: 404 });
  };
}

async function serve(outDir: string, dest: string, request: Request): Promise<Response | undefined> {
  const bundle = join(outDir, "functions", `${dest.slice(1)}.func`, "index.mjs");
  if (!existsSync(bundle)) return staticFile(outDir, dest);
  const handlers = (await import(/* @vite-ignore */ pathToFileURL(bundle).href)) as Record<string, Handler>;
  return (await handlers[request.method]?.(request)) ?? new Response(null, { status: 405 });
}

function staticFile(outDir: string, pathname: string): Response | undefined {
  const file = join(outDir, "static", pathname);
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return new Response(readFileSync(file));
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(response.body, { status: response.status, headers: all });
}
