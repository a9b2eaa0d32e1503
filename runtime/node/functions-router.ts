import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ErrorCode, ErrorEnvelope } from "../../functions/platform/errors.ts";
import { STATUS_OF } from "../../functions/platform/errors.ts";
import { requestIdOf } from "../../functions/platform/ids.ts";

/** A deployable: what every file of functions/api exports as its default. */
export type Deployable = { fetch(request: Request): Response | Promise<Response> };

/** One function: its URL path with `:name` for parameters, and the file that serves it. */
export type FunctionRoute = { path: string; file: string };

export type FunctionsRouter = {
  routes: readonly FunctionRoute[];
  /** Answers from the function whose path matches, with 404 in the product's envelope when none does. */
  fetch(request: Request): Promise<Response>;
  /** Loads every function now, instead of each when it is first asked for. @throws what the first bad one throws */
  warm(): Promise<void>;
};

export type FunctionsRouterOptions = {
  /** The folder that is mounted at `/api`. */
  dir: string;
  onError?: (error: unknown, route: FunctionRoute) => void;
  /** How a function's file is loaded; tests may pass their own. */
  load?: (file: string) => Promise<{ default: Deployable }>;
};

/**
 * Serves a tree of deployables as the platforms do: the file path is the URL path, `[id].ts` takes any one
 * segment, `index.ts` is its folder, names that begin with `_` or `.` are not served. Each file is imported
 * when it is first asked for.
 */
export function createFunctionsRouter(options: FunctionsRouterOptions): FunctionsRouter {
  const routes = listFunctions(options.dir);
  const tree = plant(routes);
  const load = options.load ?? importFile;
  const loaded = new Map<FunctionRoute, Promise<Deployable>>();

  const deployable = (route: FunctionRoute): Promise<Deployable> => {
    const known = loaded.get(route);
    if (known) return known;
    const loading = load(route.file).then((module) => module.default);
    loaded.set(route, loading);
    loading.catch(() => loaded.delete(route)); // The next request tries again.
    return loading;
  };

  return {
    routes,
    async warm() {
      await Promise.all(routes.map(deployable));
    },
    async fetch(request) {
      const route = find(tree, segmentsOf(new URL(request.url).pathname));
      if (!route) return failure(request, "not_found", "There is nothing at this address.");
      try {
        return await (await deployable(route)).fetch(request);
      } catch (error) {
        options.onError?.(error, route);
        return failure(request, "internal", "Something went wrong on our side.");
      }
    },
  };
}

/** All functions below `dir`, static paths before those with parameters. */
export function listFunctions(dir: string): FunctionRoute[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  const served = files.filter((file) => !segmentsIn(dir, file).some((name) => /^[._]/.test(name)));
  const routes = served.map((file) => ({ path: pathOf(segmentsIn(dir, file)), file }));
  return routes.sort((a, b) => (orderKey(a.path) < orderKey(b.path) ? -1 : 1));
}

const segmentsIn = (dir: string, file: string) => relative(dir, file).replace(/\.ts$/, "").split(sep);

function pathOf(segments: string[]): string {
  const named = segments.at(-1) === "index" ? segments.slice(0, -1) : segments;
  return ["/api", ...named.map((segment) => segment.replace(/^\[(.+)\]$/, ":$1"))].join("/");
}

/** A tilde sorts after every letter, so `/orders/export` comes before `/orders/:id`. */
const orderKey = (path: string) => path.replaceAll("/:", "/~");

type Node = { children: Map<string, Node>; parameter?: Node; route?: FunctionRoute };

function plant(routes: readonly FunctionRoute[]): Node {
  const root: Node = { children: new Map() };
  for (const route of routes) {
    let node = root;
    for (const segment of segmentsOf(route.path)) node = descend(node, segment);
    if (node.route) throw new Error(`${route.file} and ${node.route.file} serve the same path ${route.path}`);
    node.route = route;
  }
  return root;
}

function descend(node: Node, segment: string): Node {
  if (segment.startsWith(":")) {
    node.parameter ??= { children: new Map() };
    return node.parameter;
  }
  const child = node.children.get(segment) ?? { children: new Map() };
  node.children.set(segment, child);
  return child;
}

function find(node: Node, [segment, ...rest]: string[]): FunctionRoute | undefined {
  if (segment === undefined) return node.route;
  const child = node.children.get(segment);
  const exact = child && find(child, rest);
  if (exact) return exact;
  return node.parameter && segment !== "" ? find(node.parameter, rest) : undefined;
}

const segmentsOf = (path: string) => path.split("/").slice(1);

async function importFile(file: string): Promise<{ default: Deployable }> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: Deployable };
}

/** An error in the product's envelope, for what no function answered. */
export function failure(request: Request, code: ErrorCode, message: string): Response {
  const requestId = requestIdOf(request.headers.get("x-request-id"));
  const body: ErrorEnvelope = { error: { code, message, requestId } };
  return Response.json(body, { status: STATUS_OF[code], headers: { "X-Request-Id": requestId } });
}
