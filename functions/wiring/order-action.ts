import type { OrderDetail } from "../domain/orders/contracts.ts";
import type { ApiContext } from "../platform/api-context.ts";
import { readEnv } from "../platform/env.ts";
import type { DomainEvent } from "../platform/events.ts";
import { orderStore } from "../store/orders.ts";
import { dispatcherFor } from "./dispatch.ts";

export type OrderActionDeps = {
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** What staff decide about an order: one write, its events handed on, the order as it now stands. */
export async function actOnOrder(
  { dispatch }: OrderActionDeps,
  { db, merchant, requestId }: ApiContext<"merchant">,
  id: string,
  act: (orders: ReturnType<typeof orderStore>) => Promise<DomainEvent[]>,
): Promise<OrderDetail> {
  const orders = orderStore(db, merchant.merchantId);
  await dispatch(requestId)(await act(orders));
  return orders.get(id);
}

export const orderActionDeps = (): OrderActionDeps => {
  const env = readEnv();
  return { dispatch: (requestId) => dispatcherFor(env, requestId).dispatch };
};
