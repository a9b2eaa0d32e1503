import type { OrderRow, Rows } from "./rows.ts";
import { broken, type Violation } from "./types.ts";

/** One page for each attempt to pay, and one text for each page or each time that staff asked for it again. */
export function auditLinks(rows: Rows): Violation[] {
  return rows.orders.flatMap((order) => auditOrder(order, rows));
}

function auditOrder(order: OrderRow, { events, messages }: Rows): Violation[] {
  const about = { orderId: order.id };
  const told = events.filter(
    ({ subject_id: id, type }) => id === order.id && type.startsWith("payment_link."),
  );
  const ready = told.filter(({ type }) => type === "payment_link.ready");
  const attempts = new Set(ready.map(({ data }) => data.attempt));
  const texts = messages.filter(
    ({ order_id: id, template }) =>
      id === order.id && ["paymentLink", "paymentFailed"].includes(template ?? ""),
  );
  const closedUnpaid = ["expired", "cancelled"].includes(order.status);
  const found: Violation[] = [];
  if (attempts.size < ready.length)
    found.push(
      broken("an attempt to pay has one page", `${ready.length} pages, ${attempts.size} attempts`, about),
    );
  if (texts.length > told.length)
    found.push(broken("a link is texted once", `${texts.length} texts of ${told.length} links`, about));
  // An order whose page could not be made in time closes without one.
  if (texts.length === 0 && !closedUnpaid)
    found.push(broken("who ordered is texted a link", `none, and the order is ${order.status}`, about));
  return found;
}
