import type { OrderStatus } from "../../../functions/domain/orders/contracts.ts";
import type { LiveEvent } from "../../../functions/domain/realtime/contracts.ts";
import type { QueryName } from "../api/keys.ts";

/** What an event makes stale. Types of a family share it, so a new type of a known family still refreshes. */
const STALE: Record<string, readonly QueryName[]> = {
  call: ["calls", "call", "onboarding"],
  order: ["orders", "order", "call"],
  payment_link: ["orders", "order"],
  payment: ["orders", "order"],
  voicemail: ["voicemails", "call"],
  callback: ["callbacks", "call"],
  number: ["numbers", "onboarding"],
  payments: ["payments", "onboarding"],
  message: ["order", "call"],
  catalogue: ["catalogue", "onboarding"],
  merchant: ["merchant", "onboarding"],
};

export const staleAfter = (type: string): readonly QueryName[] => STALE[type.split(".")[0] ?? ""] ?? [];

const STATUS_AFTER: Record<string, OrderStatus> = {
  "order.placed": "awaiting_payment",
  "order.paid": "paid",
  "order.fulfilled": "fulfilled",
  "order.cancelled": "cancelled",
  "order.expired": "expired",
};
const RANK: Record<OrderStatus, number> = {
  awaiting_payment: 0,
  expired: 1,
  cancelled: 1,
  paid: 2,
  fulfilled: 3,
  refunded: 4,
};

type Shown = { id: string; status: OrderStatus; paidAt: string | null };

/**
 * An order as it must be after the event, before the server has been asked again; the same object when the
 * event says nothing new about it. Events may be repeated after a reconnection, so a status never goes back.
 */
export function orderAfter<T extends Shown>(order: T, event: LiveEvent): T {
  const status = STATUS_AFTER[event.type];
  if (!status || order.id !== event.subjectId || RANK[status] <= RANK[order.status]) return order;
  return { ...order, status, paidAt: status === "paid" ? event.occurredAt : order.paidAt };
}

/** The same list when nothing in it changes, so that nothing is drawn again for nothing. */
export function ordersAfter<T extends Shown>(orders: readonly T[], event: LiveEvent): readonly T[] {
  const next = orders.map((order) => orderAfter(order, event));
  return next.some((order, index) => order !== orders[index]) ? next : orders;
}
