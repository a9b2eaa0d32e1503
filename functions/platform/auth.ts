import { AppError } from "./errors.ts";
import { API_KEY_PREFIX, sha256Hex } from "./secrets.ts";
import type { ResolvedApiKey } from "./service-role.ts";
import type { Session } from "./tokens.ts";

export type UserActor = { kind: "user"; userId: string; email: string | undefined; token: string };
export type KeyActor = { kind: "key"; keyId: string; merchantId: string; scopes: readonly string[] };
export type AnonymousActor = { kind: "anonymous" };
export type Actor = UserActor | KeyActor | AnonymousActor;

type AuthPorts = {
  verifySession(token: string): Promise<Session>;
  resolveApiKey(hash: string): Promise<ResolvedApiKey | null>;
};

/**
 * Who calls, from `Authorization: Bearer <session or API key>` or `X-Api-Key`. No credential at all is
 * anonymous; a bad one is refused, never downgraded. @throws AppError unauthenticated
 */
export async function authenticate(headers: Headers, ports: AuthPorts): Promise<Actor> {
  const credential = headers.get("x-api-key") ?? bearerOf(headers.get("authorization"));
  if (credential === undefined) return { kind: "anonymous" };
  if (credential.startsWith(API_KEY_PREFIX) || headers.has("x-api-key"))
    return authenticateKey(credential, ports);
  const { userId, email } = await ports.verifySession(credential);
  return { kind: "user", userId, email, token: credential };
}

async function authenticateKey(key: string, ports: AuthPorts): Promise<KeyActor> {
  const found = await ports.resolveApiKey(await sha256Hex(key));
  if (!found) throw new AppError("unauthenticated", "The API key is not valid.");
  return { kind: "key", keyId: found.id, merchantId: found.merchantId, scopes: found.scopes };
}

function bearerOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  const token = /^Bearer +([^\s]+)$/i.exec(header.trim())?.[1];
  if (!token) throw new AppError("unauthenticated", "The Authorization header must be `Bearer <token>`.");
  return token;
}
