import { createHash, randomBytes } from "node:crypto";
import type { Kernel } from "../kernel/kernel.ts";
import type { Table } from "../kernel/table.ts";
import { noSuch } from "./errors.ts";
import type {
  Account,
  AccountLink,
  ApplicationFee,
  Charge,
  PaymentIntent,
  Refund,
  SessionRecord,
  StripeEvent,
} from "./types.ts";

/** An object and the account it lives on; null is the platform itself. */
export type Owned<T> = { account: string | null; object: T };

export type Delivery = { event: StripeEvent; attempts: number; firstAt: number };

export type SavedAnswer = { fingerprint: string; status: number; body: string; at: number };

/** Everything Stripe remembers, each record keyed by its id; a change is on disk before the answer leaves. */
export type Books = {
  accounts: Table<Account>;
  /** Accounts that took the platform's access away. */
  revoked: Table<true>;
  links: Table<AccountLink>;
  sessions: Table<SessionRecord>;
  intents: Table<Owned<PaymentIntent>>;
  charges: Table<Owned<Charge>>;
  refunds: Table<Owned<Refund>>;
  fees: Table<ApplicationFee>;
  events: Table<StripeEvent>;
  undelivered: Table<Delivery>;
  idempotency: Table<SavedAnswer>;
};

/** Read back from disk when the sandbox was here before. */
export function openBooks({ stores }: Kernel): Books {
  return {
    accounts: stores.table("stripe-accounts"),
    revoked: stores.table("stripe-revoked"),
    links: stores.table("stripe-links"),
    sessions: stores.table("stripe-sessions"),
    intents: stores.table("stripe-intents"),
    charges: stores.table("stripe-charges"),
    refunds: stores.table("stripe-refunds"),
    fees: stores.table("stripe-fees"),
    events: stores.table("stripe-events"),
    undelivered: stores.table("stripe-undelivered"),
    idempotency: stores.table("stripe-idempotency"),
  };
}

/** A new id in Stripe's style: the prefix and 24 letters and digits. */
export const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(36).toString("base64").replace(/[+/=]/g, "").slice(0, 24).padEnd(24, "0")}`;

export const fingerprintOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Unix seconds. Stamps are real time, as the product checks them against its own clock; only waits are scaled. */
export const unixNow = (): number => Math.floor(Date.now() / 1000);

/** @throws 404 resource_missing when it is not there or lives on another account. */
export function ownedBy<T>(
  records: Table<Owned<T>>,
  account: string | null,
  id: string,
  noun: string,
  param?: string,
): T {
  const record = records.get(id);
  if (!record || record.account !== account) throw noSuch(noun, id, param);
  return record.object;
}

/** @throws 404 resource_missing, also for a session of another account. */
export function sessionOf(books: Books, account: string | null, id: string): SessionRecord {
  const record = books.sessions.get(id);
  if (!record || record.account !== account) throw noSuch("checkout.session", id, "session");
  return record;
}
