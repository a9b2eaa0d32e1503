import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeSecrets } from "../../runtime/node/data-folder.ts";
import { pizzeria } from "../../scripts/demo/pizzeria.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { eventually, type TestProduct } from "../harness/product.ts";
import { expectOver } from "./story/call.ts";
import { mailsTo, paymentLink, textsTo, textTo } from "./story/inboxes.ts";
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

test("a text that comes meanwhile is kept when the database is back, and staff are told of it", async () => {
  const from = world.caller();
  await goAway();
  await text(from, "Is the gravy vegetarian?");
  await comeBack();
  expect(await eventually(async () => (await kept(from))[0], "the text to be kept")).toEqual({
    body: "Is the gravy vegetarian?",
    status: "received",
  });
  await eventually(
    async () => (await mailsTo(running, world.staff.email)).some((mail) => mail.text.includes("vegetarian")),
    "staff to be told",
  );
  await world.settled();
  expect(await kept(from)).toHaveLength(1);
});

test("a STOP that comes meanwhile is answered at once and takes effect; a START after it counts, in this order", async () => {
  const [quiet, undecided] = [world.caller(), world.caller()];
  await goAway();
  for (const [from, word] of [
    [quiet, "ARRET"],
    [undecided, "STOP"],
    [undecided, "START"],
  ] as const)
    await text(from, word);
  expect((await textsTo(running, quiet)).at(-1)?.body).toMatch(/^Vous ne recevrez plus de textos/);
  await comeBack();
  await eventually(async () => (await kept(undecided)).length === 2, "both texts to be kept");
  await eventually(async () => (await optedOut(quiet)) === true, "the STOP to take effect");
  expect(await optedOut(undecided)).toBe(false);
});

test("without the queue too, Twilio brings a text to the other address, and the failure shows", async () => {
  const from = world.caller();
  await goAway();
  await running.control("POST", "/faults", { provider: "qstash", status: 503, count: 50 });
  await text(from, "Anybody there?");
  await running.control("DELETE", "/faults");
  const { requests } = await running.control<Requests>("GET", "/requests?provider=twilio");
  const tried = requests.filter(({ path, body }) => /\/sms/.test(path) && body.includes("Anybody"));
  expect(tried.map(({ status }) => status)).toEqual(Array(tried.length).fill(expect.toSatisfy(is5xx)));
  expect(tried.at(-1)?.path).toContain("/webhooks/twilio/sms-fallback");
});

const is5xx = (status: number) => status >= 500;
const text = (from: string, body: string) =>
  running.control("POST", "/sms", { from, to: world.shop.number, body });
const kept = (from: string) =>
  running.sql<{ body: string; status: string }[]>`select body, status from messages
    where merchant_id = ${world.shop.merchantId} and direction = 'inbound' and from_address = ${from} order by id`;
async function optedOut(phone: string): Promise<boolean | undefined> {
  const [row] = await running.sql<
    { out: boolean }[]
  >`select sms_opted_out_at is not null as out from customers
    where merchant_id = ${world.shop.merchantId} and phone = ${phone}`;
  return row?.out;
}

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
