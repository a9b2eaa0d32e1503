import type { Charge, Refund, Session } from "../../../sandbox/stripe/types.ts";
import type { World } from "../world/world.ts";
import type { OrderRow, PaymentRow, Rows } from "./rows.ts";
import { broken, type Violation } from "./types.ts";

/** What the payment provider's own books hold of one order, in cents. */
type Held = { sessions: Session[]; captured: number; back: number; bankRefused: boolean };

/** Every cent once, and every order in the state that its money says. */
export function auditMoney({ sandbox }: Pick<World, "sandbox">, rows: Rows): Violation[] {
  const books = Object.values(sandbox.stripe.books());
  const sessions = books.flatMap((one) => one.sessions);
  const charges = books.flatMap((one) => one.charges);
  const refunds = books.flatMap((one) => one.refunds);
  const known = new Set(rows.orders.map(({ id }) => id));
  const strangers = sessions.filter(({ client_reference_id: id }) => !id || !known.has(id));
  return [
    ...strangers.map(({ id }) => broken("every payment page belongs to an order", `session ${id}`)),
    ...rows.orders.flatMap((order) => {
      const own = sessions.filter(({ client_reference_id: id }) => id === order.id);
      return auditOrder(order, heldFor(own, charges, refunds), rows);
    }),
  ];
}

function heldFor(sessions: Session[], charges: Charge[], refunds: Refund[]): Held {
  const intents = new Set(sessions.flatMap(({ payment_intent: id }) => id ?? []));
  const own = refunds.filter(({ payment_intent: id }) => intents.has(id));
  return {
    sessions,
    captured: sum(
      charges.filter(({ payment_intent: id }) => intents.has(id)).map((one) => one.amount_captured),
    ),
    back: sum(own.filter(({ status }) => status !== "failed").map(({ amount }) => amount)),
    bankRefused: own.some(({ status }) => status === "failed"),
  };
}

function auditOrder(order: OrderRow, held: Held, rows: Rows): Violation[] {
  const payments = rows.payments.filter(({ order_id: id }) => id === order.id);
  const succeeded = payments.filter(({ status }) => status === "succeeded");
  const found: Violation[] = [];
  const wrong = (promise: string, detail: string) =>
    found.push(broken(promise, detail, { orderId: order.id }));
  const equal = (promise: string, ours: number, theirs: number) =>
    ours === theirs || wrong(promise, `ours ${ours}, the provider's ${theirs} (order ${order.status})`);

  equal(
    "what was paid is what the provider took",
    sum(succeeded.map((one) => one.amount_cents)),
    held.captured,
  );
  equal("what was refunded is what the provider gave back", order.refunded_cents, held.back);
  equal(
    "payments and their order agree",
    sum(payments.map((one) => one.refunded_cents)),
    order.refunded_cents,
  );
  const open = held.sessions.filter(({ status }) => status === "open");
  if (open.length > 0 && order.status !== "awaiting_payment")
    wrong("no payment page stays open for a closed order", open.map(({ id }) => id).join(", "));
  for (const { session_id: id, status } of payments.filter((one) =>
    ["open", "processing"].includes(one.status),
  ))
    wrong("no payment is left without an end", `${id} is ${status}`);
  const problem = stateProblem(order, held, succeeded);
  if (problem) wrong("the order is in the state that its money says", problem);
  return [...found, ...auditRefunds(order, rows)];
}

/** What is wrong with the order's state, given the money; undefined when it fits. */
function stateProblem(order: OrderRow, held: Held, succeeded: PaymentRow[]): string | undefined {
  const kept = held.captured - held.back;
  const facts = `${order.status}, total ${order.total_cents}, taken ${held.captured}, given back ${held.back}`;
  switch (order.status) {
    case "expired":
    case "cancelled":
      return kept === 0 || order.attention ? undefined : facts;
    case "paid":
    case "fulfilled": {
      const standing = succeeded.filter((one) => one.refunded_cents < one.amount_cents);
      const whole = standing.length === 1 && standing[0]?.amount_cents === order.total_cents;
      return (whole && kept > 0) || order.attention ? undefined : facts;
    }
    case "refunded":
      return (kept === 0 && held.captured > 0) || held.bankRefused ? undefined : facts;
    default:
      return facts;
  }
}

function auditRefunds(order: OrderRow, rows: Rows): Violation[] {
  const refunds = rows.refunds.filter(({ order_id: id }) => id === order.id);
  const dead = new Set(rows.deadLetters.map(({ payload }) => payload.refundId));
  const waiting = refunds.filter(({ id, status }) => status === "requested" && !dead.has(id));
  return waiting.map(({ id }) =>
    broken("no refund is requested for ever", `refund ${id}`, { orderId: order.id }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
