import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Chassis } from "../../../functions/platform/chassis.ts";
import { anonymousDatabase } from "../../../functions/platform/database.ts";
import { type Env, readEnv } from "../../../functions/platform/env.ts";
import type { Limiter } from "../../../functions/platform/rate-limit.ts";

export const variables = {
  PUBLIC_BASE_URL: "https://call.example/",
  SUPABASE_URL: "https://db.example",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_test",
  SUPABASE_SECRET_KEY: "sb_secret_test",
  SUPABASE_JWT_SECRET: "a-jwt-secret-of-at-least-32-characters",
  SECRETS_KEY: btoa("0123456789abcdef0123456789abcdef"),
  QSTASH_TOKEN: "qstash-token",
  QSTASH_CURRENT_SIGNING_KEY: "sig_current",
  QSTASH_NEXT_SIGNING_KEY: "sig_next",
};

export const testEnv = (changes: Record<string, string> = {}): Env => readEnv({ ...variables, ...changes });

/** A real server on a free port until the test ends; answers its base URL. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A limiter that counts for real, in memory. */
export function countingLimiter(limits: Partial<Record<string, number>> = {}): Limiter & {
  used: Map<string, number>;
} {
  const used = new Map<string, number>();
  return {
    used,
    async consume(policy, identifier) {
      const count = (used.get(`${policy}:${identifier}`) ?? 0) + 1;
      used.set(`${policy}:${identifier}`, count);
      const limit = limits[policy] ?? 1000;
      return { allowed: count <= limit, limit, remaining: Math.max(0, limit - count), resetSeconds: 60 };
    },
    async reset(policy, identifier) {
      used.delete(`${policy}:${identifier}`);
    },
  };
}

export const MERCHANT = "01939b2e-0000-7000-8000-000000000001";
export const OTHER_MERCHANT = "01939b2e-0000-7000-8000-000000000002";

/** A chassis whose tokens are names: `Bearer owner`, `Bearer staff`, `Bearer operator`, or a key. */
export function fakeChassis(changes: Partial<Chassis> = {}): Chassis {
  let role: "owner" | "staff" = "owner";
  let operator = false;
  return {
    corsOrigins: ["https://app.example"],
    limiter: countingLimiter(),
    async authenticate(headers) {
      const name = headers.get("authorization")?.replace("Bearer ", "");
      if (!name) return { kind: "anonymous" };
      if (name === "key") return { kind: "key", keyId: "k1", merchantId: MERCHANT, scopes: ["orders:read"] };
      role = name === "staff" ? "staff" : "owner";
      operator = name === "operator";
      return { kind: "user", userId: `u-${name}`, email: `${name}@shop.example`, token: name };
    },
    databaseOf: async (_actor, requestId) => anonymousDatabase(testEnv(), requestId),
    async membership(_db, merchantId) {
      if (merchantId !== null && merchantId !== MERCHANT) {
        const { AppError } = await import("../../../functions/platform/errors.ts");
        throw new AppError("not_found", "No such merchant.");
      }
      const base = { merchantId: MERCHANT, locale: "fr", timeZone: "America/Toronto" } as const;
      return { ...base, role, currency: "cad", name: "Chez Test" };
    },
    isOperator: async () => operator,
    idempotency: memoryIdempotency(),
    ...changes,
  };
}

function memoryIdempotency(): Chassis["idempotency"] {
  type Row = { hash: string; answer?: { status: number; body: unknown } };
  const rows = new Map<string, Row>();
  return (_db, merchantId) => {
    const id = (key: string, route: string) => `${merchantId} ${route} ${key}`;
    return {
      async claim(key, route, hash) {
        const row = rows.get(id(key, route));
        if (!row) {
          rows.set(id(key, route), { hash });
          return { outcome: "new", claim: id(key, route) };
        }
        if (row.hash !== hash) return { outcome: "mismatch" };
        return row.answer ? { outcome: "replay", ...row.answer } : { outcome: "in_progress" };
      },
      async finish(key, route, status, body) {
        const row = rows.get(id(key, route));
        if (row) row.answer = { status, body };
      },
      async release(key, route) {
        rows.delete(id(key, route));
      },
    };
  };
}
