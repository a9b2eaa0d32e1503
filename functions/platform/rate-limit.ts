import type { Ratelimit, RatelimitConfig } from "@upstash/ratelimit";
import type { LimitName } from "./contract.ts";
import type { Env } from "./env.ts";
import { AppError } from "./errors.ts";
import { createLog, errorProperties, type Log } from "./log.ts";
import { createScriptRunner, type ScriptRunner } from "./redis.ts";

type Policy = {
  requests: number;
  seconds: number;
  /**
   * Guards a secret. It locks for the whole window instead of letting one more through as the window slides, and
   * when Redis is away it is counted in this process rather than let everything through.
   */
  lock?: true;
};

/** Every limit of the product. Windows slide, so a burst cannot straddle two of them. */
export const POLICIES: Record<LimitName, Policy> = {
  /** By address, without a session. */
  anonymous: { requests: 100, seconds: 900 },
  user: { requests: 100, seconds: 60 },
  key: { requests: 100, seconds: 60 },
  /** By account and address. A success clears it, so only failures add up. */
  signIn: { requests: 5, seconds: 900, lock: true },
  /** By merchant: new calls and SMS. */
  webhook: { requests: 600, seconds: 60 },
};

const REDIS_TIMEOUT_MS = 1000;
const WARN_EVERY_MS = 60_000;

export type LimitDecision = {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
};

export type Limiter = {
  /** Counts one request. Never throws: with Redis away it lets through (sign-in: counts in this process). */
  consume(policy: LimitName, identifier: string): Promise<LimitDecision>;
  /** Forgets what was counted. Never throws. */
  reset(policy: LimitName, identifier: string): Promise<void>;
};

/** The limits over Upstash Redis, shared by every instance. */
export function createLimiter(redis: Env["redis"], log: Log = createLog("rate-limit")): Limiter {
  const shared = redis && sharedLimiters(redis);
  const alone = createLocalCounter();
  const warn = oncePer(WARN_EVERY_MS, (cause: unknown) =>
    log.warn("rate limits are not shared: redis is away", errorProperties(cause)),
  );
  const withoutRedis = (name: LimitName, identifier: string): LimitDecision => {
    const policy = POLICIES[name];
    if (policy.lock) return alone.consume(`${name}:${identifier}`, policy, Date.now());
    return {
      allowed: true,
      limit: policy.requests,
      remaining: policy.requests,
      resetSeconds: policy.seconds,
    };
  };
  return {
    async consume(name, identifier) {
      if (!shared) return withoutRedis(name, identifier);
      try {
        const { success, limit, remaining, reset, reason } = await (await shared(name)).limit(identifier);
        if (reason === "timeout") throw new Error(`no answer in ${REDIS_TIMEOUT_MS} ms`);
        const resetSeconds = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
        return { allowed: success, limit, remaining: Math.max(0, remaining), resetSeconds };
      } catch (cause) {
        warn(cause);
        return withoutRedis(name, identifier);
      }
    },
    async reset(name, identifier) {
      alone.reset(`${name}:${identifier}`);
      await shared?.(name)
        .then((limiter) => limiter.resetUsedTokens(identifier))
        .catch(warn);
    },
  };
}

function sharedLimiters({ url, token }: NonNullable<Env["redis"]>): (name: LimitName) => Promise<Ratelimit> {
  const scripts = createScriptRunner({ url, token, timeoutMs: REDIS_TIMEOUT_MS });
  const limiters = new Map<LimitName, Promise<Ratelimit>>();
  return (name) => {
    const limiter = limiters.get(name) ?? openLimiter(name, scripts);
    limiters.set(name, limiter);
    return limiter;
  };
}

/** Upstash's library comes with the first request that is limited, not with the start of every function. */
async function openLimiter(name: LimitName, scripts: ScriptRunner): Promise<Ratelimit> {
  const { Ratelimit } = await import("@upstash/ratelimit");
  const { requests, seconds, lock } = POLICIES[name];
  const window = `${seconds} s` as const;
  return new Ratelimit({
    // Without dynamic limits and analytics it runs scripts and nothing else.
    redis: scripts as unknown as RatelimitConfig["redis"],
    limiter: lock
      ? Ratelimit.tokenBucket(requests, window, requests)
      : Ratelimit.slidingWindow(requests, window),
    prefix: `limit:${name}`,
    timeout: REDIS_TIMEOUT_MS,
  });
}

const MOST_LOCAL_ENTRIES = 10_000;

/** A fixed window per identifier in this process's memory, of bounded size. */
function createLocalCounter() {
  const windows = new Map<string, { used: number; endsAt: number }>();
  return {
    consume(identifier: string, { requests, seconds }: Policy, now: number): LimitDecision {
      const current = windows.get(identifier);
      const window = current && current.endsAt > now ? current : { used: 0, endsAt: now + seconds * 1000 };
      window.used += 1;
      windows.delete(identifier);
      windows.set(identifier, window);
      // The oldest goes first: a Map keeps the order of insertion.
      if (windows.size > MOST_LOCAL_ENTRIES) windows.delete(windows.keys().next().value ?? "");
      return {
        allowed: window.used <= requests,
        limit: requests,
        remaining: Math.max(0, requests - window.used),
        resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
      };
    },
    reset: (identifier: string) => windows.delete(identifier),
  };
}

function oncePer<A>(milliseconds: number, act: (argument: A) => void): (argument: A) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (argument) => {
    if (Date.now() - last < milliseconds) return;
    last = Date.now();
    act(argument);
  };
}

/** The headers of a limited answer (draft-ietf-httpapi-ratelimit-headers-03, the form clients know). */
export function limitHeaders({ limit, remaining, resetSeconds }: LimitDecision): Record<string, string> {
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(resetSeconds),
  };
}

/** The refusal of a request over its limit. */
export function overLimit(name: LimitName, { resetSeconds }: LimitDecision): AppError {
  const minutes = Math.ceil(resetSeconds / 60);
  const message =
    name === "signIn"
      ? `Too many attempts to sign in. Try again in ${minutes} min.`
      : `Too many requests. Try again in ${resetSeconds} s.`;
  return new AppError("rate_limited", message, { retryAfter: resetSeconds });
}
