import { afterEach, describe, expect, test } from "vitest";
import { type Lab, openLab, pause } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab.stop());

describe("time", () => {
  test("a delay and a not-before hold a message back, and time can be shortened", async () => {
    lab = await openLab({ timeScale: 3_600 });
    const start = Date.now();
    await lab.client.publish({ url: `${lab.product}/delay`, delay: "1h" });
    await lab.client.publish({ url: `${lab.product}/not-before`, notBefore: Date.now() / 1_000 + 1_800 });
    await lab.client.publish({ url: `${lab.product}/now` });

    const requests = await lab.until(3);
    expect(requests.map((request) => request.path)).toEqual(["/now", "/not-before", "/delay"]);
    expect((requests[1]?.at ?? 0) - start).toBeGreaterThanOrEqual(450);
    expect((requests[2]?.at ?? 0) - start).toBeGreaterThanOrEqual(950);
  });

  test("a message can be read and cancelled while it waits", async () => {
    lab = await openLab({ timeScale: 100 });
    const { messageId } = await lab.client.publishJSON({
      url: lab.product,
      body: { a: 1 },
      delay: "20s",
      label: "vip",
    });
    const message = await lab.client.messages.get(messageId);
    expect(message).toMatchObject({
      messageId,
      body: '{"a":1}',
      maxRetries: 3,
      label: "vip",
      method: "POST",
    });
    expect((message.notBefore ?? 0) - message.createdAt).toBe(20_000);

    await lab.client.messages.delete(messageId);
    await pause(300);
    expect(lab.received).toHaveLength(0);
    await expect(lab.client.messages.get(messageId)).rejects.toThrow(/not found/);
  });

  test("messages are cancelled in bulk, by id and by filter", async () => {
    lab = await openLab();
    const send = (label: string) => lab.client.publish({ url: lab.product, delay: "1h", label });
    const [one] = [await send("a"), await send("a"), await send("b"), await send("c")];
    expect(await lab.client.messages.cancel([one?.messageId ?? ""])).toEqual({ cancelled: 1 });
    expect(await lab.client.messages.cancel({ filter: { label: ["a", "b"] } })).toEqual({ cancelled: 2 });
    expect(await lab.client.messages.deleteAll()).toBe(1);
  });
});
