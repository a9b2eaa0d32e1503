import { afterEach, describe, expect, test } from "vitest";
import { type Lab, openLab, pause } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab.stop());

describe("deduplication", () => {
  test("a second message with the same id within ten minutes is accepted and not sent", async () => {
    lab = await openLab({ timeScale: 1_000 });
    const send = () => lab.client.publishJSON({ url: lab.product, body: {}, deduplicationId: "evt-1" });
    const first = await send();
    expect(await send()).toMatchObject({ messageId: first.messageId, deduplicated: true });
    await pause(650); // ten minutes and more
    expect((await send()).messageId).not.toBe(first.messageId);
    expect(await lab.until(2)).toHaveLength(2);
  });

  test("equal contents are one message, other contents are not", async () => {
    lab = await openLab();
    const send = (n: number) =>
      lab.client.publishJSON({ url: lab.product, body: { n }, contentBasedDeduplication: true });
    const ids = [await send(1), await send(1), await send(2)].map((sent) => sent.messageId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
