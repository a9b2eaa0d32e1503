import { afterAll, beforeAll, expect, test } from "vitest";
import { CALLER, callSid } from "../harness/suites/samples.ts";
import { buyNumber, openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { fromTwilio, runJob } from "./support/deliver.ts";
import { useUp } from "./support/limits.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
  shop = await openShop(world);
});
afterAll(() => world?.close());

const ring = (sid: string, more: Record<string, string> = {}) =>
  fromTwilio(world, "voice", {
    ...{ CallSid: sid, AccountSid: "AC1", From: CALLER, To: shop.number, CallStatus: "ringing" },
    ...more,
  });
const say = (target: string, sid: string, speech: string) =>
  fromTwilio(world, target, {
    CallSid: sid,
    From: CALLER,
    To: shop.number,
    SpeechResult: speech,
    Confidence: "0.9",
  });
/** Where the answer leads the call, below `/api/webhooks/twilio/`. */
const actionOf = (twiml: string) =>
  (/action="[^"]*\/api\/webhooks\/twilio\/([^"#]*)/.exec(twiml)?.[1] ?? "").replaceAll("&amp;", "&");
const spoken = (twiml: string) =>
  [...twiml.matchAll(/<Say[^>]*>(.*?)<\/Say>/gs)].map(([, words]) => words).join(" ");

test("a number of nobody is answered politely in both languages, hung up, and told in the log only", async () => {
  const before = await world.fingerprint();
  const { status, text } = await ring(callSid(), { To: "+15145559998" });
  expect(status).toBe(200);
  expect(spoken(text)).toContain("not in service");
  expect(spoken(text)).toContain("service. Veuillez");
  expect(text).toContain("<Hangup/>");
  expect(await world.fingerprint()).toEqual(before);
  expect(world.logged.at(-1)).toContain("a number of nobody was called");
});

test("a merchant that was closed is not answered in its name", async () => {
  const closed = await openShop(world);
  await world.sql`update public.merchants set status = 'inactive' where id = ${closed.id}`;
  const { text } = await ring(callSid(), { To: closed.number });
  expect(spoken(text)).not.toContain(closed.name);
});

test("with too many calls a new one is turned away with a sentence; one in progress goes on", async () => {
  const sid = callSid();
  const greeting = await ring(sid);
  expect(spoken(greeting.text)).toContain(shop.name);
  await useUp(shop.number);

  const turnedAway = await ring(callSid());
  expect(turnedAway.status).toBe(200);
  expect(spoken(turnedAway.text)).toContain("lines are busy");
  expect(turnedAway.text).toContain("<Hangup/>");

  let action = actionOf(greeting.text);
  for (const words of ["a person please", "yes"]) {
    const { status, text } = await say(action, sid, words);
    expect(status).toBe(200);
    expect(spoken(text)).not.toContain("lines are busy");
    expect(spoken(text)).not.toContain("trouble");
    action = actionOf(text) || action;
  }
});

test("the same turn delivered twice is answered the same, and taken once", async () => {
  const calm = await openShop(world);
  const sid = callSid();
  const greeting = await ring(sid, { To: calm.number });
  const action = actionOf(greeting.text);
  const first = await say(action, sid, "I would like to leave a message");
  const again = await say(action, sid, "I would like to leave a message");
  expect(again.text).toBe(first.text);
  const [row] = await world.sql<{ turns: number[] }[]>`select array_agg(t.turn order by t.turn) as turns
    from public.call_turns t join public.calls c on c.id = t.call_id where c.external_id = ${sid}`;
  expect(row?.turns).toEqual([0, 1]);
});

test("one merchant's address cannot take a turn in another's call", async () => {
  const [ours, theirs] = await Promise.all([openShop(world), openShop(world)]);
  const sid = callSid();
  await ring(sid, { To: ours.number });
  const before = await world.fingerprint();
  const { status, text } = await say(`turn?m=${theirs.id}&t=1`, sid, "two poutines");
  expect(status).toBe(200);
  expect(spoken(text)).toContain("trouble");
  expect(await world.fingerprint()).toEqual(before);
});

test("a caller who hides can still be spoken to", async () => {
  const calm = await openShop(world);
  const { status, text } = await ring(callSid(), { To: calm.number, From: "anonymous" });
  expect(status).toBe(200);
  expect(spoken(text)).toContain(calm.name);
});

test("a call whose end is asked for while it goes on is left alone, however long it lasts", async () => {
  const talking = await openShop(world);
  await buyNumber(world, talking);
  const { callSid: externalId } = await world.control<{ callSid: string }>("POST", "/calls", {
    from: CALLER,
    to: talking.number,
  });
  const payload = { externalId, from: CALLER, to: talking.number };
  const going = await runJob(world, talking, "settle-call", payload);
  expect({ status: going.status, ...(await going.json()) }).toMatchObject({ status: 200, outcome: "done" });
  const [call] = await world.sql`select ended_at from public.calls where external_id = ${externalId}`;
  expect(call?.ended_at).toBeNull();

  await world.control("POST", `/calls/${externalId}`, { hangup: true });
  await runJob(world, talking, "settle-call", payload);
  const [over] = await world.sql`select ended_at from public.calls where external_id = ${externalId}`;
  expect(over?.ended_at).not.toBeNull();
});
