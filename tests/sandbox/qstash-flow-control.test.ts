import { afterEach, describe, expect, test } from "vitest";
import { eventually, type Lab, openLab, pause } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab.stop());

describe("flow control", () => {
  test("a rate is kept, whoever publishes", async () => {
    lab = await openLab();
    const flowControl = { key: "sms", rate: 5, period: "1s" as const };
    await lab.client.batchJSON(
      Array.from({ length: 12 }, (_, n) => ({ url: lab.product, body: n, flowControl })),
    );
    await lab.until(5);
    expect(await lab.client.flowControl.get("sms")).toMatchObject({
      rateMax: 5,
      rateCount: 5,
      ratePeriod: 1,
      waitListSize: 7,
    });

    const at = (await lab.until(12)).map((request) => request.at);
    // Three windows are needed, so the last comes two seconds after the first.
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  test("parallelism is kept, and a paused key waits", async () => {
    lab = await openLab();
    let now = 0;
    let most = 0;
    lab.answer(async () => {
      most = Math.max(most, ++now);
      await pause(20);
      now -= 1;
      return new Response("");
    });
    const send = () => lab.client.publish({ url: lab.product, flowControl: { key: "k", parallelism: 3 } });
    await lab.client.flowControl.pause("k");
    for (let i = 0; i < 9; i++) await send();
    await pause(50);
    expect(lab.received).toHaveLength(0);
    expect(await lab.client.flowControl.get("k")).toMatchObject({ isPaused: true, waitListSize: 9 });
    await lab.client.flowControl.resume("k");
    await lab.until(9);
    expect(most).toBe(3);
    await eventually(
      async () => (await lab.client.flowControl.getGlobalParallelism()).parallelismCount === 0,
    );
  });

  test("a pinned limit stands above what messages ask for", async () => {
    lab = await openLab();
    await lab.client.flowControl.pin("k", { parallelism: 1 });
    await lab.client.publish({ url: lab.product, flowControl: { key: "k", parallelism: 9 } });
    await lab.until(1);
    expect(await lab.client.flowControl.get("k")).toMatchObject({
      parallelismMax: 1,
      isPinnedParallelism: true,
    });
    await lab.client.flowControl.unpin("k", { parallelism: true });
    expect(await lab.client.flowControl.get("k")).toMatchObject({
      parallelismMax: 9,
      isPinnedParallelism: false,
    });
  });
});
