import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOver, type PhoneCall, ring } from "./story/call.ts";
import { mailsTo, textsTo } from "./story/inboxes.ts";
import { openWorld, tally, type World } from "./story/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** Everything sent because of a call, e.g. `{ "textBack sms": 1 }`. */
async function sentFor(call: PhoneCall): Promise<Record<string, number>> {
  return tally((await world.call(call.sid)).messages);
}

test("an order by keys alone", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  expect(await call.press("*")).toContain("Press 1 for Pizza");
  expect(await call.press("1", "2", "2")).toContain("Press 3 for Large");
  expect(await call.press("3", "1", "0")).toContain("Added: 2 Pepperoni pizzas, Large, Mushrooms");
  expect(await call.press("0")).toMatch(/2 Pepperoni pizzas, Large, Mushrooms\. The total is/);
  await call.press("1");
  expectOver(call);
  await world.settled();
  const [order] = await world.orders(from);
  expect(order).toMatchObject({ status: "awaiting_payment", subtotalCents: 2 * (1_450 + 600 + 150) });
  expect((await textsTo(world.running, from))[0]?.links).toHaveLength(1);
  expect((await world.call(call.sid)).turns.map(({ digits }) => digits).join("")).toBe("*12231001");
});

test("a booking is taken as a call-back request, confirmed by text and told to staff", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  await call.press("2");
  await call.say("Marie-Ève Tremblay");
  expect(await call.say("Tuesday afternoon at half past three")).toMatch(/Tuesday, \w+ \d+ at 3:30 PM/);
  expect(await call.say("yes")).toContain("Thank you, Marie-Ève Tremblay");
  expectOver(call);
  expect(await sentFor(call)).toEqual({
    "callbackConfirmed sms": 1,
    "staffCallback sms": 1,
    "staffCallback email": 1,
  });
  const { outcome, callbacks } = await world.call(call.sid);
  expect(outcome).toBe("callback");
  expect(callbacks).toMatchObject([
    {
      name: "Marie-Ève Tremblay",
      preferred: expect.stringMatching(/^Tuesday, .* at 3:30 PM$/),
      preferredDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      preferredTime: "15:30:00",
      phone: from,
      status: "open",
    },
  ]);
  expect((await textsTo(world.running, from)).map(({ body }) => body)).toEqual([
    expect.stringContaining("will call you back"),
  ]);
  const alerts = await textsTo(world.running, world.staff.phone);
  expect(
    alerts.filter(({ body }) => body.startsWith("Marie-Ève Tremblay asks to be called back")),
  ).toHaveLength(1);
});

test("a booking said in one sentence keeps what was said", async () => {
  const call = await world.ring(world.caller());
  await call.say("I'd like to book an appointment for Friday morning");
  expect(await call.press("1")).toContain("Friday, ");
  await call.press("1");
  expectOver(call);
  await world.settled();
  const { callbacks } = await world.call(call.sid);
  expect(callbacks).toMatchObject([
    {
      name: null,
      preferred: expect.stringMatching(/^Friday, /),
      note: expect.stringContaining("appointment"),
    },
  ]);
});

test("a voicemail is recorded, transcribed, told to staff, and can be listened to", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  expect(await call.press("3")).toContain("leave a message after the tone");
  await call.leave("Hi, it's Sam, do you cater for forty people?");
  const { outcome, voicemails, messages } = await world.voicemailCall(call.sid);
  expect(tally(messages)).toEqual({ "staffVoicemail sms": 1, "staffVoicemail email": 1 });
  expect(outcome).toBe("message");
  expect(voicemails).toMatchObject([
    { ready: true, status: "new", from, transcription: expect.stringContaining("cater for forty people") },
  ]);
  expect(voicemails[0]?.durationSeconds).toBeGreaterThan(0);
  // No text back: what the caller wanted is known.
  expect(await textsTo(world.running, from)).toEqual([]);

  const audio = await fetch(`${world.running.url}/api/telephony/voicemails/${voicemails[0]?.id}/audio`, {
    headers: { Authorization: `Bearer ${world.shop.token}`, "X-Merchant-Id": world.shop.merchantId },
  });
  expect(audio.status).toBe(200);
  expect(audio.headers.get("content-type")).toMatch(/^audio\//);
  expect((await audio.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
});

test("who asks for a person is put through to them", async () => {
  const { transferPhone } = await world.shop.api.get<{ transferPhone: string }>(
    `/api/merchants/${world.shop.merchantId}`,
  );
  await world.running.control("PUT", `/phones/${encodeURIComponent(transferPhone)}`, { dial: "answer" });
  const call = await world.ring(world.caller());
  expect(await call.say("can I talk to a person please")).toContain("putting you through");
  expect(call.last().expects).toBe("conversation");
  await call.say("is my umbrella there?");
  await call.hangUp();
  expect(await sentFor(call)).toEqual({});
  expect(await world.call(call.sid)).toMatchObject({ outcome: "transferred", status: "completed" });
});

test("a person who does not answer is followed by voicemail, and a caller who leaves nothing gets a text", async () => {
  await world.running.control("PUT", `/phones/${encodeURIComponent("+15145550142")}`, { dial: "no-answer" });
  const from = world.caller();
  const call = await world.ring(from);
  expect(await call.press("0")).toMatch(/Nobody can take your call.*leave a message/);
  await call.hangUp();
  expect(await sentFor(call)).toEqual({ "textBack sms": 1 });
  expect(await textsTo(world.running, from)).toHaveLength(1);
});

test("without a telephone to transfer to, a person asked for is voicemail", async () => {
  const { merchantId, api } = world.shop;
  const patch = (transferPhone: string | null) =>
    fetch(`${world.running.url}/api/merchants/${merchantId}`, {
      method: "PATCH",
      headers: { Authorization: `Bearer ${world.shop.token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ transferPhone }),
    });
  expect((await patch(null)).status).toBe(200);
  const call = await world.ring(world.caller());
  expect(call.all()).not.toContain("talk to someone");
  expect(await call.say("give me a human")).toContain("leave a message");
  await call.leave("Please ring me back about the catering.");
  const { messages } = await world.voicemailCall(call.sid);
  expect(tally(messages)).toEqual({ "staffVoicemail sms": 1, "staffVoicemail email": 1 });
  expect((await patch("+15145550142")).status).toBe(200);
  expect(await api.get(`/api/merchants/${merchantId}`)).toMatchObject({ transferPhone: "+15145550142" });
});

test("silence is asked twice, then offered voicemail, then texted: never a loop", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  for (let turns = 0; call.last().expects !== "nothing"; turns++) {
    expect(turns, call.all()).toBeLessThan(5);
    await call.wait();
  }
  expect(call.all()).toMatch(/Sorry, I didn't catch that.*keypad.*leave a message.*We'll send you a text/);
  expectOver(call);
  expect(await sentFor(call)).toEqual({ "textBack sms": 1 });
  expect(await world.call(call.sid)).toMatchObject({ outcome: "abandoned" });
});

test("three misunderstandings in an order lead to the keypad, and from there to voicemail", async () => {
  const call = await world.ring(world.caller());
  await call.press("1");
  await call.say("blargh fnord");
  expect(await call.say("quux")).toContain("press star");
  expect(await call.say("zorp")).toContain("You can order with the keypad");
  expect(call.last().expects).toBe("digits");
  await call.wait();
  await call.wait();
  expect(await call.wait()).toContain("leave a message");
  await call.leave("I only wanted two small margheritas.");
  const { messages } = await world.voicemailCall(call.sid);
  expect(tally(messages)).toEqual({ "staffVoicemail sms": 1, "staffVoicemail email": 1 });
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
  expect(await sentFor(call)).toEqual({ "textBack sms": 1 });
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
  expect(await sentFor(call)).toEqual({});
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

test("each staff alert by mail leads to the page of its call", async () => {
  const mails = await mailsTo(world.running, world.staff.email);
  expect(mails.length).toBeGreaterThan(0);
  for (const { html } of mails) expect(html).toMatch(/href="http:\/\/localhost:\d+\/calls\/[0-9a-f-]{36}"/);
});
