import { connect, type Database, type DatabaseEnv, rpc } from "./database.ts";
import type { DomainEvent } from "./events.ts";

export type ResolvedNumber = { merchantId: string; phoneNumberId: string; status: string };
export type ResolvedApiKey = { id: string; merchantId: string; scopes: readonly string[] };
export type InboxEntry = {
  provider: string;
  eventId: string;
  kind: string;
  merchantId: string | null;
  outcome: string;
};
export type Dispatch = { eventId: string; subscriber: string; messageId: string };

export type ServiceDatabase = {
  /** Whose number was called; null when nobody's. */
  resolveNumber(e164: string): Promise<ResolvedNumber | null>;
  /** Whose account at a provider (e.g. a connected Stripe account) this is. */
  resolveAccount(provider: string, accountId: string): Promise<{ merchantId: string } | null>;
  /** Whose API key has this SHA-256 in hex; null when unknown or revoked. */
  resolveApiKey(hash: string): Promise<ResolvedApiKey | null>;
  /** False when the provider's event was there already. */
  recordInbox(entry: InboxEntry): Promise<boolean>;
  /** Events that nobody finished dispatching and that are at least this old. */
  claimUndispatched(limit: number, olderThanSeconds: number): Promise<DomainEvent[]>;
  /** Marks what was published, and the events of which nothing is left to publish. */
  recordDispatches(dispatches: readonly Dispatch[], doneEventIds: readonly string[]): Promise<void>;
  /** Stores a message QStash gave up on; answers the id of the row. */
  recordDeadLetter(row: Record<string, unknown>): Promise<string>;
  /** Ids of those calls at `provider` that rang at a number while it was a merchant's and are not known here. */
  unknownCalls(
    provider: string,
    calls: readonly { externalId: string; to: string; endedAt: string }[],
  ): Promise<readonly string[]>;
  /** What time alone has made due, as events. */
  emitDue(limit: number): Promise<DomainEvent[]>;
  ping(): Promise<boolean>;
};

/**
 * The service role, which row-level security does not bind. This is the only file that uses its key, and these
 * are all its uses: finding out which tenant something belongs to and what nobody knows of yet, the inbox, and relaying
 * events.
 */
export function serviceDatabase(env: DatabaseEnv, requestId: string): ServiceDatabase {
  const db: Database = connect(env, { apiKey: env.supabase.secretKey, requestId });
  return {
    resolveNumber: (e164) => rpc(db, "resolve_number", { p_e164: e164 }),
    resolveAccount: (provider, accountId) =>
      rpc(db, "resolve_account", { p_provider: provider, p_account_id: accountId }),
    resolveApiKey: (hash) => rpc(db, "resolve_api_key", { p_hash: hash }),
    recordInbox: ({ provider, eventId, kind, merchantId, outcome }) =>
      rpc(db, "record_inbox", {
        p_provider: provider,
        p_event_id: eventId,
        p_kind: kind,
        p_merchant: merchantId,
        p_outcome: outcome,
      }),
    claimUndispatched: (limit, olderThanSeconds) =>
      rpc(db, "claim_undispatched", { p_limit: limit, p_older_than_seconds: olderThanSeconds }),
    recordDispatches: (dispatches, doneEventIds) =>
      rpc(db, "record_dispatches", { p_dispatches: dispatches, p_done: doneEventIds }),
    recordDeadLetter: (row) => rpc(db, "record_dead_letter", { p_row: row }),
    unknownCalls: (provider, calls) => rpc(db, "unknown_calls", { p_provider: provider, p_calls: calls }),
    emitDue: (limit) => rpc(db, "emit_due", { p_limit: limit }),
    ping: () => rpc(db, "ping"),
  };
}
