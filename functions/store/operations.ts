import { type Database, rpc, unwrap } from "../platform/database.ts";
import { AppError } from "../platform/errors.ts";
import type { DomainEvent } from "../platform/events.ts";
import { DEAD_LETTER } from "./columns.ts";
import { afterCursor, toPage } from "./pages.ts";

export type DeadLetter = {
  id: string;
  merchantId: string | null;
  job: string;
  error: string;
  httpStatus: number | null;
  attempts: number;
  payload: unknown;
  status: "open" | "retried" | "discarded";
  createdAt: string;
};

/** Dead letters; row-level security shows them to operators only. */
export function deadLetterStore(db: Database) {
  const get = async (id: string): Promise<DeadLetter> => {
    const found = unwrap<DeadLetter | null>(
      await db.from("dead_letters").select(DEAD_LETTER).eq("id", id).maybeSingle(),
    );
    if (!found) throw new AppError("not_found", "There is no such dead letter.");
    return found;
  };
  return {
    get,
    async list(query: { cursor?: string | undefined; limit: number; status?: string | undefined }) {
      let rows = db.from("dead_letters").select(DEAD_LETTER);
      if (query.status) rows = rows.eq("status", query.status);
      const page = afterCursor(rows, query.cursor)
        .order("id", { ascending: false })
        .limit(query.limit + 1);
      return toPage(unwrap<DeadLetter[]>(await page), query.limit);
    },
    async handle(id: string, status: "retried" | "discarded"): Promise<DeadLetter> {
      await rpc(db, "handle_dead_letter", { p_id: id, p_status: status });
      return get(id);
    },
  };
}

/** A merchant's events in the order in which they became certain. */
export function eventLog(db: Database, merchantId: string) {
  return {
    after: (seq: number, limit: number) =>
      rpc<DomainEvent[]>(db, "events_after", { p_merchant: merchantId, p_after: seq, p_limit: limit }),
    latestSeq: () => rpc<number>(db, "latest_event_seq", { p_merchant: merchantId }),
  };
}
