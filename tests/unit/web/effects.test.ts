import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderStatuses } from "../../../functions/domain/orders/contracts.ts";
import type { LiveEvent } from "../../../functions/domain/realtime/contracts.ts";
import { cachedOrder, patchOrders } from "../../../web/src/live/cache.ts";
import { orderAfter, ordersAfter, staleAfter } from "../../../web/src/live/effects.ts";

const eventOf = (type: string, subjectId = "o1"): LiveEvent => ({
  seq: 1,
  type,
  subjectType: "order",
  subjectId,
  data: {},
  occurredAt: "2026-11-21T12:00:00Z",
});

describe("an order after an event", () => {
  test("turns paid at the moment of the event", () => {
    const order = { id: "o1", status: "awaiting_payment" as const, paidAt: null };
    expect(orderAfter(order, eventOf("order.paid"))).toEqual({
      id: "o1",
      status: "paid",
      paidAt: "2026-11-21T12:00:00Z",
    });
  });

  test("never goes back, whatever comes late or twice", () => {
    const types = [
      "order.placed",
      "order.expired",
      "order.cancelled",
      "order.paid",
      "order.fulfilled",
      "order.refunded",
    ];
    const rank = { awaiting_payment: 0, expired: 1, cancelled: 1, paid: 2, fulfilled: 3, refunded: 4 };
    fc.assert(
      fc.property(
        fc.constantFrom(...orderStatuses),
        fc.array(fc.constantFrom(...types)),
        (status, sequence) => {
          let order = { id: "o1", status, paidAt: null as string | null };
          for (const type of sequence) {
            const next = orderAfter(order, eventOf(type));
            expect(rank[next.status]).toBeGreaterThanOrEqual(rank[order.status]);
            order = next;
          }
        },
      ),
    );
  });

  test("a refund may be a part only, so the status is left to the server", () => {
    const order = { id: "o1", status: "paid" as const, paidAt: "x" };
    expect(orderAfter(order, eventOf("order.refunded"))).toBe(order);
  });

  test("of somebody else stays the same list", () => {
    const orders = [{ id: "o1", status: "awaiting_payment" as const, paidAt: null }];
    expect(ordersAfter(orders, eventOf("order.paid", "o2"))).toBe(orders);
  });
});

describe("what an event makes stale", () => {
  test.each([
    ["order.paid", "orders"],
    ["payment_link.ready", "order"],
    ["call.updated", "call"],
    ["voicemail.received", "voicemails"],
    ["callback.requested", "callbacks"],
    ["number.active", "numbers"],
    ["payments.updated", "payments"],
    ["message.delivered", "order"],
    ["payment.failed", "order"],
  ])("%s loads %s again", (type, name) => {
    expect(staleAfter(type)).toContain(name);
  });

  test("an event of a later version disturbs nothing", () => {
    expect(staleAfter("weather.changed")).toEqual([]);
  });
});

describe("the loaded lists", () => {
  const order = { id: "o1", number: 3, status: "awaiting_payment", paidAt: null };

  test("plain and paged ones turn paid together", () => {
    const client = new QueryClient();
    client.setQueryData(["orders", "m", "live"], { items: [order], nextCursor: null });
    client.setQueryData(["orders", "m", "list", "all"], {
      pages: [{ items: [order], nextCursor: null }],
      pageParams: [undefined],
    });
    client.setQueryData(["order", "m", "o1"], order);
    patchOrders(client, eventOf("order.paid"));
    expect(client.getQueryData(["orders", "m", "live"])).toMatchObject({ items: [{ status: "paid" }] });
    expect(client.getQueryData(["orders", "m", "list", "all"])).toMatchObject({
      pages: [{ items: [{ status: "paid" }] }],
    });
    expect(client.getQueryData(["order", "m", "o1"])).toMatchObject({ status: "paid" });
    expect(cachedOrder(client, "o1")?.number).toBe(3);
    client.clear();
  });

  test("an order nobody has loaded is simply not there", () => {
    const client = new QueryClient();
    patchOrders(client, eventOf("order.paid", "o9"));
    expect(cachedOrder(client, "o9")).toBeUndefined();
  });
});
