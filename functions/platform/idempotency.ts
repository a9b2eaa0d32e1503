import { type Database, rpc } from "./database.ts";
import { AppError } from "./errors.ts";
import { sha256Hex } from "./secrets.ts";

type Claim =
  | { outcome: "new"; claim: string }
  | { outcome: "replay"; status: number; body: unknown }
  | { outcome: "mismatch" }
  | { outcome: "in_progress" };

/** Where answers to keyed writes are kept, per merchant (or person), key and route. */
export type IdempotencyStore = {
  claim(key: string, route: string, hash: string): Promise<Claim>;
  finish(key: string, route: string, status: number, body: unknown): Promise<void>;
  /** Frees the key of a request that did nothing; lets others go on with one that did. */
  release(key: string, route: string): Promise<void>;
};

export type Answer = { status: number; body: unknown };

/** The store in the database, under the caller's own rights. */
export function idempotencyStore(db: Database, merchantId: string | null): IdempotencyStore {
  const scope = (key: string, route: string) => ({ p_merchant: merchantId, p_key: key, p_route: route });
  return {
    claim: (key, route, hash) => rpc(db, "claim_idempotency_key", { ...scope(key, route), p_hash: hash }),
    finish: (key, route, status, body) =>
      rpc(db, "finish_idempotency_key", { ...scope(key, route), p_status: status, p_body: body }),
    release: (key, route) => rpc(db, "release_idempotency_key", scope(key, route)),
  };
}

/** @throws AppError invalid_request when the header is not 1 to 255 visible characters */
export function idempotencyKeyOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header;
  throw new AppError("invalid_request", "The Idempotency-Key is not valid.", {
    details: [{ field: "Idempotency-Key", message: "1 to 255 visible ASCII characters" }],
  });
}

type Keyed = { key: string; route: string; fingerprint: string };

/**
 * Runs `act` for a key: a repeat gets the first answer, another request under the same key is refused. When the
 * first answer could not be kept, because the process died or an error came after the work, a repeat runs `act` again
 * under the same claim, by which the write in the database recognises itself (`underClaim`).
 * @param fingerprint all of the request that matters; the same key must come with the same one
 * @param onUnsaved told when the work was done but its answer could not be kept
 * @throws AppError idempotency_mismatch, or conflict while the first is still running
 */
export async function once(
  store: IdempotencyStore,
  { key, route, fingerprint }: Keyed,
  act: (claim: string) => Promise<Answer>,
  onUnsaved: (error: unknown) => void,
): Promise<Answer & { replayed: boolean }> {
  const claim = await store.claim(key, route, await sha256Hex(fingerprint));
  if (claim.outcome === "replay") return { status: claim.status, body: claim.body, replayed: true };
  if (claim.outcome === "mismatch") {
    throw new AppError("idempotency_mismatch", "This Idempotency-Key was used for another request.");
  }
  if (claim.outcome === "in_progress") {
    throw new AppError("conflict", "The first request with this key is still running.", { retryAfter: 1 });
  }
  const answer = await act(claim.claim).catch(async (error: unknown) => {
    // The reason of the failure matters more than that of the clean-up; the key then frees itself with time.
    await store.release(key, route).catch(() => undefined);
    throw error;
  });
  // The work is done, whether its answer can be kept or not.
  await store.finish(key, route, answer.status, answer.body).catch(onUnsaved);
  return { ...answer, replayed: false };
}
