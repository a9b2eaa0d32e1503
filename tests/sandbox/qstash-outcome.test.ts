import { afterEach, describe, expect, test } from "vitest";
import { defaultBackoffMs, retryDelayMs } from "../../sandbox/qstash/backoff.ts";
import { eventually, type Lab, openLab, pause } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab?.stop());

const gaps = (lab: Lab) => lab.received.slice(1).map(({ at }, i) => at - (lab.received[i]?.at ?? 0));

describe("retries", () => {
  test("the default back-off is 12 s, 2 m 28 s, 30 m 8 s, 6 h and then a day", () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => defaultBackoffMs(n) / 1_000)).toEqual([
      12, 148, 1_808, 22_026, 86_400, 86_400,
    ]);
  });

  test.each([
    ["1000", 5, 1_000],
    ["1000 * (1 + retried)", 2, 3_000],
    ["pow(2, retried) * 1000", 3, 8_000],
    ["max(1000, pow(2, retried) * 100)", 1, 1_000],
    ["floor(10 / 4) - -1 % 2", 0, 3],
    ["exp(100)", 0, 86_400_000],
    ["0 - 5", 0, 0],
  ])("the retry delay %s at retry %d is %d ms", (expression, retried, ms) => {
    expect(retryDelayMs(expression, retried)).toBe(ms);
  });

  test.each(["", "1 +", "pow(2)", "constructor(1)", "1 2", "retried()", "1/0", "x"])(
    "%j is no retry delay",
    (text) => {
      expect(() => retryDelayMs(text, 0)).toThrow();
    },
  );

  test("a failing destination is tried again after the back-off, then buried", async () => {
    lab = await openLab({ timeScale: 200 });
    lab.answer(() => new Response("no stock", { status: 503 }));
    const { messageId } = await lab.client.publishJSON({
      url: `${lab.product}/job`,
      body: { a: 1 },
      retries: 2,
    });

    await lab.until(3);
    expect(lab.received.map(({ headers }) => headers.get("upstash-retried"))).toEqual(["0", "1", "2"]);
    const [first = 0, second = 0] = gaps(lab);
    expect(first).toBeGreaterThanOrEqual(55); // 12 s at 200 times the speed
    expect(second).toBeGreaterThanOrEqual(730); // 148 s
    await eventually(async () => (await lab.client.dlq.listMessages()).messages.length === 1);
    const [letter] = (await lab.client.dlq.listMessages()).messages;
    expect(letter).toMatchObject({
      messageId,
      body: '{"a":1}',
      responseStatus: 503,
      responseBody: "no stock",
      maxRetries: 2,
    });
    expect(
      (await lab.client.logs({ messageIds: [messageId] })).logs.map(({ state }) => state).reverse(),
    ).toEqual([
      "CREATED",
      "ACTIVE",
      "ERROR",
      "RETRY",
      "ACTIVE",
      "ERROR",
      "RETRY",
      "ACTIVE",
      "ERROR",
      "FAILED",
    ]);
  });

  test("Retry-After and the message's own retry delay replace the back-off", async () => {
    lab = await openLab({ timeScale: 100 });
    lab.answer(({ headers }) =>
      headers.get("upstash-retried") === "0"
        ? new Response("", { status: 429, headers: { "Retry-After": "50" } })
        : new Response("", { status: headers.get("upstash-retried") === "1" ? 500 : 200 }),
    );
    await lab.client.publish({ url: lab.product, retryDelay: "10000 * (retried + 1)" });
    await lab.until(3);
    const [asked = 0, own = 0] = gaps(lab);
    expect(asked).toBeGreaterThanOrEqual(490);
    expect(own).toBeGreaterThanOrEqual(195);
    expect(own).toBeLessThan(1_400); // the back-off would be 148 s
  });

  test("489 with Upstash-NonRetryable-Error is buried at once; 489 alone is retried", async () => {
    lab = await openLab({ timeScale: 1_000 });
    lab.answer(
      ({ path }) =>
        new Response("", {
          status: 489,
          headers: path === "/hopeless" ? { "Upstash-NonRetryable-Error": "true" } : {},
        }),
    );
    await lab.client.publish({ url: `${lab.product}/hopeless` });
    await lab.client.publish({ url: `${lab.product}/maybe`, retries: 1 });
    await lab.until(2, "/maybe");
    await eventually(async () => (await lab.client.dlq.listMessages()).messages.length === 2);
    expect(lab.received.filter(({ path }) => path === "/hopeless")).toHaveLength(1);
  });

  test("a destination that answers too late, or not at all, has failed", async () => {
    lab = await openLab();
    lab.answer(async () => {
      await pause(1_500);
      return new Response("");
    });
    await lab.client.publish({ url: lab.product, timeout: 1, retries: 0 });
    await lab.client.publish({ url: "http://127.0.0.1:9/", retries: 0 });
    await eventually(async () => (await lab.client.dlq.listMessages()).messages.length === 2);
    const { messages } = await lab.client.dlq.listMessages();
    expect(messages.map(({ responseStatus }) => responseStatus)).toEqual([undefined, undefined]);
    expect(messages.map(({ responseBody }) => responseBody)).toContain("timeout");
  });
});

describe("callbacks", () => {
  test("the callback gets the answer of every attempt, with its own method and headers", async () => {
    lab = await openLab({ timeScale: 1_000 });
    lab.answer(({ path, headers }) =>
      path === "/job"
        ? new Response("done", { status: headers.get("upstash-retried") === "0" ? 500 : 201 })
        : new Response(""),
    );
    const { messageId } = await lab.client.publishJSON({
      url: `${lab.product}/job`,
      body: { a: 1 },
      callback: `${lab.product}/callback`,
      headers: { "Upstash-Callback-Method": "PUT", "Upstash-Callback-Forward-X-Tag": "t" },
    });
    const calls = await lab.until(2, "/callback");
    expect(calls[0]?.method).toBe("PUT");
    expect(calls[0]?.headers.get("x-tag")).toBe("t");
    const bodies = calls.map(({ body }) => JSON.parse(body)).sort((a, b) => a.retried - b.retried);
    expect(bodies.map(({ status, retried }) => [status, retried])).toEqual([
      [500, 0],
      [201, 1],
    ]);
    expect(bodies[1]).toMatchObject({
      sourceMessageId: messageId,
      maxRetries: 3,
      url: `${lab.product}/job`,
      method: "POST",
    });
    expect(atob(bodies[1].body)).toBe("done");
    expect(atob(bodies[1].sourceBody)).toBe('{"a":1}');
  });

  test("the failure callback comes once, with the dead letter's id, and is itself retried", async () => {
    lab = await openLab({ timeScale: 1_000 });
    lab.answer(
      ({ path, headers }) =>
        new Response("", { status: path === "/job" || headers.get("upstash-retried") === "0" ? 500 : 200 }),
    );
    await lab.client.publish({
      url: `${lab.product}/job`,
      retries: 1,
      failureCallback: `${lab.product}/failed`,
      headers: { "Upstash-Failure-Callback-Retries": "2", "Upstash-Failure-Callback-Forward-X-Tag": "t" },
    });
    const calls = await lab.until(2, "/failed");
    await pause(100);
    expect(lab.received.filter(({ path }) => path === "/failed")).toHaveLength(2);
    expect(calls.map(({ headers }) => headers.get("upstash-retried"))).toEqual(["0", "1"]);
    const body = JSON.parse(calls[1]?.body ?? "");
    const { messages } = await lab.client.dlq.listMessages();
    expect(messages.map(({ dlqId }) => dlqId)).toEqual([body.dlqId]);
    expect(body).toMatchObject({ status: 500, retried: 1, maxRetries: 1 });
  });
});

describe("dead letters", () => {
  const bury = async (count: number) => {
    lab.answer(() => new Response("", { status: 500 }));
    for (let i = 0; i < count; i++) {
      await lab.client.publishJSON({
        url: `${lab.product}/job${i}`,
        body: i,
        retries: 0,
        label: `l${i % 2}`,
      });
    }
    await eventually(async () => (await lab.client.dlq.listMessages()).messages.length === count);
  };

  test("one can be retried: a new message, delivered, and the letter is gone", async () => {
    lab = await openLab();
    await bury(1);
    lab.answer(() => new Response(""));
    const [letter] = (await lab.client.dlq.listMessages()).messages;
    const { responses } = await lab.client.dlq.retry(letter?.dlqId ?? "");
    await lab.until(2);
    expect(lab.received[1]?.body).toBe("0");
    expect(lab.received[1]?.headers.get("upstash-message-id")).toBe(responses[0]?.messageId);
    expect(responses[0]?.messageId).not.toBe(letter?.messageId);
    expect((await lab.client.dlq.listMessages()).messages).toEqual([]);
  });

  test("they are listed in pages, filtered, deleted and retried in bulk", async () => {
    lab = await openLab();
    await bury(5);
    const first = await lab.client.dlq.listMessages({ count: 3 });
    expect(first.messages).toHaveLength(3);
    const rest = await lab.client.dlq.listMessages({
      count: 3,
      ...(first.cursor && { cursor: first.cursor }),
    });
    expect(rest.messages).toHaveLength(2);
    expect(rest.cursor).toBeUndefined();
    expect((await lab.client.dlq.listMessages({ filter: { label: "l1" } })).messages).toHaveLength(2);
    expect((await lab.client.dlq.listMessages({ filter: { responseStatus: 404 } })).messages).toHaveLength(0);

    expect(await lab.client.dlq.delete({ filter: { label: "l1" } })).toEqual({ deleted: 2 });
    await lab.client.dlq.delete(first.messages[0]?.dlqId ?? "");
    await expect(lab.client.dlq.delete(first.messages[0]?.dlqId ?? "")).rejects.toThrow(/not found/);
    lab.answer(() => new Response(""));
    expect((await lab.client.dlq.retry({ all: true })).responses).toHaveLength(2);
    await lab.until(7);
    expect((await lab.client.dlq.listMessages()).messages).toEqual([]);
  });
});
