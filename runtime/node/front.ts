import { failure } from "./functions-router.ts";
import type { StaticSite } from "./static-site.ts";

type Fetch = (request: Request) => Response | Promise<Response>;
/** `bindings` are Node's request and response, where there are any: a faked provider may cut the line by them. */
type FetchWithBindings = (request: Request, bindings?: unknown) => Response | Promise<Response>;

/** What stands behind the one port. Absent parts answer 404 (or, for Supabase, are elsewhere). */
export type FrontParts = {
  functions: Fetch;
  supabase?: Fetch | undefined;
  /** Receives paths without the prefix `/_sandbox`. */
  sandbox?: FetchWithBindings | undefined;
  sandboxSite?: StaticSite | undefined;
  web?: StaticSite | undefined;
};

const SANDBOX = "/_sandbox";
const SUPABASE = ["/auth/v1/", "/rest/v1/"];

export type Front = {
  fetch(request: Request, bindings?: unknown): Promise<Response>;
  /**
   * Refuses what is new to the functions (QStash tries again later) and waits until they have answered what
   * they have. Supabase and the sandbox go on, since running functions still call them.
   */
  quiesce(graceMs: number): Promise<void>;
};

/** Leads each request to the part whose path it is: functions, Supabase, sandbox, else the web app. */
export function createFront(parts: FrontParts): Front {
  let closing = false;
  let running = 0;

  const toFunctions = async (request: Request) => {
    if (closing) return failure(request, "unavailable", "The service is being restarted.");
    running += 1;
    try {
      return await parts.functions(request);
    } finally {
      running -= 1;
    }
  };

  return {
    async fetch(request, bindings) {
      const { pathname } = new URL(request.url);
      if (pathname === "/health") return toFunctions(withPath(request, "/api/health"));
      if (isWithin(pathname, "/api")) return toFunctions(request);
      if (SUPABASE.some((prefix) => pathname.startsWith(prefix))) {
        return parts.supabase?.(request) ?? failure(request, "not_found", "Supabase is not served here.");
      }
      if (isWithin(pathname, SANDBOX)) return toSandbox(parts, request, pathname, bindings);
      const page = await parts.web?.(request, pathname === "/" ? "/index.html" : pathname);
      return page ?? failure(request, "not_found", "There is nothing at this address.");
    },
    async quiesce(graceMs) {
      closing = true;
      const deadline = Date.now() + graceMs;
      while (running > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** The sandbox's API comes first; what it does not know may be a file of its page. */
async function toSandbox(
  parts: FrontParts,
  request: Request,
  pathname: string,
  bindings: unknown,
): Promise<Response> {
  if (pathname === SANDBOX) return Response.redirect(new URL(`${SANDBOX}/`, request.url), 308);
  const path = pathname.slice(SANDBOX.length);
  const isFile = path === "/" || path.startsWith("/assets/");
  const file = isFile ? await parts.sandboxSite?.(request, path === "/" ? "/index.html" : path) : undefined;
  if (file) return file;
  return (
    parts.sandbox?.(withPath(request, path), bindings) ??
    failure(request, "not_found", "There is no sandbox here.")
  );
}

function withPath(request: Request, path: string): Request {
  const url = new URL(request.url);
  url.pathname = path;
  return new Request(url, request);
}
