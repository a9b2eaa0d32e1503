import { PostgrestClient } from "@supabase/postgrest-js";
import type { Database as Schema } from "../../supabase/types.ts";
import type { Env } from "./env.ts";
import { AppError, DatabaseFailure, type ErrorCode } from "./errors.ts";
import { type MachineActor, mintMerchantToken } from "./tokens.ts";

const TIMEOUT_MS = 5000;

export type DatabaseEnv = Pick<Env, "supabase">;

/** A PostgREST client that acts as somebody: what it sees and may do is decided by row-level security. */
export type Database = PostgrestClient<Schema>;

/** The SQL functions there are, by the migrations. */
export type FunctionName = keyof Schema["public"]["Functions"];

type Credentials = { apiKey: string; token?: string; requestId: string };

/** The one way to PostgREST: five seconds for the whole answer, no silent retries, the request id sent along. */
export function connect(env: DatabaseEnv, { apiKey, token, requestId }: Credentials): Database {
  return new PostgrestClient(`${env.supabase.url}/rest/v1`, {
    headers: {
      apikey: apiKey,
      "X-Request-Id": requestId,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    // The client's own time limit ends with the headers; this one covers the body too.
    fetch: (input, init) => fetch(input, { ...init, signal: withTimeout(init?.signal) }),
    retry: false,
  });
}

/**
 * The same caller, for one keyed write: SQL notes what it led to with the claim, in its own transaction, and finds it
 * there when the write is asked for again (`private.kept_effect`).
 */
export const underClaim = (db: Database, claim: string): Database =>
  new PostgrestClient(db.url, {
    headers: { ...Object.fromEntries(db.headers), "X-Idempotency-Claim": claim },
    ...(db.fetch ? { fetch: db.fetch } : {}),
    retry: false,
  });

function withTimeout(signal: AbortSignal | null | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** As nobody: only what is open to everyone. */
export const anonymousDatabase = (env: DatabaseEnv, requestId: string): Database =>
  connect(env, { apiKey: env.supabase.publishableKey, requestId });

/** As the signed-in person whose access token this is. */
export const userDatabase = (env: DatabaseEnv, token: string, requestId: string): Database =>
  connect(env, { apiKey: env.supabase.publishableKey, token, requestId });

/** As one merchant, on behalf of a job, a webhook or an API key; good for five minutes. */
export async function merchantDatabase(
  env: DatabaseEnv,
  merchantId: string,
  actor: MachineActor,
  requestId: string,
): Promise<Database> {
  return userDatabase(env, await mintMerchantToken(env, merchantId, actor), requestId);
}

/**
 * Calls an SQL function and answers what it returned. `T` is what its migration promises.
 * @throws AppError by the table below; its cause is a DatabaseFailure
 */
export async function rpc<T>(
  db: Database,
  name: FunctionName,
  args: Record<string, unknown> = {},
): Promise<T> {
  // The generated types know no argument that may be null, so only the names are held against them.
  return unwrap<T>(await db.rpc(name, args as never));
}

type Result = { data: unknown; error: RawError | null; status: number };
type RawError = { message?: string; code?: string; details?: unknown };

/** The data of a PostgREST result. @throws AppError */
export function unwrap<T>({ data, error, status }: Result): T {
  if (error) throw databaseError(error, status);
  return data as T;
}

/** Codes our SQL functions raise on purpose: their messages were written for the caller. */
const RAISED: Record<string, ErrorCode> = {
  PT400: "invalid_request",
  PT401: "unauthenticated",
  PT403: "forbidden",
  PT404: "not_found",
  PT409: "conflict",
  PT422: "invalid_request",
  PT429: "rate_limited",
  PT503: "unavailable",
};

/** Codes of Postgres and PostgREST: their messages name tables and columns, so these are shown instead. */
const KNOWN: Record<string, readonly [ErrorCode, string]> = {
  "42501": ["forbidden", "You may not do this."],
  PGRST116: ["not_found", "Not found."],
  PGRST301: ["unauthenticated", "The session is not valid."],
  PGRST303: ["unauthenticated", "The session is not valid."],
  "23505": ["conflict", "This already exists."],
  "23P01": ["conflict", "This is taken."],
  "40001": ["unavailable", "Please try again."],
  "40P01": ["unavailable", "Please try again."],
};

/** What an error of PostgREST means for the caller. */
export function databaseError(error: RawError, status: number): AppError {
  const code = error.code ?? "";
  const cause = new DatabaseFailure(error.message ?? "no message", code, status);
  const raised = RAISED[code];
  if (raised) return new AppError(raised, error.message ?? "Refused.", { cause, details: detailsOf(error) });
  const known = KNOWN[code];
  if (known) return new AppError(known[0], known[1], { cause });
  if (status === 401) return new AppError("unauthenticated", "The session is not valid.", { cause });
  // Status 0: no answer at all. 5xx and PGRST0xx: PostgREST or Postgres is away.
  if (status === 0 || status >= 500) {
    return new AppError("unavailable", "The database cannot be reached just now.", { cause, retryAfter: 2 });
  }
  return new AppError("internal", "Something went wrong on our side.", { cause });
}

/** `raise … using detail = '{"field": "quantity"}'` names the field; the envelope wants a list of them. */
function detailsOf({ details, message }: RawError): unknown {
  if (typeof details !== "string" || details === "") return undefined;
  try {
    const parsed: unknown = JSON.parse(details);
    if (typeof parsed === "object" && parsed !== null && "field" in parsed) {
      return [{ message, ...parsed }];
    }
    return parsed;
  } catch {
    return undefined;
  }
}
