import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { answer, type ServedRoute } from "./api-answer.ts";
import type { ApiContext } from "./api-context.ts";
import { type Chassis, defaultChassis } from "./chassis.ts";
import type { Contract, InputOf, ResultOf } from "./contract.ts";
import { AppError } from "./errors.ts";
import { requestIdOf } from "./ids.ts";
import { errorResponse, withHeaders } from "./responses.ts";

const ALLOWED_HEADERS = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "Last-Event-ID",
  "X-Api-Key",
  "X-Merchant-Id",
  "X-Request-Id",
];
const EXPOSED_HEADERS = [
  "Idempotent-Replayed",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
  "Retry-After",
  "X-Request-Id",
];

export type ApiHandler<C extends Contract, D> = (
  deps: D,
  ctx: ApiContext<C["auth"]>,
  input: InputOf<C>,
) => Promise<ResultOf<C> | Response> | ResultOf<C> | Response;

type Endpoint = {
  contract: Contract;
  corsOrigins(): readonly string[];
  handle(c: Context): Promise<Response>;
};

/** A deployable: a Hono app that serves the contract's method and path, and answers 405 to other methods. */
export type ApiRoute = Hono & { readonly endpoints: readonly Endpoint[] };

/**
 * Serves one contract: request id, CORS and security headers, authentication, rate limit, authorisation, body
 * limit, parsing and idempotency are done here; the handler acts and answers. What it returns is written as
 * JSON with the contract's status (default 200); a `Response` (a redirect, an event stream) passes as it is.
 * @param resolve the handler's dependencies, asked for on each request; a `chassis` among them replaces the default
 */
export function apiRoute<const C extends Contract, D extends object>(
  contract: C,
  resolve: () => D & { chassis?: Chassis },
  handler: ApiHandler<C, D>,
): ApiRoute {
  const chassis = () => resolve().chassis ?? defaultChassis();
  // The request is checked against the very contract that gives the handler its types.
  const route = { contract, resolve, chassis, handler: handler as unknown as ServedRoute<D>["handler"] };
  return serve([{ contract, corsOrigins: () => chassis().corsOrigins, handle: (c) => answer(c, route) }]);
}

/** Several methods of one path in one deployable. */
export const methods = (...routes: readonly ApiRoute[]): ApiRoute =>
  serve(routes.flatMap((route) => route.endpoints));

function serve(endpoints: readonly Endpoint[]): ApiRoute {
  const app = new Hono();
  const allowed = [...new Set(endpoints.map(({ contract }) => contract.method))];
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.use(
    cors({
      origin: (origin) => (originsOf(endpoints).includes(origin) ? origin : null),
      allowMethods: allowed,
      allowHeaders: ALLOWED_HEADERS,
      exposeHeaders: EXPOSED_HEADERS,
      maxAge: 600,
    }),
  );
  for (const { contract, handle } of endpoints) app.on(contract.method, contract.path, handle);
  for (const path of new Set(endpoints.map(({ contract }) => contract.path))) {
    app.all(path, (c) =>
      refuse(c, new AppError("method_not_allowed", `Use ${allowed.join(", ")}.`), allowed),
    );
  }
  app.notFound((c) => refuse(c, new AppError("not_found", "No such address.")));
  return Object.assign(app, { endpoints });
}

function originsOf(endpoints: readonly Endpoint[]): readonly string[] {
  try {
    return endpoints[0]?.corsOrigins() ?? [];
  } catch {
    // Without an environment nobody is allowed; the handler says what is wrong.
    return [];
  }
}

function refuse(c: Context, error: AppError, allow?: readonly string[]): Response {
  const requestId = requestIdOf(c.req.header("x-request-id"));
  const headers = { "X-Request-Id": requestId, ...(allow ? { Allow: allow.join(", ") } : {}) };
  return withHeaders(errorResponse(error, requestId), headers);
}
