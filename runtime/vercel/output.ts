import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FunctionRoute, listFunctions } from "../node/functions-router.ts";
import { bundleFunctions } from "./bundle.ts";

type OutputOptions = {
  /** functions/api */
  functionsDir: string;
  /** The built web app. */
  webDir: string;
  /** `.vercel/output`, emptied first. */
  outDir: string;
};

/** Seconds a function may take: the live stream ends by itself before five minutes. */
const DURATIONS: Record<string, number> = { "/api/realtime/:merchant/events": 300 };
const DEFAULT_DURATION = 30;

/** What an address below /api that nobody serves answers; the platform knows no request id to put into it. */
const NOT_FOUND = "api-not-found.json";
const notFound = {
  error: { code: "not_found", message: "There is nothing at this address.", requestId: "" },
};

/** Keeps an eye on the parts (and the functions awake) where nobody else looks. */
const CRONS = [{ path: "/api/health", schedule: "*/5 * * * *" }];

/**
 * Writes a Vercel Build Output (https://vercel.com/docs/build-output-api/v3): one bundled function per file of
 * functions/api, the routes that lead to them, the web app as static files. Answers the functions, with their sizes.
 */
export async function writeVercelOutput({ functionsDir, webDir, outDir }: OutputOptions) {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const routes = listFunctions(functionsDir);
  await bundleFunctions(
    new Map(routes.map(({ path, file }) => [join(folderOf(path), "index"), file])),
    outDir,
  );
  const written = routes.map((route) => describeFunction(route, outDir));
  cpSync(webDir, join(outDir, "static"), { recursive: true });
  writeFileSync(join(outDir, "static", NOT_FOUND), JSON.stringify(notFound));
  const config = { version: 3, routes: routesOf(routes), crons: CRONS };
  writeFileSync(join(outDir, "config.json"), `${JSON.stringify(config, null, 2)}\n`);
  return written;
}

function describeFunction({ path }: FunctionRoute, outDir: string) {
  const folder = join(outDir, folderOf(path));
  const config = {
    runtime: "nodejs24.x",
    handler: "index.mjs",
    launcherType: "Nodejs",
    shouldAddHelpers: false,
    supportsResponseStreaming: true,
    maxDuration: DURATIONS[path] ?? DEFAULT_DURATION,
  };
  writeFileSync(join(folder, ".vc-config.json"), `${JSON.stringify(config, null, 2)}\n`);
  const file = join(folder, "index.mjs");
  return { path, file, bytes: statSync(file).size };
}

const folderOf = (path: string): string => join("functions", `${destinationOf(path)}.func`);

/** `/api/orders/:id/refund` is kept in `api/orders/[id]/refund.func`. */
const destinationOf = (path: string): string => path.slice(1).replace(/:(\w+)/g, "[$1]");

/** Static paths come before those with parameters, as listFunctions orders them. */
function routesOf(routes: readonly FunctionRoute[]) {
  const security = {
    src: "/(.*)",
    headers: {
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
    },
    continue: true,
  };
  const functions = routes.map(({ path }) => ({
    src: `^${path.replace(/:\w+/g, "([^/]+)")}$`,
    dest: `/${destinationOf(path)}`,
  }));
  return [
    security,
    { src: "^/health$", dest: "/api/health" },
    {
      src: "^/assets/(.*)$",
      headers: { "Cache-Control": "public, max-age=31536000, immutable" },
      continue: true,
    },
    ...functions,
    { src: "^/api/.*$", status: 404, dest: `/${NOT_FOUND}` },
    { handle: "filesystem" },
    { src: "^/(.*)$", dest: "/index.html" },
  ];
}
