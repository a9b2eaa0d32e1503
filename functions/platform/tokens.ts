import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { Env } from "./env.ts";
import { AppError } from "./errors.ts";
import { uuidv7 } from "./ids.ts";
import { deriveKey, utf8 } from "./secrets.ts";

const AUTHENTICATED = "authenticated";
const MERCHANT_TOKEN_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 5;
const LINK_ISSUER = "callwaiting";

type TokenEnv = Pick<Env, "supabase">;

export type Session = { userId: string; email: string | undefined };

/** One key set per project and process: it caches and refreshes itself. */
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/**
 * Verifies a session of Supabase Auth: by the shared secret when it is signed with one, else by the project's
 * published keys. @throws AppError unauthenticated, or unavailable when the keys cannot be fetched
 */
export async function verifySession(env: TokenEnv, token: string): Promise<Session> {
  const payload = await verifyAsSupabase(env, token);
  // A token we minted for a job or an API key is no person.
  if (!payload.sub || payload.role !== AUTHENTICATED || "merchant_id" in payload) throw badToken();
  return { userId: payload.sub, email: typeof payload.email === "string" ? payload.email : undefined };
}

async function verifyAsSupabase(env: TokenEnv, token: string): Promise<JWTPayload> {
  const options = {
    audience: AUTHENTICATED,
    requiredClaims: ["exp", "sub"],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  try {
    if (decodeProtectedHeader(token).alg === "HS256") {
      const secret = utf8(env.supabase.jwtSecret);
      return (await jwtVerify(token, secret, { ...options, algorithms: ["HS256"] })).payload;
    }
    const algorithms = ["ES256", "RS256", "EdDSA"];
    return (await jwtVerify(token, keySetOf(env.supabase.url), { ...options, algorithms })).payload;
  } catch (cause) {
    throw isUnreachable(cause)
      ? new AppError("unavailable", "Sessions cannot be checked just now.", { cause, retryAfter: 5 })
      : badToken(cause);
  }
}

function keySetOf(supabaseUrl: string) {
  const known = keySets.get(supabaseUrl);
  if (known) return known;
  const keySet = createRemoteJWKSet(new URL(`${supabaseUrl}/auth/v1/.well-known/jwks.json`));
  keySets.set(supabaseUrl, keySet);
  return keySet;
}

/** jose names every verdict on a token; what it does not name is the network or the key server. */
function isUnreachable(cause: unknown): boolean {
  if (cause instanceof errors.JWKSTimeout) return true;
  const verdict = cause instanceof errors.JOSEError && cause.code !== "ERR_JOSE_GENERIC";
  // A malformed token makes decodeProtectedHeader throw a TypeError of its own.
  const malformed = cause instanceof TypeError && /invalid token|protected header/i.test(cause.message);
  return !verdict && !malformed;
}

function badToken(cause?: unknown): AppError {
  const expired = cause instanceof errors.JWTExpired;
  const message = expired ? "The session has expired. Sign in again." : "The session is not valid.";
  return new AppError("unauthenticated", message, { cause });
}

/** Who acts for a merchant without being a person, e.g. `job:send-message` or `key:<id>`. */
export type MachineActor = `job:${string}` | `key:${string}` | `webhook:${string}`;

/**
 * A token for one merchant: under it row-level security holds for jobs, webhooks and API keys as it does for
 * people. It has no `sub`, so `auth.uid()` is null; it lives five minutes and never leaves the servers.
 */
export function mintMerchantToken(env: TokenEnv, merchantId: string, actor: MachineActor): Promise<string> {
  return new SignJWT({ role: AUTHENTICATED, merchant_id: merchantId, merchant_role: "admin", actor })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setAudience(AUTHENTICATED)
    .setIssuedAt()
    .setExpirationTime(`${MERCHANT_TOKEN_SECONDS}s`)
    .sign(utf8(env.supabase.jwtSecret));
}

export type LinkState = { merchantId: string; subject?: string };

/**
 * Signed states for links that leave the house and come back (OAuth and onboarding returns, customers' links).
 * One made for a purpose is worthless for another.
 */
export function createLinkStates(secretsKey: string) {
  const key = deriveKey(secretsKey, "link-state");
  key.catch(() => {});
  return {
    /** @param seconds how long the link works */
    async sign(purpose: string, state: LinkState, seconds: number): Promise<string> {
      return new SignJWT({
        merchant_id: state.merchantId,
        ...(state.subject ? { subject: state.subject } : {}),
      })
        .setProtectedHeader({ alg: "HS256" })
        .setIssuer(LINK_ISSUER)
        .setAudience(purpose)
        .setJti(uuidv7())
        .setExpirationTime(`${seconds}s`)
        .sign(await key);
    },
    /** @throws AppError invalid_request when the link was changed, is of another purpose or too old */
    async verify(purpose: string, token: string): Promise<LinkState> {
      try {
        const options = {
          issuer: LINK_ISSUER,
          audience: purpose,
          algorithms: ["HS256"],
          requiredClaims: ["exp"],
        };
        const { payload } = await jwtVerify(token, await key, options);
        const { merchant_id: merchantId, subject } = payload;
        if (typeof merchantId !== "string") throw new Error("no merchant in the state");
        return { merchantId, ...(typeof subject === "string" ? { subject } : {}) };
      } catch (cause) {
        throw new AppError("invalid_request", "This link is not valid any more.", { cause });
      }
    },
  };
}
