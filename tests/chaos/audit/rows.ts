import type { Sql } from "postgres";

export type OrderRow = {
  id: string;
  status: string;
  total_cents: number;
  refunded_cents: number;
  call_id: string | null;
  attention: string | null;
};
export type PaymentRow = {
  id: string;
  order_id: string;
  attempt: number;
  session_id: string;
  payment_intent_id: string | null;
  status: string;
  amount_cents: number;
  refunded_cents: number;
};
export type RefundRow = {
  id: string;
  order_id: string;
  payment_id: string;
  amount_cents: number;
  status: string;
  reason: string | null;
  error: string | null;
};
export type MessageRow = {
  id: string;
  dedupe_key: string;
  direction: string;
  channel: string;
  template: string | null;
  status: string;
  provider_id: string | null;
  error_code: string | null;
  error: string | null;
  attempts: number;
  order_id: string | null;
  call_id: string | null;
  to_address: string;
  body: string;
};
export type CallRow = {
  id: string;
  external_id: string;
  from_number: string | null;
  status: string;
  outcome: string | null;
  captured: boolean;
  ended_at: Date | null;
};
export type DeadLetterRow = {
  message_id: string;
  job: string;
  error: string;
  payload: Record<string, unknown>;
};
export type EventRow = {
  id: string;
  type: string;
  subject_id: string;
  data: Record<string, unknown>;
  dispatched_at: Date | null;
  subscribers: string[];
};

/** Our own books, whole. */
export type Rows = {
  orders: OrderRow[];
  payments: PaymentRow[];
  refunds: RefundRow[];
  messages: MessageRow[];
  calls: CallRow[];
  deadLetters: DeadLetterRow[];
  events: EventRow[];
};

export async function readRows(sql: Sql): Promise<Rows> {
  const [orders, payments, refunds, messages, calls, deadLetters, events] = await Promise.all([
    sql<OrderRow[]>`select id, status, total_cents, refunded_cents, call_id, attention from orders`,
    sql<
      PaymentRow[]
    >`select id, order_id, attempt, session_id, payment_intent_id, status, amount_cents, refunded_cents
      from payments`,
    sql<RefundRow[]>`select id, order_id, payment_id, amount_cents, status, reason, error from refunds`,
    sql<
      MessageRow[]
    >`select id, dedupe_key, direction, channel, template, status, provider_id, error_code, error,
      attempts, order_id, call_id, to_address, body from messages`,
    sql<CallRow[]>`select id, external_id, from_number, status, outcome, captured, ended_at from calls`,
    sql<DeadLetterRow[]>`select message_id, job, error, payload from dead_letters`,
    sql<EventRow[]>`select e.id, e.type, e.subject_id, e.data, e.dispatched_at,
      array(select d.subscriber from event_dispatches d where d.event_id = e.id) as subscribers from events e`,
  ]);
  return { orders, payments, refunds, messages, calls, deadLetters, events };
}
