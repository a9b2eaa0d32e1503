import type { Merchant } from "../domain/merchants/contracts.ts";
import { type Database, rpc, unwrap } from "../platform/database.ts";
import { AppError } from "../platform/errors.ts";
import { API_KEY, MERCHANT } from "./columns.ts";

export type ApiKeyView = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  lastUsedAt: string | null;
  createdAt: string;
  revokedAt: string | null;
};

/** @throws AppError not_found, for a merchant one does not belong to as well */
export async function getMerchant(db: Database, id: string): Promise<Merchant> {
  const found = unwrap<Merchant | null>(
    await db.from("merchants").select(MERCHANT).eq("id", id).maybeSingle(),
  );
  if (!found) throw new AppError("not_found", "There is no such merchant.");
  return found;
}

/** The caller becomes the owner. */
export async function createMerchant(db: Database, profile: object): Promise<Merchant> {
  const { id } = await rpc<{ id: string }>(db, "create_merchant", { p_profile: profile });
  return getMerchant(db, id);
}

export async function updateMerchant(db: Database, id: string, patch: object): Promise<Merchant> {
  await rpc(db, "update_merchant", { p_merchant: id, p_patch: patch });
  return getMerchant(db, id);
}

/** The facts from which the onboarding steps are derived: nothing about the wizard itself is stored. */
export async function setupFacts(db: Database, merchantId: string) {
  const only = { count: "exact", head: true } as const;
  const [items, numbers, accounts, calls] = await Promise.all([
    db
      .from("catalog_items")
      .select("id", only)
      .match({ merchant_id: merchantId, available: true })
      .is("archived_at", null),
    db.from("phone_numbers").select("id", only).match({ merchant_id: merchantId, status: "active" }),
    db
      .from("provider_connections")
      .select("id", only)
      .match({ merchant_id: merchantId, charges_enabled: true }),
    db.from("calls").select("id", only).eq("merchant_id", merchantId).gt("turn", 0),
  ]);
  const some = (result: { count: number | null; error: unknown; data: unknown; status: number }) => {
    unwrap(result as Parameters<typeof unwrap>[0]);
    return (result.count ?? 0) > 0;
  };
  return { menu: some(items), number: some(numbers), payments: some(accounts), tried: some(calls) };
}

export async function memberships(db: Database) {
  type Row = {
    merchantId: string;
    role: "owner" | "admin" | "staff";
    userId: string;
    merchant: { name: string; locale: "en" | "fr" };
  };
  const rows = unwrap<Row[]>(
    await db
      .from("memberships")
      .select("merchantId:merchant_id,role,userId:user_id,merchant:merchants(name,locale)")
      .order("created_at"),
  );
  return rows.map(({ merchant, ...membership }) => ({ ...membership, ...merchant }));
}

export function apiKeyStore(db: Database, merchantId: string) {
  const one = async (id: string): Promise<ApiKeyView> =>
    unwrap<ApiKeyView>(
      await db.from("api_keys").select(API_KEY).eq("merchant_id", merchantId).eq("id", id).single(),
    );
  return {
    list: async (): Promise<ApiKeyView[]> =>
      unwrap<ApiKeyView[]>(
        await db
          .from("api_keys")
          .select(API_KEY)
          .eq("merchant_id", merchantId)
          .order("id", { ascending: false })
          .limit(100),
      ),
    async create(key: {
      name: string;
      prefix: string;
      hash: string;
      scopes: readonly string[];
    }): Promise<ApiKeyView> {
      const id = await rpc<string>(db, "create_api_key", {
        p_merchant: merchantId,
        p_name: key.name,
        p_prefix: key.prefix,
        p_hash: key.hash,
        p_scopes: key.scopes,
      });
      return one(id);
    },
    async revoke(id: string): Promise<ApiKeyView> {
      return one(await rpc<string>(db, "revoke_api_key", { p_merchant: merchantId, p_id: id }));
    },
  };
}
