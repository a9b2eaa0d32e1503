import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keywordReplies } from "../../functions/domain/messages/keywords.ts";
import type { ReceivedSms } from "../../functions/store/messages.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { e164, only, openShop, ring, type Shop, turnRecord, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const sms = (from: string, body: string, rest: Partial<ReceivedSms> = {}): ReceivedSms => {
  const sid = `SM${randomUUID()}`;
  return { ...{ sid, from, to: shop.number, body, locale: null, eventId: sid }, ...rest };
};
const say = (message: ReceivedSms, action: keyof typeof keywordReplies | null = null) =>
  shop.messages.receive(message, action, action ? keywordReplies[action] : null);
const consents = (phone: string) =>
  db.sql`select n.granted, n.source, c.sms_opted_out_at is not null as out
    from consents n join customers c on c.id = n.customer_id where c.phone = ${phone} order by n.occurred_at`;
const english = (action: keyof typeof keywordReplies) =>
  keywordReplies[action].en.replace("{merchant}", "Chez Test");

test("STOP from somebody never seen is kept, obeyed and answered", async () => {
  const from = e164();
  const { outcome, reply, events } = await say(sms(from, "Stop"), "stop");
  expect([outcome, types(events)]).toEqual(["processed", ["message.consent"]]);
  expect(reply).toBe(english("stop"));
  expect([...(await consents(from))]).toEqual([{ granted: false, source: "sms:Stop", out: true }]);
});

test("START takes it back, and both stay on record", async () => {
  const from = e164();
  await say(sms(from, "STOP"), "stop");
  await say(sms(from, "STOP"), "stop");
  expect((await say(sms(from, "START"), "start")).reply).toBe(english("start"));
  expect((await consents(from)).map(({ granted, out }) => [granted, out])).toEqual([
    [false, false],
    [false, false],
    [true, false],
  ]);
});

test("HELP is answered and changes nothing", async () => {
  const from = e164();
  expect((await say(sms(from, "HELP"), "help")).reply).toBe(english("help"));
  expect(await consents(from)).toHaveLength(0);
});

test("the answer is in the keyword's language, else the customer's, else the merchant's", async () => {
  const { fr, en } = keywordReplies.help;
  const inFrench = fr.replace("{merchant}", "Chez Test");
  expect((await say(sms(e164(), "AIDE", { locale: "fr" }), "help")).reply).toBe(inFrench);
  const call = await ring(shop);
  await db.sql`update customers set locale = 'fr' where phone = ${call.from}`;
  await shop.calls.turns.record(call.callSid, 1, turnRecord(1));
  expect((await say(sms(call.from ?? "", "HELP"), "help")).reply).toBe(inFrench);
  expect((await say(sms(e164(), "HELP"), "help")).reply).toBe(en.replace("{merchant}", "Chez Test"));
});

test("an ordinary text is told to staff, with who and what", async () => {
  const from = e164();
  const { reply, events } = await say(sms(from, "Are you open?"));
  expect(reply).toBeNull();
  const event = only(events, "message.received");
  const context = await shop.messages.context(event.subjectType, event.subjectId);
  expect(context.message).toEqual({ id: event.subjectId, from, body: "Are you open?" });
});

test("a text that comes again is answered alike and kept once", async () => {
  const message = sms(e164(), "STOP");
  const first = await say(message, "stop");
  const again = await say(message, "stop");
  expect(again).toEqual({ outcome: "repeated", reply: first.reply, events: [] });
  expect(await consents(message.from)).toHaveLength(1);
  const both = sms(e164(), "hello");
  const answers = await Promise.all([say(both), say(both), say(both)]);
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["processed", "repeated", "repeated"]);
});

test("a text from a short code or a name is kept, though it is nobody's customer", async () => {
  for (const from of ["12345", "BANK"]) {
    const { events } = await say(sms(from, "Your code is 1234"));
    expect(types(events)).toEqual(["message.received"]);
    expect((await say(sms(from, "STOP"), "stop")).outcome).toBe("processed");
  }
});

test("the last word on consent counts by when it was said, in whatever order it is brought", async () => {
  const from = e164();
  const said = (body: string, at: string) => sms(from, body, { at });
  const state = async () => (await consents(from)).at(-1)?.out;
  await say(said("STOP", "2026-01-01T10:00:00.000Z"), "stop");
  await say(said("START", "2026-01-01T12:00:00.000Z"), "start");
  expect(await state()).toBe(false);
  await say(said("STOP", "2026-01-01T11:00:00.000Z"), "stop");
  expect(await state()).toBe(false);
  await say(said("STOP", "2026-01-01T13:00:00.000Z"), "stop");
  await say(said("START", "2026-01-01T12:30:00.000Z"), "start");
  expect(await state()).toBe(true);
  expect((await consents(from)).map(({ granted }) => granted)).toEqual([false, false, true, true, false]);
});
