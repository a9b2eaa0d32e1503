import type { Effect } from "../../../functions/domain/conversation/dialogue/types.ts";
import type { PricedLine } from "../../../functions/domain/orders/pricing.ts";
import { totals } from "../../../functions/domain/orders/pricing.ts";

export type NewItem = { name: string; unitCents: number; quantity: number };
export type PlaceOrder = Extract<Effect, { kind: "place_order" }>;

const POUTINE: NewItem = { name: "Poutine", unitCents: 1000, quantity: 2 };

/** What the dialogue says when a caller has confirmed: 2 poutines, 21.00 with tax, unless told otherwise. */
export function orderEffect(items: NewItem[] = [POUTINE], phone: string | null = "+15145550199"): PlaceOrder {
  const lines: PricedLine[] = items.map(({ name, unitCents, quantity }) => ({
    ...{ item: "0192f0c1-0000-7000-8000-000000000001", name, quantity, unitCents },
    options: [
      {
        ...{ group: "0192f0c1-0000-7000-8000-000000000002", choice: "0192f0c1-0000-7000-8000-000000000003" },
        ...{ amount: "extra" as const, quantity: 1, name: "Bacon", groupName: "Toppings", priceCents: 100 },
      },
    ],
    totalCents: unitCents * quantity,
  }));
  return {
    kind: "place_order",
    lines,
    totals: totals(lines, [{ name: "GST", ratePpm: 50_000 }]),
    currency: "CAD",
    phone: phone ?? "+15145550199",
    locale: "en",
  };
}
