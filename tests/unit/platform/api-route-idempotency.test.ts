import { describe, expect, test } from "vitest";
import { apiRoute } from "../../../functions/platform/api-route.ts";
import { errorOf, refund, send } from "./api-route-samples.ts";
import { fakeChassis } from "./support.ts";

describe("an idempotency key", () => {
  const counted = ({ next, work }: { next?: unknown; work?: () => Promise<void> } = {}) => {
    let failure = next;
    let runs = 0;
    const route = apiRoute(refund, lazyDeps(), async (_, __, { body }) => {
      const error = failure;
      failure = undefined;
      if (error) throw error;
      await work?.();
      runs += 1;
      return { run: runs, amount: body.amountCents };
    });
    const post = (amountCents: number, key = "key-1") =>
      route.request("/api/orders/7", send({ amountCents }, { "idempotency-key": key }));
    return { post, runs: () => runs };
  };
  const lazyDeps = () => {
    const chassis = fakeChassis();
    return () => ({ chassis });
  };

  test("makes a repeated write answer the same without doing it again", async () => {
    const { post, runs } = counted();
    const [first, second] = [await post(5), await post(5)];
    expect([first.status, second.status, runs()]).toEqual([201, 201, 1]);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await second.json()).toEqual(await first.json());
    await post(5, "key-2");
    expect(runs()).toBe(2);
  });

  test("is refused with another body", async () => {
    const { post } = counted();
    await post(5);
    const response = await post(6);
    expect([response.status, (await errorOf(response)).code]).toEqual([409, "idempotency_mismatch"]);
  });

  test("is free again after a failure", async () => {
    const { post, runs } = counted({ next: new Error("boom") });
    expect((await post(5)).status).toBe(500);
    expect((await post(5)).status).toBe(201);
    expect(runs()).toBe(1);
  });

  test("asks the second of two at once to wait", async () => {
    const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const work = () => {
      begun.resolve();
      return finish.promise;
    };
    const { post, runs } = counted({ work });
    const first = post(5);
    await begun.promise;
    expect((await post(5)).status).toBe(409);
    finish.resolve();
    expect([(await first).status, runs()]).toEqual([201, 1]);
  });
});
