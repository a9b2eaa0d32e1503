import type { OrderDetail, OrderStatus, OrderSummary } from "../domain/orders/contracts.ts";
import { type Database, type FunctionName, rpc, unwrap } from "../platform/database.ts";
import { AppError } from "../platform/errors.ts";
import type { DomainEvent } from "../platform/events.ts";
import { MESSAGE, ORDER, ORDER_DETAIL, ORDER_LINE, PAYMENT, REFUND } from "./columns.ts";
import { afterCursor, toPage } from "./pages.ts";

type StoredOption = { name: string; groupName: string; amount: string; quantity: number; priceCents: number };
type StoredTax = { name: string; amountCents: number };
type StoredDetail = Omit<OrderDetail, "lines" | "taxes"> & {
  lines: (Omit<OrderDetail["lines"][number], "options"> & { options: StoredOption[] })[];
  taxes: StoredTax[];
};

/** Orders of one merchant, as PostgREST shows them to whoever `db` acts for. */
export function orderStore(db: Database, merchantId: string) {
  const act = async (name: FunctionName, args: Record<string, unknown>): Promise<DomainEvent[]> =>
    (await rpc<{ events: DomainEvent[] }>(db, name, { p_merchant: merchantId, ...args })).events;

  return {
    async list(query: { cursor?: string | undefined; limit: number; status?: OrderStatus | undefined }) {
      let rows = db.from("orders").select(ORDER).eq("merchant_id", merchantId);
      if (query.status) rows = rows.eq("status", query.status);
      const page = afterCursor(rows, query.cursor)
        .order("id", { ascending: false })
        .limit(query.limit + 1);
      return toPage(unwrap<OrderSummary[]>(await page), query.limit);
    },

    /** @throws AppError not_found, for another merchant's order too */
    async get(id: string): Promise<OrderDetail> {
      const found = unwrap<StoredDetail | null>(
        await db
          .from("orders")
          .select(
            `${ORDER_DETAIL},lines:order_lines(${ORDER_LINE},position),payments(${PAYMENT}),refunds(${REFUND}),messages(${MESSAGE})`,
          )
          .eq("merchant_id", merchantId)
          .eq("id", id)
          .order("position", { referencedTable: "order_lines" })
          .order("attempt", { referencedTable: "payments" })
          .order("id", { referencedTable: "refunds" })
          .order("id", { referencedTable: "messages" })
          .maybeSingle(),
      );
      if (!found) throw new AppError("not_found", "There is no such order.");
      return toDetail(found);
    },

    refund: (id: string, amountCents: number | undefined, reason: string | undefined) =>
      act("request_refund", { p_order: id, p_amount: amountCents ?? null, p_reason: reason ?? null }),
    cancel: (id: string, reason: string | undefined) =>
      act("cancel_order", { p_order: id, p_reason: reason ?? null }),
    fulfil: (id: string) => act("fulfil_order", { p_order: id }),
    resendLink: (id: string) => act("resend_link", { p_order: id }),
  };
}

function toDetail(stored: StoredDetail): OrderDetail {
  return {
    ...stored,
    taxes: stored.taxes.map(({ name, amountCents }) => ({ name, cents: amountCents })),
    lines: stored.lines.map(({ id, name, quantity, unitPriceCents, totalCents, options }) => ({
      id,
      name,
      quantity,
      unitPriceCents,
      totalCents,
      options: options.map((option) => ({
        group: option.groupName,
        choice: option.name,
        amount: option.amount as "none" | "light" | "normal" | "extra",
        quantity: option.quantity,
        priceCents: option.priceCents,
      })),
    })),
  };
}
