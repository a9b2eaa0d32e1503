import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeSecrets } from "../../runtime/node/data-folder.ts";
import { pizzeria } from "../../scripts/demo/pizzeria.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { eventually, type TestProduct } from "../harness/product.ts";
import { expectOver } from "./story/call.ts";
import { paymentLink, textsTo, textTo } from "./story/inboxes.ts";
import { type Line, openLine } from "./story/line.ts";
import { onlyOrder, orderGarlicBread } from "./story/order.ts";
import { startOn } from "./story/own-product.ts";
import { anotherShop, tally, type World } from "./story/world.ts";

let database: TestDatabase;
let line: Line;
let running: TestProduct;
let world: World;
let away = false;

/** A hosted Supabase, as far as the product can tell, at the end of a line that can be cut. */
beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  database = await createTestDatabase();
  line = await openLine(database.api);
  Object.assign(process.env, database.env, { SUPABASE_URL: line.url });
  running = await startOn({ port: 0, secrets: makeSecrets(), databaseUrl: database.url, timeScale: 300 });
  world = await anotherShop(running, pizzeria);
});
afterEach(() => comeBack());
afterAll(async () => {
  await running?.close();
  for (const name of Object.keys(database.env)) delete process.env[name];
  await line?.close();
  await database?.close();
});

async function goAway(): Promise<void> {
  away = true;
  await line.cut();
}

async function comeBack(): Promise<void> {
  if (away) await line.mend();
  away = false;
}

const health = async () => (await fetch(`${running.url}/health`)).status;

test("health says that the product cannot work, and that it can again", async () => {
  expect(await health()).toBe(200);
  await goAway();
  expect(await health()).toBe(503);
  await comeBack();
  expect(await health()).toBe(200);
});

test("who calls meanwhile hears an apology, and gets the promised text when the database is back", async () => {
  const from = world.caller();
  await goAway();
  const call = await world.ring(from, { failing: true });
  expect(call.all()).toMatch(/Sorry, we are having trouble.*texto/);
  expectOver(call);
  await comeBack();
  expect((await textTo(running, from, /missed your call/)).status).not.toBe("failed");
  const { messages, outcome } = await world.call(call.sid);
  expect(outcome).toBe("missed");
  expect(tally(messages)).toEqual({ "textBack sms": 1 });
  expect(await textsTo(running, from)).toHaveLength(1);
});

test("a call in the middle of an order ends with the apology and one text", async () => {
  const from = world.caller();
  const call = await world.ring(from, { failing: true });
  await call.say("two small margheritas");
  await goAway();
  expect(await call.say("and a coke")).toContain("Sorry, we are having trouble");
  expectOver(call);
  await comeBack();
  await textTo(running, from, /missed your call/);
  const { messages, outcome } = await world.call(call.sid);
  expect(outcome).toBe("abandoned");
  expect(tally(messages)).toEqual({ "textBack sms": 1 });
});

test("the end of a call that nobody could take in is looked up later", async () => {
  const from = world.caller();
  const call = await world.ring(from, { failing: true });
  await call.say("a garlic bread");
  await goAway();
  await call.hangUp();
  await eventually(
    async () =>
      (await statusesOf(call.sid)).length > 0 &&
      (await statusesOf(call.sid)).every((status) => status >= 500),
    "the status webhook to have failed",
  );
  await comeBack();
  await textTo(running, from, /missed your call/);
  expect(await world.call(call.sid)).toMatchObject({ outcome: "abandoned", status: "completed" });
});

test("a payment that is told meanwhile counts when the database is back", async () => {
  const from = world.caller();
  await orderGarlicBread(world, from);
  const link = await paymentLink(running, from);
  await world.settled();
  await goAway();
  await world.pay(link);
  await eventually(async () => (await failedStripeEvents()) > 0, "Stripe's event to be refused");
  await comeBack();
  expect((await onlyOrder(world, from)).status).toBe("paid");
});

type Requests = { requests: { path: string; status?: number; body: string }[] };

async function statusesOf(callSid: string): Promise<number[]> {
  const { requests } = await running.control<Requests>("GET", "/requests?provider=twilio");
  return requests
    .filter(({ path, body }) => path.endsWith("/webhooks/twilio/status") && body.includes(callSid))
    .flatMap(({ status }) => status ?? []);
}

async function failedStripeEvents(): Promise<number> {
  const { requests } = await running.control<Requests>("GET", "/requests?provider=stripe");
  return requests.filter(({ path, status }) => path.endsWith("/webhooks/stripe") && (status ?? 0) >= 500)
    .length;
}
