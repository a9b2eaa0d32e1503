import { Receiver } from "@upstash/qstash";
import { afterEach, describe, expect, test } from "vitest";
import { eventually, KEYS, type Lab, openLab, pause, TOKEN } from "./qstash-harness.ts";

let lab: Lab;
afterEach(() => lab.stop());

const fault = (kind: "status" | "timeout" | "drop" | "duplicate" | "reorder" | "delay", more = {}) =>
  lab.kernel.faults.add({ provider: "qstash", kind, count: 1, ...more });

describe("faults of a delivery", () => {
  test("duplicate: the same message arrives twice, and counts once", async () => {
    lab = await openLab();
    fault("duplicate", { path: "/job" });
    await lab.client.publish({ url: `${lab.product}/job` });
    const [one, two] = await lab.until(2);
    expect(two?.headers.get("upstash-message-id")).toBe(one?.headers.get("upstash-message-id"));
    await eventually(() => lab.qstash.snapshot().counts.active === 0);
    expect(lab.qstash.snapshot()).toMatchObject({ counts: { waiting: 0, active: 0, dlq: 0 } });
  });

  test("drop: delivered, its answer lost, delivered again", async () => {
    lab = await openLab({ timeScale: 1_000 });
    fault("drop", { path: "/job" });
    await lab.client.publish({ url: `${lab.product}/job` });
    const requests = await lab.until(2);
    expect(requests.map(({ headers }) => headers.get("upstash-retried"))).toEqual(["0", "1"]);
  });

  test("timeout: the first attempt never arrives", async () => {
    lab = await openLab({ timeScale: 1_000 });
    fault("timeout", { path: "/job" });
    await lab.client.publish({ url: `${lab.product}/job` });
    expect((await lab.until(1))[0]?.headers.get("upstash-retried")).toBe("1");
  });

  test("reorder: one message is held until the next has been delivered", async () => {
    lab = await openLab();
    fault("reorder", { path: "/job" });
    await lab.client.publish({ url: `${lab.product}/job`, body: "first" });
    await lab.client.publish({ url: `${lab.product}/job`, body: "second" });
    expect((await lab.until(2)).map(({ body }) => body)).toEqual(["second", "first"]);
  });

  test("reorder: held alone, it is let go after a while", async () => {
    lab = await openLab({ timeScale: 100 });
    fault("reorder", { path: "/job" });
    await lab.client.publish({ url: `${lab.product}/job` });
    await lab.until(1);
  });

  test("delay: it comes late", async () => {
    lab = await openLab();
    fault("delay", { path: "/job", value: 200 });
    const start = Date.now();
    await lab.client.publish({ url: `${lab.product}/job` });
    expect(((await lab.until(1))[0]?.at ?? 0) - start).toBeGreaterThanOrEqual(195);
  });
});

describe("faults of the API", () => {
  test("status: the publish is refused and nothing is sent", async () => {
    lab = await openLab();
    fault("status", { path: "/v2/publish", value: 503 });
    await expect(lab.client.publish({ url: `${lab.product}/job` })).rejects.toThrow();
    await pause(50);
    expect(lab.received).toHaveLength(0);
  });

  test("drop: the publisher sees a broken connection, the message goes out all the same", async () => {
    lab = await openLab();
    fault("drop", { path: "/v2/publish" });
    await expect(lab.client.publish({ url: `${lab.product}/job` })).rejects.toThrow();
    await lab.until(1);
  });

  test("what the product sent and what it was sent are both logged", async () => {
    lab = await openLab();
    await lab.client.publishJSON({ url: `${lab.product}/job`, body: { a: 1 } });
    await lab.until(1);
    await eventually(() => lab.kernel.requests.list("qstash").every(({ status }) => status === 200));
    const [out, back] = lab.kernel.requests.list("qstash");
    expect(out).toMatchObject({ direction: "to-provider", body: '{"a":1}' });
    expect(back).toMatchObject({ direction: "to-product", path: `${lab.product}/job`, response: "ok" });
    expect(lab.qstash.snapshot().deliveries[0]).toMatchObject({
      url: `${lab.product}/job`,
      status: 200,
      retried: 0,
    });
  });
});

test("after a key rotation, what was next signs, and the receiver still trusts it", async () => {
  lab = await openLab();
  const call = async (method: string, path: string) =>
    (await fetch(`${lab.api}${path}`, { method, headers: { authorization: `Bearer ${TOKEN}` } })).json();
  expect(await call("GET", "/v2/keys")).toEqual({ current: "sig_current", next: "sig_next" });
  const rotated = (await call("POST", "/v2/keys/rotate")) as { current: string; next: string };
  expect(rotated.current).toBe("sig_next");
  expect(rotated.next).not.toBe("sig_current");

  await lab.client.publish({ url: `${lab.product}/job`, body: "x" });
  const [request] = await lab.until(1);
  const signature = request?.headers.get("upstash-signature") ?? "";
  await expect(new Receiver({ ...KEYS }).verify({ signature, body: "x" })).resolves.toBe(true);
  const onlyOld = new Receiver({ currentSigningKey: "sig_current", nextSigningKey: "sig_current" });
  await expect(onlyOld.verify({ signature, body: "x" })).rejects.toThrow();
});
