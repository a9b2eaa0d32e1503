import { afterEach, describe, expect, test } from "vitest";
import { type Lab, openLab, pause } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab.stop());

describe("queues", () => {
  test("a queue delivers in order and waits for the one before, retries included", async () => {
    lab = await openLab({ timeScale: 100 });
    lab.answer(
      ({ body, headers }) =>
        new Response("", { status: body === "1" && headers.get("upstash-retried") === "0" ? 500 : 200 }),
    );
    const queue = lab.client.queue({ queueName: "orders" });
    for (const body of ["1", "2", "3"]) await queue.enqueue({ url: lab.product, body });
    expect((await queue.get()).lag).toBeGreaterThan(0);
    const requests = await lab.until(4);
    expect(requests.map((request) => request.body)).toEqual(["1", "1", "2", "3"]);
  });

  test("a paused queue delivers nothing until it is resumed; parallelism is honoured", async () => {
    lab = await openLab();
    let now = 0;
    let most = 0;
    lab.answer(async () => {
      most = Math.max(most, ++now);
      await pause(30);
      now -= 1;
      return new Response("");
    });
    const queue = lab.client.queue({ queueName: "mail" });
    await queue.upsert({ parallelism: 2, paused: true });
    for (let i = 0; i < 6; i++) await queue.enqueue({ url: lab.product });
    await pause(60);
    expect(lab.received).toHaveLength(0);
    await queue.resume();
    await lab.until(6);
    expect(most).toBe(2);
    expect(await queue.get()).toMatchObject({ name: "mail", parallelism: 2, paused: false });
    await queue.delete();
    expect(await queue.list()).toEqual([]);
  });
});
