import type { CallSummary } from "../../../../functions/domain/calls/contracts.ts";
import type { OrderSummary } from "../../../../functions/domain/orders/contracts.ts";
import { dayOf } from "../../format/time.ts";

/** A count over a list that may be cut off: then the truth is "this many or more". */
export type Count = { value: number; isMore: boolean };

/** How many of a newest-first list happened on the merchant's day of `now`. */
export function countToday(
  times: readonly string[],
  { timeZone, now, isCut }: { timeZone: string; now: number; isCut: boolean },
): Count {
  const today = dayOf(now, timeZone);
  const value = times.filter((time) => dayOf(time, timeZone) === today).length;
  return { value, isMore: isCut && value === times.length };
}

/** Cents paid on the merchant's day of `now`, less what was given back of them. */
export function paidToday(
  orders: readonly Pick<OrderSummary, "paidAt" | "totalCents" | "refundedCents">[],
  { timeZone, now }: { timeZone: string; now: number },
): number {
  const today = dayOf(now, timeZone);
  return orders
    .filter(({ paidAt }) => paidAt !== null && dayOf(paidAt, timeZone) === today)
    .reduce((sum, order) => sum + order.totalCents - order.refundedCents, 0);
}

/** Calls that go on first, then the newest. */
export function inOrder(
  calls: readonly CallSummary[],
  goesOn: (call: CallSummary) => boolean,
): CallSummary[] {
  return [...calls.filter(goesOn), ...calls.filter((call) => !goesOn(call))];
}
