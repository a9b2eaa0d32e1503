import type { Actor, KeyActor, UserActor } from "./auth.ts";
import type { AuthKind, Role } from "./contract.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

/** The merchant a request acts for, and as what. */
export type Membership = {
  merchantId: string;
  role: Role;
  locale: "en" | "fr";
  timeZone: string;
  /** ISO 4217, lower case. */
  currency: string;
  name: string;
};

type ActorOf<A extends AuthKind> = A extends "merchant"
  ? UserActor | KeyActor
  : A extends "user" | "operator"
    ? UserActor
    : Actor;

/** What a handler knows besides its input; who calls is as certain as the contract's `auth` makes it. */
export type ApiContext<A extends AuthKind = AuthKind> = {
  requestId: string;
  actor: ActorOf<A>;
  merchant: A extends "merchant" ? Membership : undefined;
  /** Acts as the caller under row-level security; as an API key it acts as the key's merchant. */
  db: Database;
  log: Log;
  now: Date;
  /** Where the request came from. */
  address: string;
  waitUntil(promise: Promise<unknown>): void;
  header(name: string): string | undefined;
  /** Aborted when the caller goes away. */
  signal: AbortSignal;
};
