import type { NumberWish, Purchase } from "../domain/numbers/allocate.ts";
import type { PhoneNumber } from "../domain/numbers/contracts.ts";
import { type Database, rpc, unwrap } from "../platform/database.ts";
import type { DomainEvent } from "../platform/events.ts";
import { NUMBER } from "./columns.ts";

/** A row as SQL returns it whole. */
type NumberRow = {
  id: string;
  number: string | null;
  status: PhoneNumber["status"];
  error: string | null;
  created_at: string;
  activated_at: string | null;
  request: NumberWish;
};

const toNumber = (row: NumberRow): PhoneNumber => ({
  id: row.id,
  number: row.number,
  status: row.status,
  error: row.error,
  createdAt: row.created_at,
  activatedAt: row.activated_at,
});

/** One merchant's telephone numbers. */
export function numberStore(db: Database, merchantId: string) {
  return {
    list: async (): Promise<PhoneNumber[]> =>
      unwrap<PhoneNumber[]>(
        await db
          .from("phone_numbers")
          .select(NUMBER)
          .eq("merchant_id", merchantId)
          .order("id", { ascending: false })
          .limit(50),
      ),

    /** Notes the wish before any money is spent; a purchase that is pending already is given back instead. */
    async reserve(wish: NumberWish) {
      const args = { p_merchant: merchantId, p_request: wish };
      const { number, events } = await rpc<{ number: NumberRow; events: DomainEvent[] }>(
        db,
        "reserve_number",
        args,
      );
      return { number: toNumber(number), events };
    },

    async begin(id: string): Promise<Purchase> {
      const args = { p_merchant: merchantId, p_id: id };
      const begun = await rpc<{ number: NumberRow; mine: boolean; again: boolean }>(
        db,
        "begin_purchase",
        args,
      );
      return { ...begun, number: toNumber(begun.number), wish: begun.number.request };
    },

    pause: (id: string) => rpc<void>(db, "pause_purchase", { p_merchant: merchantId, p_id: id }),

    async settle(id: string, result: { number: string; providerId: string } | { error: string }) {
      const settled = await rpc<{ number: NumberRow; events: DomainEvent[] }>(db, "settle_number", {
        p_merchant: merchantId,
        p_id: id,
        p_number: "number" in result ? result.number : null,
        p_provider_id: "number" in result ? result.providerId : null,
        p_error: "error" in result ? result.error : null,
      });
      return { number: toNumber(settled.number), events: settled.events };
    },
  };
}
