import { randomUUID } from "node:crypto";
import type { OrderDetail } from "../../../functions/domain/orders/contracts.ts";
import { signEvent } from "../../../sandbox/stripe/events.ts";
import type { World } from "./world.ts";

/** What Stripe says of a checkout page, when it says it at another time than it should. */
export type Told = { type: "completed"; amountCents: number } | { type: "expired" };

/** Delivers an event about an order's newest payment page, signed as Stripe signs it. Answers the status. */
export async function deliver({ running }: World, order: OrderDetail, told: Told): Promise<number> {
  const [page] = await running.sql<{ session_id: string; account_id: string }[]>`
    select session_id, account_id from payments where order_id = ${order.id} order by attempt desc limit 1`;
  const completed = told.type === "completed";
  const session = {
    id: page?.session_id,
    object: "checkout.session",
    mode: "payment",
    status: completed ? "complete" : "expired",
    payment_status: completed ? "paid" : "unpaid",
    payment_intent: completed ? `pi_${randomUUID()}` : null,
    amount_total: completed ? told.amountCents : order.totalCents,
    currency: order.currency,
    metadata: { order_id: order.id },
  };
  const body = JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: "event",
    account: page?.account_id,
    created: Math.floor(Date.now() / 1000),
    data: { object: session },
    livemode: false,
    type: `checkout.session.${told.type}`,
  });
  const secret = running.product.env.STRIPE_CONNECT_WEBHOOK_SECRET ?? "";
  const headers = { "Content-Type": "application/json", "Stripe-Signature": signEvent(body, secret) };
  return (await fetch(`${running.url}/api/webhooks/stripe`, { method: "POST", headers, body })).status;
}
