import { Receiver } from "@upstash/qstash";
import { afterEach, describe, expect, test } from "vitest";
import { KEYS, type Lab, openLab, pause, TOKEN } from "./qstash-harness.ts";

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
