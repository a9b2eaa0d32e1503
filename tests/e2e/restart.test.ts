import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schedules } from "../../functions/domain/schedules.ts";
import { makeSecrets } from "../../runtime/node/data-folder.ts";
import { choosePort } from "../../sandbox/database/ports.ts";
import { pizzeria } from "../../scripts/demo/pizzeria.ts";
import { copyTemplate } from "../harness/database.ts";
import type { TestProduct } from "../harness/product.ts";
import { paymentLink, textsTo } from "./story/inboxes.ts";
import { onlyOrder, orderGarlicBread } from "./story/order.ts";
import { startOn } from "./story/own-product.ts";
import { anotherShop, reopened, tally, type World } from "./story/world.ts";

let database: Awaited<ReturnType<typeof copyTemplate>>;
let running: TestProduct;
let world: World;
let start: () => Promise<TestProduct>;

beforeAll(async () => {
  database = await copyTemplate();
  const sandboxFolder = mkdtempSync(join(tmpdir(), "callwaiting-restart-"));
  // What a folder and an address keep the same from one start to the next.
  const options = {
    port: await choosePort(),
    mailPort: await choosePort(),
    secrets: makeSecrets(),
    databaseUrl: database.url,
    sandboxFolder,
    schedules,
  };
  start = () => startOn({ ...options, timeScale: 30 });
  running = await start();
  world = await anotherShop(running, pizzeria);
  return () => rmSync(sandboxFolder, { recursive: true, force: true });
});
afterAll(async () => {
  await running?.close();
  await database?.drop();
});

async function restart(): Promise<void> {
  await running.close();
  running = await start();
  world = reopened(world, running);
}

test("orders, numbers, payment pages and texts are still there after a restart", async () => {
  const from = world.caller();
  await orderGarlicBread(world, from);
  const link = await paymentLink(running, from);
  await onlyOrder(world, from);
  await restart();
  expect(await onlyOrder(world, from)).toMatchObject({ status: "awaiting_payment" });
  expect(await textsTo(running, from)).toHaveLength(1);
  await world.pay(link);
  expect(await onlyOrder(world, from)).toMatchObject({ status: "paid" });
  // And the shop still answers its telephone.
  expect((await world.ring(world.caller())).all()).toContain("Harbour Street Pizza");
});

test("a text that could not be sent before a restart is sent once after it", async () => {
  await running.setTimeScale(1);
  await running.control("POST", "/faults", { provider: "twilio", path: "/Messages", status: 503, count: 1 });
  const from = world.caller();
  await orderGarlicBread(world, from);
  await expect.poll(() => waitingJobs("send-sms"), { timeout: 10_000 }).toBe(1);
  await restart();
  await paymentLink(running, from);
  expect(tally((await onlyOrder(world, from)).messages)).toEqual({ "paymentLink sms": 1 });
  expect(await textsTo(running, from)).toHaveLength(1);
});

test("what could not be handed to the queue before a restart is relayed after it", async () => {
  await running.control("POST", "/faults", {
    provider: "qstash",
    path: "/v2/batch",
    status: 503,
    count: 1_000,
  });
  const from = world.caller();
  await orderGarlicBread(world, from);
  await restart();
  // The relay leaves half a minute to the request that made the event: here it has passed.
  await running.sql`update events set occurred_at = occurred_at - interval '1 minute' where dispatched_at is null`;
  await world.pay(await paymentLink(running, from));
  expect((await onlyOrder(world, from)).status).toBe("paid");
});

/** Messages to this job that QStash will try again. */
async function waitingJobs(name: string): Promise<number> {
  const { waiting } = await running.control<{ waiting: { url: string; retried: number }[] }>("GET", "/queue");
  return waiting.filter(({ url, retried }) => url.endsWith(`/jobs/${name}`) && retried > 0).length;
}
