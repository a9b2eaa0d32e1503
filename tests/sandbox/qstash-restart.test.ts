import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextRun } from "../../sandbox/qstash/schedules.ts";
import { eventually, type Lab, openLab, pause } from "./qstash-harness.ts";

let lab: Lab;
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "qstash-"));
});
afterEach(async () => {
  await lab?.stop();
  rmSync(dataDir, { recursive: true });
});

/** A new sandbox on the same books. The old one's stop() writes nothing: it is as after a SIGKILL. */
const killAndReopen = async (options: Parameters<typeof openLab>[0] = {}) => {
  await lab.stop();
  lab = await openLab({ dataDir, ...options });
};

/** Publishes to itself without a socket, says so, and then stays: for a SIGKILL to find it. */
const ACCEPT_AND_STAY = `
  import { createKernel } from ${JSON.stringify(new URL("../../sandbox/kernel/kernel.ts", import.meta.url).href)};
  import { createQstash } from ${JSON.stringify(new URL("../../sandbox/qstash/qstash.ts", import.meta.url).href)};
  const kernel = createKernel({ baseUrl: "http://x", dataDir: process.argv[1] });
  const { app } = createQstash(kernel, { currentSigningKey: "a", nextSigningKey: "b", token: "t" });
  const headers = { authorization: "Bearer t", "upstash-delay": "1h" };
  const response = await app.request("/v2/publish/http://localhost/job", { method: "POST", headers, body: "kept" });
  console.log((await response.json()).messageId);
  setInterval(() => {}, 1_000);
`;

describe("after a kill", () => {
  test("a message is there from the moment it was acknowledged", async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", ACCEPT_AND_STAY, dataDir]);
    const [said] = (await once(child.stdout, "data")) as [Buffer];
    child.kill("SIGKILL");
    await once(child, "exit");

    lab = await openLab({ dataDir });
    const messageId = said.toString().trim();
    expect(lab.qstash.snapshot().waiting).toMatchObject([{ messageId, body: "kept" }]);
  });

  test("what was accepted a moment before is delivered, once, in order", async () => {
    lab = await openLab({ dataDir, start: false });
    const queue = lab.client.queue({ queueName: "q" });
    for (const n of [1, 2, 3]) await queue.enqueueJSON({ url: "http://127.0.0.1:9/job", body: n });
    await pause(20);
    expect(lab.received).toHaveLength(0); // nothing before start()

    await killAndReopen({ start: false });
    expect(lab.qstash.snapshot().waiting.map(({ body }) => body)).toEqual(["1", "2", "3"]);
    expect(lab.qstash.snapshot().queues).toMatchObject([{ name: "q" }]);
  });

  test("a message that came due meanwhile is delivered at the start, one that is not due still waits", async () => {
    lab = await openLab({ dataDir, start: false });
    const { product } = lab;
    await lab.client.publish({ url: `${product}/due`, delay: 1 });
    await lab.client.publish({ url: `${product}/later`, delay: "1h" });
    lab.qstash.stop();
    await pause(1_050);
    lab.qstash.start();
    await lab.until(1, "/due");
    expect(lab.received).toHaveLength(1);
  });

  test("an attempt that was cut off is made again, a delivered message is not", async () => {
    lab = await openLab({ dataDir });
    lab.answer(({ path }) =>
      path === "/slow" ? pause(10_000).then(() => new Response("")) : new Response(""),
    );
    await lab.client.publish({ url: `${lab.product}/done` });
    await lab.client.publish({ url: `${lab.product}/slow` });
    await lab.until(2);
    await eventually(() => lab.qstash.snapshot().deliveries.length === 1);
    await killAndReopen({ start: false });
    expect(lab.qstash.snapshot().waiting.map(({ url }) => new URL(url).pathname)).toEqual(["/slow"]);
    expect(lab.qstash.snapshot().waiting[0]?.retried).toBe(0);
  });

  test("dead letters, schedules, groups and the deduplication window are still there; half a line is no harm", async () => {
    lab = await openLab({ dataDir });
    lab.answer(() => new Response("", { status: 500 }));
    const once = { url: `${lab.product}/job`, retries: 0, deduplicationId: "evt" };
    const { messageId } = await lab.client.publish(once);
    await lab.client.schedules.create({ destination: lab.product, cron: "0 0 1 1 *", scheduleId: "yearly" });
    await lab.client.urlGroups.addEndpoints({ name: "g", endpoints: [{ url: lab.product }] });
    await eventually(() => lab.qstash.snapshot().counts.dlq === 1);
    await appendFile(join(dataDir, "qstash-messages.jsonl"), '["msg_half", {"mess');

    await killAndReopen();
    expect(lab.qstash.snapshot()).toMatchObject({
      counts: { waiting: 0, dlq: 1 },
      schedules: [{ scheduleId: "yearly" }],
    });
    expect(await lab.client.publish(once)).toMatchObject({ messageId, deduplicated: true });
    expect((await lab.client.urlGroups.list()).map(({ name }) => name)).toEqual(["g"]);
  });

  test("a reset empties the books", async () => {
    lab = await openLab({ dataDir });
    await lab.client.publish({ url: lab.product, delay: "1h" });
    await lab.client.publish({ url: lab.product });
    await eventually(() => lab.qstash.snapshot().deliveries.length === 1);
    lab.kernel.stores.resetAll();
    expect(lab.qstash.snapshot()).toMatchObject({ counts: { waiting: 0 }, deliveries: [] });
    await killAndReopen();
    expect(lab.qstash.snapshot().counts.waiting).toBe(0);
  });
});

describe("schedules", () => {
  test("the time zone decides when a cron is due, summer time included", () => {
    const at = (text: string) => new Date(text).getTime();
    expect(nextRun("30 9 * * *", at("2026-01-10T00:00:00Z"))).toBe(at("2026-01-10T09:30:00Z"));
    expect(nextRun("CRON_TZ=America/Montreal 30 9 * * *", at("2026-01-10T00:00:00Z"))).toBe(
      at("2026-01-10T14:30:00Z"),
    );
    expect(nextRun("CRON_TZ=America/Montreal 30 9 * * *", at("2026-07-10T00:00:00Z"))).toBe(
      at("2026-07-10T13:30:00Z"),
    );
  });

  test("fires at every tick with its headers and body, until it is paused", async () => {
    lab = await openLab({ timeScale: 240 });
    const { scheduleId } = await lab.client.schedules.create({
      destination: `${lab.product}/tick`,
      cron: "* * * * *",
      body: '{"a":1}',
      headers: { "X-Tag": "t" },
      retries: 1,
    });
    const [first] = await lab.until(2, "/tick");
    expect(first?.body).toBe('{"a":1}');
    expect(first?.headers.get("x-tag")).toBe("t");
    expect(first?.headers.get("upstash-schedule-id")).toBe(scheduleId);

    await lab.client.schedules.pause({ schedule: scheduleId });
    expect(await lab.client.schedules.get(scheduleId)).toMatchObject({
      isPaused: true,
      cron: "* * * * *",
      retries: 1,
    });
    const before = lab.received.length;
    await pause(600);
    expect(lab.received).toHaveLength(before);
    await lab.client.schedules.resume({ schedule: scheduleId });
    await lab.until(before + 1);
  });

  test("the same id replaces, delete removes, a wrong cron is refused", async () => {
    lab = await openLab();
    const create = (cron: string) =>
      lab.client.schedules.create({ destination: lab.product, cron, scheduleId: "s" });
    await create("0 9 * * *");
    await create("CRON_TZ=Europe/Paris 0 10 * * *");
    expect((await lab.client.schedules.list()).map(({ cron }) => cron)).toEqual([
      "CRON_TZ=Europe/Paris 0 10 * * *",
    ]);
    await expect(create("every day")).rejects.toThrow(/invalid cron/);
    await expect(create("CRON_TZ=Mars/Base 0 9 * * *")).rejects.toThrow(/invalid cron/);
    await lab.client.schedules.delete("s");
    await expect(lab.client.schedules.get("s")).rejects.toThrow(/not found/);
  });

  test("one that came due while the sandbox was down fires once at the start", async () => {
    lab = await openLab({ dataDir, timeScale: 36_000 });
    lab.qstash.stop();
    await lab.client.schedules.create({ destination: `${lab.product}/tick`, cron: "0 * * * *" });
    await pause(350); // three hours and a half: at least three ticks
    lab.kernel.scheduler.setScale(1);
    lab.qstash.start();
    await lab.until(1);
    await pause(20);
    expect(lab.received).toHaveLength(1);
  });
});
