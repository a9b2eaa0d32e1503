import { AsyncLocalStorage } from "node:async_hooks";
import { createPostgresConnection, type PostgresConnection } from "@supabase/lite/postgres";
import { type Kysely, sql } from "kysely";
import { SEARCH_PATH } from "./bootstrap.ts";
import { statusOf } from "./postgrest-status.ts";

/**
 * Everything that `@supabase/lite` does differently from the hosted service and that matters to us, put
 * right in one place. Each mend has a regression test in tests/sandbox/database/.
 */

/** What PostgREST shows SQL of the HTTP request, as `request.method`, `request.path`, `request.headers`. */
export type RequestFacts = { method: string; path: string; headers: Record<string, string> };

/** The HTTP request being served, for the settings that Lite passes on for rpc only. */
export const currentRequest = new AsyncLocalStorage<RequestFacts>();

type Vars = { auth?: { uid?: unknown; role?: unknown; jwt?: unknown } };

/** The insides of Lite's connection that are replaced; private in its types. */
type Insides = {
  rlsState: string;
  applyJwtSessionContext(db: Kysely<unknown>, vars: Vars): Promise<void>;
  applyRpcRequestGucs(db: Kysely<unknown>, facts: unknown): Promise<void>;
  normalizeDbError(error: unknown): unknown;
};

/**
 * A connection of Lite's, mended. The database must have been bootstrapped before.
 * @param onLost called whenever one of the pool's connections was closed
 */
export function createMendedConnection(
  url: string,
  maxConnections: number,
  onLost: () => void = () => {},
): PostgresConnection {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: maxConnections,
      onnotice: () => {},
      onclose: onLost,
      connection: { search_path: SEARCH_PATH },
      types: { json: jsonType(114), jsonb: jsonType(3802), timestamptz },
    },
  });
  const insides = connection as unknown as Insides;
  insides.rlsState = "active"; // Else the first requests GRANT ALL on every table, private schemas included.
  insides.applyJwtSessionContext = applyClaims;
  insides.applyRpcRequestGucs = resetResponse;
  insides.normalizeDbError = withPostgrestStatus;
  return connection;
}

/** Lite hands JSON over as text already: serialising it once more would store a JSON string. */
const jsonType = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
  parse: (text: string) => JSON.parse(text) as unknown,
});

/** `2026-11-21 09:49:31.5+00` becomes `2026-11-21T09:49:31.5+00:00`, as PostgREST writes it. */
const timestamptz = {
  to: 1184,
  from: [1184],
  serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : String(value)),
  parse: (text: string) => text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"),
};

/** Role, claims and request in one statement; Lite needs ten and leaves the headers out for tables. */
async function applyClaims(db: Kysely<unknown>, vars: Vars): Promise<void> {
  const role = typeof vars.auth?.role === "string" ? vars.auth.role : "anon";
  const claims = { ...(isRecord(vars.auth?.jwt) ? vars.auth.jwt : {}), role };
  const request = currentRequest.getStore();
  await sql`select
    set_config('role', ${role}, true),
    set_config('request.jwt.claim.sub', ${String(vars.auth?.uid ?? "")}, true),
    set_config('request.jwt.claim.role', ${role}, true),
    set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
    set_config('request.method', ${request?.method ?? ""}, true),
    set_config('request.path', ${request?.path ?? ""}, true),
    set_config('request.headers', ${JSON.stringify(request?.headers ?? {})}, true)`.execute(db);
}

/** A pooled connection must not hand a status set by an earlier function to the next request. */
async function resetResponse(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('response.status', '', true), set_config('response.headers', '', true)`.execute(
    db,
  );
}

/**
 * Lite answers 500 `SUP` to states it does not know. It does know SQLSTATE `PGRST`, whose message and
 * detail carry any code and status: the unknown ones are dressed as that.
 * https://docs.postgrest.org/en/stable/references/errors.html#raise-errors-with-http-status-codes
 */
function withPostgrestStatus(error: unknown): unknown {
  const state = isRecord(error) && typeof error.code === "string" ? error.code : undefined;
  const status = state ? statusOf(state) : undefined;
  if (!isRecord(error) || !state || !status) return quiet(error);
  const { message, detail, hint } = error;
  return quiet({
    code: "PGRST",
    message: JSON.stringify({ code: state, message, details: detail ?? null, hint: hint ?? null }),
    detail: JSON.stringify({ status, headers: {} }),
  });
}

const silenced = new WeakSet<object>();

/** Lite prints every error a query answers with, also those a caller expects (a conflict, a not-found). */
function quiet(error: unknown): unknown {
  if (isRecord(error)) silenced.add(error);
  return error;
}

/** Drops from `console.error` the database errors that reach the caller as an answer anyhow. */
export function silenceAnsweredErrors(): void {
  const original = console.error;
  if (patched.has(original)) return;
  const filtered = (...args: unknown[]) => {
    if (args.length === 1 && isRecord(args[0]) && silenced.has(args[0])) return;
    original(...args);
  };
  patched.add(filtered);
  console.error = filtered;
}

const patched = new WeakSet<object>();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
