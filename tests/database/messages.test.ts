import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messageView } from "../../functions/domain/messages/contracts.ts";
import type { MessageResult } from "../../functions/domain/messages/deliver.ts";
import type { OutgoingMessage } from "../../functions/domain/messages/types.ts";
import { pageOf } from "../../functions/domain/shared/schemas.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { e164, openShop, placeOrder, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const text = (rest: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...{
    dedupeKey: randomUUID(),
    channel: "sms",
    to: e164(),
    from: shop.number,
    template: "receipt",
    locale: "en",
  },
  ...{ subject: null, body: "Thanks", html: null, orderId: null, callId: null, customerId: null },
  ...rest,
});

async function queued(rest: Partial<OutgoingMessage> = {}) {
  const message = text(rest);
  const [event] = await shop.messages.queue([message]);
  if (!event) throw new Error("not queued");
  return { ...message, id: event.subjectId, event };
}

const soon = (seconds = 30) => new Date(Date.now() + seconds * 1000);
const claim = (id: string, until = soon()) => shop.messages.delivery.claim(id, until);
const record = (id: string, result: MessageResult) => shop.messages.delivery.record(id, result);
const sent = (id: string) => record(id, { status: "sent", provider: "twilio", providerId: `SM${id}` });
const row = async (id: string) =>
  (await shop.messages.list({ limit: 100 })).items.find((one) => one.id === id);
const sms = (from: string, body: string, rest: object = {}) => {
  const sid = `SM${randomUUID()}`;
  return { ...{ sid, from, to: shop.number, body, locale: null, eventId: sid }, ...rest };
};
const stop = (from: string) => shop.messages.receive(sms(from, "STOP"), "stop", null);

let news = 0;
const told = (messageId: string, status: string, rest: object = {}) =>
  shop.messages.applyStatus({
    ...{
      messageId,
      providerId: `SM${messageId}`,
      status,
      errorCode: null,
      error: null,
      eventId: `news:${news++}`,
    },
    ...rest,
  });

describe("queueing", () => {
  test("one effect is one message, however often it is asked for", async () => {
    const message = text();
    expect(types(await shop.messages.queue([message]))).toEqual(["sms.queued"]);
    expect(await shop.messages.queue([message, message])).toEqual([]);
    const mail = text({ channel: "email", to: "a@example.com", from: null, subject: "Hi" });
    const both = await Promise.all([1, 2].map(() => shop.messages.queue([mail])));
    expect(both.flatMap(types)).toEqual(["email.queued"]);
  });

  test("the same key is another message under another merchant", async () => {
    const other = await openShop(db);
    const message = await queued();
    expect(await other.messages.queue([message])).toHaveLength(1);
  });

  test("who said STOP is sent no text, but may get mail; the refusal is kept", async () => {
    const from = e164();
    await stop(from);
    const message = text({ to: from });
    expect(await shop.messages.queue([message])).toEqual([]);
    const [shown] = (await shop.messages.list({ limit: 1 })).items;
    expect(shown).toMatchObject({ status: "suppressed", to: from, error: expect.stringMatching(/STOP/) });
    expect(await shop.messages.queue([text({ to: from, channel: "email" })])).toHaveLength(1);
  });
});

describe("sending", () => {
  test("is one attempt's at a time, until its lease ends", async () => {
    const { id, to, body } = await queued();
    const first = await claim(id);
    expect(first).toMatchObject({
      ...{ outcome: "claimed", uncertainSince: null, knownIds: [] },
      message: { id, to, body, from: shop.number, merchantName: "Chez Test" },
    });
    expect(await claim(id)).toMatchObject({ outcome: "busy" });
    await sent(id);
    expect(await claim(id)).toEqual({ outcome: "settled" });
    expect(await row(id)).toMatchObject({ status: "sent", error: null });
  });

  test("is claimed once of many at once", async () => {
    const { id } = await queued();
    const claims = await Promise.all([1, 2, 3, 4].map(() => claim(id)));
    expect(claims.map(({ outcome }) => outcome).sort()).toEqual(["busy", "busy", "busy", "claimed"]);
  });

  test("after an attempt that died, the next knows since when, and which texts it must not take for this one", async () => {
    const to = e164();
    const twin = await queued({ to });
    await claim(twin.id);
    await sent(twin.id);
    const { id } = await queued({ to });
    await claim(id, soon(-1));
    const next = await claim(id);
    if (next.outcome !== "claimed") throw new Error(next.outcome);
    expect(next.knownIds).toEqual([`SM${twin.id}`]);
    expect(Date.parse(next.uncertainSince ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  test.each([
    ["surely not taken starts clean", "not_sent", true],
    ["perhaps taken is looked up first", "unknown", false],
  ] as const)("an attempt that was %s", async (_what, status, clean) => {
    const { id } = await queued();
    await claim(id);
    await record(id, { status, provider: "twilio", error: "503" });
    expect((await row(id))?.status).toBe("queued");
    const next = await claim(id);
    expect(next.outcome === "claimed" && next.uncertainSince === null).toBe(clean);
  });

  test("refused for good is not tried again", async () => {
    const { id } = await queued();
    await claim(id);
    await record(id, { status: "failed", provider: "twilio", errorCode: "21211", error: "no such number" });
    expect(await row(id)).toMatchObject({ status: "failed", error: "no such number" });
    expect(await claim(id)).toEqual({ outcome: "settled" });
  });

  test.each([
    ["before the first attempt", false],
    ["after an attempt whose fate is not known", true],
  ])("does not happen when STOP came %s", async (_when, tried) => {
    const { id, to } = await queued();
    if (tried) await claim(id, soon(-1));
    await stop(to);
    expect(await claim(id)).toEqual({ outcome: "settled" });
    expect((await row(id))?.status).toBe("suppressed");
    if (tried) expect(await told(id, "delivered")).toBe("processed");
  });

  test("of what is not there is refused", async () => {
    await refused(claim("0192f0c1-0000-7000-8000-000000000009"), "not_found");
    const other = await openShop(db);
    await refused(other.messages.delivery.claim((await queued()).id, soon()), "not_found");
  });
});

describe("news of a text", () => {
  test.each([
    [["sent", "delivered"], "delivered"],
    [["delivered", "sent"], "delivered"],
    [["undelivered", "sent", "delivered"], "undelivered"],
    [["sending", "queued", "sent", "failed"], "failed"],
  ])("%j leaves it %s", async (statuses, last) => {
    const { id } = await queued();
    await claim(id);
    await sent(id);
    for (const status of statuses) await told(id, status);
    expect((await row(id))?.status).toBe(last);
  });

  test("may overtake our own record, which then takes nothing of it away", async () => {
    const { id } = await queued();
    await claim(id);
    const error = "unreachable handset";
    expect(await told(id, "undelivered", { errorCode: "30003", error })).toBe("processed");
    await sent(id);
    expect(await row(id)).toMatchObject({ status: "undelivered", error });
    const late = await queued();
    await claim(late.id);
    await told(late.id, "delivered");
    await record(late.id, { status: "unknown", provider: "twilio", error: "time-out" });
    expect(await row(late.id)).toMatchObject({ status: "delivered", error: null });
    expect(await claim(late.id)).toEqual({ outcome: "settled" });
  });

  test("counts once, and is nobody's when the message is not ours", async () => {
    const { id } = await queued();
    expect(await told(id, "sent", { eventId: "same" })).toBe("processed");
    expect(await told(id, "delivered", { eventId: "same" })).toBe("repeated");
    expect(await told(id, "sent")).toBe("late");
    expect(await told("0192f0c1-0000-7000-8000-000000000009", "sent")).toBe("unknown_message");
  });
});

test("the list is the contract's, by order and by call, in pages", async () => {
  const order = await placeOrder(shop);
  const one = await queued({
    orderId: order.id,
    callId: order.call.id,
    channel: "email",
    to: "a@example.com",
  });
  const ofOrder = await shop.messages.list({ limit: 5, orderId: order.id });
  expect(ofOrder.items.map(({ id }) => id)).toEqual([one.id]);
  expect(await shop.messages.list({ limit: 5, callId: order.call.id })).toEqual(ofOrder);
  const first = await shop.messages.list({ limit: 2 });
  fits(pageOf(messageView), first);
  const second = await shop.messages.list({ limit: 2, cursor: first.nextCursor ?? undefined });
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
});
