import { Receiver } from "@upstash/qstash";
import { afterEach, describe, expect, test } from "vitest";
import { eventually, KEYS, type Lab, openLab, pause, TOKEN } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab.stop());

const receiver = new Receiver({ ...KEYS });

describe("publishing", () => {
  test("a published message arrives signed, with its body, method and forwarded headers", async () => {
    lab = await openLab();
    const url = `${lab.product}/api/jobs/send?merchant=1&x=é`;
    const { messageId } = await lab.client.publishJSON({
      url,
      body: { n: 1 },
      headers: { "X-Request-Id": "r-1" },
    });

    const [request] = await lab.until(1);
    expect(request?.body).toBe('{"n":1}');
    expect(request?.method).toBe("POST");
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      "content-type": "application/json",
      "x-request-id": "r-1",
      "upstash-message-id": messageId,
      "upstash-retried": "0",
      "user-agent": "Upstash-QStash",
    });
    const signature = request?.headers.get("upstash-signature") ?? "";
    const signed = { signature, body: request?.body ?? "", url: new URL(url).href };
    await expect(receiver.verify(signed)).resolves.toBe(true);
    await expect(receiver.verify({ ...signed, body: "forged" })).rejects.toThrow(/body hash/);
    await expect(receiver.verify({ ...signed, url: `${lab.product}/other` })).rejects.toThrow(/subject/);
  });

  test("a body that is not text arrives byte for byte", async () => {
    lab = await openLab({ timeScale: 10 });
    const bytes = Uint8Array.from([0, 255, 254, 10, 128]);
    const { messageId } = await lab.client.publish({
      url: lab.product,
      body: new Blob([bytes]),
      delay: 1,
    });
    const message = await lab.client.messages.get(messageId);
    expect(message).toMatchObject({ bodyBase64: Buffer.from(bytes).toString("base64") });
    expect(message.body).toBeUndefined();
    expect((await lab.until(1))[0]?.bytes).toEqual(bytes);
  });

  test("401 without the token, and nothing is delivered", async () => {
    lab = await openLab();
    const response = await fetch(`${lab.api}/v2/publish/${lab.product}`, {
      method: "POST",
      headers: { authorization: "Bearer x" },
    });
    expect(response.status).toBe(401);
    await pause(50);
    expect(lab.received).toHaveLength(0);
  });

  test.each([
    ["a destination that is no address", "nonsense", {}, /not found/],
    ["a delay that is no duration", undefined, { "Upstash-Delay": "soon" }, /Upstash-Delay/],
    ["retries that are no number", undefined, { "Upstash-Retries": "-1" }, /Upstash-Retries/],
    [
      "a retry delay that is no expression",
      undefined,
      { "Upstash-Retry-Delay": "process.exit()" },
      /Upstash-Retry-Delay/,
    ],
    ["a callback that is no address", undefined, { "Upstash-Callback": "localhost" }, /Upstash-Callback/],
    ["half of a flow control", undefined, { "Upstash-Flow-Control-Key": "k" }, /go together/],
    ["a colon in a deduplication id", undefined, { "Upstash-Deduplication-Id": "a:b" }, /cannot contain ':'/],
  ])("refuses %s", async (_, destination, headers, message) => {
    lab = await openLab();
    const response = await fetch(`${lab.api}/v2/publish/${destination ?? lab.product}`, {
      method: "POST",
      headers: { ...headers, authorization: `Bearer ${TOKEN}` },
    });
    expect([400, 404]).toContain(response.status);
    expect(((await response.json()) as { error: string }).error).toMatch(message);
  });

  test("a batch sends the good ones and reports the bad one in its place", async () => {
    lab = await openLab();
    const results = (await lab.client.batchJSON([
      { url: `${lab.product}/a`, body: 1 },
      { url: `${lab.product}/b`, body: 2, headers: { "Upstash-Delay": "never" } },
      { url: `${lab.product}/c`, body: 3, queueName: "q" },
    ])) as unknown as { messageId?: string; error?: string }[];

    expect(results.map((result) => Boolean(result.messageId))).toEqual([true, false, true]);
    expect(results[1]?.error).toMatch(/Upstash-Delay/);
    await lab.until(2);
    expect(lab.received.map((request) => request.path).sort()).toEqual(["/a", "/c"]);
  });

  test("a url group gets one message per endpoint", async () => {
    lab = await openLab();
    const endpoints = [{ name: "one", url: `${lab.product}/one` }, { url: `${lab.product}/two` }];
    await lab.client.urlGroups.addEndpoints({ name: "staff", endpoints });
    const sent = await lab.client.publishJSON({ urlGroup: "staff", body: {} });
    expect(sent).toHaveLength(2);
    await lab.until(2);
    expect(lab.received[0]?.headers.get("upstash-topic-name")).toBe("staff");

    await lab.client.urlGroups.removeEndpoints({ name: "staff", endpoints: [{ name: "one" }] });
    expect((await lab.client.urlGroups.get("staff")).endpoints).toEqual([{ url: `${lab.product}/two` }]);
    await lab.client.urlGroups.delete("staff");
    await expect(lab.client.publishJSON({ urlGroup: "staff", body: {} })).rejects.toThrow(/not found/);
  });
});

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
