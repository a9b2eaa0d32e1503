import { randomUUID } from "node:crypto";
import type { OrderDetail } from "../../../functions/domain/orders/contracts.ts";
import type { PhoneCall } from "./call.ts";
import { expectOver } from "./call.ts";
import type { World } from "./world.ts";

/** A garlic bread with its taxes, in cents. */
export const GARLIC_BREAD = { subtotalCents: 595, taxCents: 30 + 59, totalCents: 684 } as const;

/** Rings and orders a garlic bread, without waiting for what follows from it. */
export async function orderGarlicBread(world: World, from: string): Promise<PhoneCall> {
  const call = await world.ring(from);
  await call.say("a garlic bread please");
  await call.say("that's all");
  await call.say("yes");
  expectOver(call);
  return call;
}

/** The one order of this caller, when nothing is under way any more. @throws when there is none, or more than one */
export async function onlyOrder(world: World, from: string): Promise<OrderDetail> {
  await world.settled();
  const [order, ...more] = await world.orders(from);
  if (!order || more.length > 0)
    throw new Error(`${from} has ${order ? more.length + 1 : 0} orders, not one`);
  return order;
}

/** What staff decide about an order, each time anew: `refund`, `cancel`, `fulfil`, `resend-link`. @throws with the API's refusal */
export async function decide(
  { running, shop }: World,
  { id }: OrderDetail,
  action: string,
  body: unknown = {},
): Promise<OrderDetail> {
  const response = await fetch(`${running.url}/api/orders/${id}/${action}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${shop.token}`,
      "X-Merchant-Id": shop.merchantId,
      "Content-Type": "application/json",
      "Idempotency-Key": randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as OrderDetail;
}
