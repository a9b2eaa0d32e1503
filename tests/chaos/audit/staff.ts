import type { Decision } from "../driver/staff.ts";
import type { Visit } from "../driver/visit.ts";
import type { Rows } from "./rows.ts";
import { broken, type Violation } from "./types.ts";

/** What staff decided happened once, when they were told that it did, and at most once when they were not. */
export function auditStaff(visits: readonly Visit[], rows: Rows): Violation[] {
  return visits.flatMap(({ decisions }) => decisions.flatMap((decision) => auditDecision(decision, rows)));
}

function auditDecision(decision: Decision, rows: Rows): Violation[] {
  const { action, orderId, key, status } = decision;
  const accepted = status >= 200 && status < 300;
  const order = rows.orders.find(({ id }) => id === orderId);
  const wrong = (promise: string, detail: string) => [
    broken(promise, `${detail} (${key}, answered ${status})`, { orderId }),
  ];
  if (status >= 500 || status === 0) return wrong("staff get an answer in the end", action);
  if (action === "refund") {
    const made = rows.refunds.filter(({ reason }) => reason === key);
    if (made.length > 1 || (accepted && made.length === 0))
      return wrong("a refund that was decided once is made once", `${made.length} refunds`);
  }
  if (action === "cancel" && accepted && order?.status !== "cancelled")
    return wrong("a cancelled order stays cancelled", `it is ${order?.status}`);
  if (action === "fulfil" && accepted && !["fulfilled", "refunded"].includes(order?.status ?? ""))
    return wrong("an order that was handed over stays so", `it is ${order?.status}`);
  return [];
}
