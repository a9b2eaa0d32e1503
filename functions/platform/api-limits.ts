import type { Actor } from "./auth.ts";
import type { Contract, LimitName } from "./contract.ts";
import { type LimitDecision, type Limiter, overLimit } from "./rate-limit.ts";
import { sha256Hex } from "./secrets.ts";

/** The limits of one request as it passes them, and what to tell the caller of the tightest. */
export type RequestLimits = {
  /** By who calls, before anything costly. @throws AppError rate_limited */
  admit(contract: Contract, actor: Actor, address: string): Promise<void>;
  /** By account and address, where the contract says so. @throws AppError rate_limited */
  admitSignIn(contract: Contract, address: string, body: unknown): Promise<void>;
  /** A sign-in that worked wipes the slate. */
  succeeded(): Promise<void>;
  tightest(): LimitDecision | undefined;
};

export function requestLimits(limiter: Limiter): RequestLimits {
  let tightest: LimitDecision | undefined;
  let signInKey: string | undefined;
  const consume = async (name: LimitName, identifier: string) => {
    const decision = await limiter.consume(name, identifier);
    if (!tightest || !decision.allowed || decision.remaining < tightest.remaining) tightest = decision;
    if (!decision.allowed) throw overLimit(name, decision);
  };
  return {
    async admit(contract, actor, address) {
      if (contract.limit === "none") return;
      const [byCaller, identifier] = callerOf(actor, address);
      // Signing in has its own limit besides: see admitSignIn.
      const own = contract.limit === "signIn" ? undefined : contract.limit;
      await consume(own ?? byCaller, identifier);
    },
    async admitSignIn(contract, address, body) {
      if (contract.limit !== "signIn") return;
      // Hashed: Redis has no business knowing e-mail addresses.
      signInKey = await sha256Hex(`${accountOf(body)}|${address}`);
      await consume("signIn", signInKey);
    },
    async succeeded() {
      if (signInKey) await limiter.reset("signIn", signInKey);
    },
    tightest: () => tightest,
  };
}

function callerOf(actor: Actor, address: string): [LimitName, string] {
  if (actor.kind === "user") return ["user", actor.userId];
  return actor.kind === "key" ? ["key", actor.keyId] : ["anonymous", address];
}

function accountOf(body: unknown): string {
  const named = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return String(named).trim().toLowerCase();
}
