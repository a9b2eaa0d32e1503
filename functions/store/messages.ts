import type { MessageView } from "../domain/messages/contracts.ts";
import type { Claim, DeliveryPorts } from "../domain/messages/deliver.ts";
import type { MessageContext, OutgoingMessage } from "../domain/messages/types.ts";
import { type Database, rpc, unwrap } from "../platform/database.ts";
import type { DomainEvent } from "../platform/events.ts";
import { MESSAGE } from "./columns.ts";
import { afterCursor, toPage } from "./pages.ts";

export type ReceivedSms = {
  sid: string;
  from: string;
  to: string;
  body: string;
  locale: string | null;
  eventId: string;
  /** When it came (ISO 8601), if that was not now. */
  at?: string;
};

/** One merchant's messages. */
export function messageStore(db: Database, merchantId: string) {
  const of = { p_merchant: merchantId };
  const delivery: DeliveryPorts = {
    claim: (messageId, leaseUntil) =>
      rpc<Claim>(db, "claim_message", {
        ...of,
        p_message: messageId,
        p_lease_until: leaseUntil.toISOString(),
      }),
    record: (messageId, result) =>
      rpc<void>(db, "record_message_result", { ...of, p_message: messageId, p_result: result }),
  };
  return {
    delivery,

    context: (subjectType: string, subjectId: string) =>
      rpc<MessageContext>(db, "message_context", {
        ...of,
        p_subject_type: subjectType,
        p_subject: subjectId,
      }),

    queue: async (messages: readonly OutgoingMessage[]): Promise<DomainEvent[]> =>
      (await rpc<{ events: DomainEvent[] }>(db, "queue_messages", { ...of, p_messages: messages })).events,

    /** Answers the outcome, for the log. */
    applyStatus: (news: {
      messageId: string;
      providerId: string;
      status: string;
      errorCode: string | null;
      error: string | null;
      eventId: string;
    }) =>
      rpc<string>(db, "apply_message_status", {
        ...of,
        p_message: news.messageId,
        p_provider_id: news.providerId,
        p_status: news.status,
        p_error_code: news.errorCode,
        p_error: news.error,
        p_event_id: news.eventId,
      }),

    receive: (sms: ReceivedSms, action: string | null, replies: Record<string, string> | null) =>
      rpc<{ outcome: string; reply: string | null; events: DomainEvent[] }>(db, "receive_sms", {
        ...of,
        p_sms: sms,
        p_action: action,
        p_replies: replies,
      }),

    async list(query: {
      cursor?: string | undefined;
      limit: number;
      orderId?: string | undefined;
      callId?: string | undefined;
    }) {
      let rows = db.from("messages").select(MESSAGE).eq("merchant_id", merchantId);
      if (query.orderId) rows = rows.eq("order_id", query.orderId);
      if (query.callId) rows = rows.eq("call_id", query.callId);
      const page = afterCursor(rows, query.cursor)
        .order("id", { ascending: false })
        .limit(query.limit + 1);
      return toPage(unwrap<MessageView[]>(await page), query.limit);
    },
  };
}
