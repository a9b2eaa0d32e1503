import { afterAll, beforeAll, expect, test } from "vitest";
import { sendSms } from "../../functions/domain/messages/jobs.ts";
import { eventually } from "../harness/product.ts";
import { expectRefusal } from "../harness/suites/answers.ts";
import { aMessage, anEvent } from "../harness/suites/samples.ts";
import { buyNumber, openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { ask, runJob } from "./support/deliver.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  // The queue's retries, two seconds to a day apart, in fractions of a second to seventeen seconds.
  world = await openWorld({ alive: true, timeScale: 5_000 });
  shop = await openShop(world);
  await buyNumber(world, shop);
});
afterAll(() => world?.close());

type Letter = {
  id: string;
  job: string;
  status: string;
  error: string;
  attempts: number;
  merchantId: string;
};
const letters = async () => {
  const response = await ask(world, world.operator, "GET", "/api/operator/dead-letters?status=open");
  return ((await response.json()) as { items: Letter[] }).items;
};
const statusOf = async (id: string) => {
  const [row] = await world.sql<{ status: string }[]>`select status from public.messages where id = ${id}`;
  return row?.status;
};

/** A text is queued as it would be by an event; the relay hands it to the queue. */
async function queued(): Promise<string> {
  const { id } = await aMessage(world, shop);
  await anEvent(world, shop, { type: "sms.queued", subjectId: id, dispatched: false, ageSeconds: 60 });
  await runJob(world, shop, "relay", {});
  return id;
}

test("a job that fails for hours ends as a dead letter, seen by the operator only, and runs again by hand", async () => {
  await world.control("POST", "/faults", { provider: "twilio", path: "/Messages", status: 503, count: 1000 });
  const message = await queued();
  const letter = await eventually(async () => (await letters())[0], "the dead letter", 60_000);
  expect(letter).toMatchObject({ job: "send-sms", status: "open", merchantId: shop.id });
  expect(letter.attempts).toBe(sendSms.retries + 1);
  expect(letter.error).toContain("503");
  expect(await statusOf(message)).toBe("queued");
  expect(world.logged.map((line) => JSON.parse(line).message)).toContain("a job gave up");

  await expectRefusal(await ask(world, shop.owner, "GET", "/api/operator/dead-letters"), 403, "forbidden");
  await expectRefusal(
    await ask(world, shop.owner, "POST", `/api/operator/dead-letters/${letter.id}/retry`),
    403,
    "forbidden",
  );

  await world.control("DELETE", "/faults");
  const retried = await ask(world, world.operator, "POST", `/api/operator/dead-letters/${letter.id}/retry`);
  expect(await retried.json()).toMatchObject({ id: letter.id, status: "retried" });
  await eventually(async () => /sent|delivered/.test((await statusOf(message)) ?? ""), "the text to be sent");
  expect(await letters()).toEqual([]);
  expect(world.taken("twilio", "POST", "/Messages.json")).toHaveLength(1);
}, 120_000);

test("an outage shorter than the retries leaves no trace but one text", async () => {
  const before = world.taken("twilio", "POST", "/Messages.json").length;
  await world.control("POST", "/faults", { provider: "twilio", path: "/Messages", status: 503, count: 2 });
  const message = await queued();
  await eventually(
    async () => /sent|delivered/.test((await statusOf(message)) ?? ""),
    "the text to be sent",
    20_000,
  );
  expect(world.taken("twilio", "POST", "/Messages.json")).toHaveLength(before + 1);
  expect(await letters()).toEqual([]);
}, 40_000);
