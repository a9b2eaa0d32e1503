import type { Context } from "hono";
import type { ApiContext, Membership } from "./api-context.ts";
import { type RequestLimits, requestLimits } from "./api-limits.ts";
import type { Actor } from "./auth.ts";
import { authorise } from "./authorise.ts";
import { waitUntil } from "./background.ts";
import type { Chassis } from "./chassis.ts";
import { clientAddress } from "./client-address.ts";
import type { Contract } from "./contract.ts";
import { type Database, underClaim } from "./database.ts";
import { toAppError } from "./errors.ts";
import { type Answer, idempotencyKeyOf, once } from "./idempotency.ts";
import { requestIdOf } from "./ids.ts";
import { createLog, errorProperties, type Log } from "./log.ts";
import { parseInput, type RawInput } from "./parse.ts";
import { limitHeaders } from "./rate-limit.ts";
import { readText } from "./request-body.ts";
import { errorResponse, withHeaders } from "./responses.ts";

const MAX_BODY_BYTES = 64 * 1024;

type Handler<D> = (deps: D, ctx: ApiContext, input: unknown) => unknown;
/** One contract, its handler (without the types its contract gives it) and what they stand on. */
export type ServedRoute<D> = {
  contract: Contract;
  resolve: () => D;
  chassis: () => Chassis;
  handler: Handler<D>;
};

/** The edge of a request: whatever happens inside, it is answered in our envelope, marked and logged. */
export async function answer<D>(c: Context, route: ServedRoute<D>): Promise<Response> {
  const startedAt = Date.now();
  const requestId = requestIdOf(c.req.header("x-request-id"));
  const log = createLog("api", { requestId });
  const request: Inside = { requestId, log, actor: undefined, limits: undefined };
  let response: Response;
  try {
    response = await run(c, route, request);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.status >= 500) log.error("request failed", errorProperties(thrown));
    response = errorResponse(error, requestId);
  }
  const { method, path } = route.contract;
  const [status, ms, actor] = [response.status, Date.now() - startedAt, request.actor?.kind];
  log.info("request", { method, path, status, ms, actor });
  const limit = request.limits?.tightest();
  return withHeaders(response, { "X-Request-Id": requestId, ...(limit ? limitHeaders(limit) : {}) });
}

/** What is known of a request so far, also when it fails on the way. */
type Inside = { requestId: string; log: Log; actor: Actor | undefined; limits: RequestLimits | undefined };

/** Trust, then understand, then act. */
async function run<D>(c: Context, route: ServedRoute<D>, inside: Inside): Promise<Response> {
  const { contract } = route;
  const chassis = route.chassis();
  const address = clientAddress(c.req.raw.headers, c.env);
  const limits = requestLimits(chassis.limiter);
  inside.limits = limits;
  const actor = await authenticateOrCount(c, chassis, inside, address, contract);
  await limits.admit(contract, actor, address);
  const db = await chassis.databaseOf(actor, inside.requestId);
  const merchant = await authorise(contract, actor, db, chassis, {
    param: (name) => c.req.param(name),
    query: (name) => c.req.query(name),
    header: (name) => c.req.header(name),
  });
  const raw = await rawInput(c, contract);
  const input = await parseInput(contract, raw);
  await limits.admitSignIn(contract, address, input.body);
  const ctx = contextOf(c, { inside, actor, merchant, db, address });
  const act = async (db: Database) => route.handler(route.resolve(), { ...ctx, db }, input);
  const response = await respond(c, contract, { chassis, ctx, raw, act });
  await limits.succeeded();
  return response;
}

/** A bad credential counts against the address, or guessing keys would be free. */
async function authenticateOrCount(
  c: Context,
  chassis: Chassis,
  inside: Inside,
  address: string,
  contract: Contract,
): Promise<Actor> {
  try {
    inside.actor = await chassis.authenticate(c.req.raw.headers, inside.requestId);
    return inside.actor;
  } catch (error) {
    await inside.limits?.admit(contract, { kind: "anonymous" }, address);
    throw error;
  }
}

async function rawInput(c: Context, contract: Contract): Promise<RawInput> {
  return {
    params: c.req.param(),
    query: c.req.queries(),
    contentType: c.req.header("content-type") ?? null,
    body: contract.body ? await readText(c.req.raw, contract.maxBodyBytes ?? MAX_BODY_BYTES) : "",
  };
}

type Known = {
  inside: Inside;
  actor: Actor;
  merchant: Membership | undefined;
  db: Database;
  address: string;
};

function contextOf(c: Context, { inside, actor, merchant, db, address }: Known): ApiContext {
  const { requestId, log } = inside;
  const { signal } = c.req.raw;
  const header = (name: string) => c.req.header(name);
  return { requestId, actor, merchant, db, log, now: new Date(), address, waitUntil, header, signal };
}

type Turn = { chassis: Chassis; ctx: ApiContext; raw: RawInput; act: (db: Database) => Promise<unknown> };

async function respond(c: Context, contract: Contract, turn: Turn): Promise<Response> {
  const key = contract.idempotent ? idempotencyKeyOf(c.req.header("idempotency-key") ?? null) : undefined;
  if (key === undefined) {
    const result = await turn.act(turn.ctx.db);
    return result instanceof Response ? result : json({ status: contract.status ?? 200, body: result });
  }
  const { ctx, chassis, raw, act } = turn;
  const { pathname, search } = new URL(c.req.url);
  const keyed = {
    key,
    route: `${contract.method} ${contract.path}`,
    fingerprint: `${contract.method} ${pathname}${search}\n${raw.body}`,
  };
  const store = chassis.idempotency(ctx.db, ctx.merchant?.merchantId ?? null);
  const { replayed, ...kept } = await once(
    store,
    keyed,
    async (claim) => ({
      status: contract.status ?? 200,
      body: (await act(underClaim(ctx.db, claim))) ?? null,
    }),
    (error) => ctx.log.error("the answer to a keyed write was not kept", errorProperties(error)),
  );
  return replayed ? withHeaders(json(kept), { "Idempotent-Replayed": "true" }) : json(kept);
}

function json({ status, body }: Answer): Response {
  const headers = { "Cache-Control": "no-store" };
  if (status === 204) return new Response(null, { status, headers });
  return Response.json(body ?? null, { status, headers });
}
