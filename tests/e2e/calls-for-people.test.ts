import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOver } from "./story/call.ts";
import { mailsTo, textsTo } from "./story/inboxes.ts";
import { openWorld, sentFor, tally, type World } from "./story/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test("a booking is taken as a call-back request, confirmed by text and told to staff", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  await call.press("2");
  await call.say("Marie-Ève Tremblay");
  expect(await call.say("Tuesday afternoon at half past three")).toMatch(/Tuesday, \w+ \d+ at 3:30 PM/);
  expect(await call.say("yes")).toContain("Thank you, Marie-Ève Tremblay");
  expectOver(call);
  expect(await sentFor(world, call)).toEqual({
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
  expect(await sentFor(world, call)).toEqual({});
  expect(await world.call(call.sid)).toMatchObject({ outcome: "transferred", status: "completed" });
});

test("a person who does not answer is followed by voicemail, and a caller who leaves nothing gets a text", async () => {
  await world.running.control("PUT", `/phones/${encodeURIComponent("+15145550142")}`, { dial: "no-answer" });
  const from = world.caller();
  const call = await world.ring(from);
  expect(await call.press("0")).toMatch(/Nobody can take your call.*leave a message/);
  await call.hangUp();
  expect(await sentFor(world, call)).toEqual({ "textBack sms": 1 });
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

test("each staff alert by mail leads to the page of its call", async () => {
  const mails = await mailsTo(world.running, world.staff.email);
  expect(mails.length).toBeGreaterThan(0);
  for (const { html } of mails) expect(html).toMatch(/href="http:\/\/localhost:\d+\/calls\/[0-9a-f-]{36}"/);
});
