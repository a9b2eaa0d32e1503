import type { Membership } from "./api-context.ts";
import { type Actor, authenticate } from "./auth.ts";
import { anonymousDatabase, type Database, merchantDatabase, rpc, userDatabase } from "./database.ts";
import { type Env, readEnv } from "./env.ts";
import { type IdempotencyStore, idempotencyStore } from "./idempotency.ts";
import { lazy } from "./lazy.ts";
import { createLimiter, type Limiter } from "./rate-limit.ts";
import { serviceDatabase } from "./service-role.ts";
import { verifySession } from "./tokens.ts";

/** What every API route stands on. A test gives an object literal instead. */
export type Chassis = {
  corsOrigins: readonly string[];
  limiter: Limiter;
  /** @throws AppError unauthenticated */
  authenticate(headers: Headers, requestId: string): Promise<Actor>;
  /** A client that acts as this caller. */
  databaseOf(actor: Actor, requestId: string): Promise<Database>;
  /** The caller's role in the merchant (null: in their only one). @throws AppError not_found when not a member */
  membership(db: Database, merchantId: string | null): Promise<Membership>;
  isOperator(db: Database): Promise<boolean>;
  idempotency(db: Database, merchantId: string | null): IdempotencyStore;
};

export function createChassis(env: Env): Chassis {
  return {
    corsOrigins: env.corsOrigins,
    limiter: createLimiter(env.redis),
    authenticate: (headers, requestId) =>
      authenticate(headers, {
        verifySession: (token) => verifySession(env, token),
        resolveApiKey: (hash) => serviceDatabase(env, requestId).resolveApiKey(hash),
      }),
    databaseOf: async (actor, requestId) => {
      if (actor.kind === "user") return userDatabase(env, actor.token, requestId);
      if (actor.kind === "anonymous") return anonymousDatabase(env, requestId);
      return merchantDatabase(env, actor.merchantId, `key:${actor.keyId}`, requestId);
    },
    membership: (db, merchantId) => rpc<Membership>(db, "my_membership", { p_merchant: merchantId }),
    isOperator: (db) => rpc<boolean>(db, "is_operator"),
    idempotency: idempotencyStore,
  };
}

/** The chassis of this process; built when the first request needs it. */
export const defaultChassis = lazy(() => createChassis(readEnv()));
