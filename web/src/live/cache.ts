import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { OrderDetail, OrderSummary } from "../../../functions/domain/orders/contracts.ts";
import type { LiveEvent } from "../../../functions/domain/realtime/contracts.ts";
import { keys, type QueryName } from "../api/keys.ts";
import { orderAfter, ordersAfter, staleAfter } from "./effects.ts";

type OrderPage = { items: OrderSummary[]; nextCursor: string | null };
type Cached = OrderPage | InfiniteData<OrderPage> | undefined;

/** Shows what an event says of an order at once, in every list and detail that is loaded. */
export function patchOrders(queryClient: QueryClient, event: LiveEvent): void {
  if (event.subjectType !== "order") return;
  queryClient.setQueriesData<Cached>({ queryKey: keys.orders }, (cached) => {
    if (!cached) return cached;
    if ("items" in cached) return { ...cached, items: [...ordersAfter(cached.items, event)] };
    const pages = cached.pages.map((page) => ({ ...page, items: [...ordersAfter(page.items, event)] }));
    return { ...cached, pages };
  });
  queryClient.setQueriesData<OrderDetail>({ queryKey: keys.order }, (cached) =>
    cached ? orderAfter(cached, event) : cached,
  );
}

/** The order an event is about, where some list holds it. */
export function cachedOrder(queryClient: QueryClient, id: string): OrderSummary | undefined {
  for (const [, cached] of queryClient.getQueriesData<Cached>({ queryKey: keys.orders })) {
    if (!cached) continue;
    const items = "items" in cached ? cached.items : cached.pages.flatMap((page) => page.items);
    const found = items.find((order) => order.id === id);
    if (found) return found;
  }
  return undefined;
}

/** A burst of events (a call writes several) loads each query again only once. */
const TOGETHER_MS = 120;

/** Collects what events make stale, and loads it again a moment later. */
export function createRefresher(queryClient: QueryClient) {
  const waiting = new Set<QueryName>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const names = [...waiting];
    waiting.clear();
    for (const name of names) void queryClient.invalidateQueries({ queryKey: keys[name] });
  };
  return {
    after(type: string) {
      for (const name of staleAfter(type)) waiting.add(name);
      if (waiting.size > 0) timer ??= setTimeout(flush, TOGETHER_MS);
    },
    stop() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
