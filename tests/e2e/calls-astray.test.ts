import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOver, ring } from "./story/call.ts";
import { textsTo } from "./story/inboxes.ts";
import { openWorld, sentFor, type World } from "./story/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test("silence is asked twice, then offered voicemail, then texted: never a loop", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  for (let turns = 0; call.last().expects !== "nothing"; turns++) {
    expect(turns, call.all()).toBeLessThan(5);
    await call.wait();
  }
  expect(call.all()).toMatch(/Sorry, I didn't catch that.*keypad.*leave a message.*We'll send you a text/);
  expectOver(call);
  expect(await sentFor(world, call)).toEqual({ "textBack sms": 1 });
  expect(await world.call(call.sid)).toMatchObject({ outcome: "abandoned" });
});

test("noise that the recogniser is not sure of orders nothing", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  await call.press("1");
  expect(await call.say("mumble coat", 0.1)).toContain("Sorry, I didn't get that");
  await call.hangUp();
  await world.settled();
  expect(await world.orders(from)).toEqual([]);
});

test("hanging up in the middle of an order gets one text back, within seconds", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  await call.say("two small margheritas");
  const hungUpAt = Date.now();
  await call.hangUp();
  expect(await sentFor(world, call)).toEqual({ "textBack sms": 1 });
  expect(Date.now() - hungUpAt).toBeLessThan(10_000);
  const [text, ...more] = await textsTo(world.running, from);
  expect(text?.body).toContain("Sorry we missed your call at Harbour Street Pizza");
  expect(more).toEqual([]);
  expect(await world.orders(from)).toEqual([]);
});

test("a hidden number is asked for one that can be texted", async () => {
  const from = world.caller();
  const call = await world.ring("anonymous");
  await call.say("a large pepperoni pizza");
  await call.say("that's all");
  expect(await call.say("yes")).toContain("What mobile number can I text");
  expect(await call.press(from.slice(2))).toContain("Is that right?");
  await call.say("yes");
  expectOver(call);
  await world.settled();
  expect(await world.orders(from)).toHaveLength(1);
  expect(await textsTo(world.running, from)).toHaveLength(1);
});

test("a hidden number that hangs up cannot be texted, and nothing fails for it", async () => {
  const call = await world.ring("anonymous");
  await call.hangUp();
  expect(await sentFor(world, call)).toEqual({});
  const { counts } = await world.running.control<{ counts: { dlq: number } }>("GET", "/queue");
  expect(counts.dlq).toBe(0);
});

test("a number that is nobody's hears so politely in both languages, and nothing is kept", async () => {
  const { env } = world.running.product;
  const stray = "+15145550177";
  const bought = await fetch(
    `${env.TWILIO_API_BASE_URL}/2010-04-01/Accounts/${env.TWILIO_ACCOUNT_SID}/IncomingPhoneNumbers.json`,
    {
      method: "POST",
      headers: { Authorization: `Basic ${btoa(`${env.TWILIO_ACCOUNT_SID}:${env.TWILIO_AUTH_TOKEN}`)}` },
      body: new URLSearchParams({
        PhoneNumber: stray,
        VoiceUrl: `${world.running.url}/api/webhooks/twilio/voice`,
      }),
    },
  );
  expect(bought.status).toBe(201);
  const from = world.caller();
  const call = await ring(world.running, from, stray);
  expect(call.all()).toMatch(/not in service.*pas en service/);
  expectOver(call);
  await world.settled();
  expect(await textsTo(world.running, from)).toEqual([]);
  expect(await world.running.sql`select 1 from calls where external_id = ${call.sid}`).toHaveLength(0);
});
