import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { uuidv7 } from "../../functions/platform/ids.ts";
import { aMessage, CALLER } from "../harness/suites/samples.ts";
import { buyNumber, openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { fromTwilio, runJob } from "./support/deliver.ts";
import { useUp } from "./support/limits.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  shop = await openShop(world);
});
afterAll(() => world?.close());

const sid = (kind: string) => `${kind}${uuidv7().replaceAll("-", "")}`;

async function text(body: string, more: Record<string, string> = {}): Promise<string> {
  const answered = await fromTwilio(world, "sms", {
    ...{ MessageSid: sid("SM"), From: CALLER, To: shop.number, Body: body, NumMedia: "0" },
    ...more,
  });
  expect(answered.status).toBe(200);
  return /<Message>(.*)<\/Message>/s.exec(answered.text)?.[1] ?? "";
}

const optedOut = async () => {
  const [row] = await world.sql<
    { out: boolean }[]
  >`select sms_opted_out_at is not null as out from public.customers
    where merchant_id = ${shop.id} and phone = ${CALLER}`;
  return row?.out ?? false;
};
const statusOf = async (id: string) => {
  const [row] = await world.sql<{ status: string; error: string | null; provider_id: string | null }[]>`
    select status, error, provider_id from public.messages where id = ${id}`;
  return row;
};

test.each([
  ["STOP", "en", "you will get no more texts from us"],
  ["stop.", "en", "you will get no more texts from us"],
  ["Unsubscribe", "en", "you will get no more texts from us"],
  ["ARRET", "fr", "vous ne recevrez plus de textos"],
  ["Arrêt !", "fr", "vous ne recevrez plus de textos"],
])("%s opts out, and is answered once in its own language (%s)", async (word, _, sentence) => {
  const answer = await text(word);
  expect(answer).toContain(shop.name);
  expect(answer).toContain(sentence);
  expect(await optedOut()).toBe(true);
  const { id } = await aMessage(world, shop);
  expect((await runJob(world, shop, "send-sms", { messageId: id })).status).toBe(200);
  expect(await statusOf(id)).toMatchObject({ status: "suppressed" });
  expect(world.taken("twilio", "POST", "/Messages.json").filter(({ body }) => body.includes(id))).toEqual([]);

  const [consent] = await world.sql<{ granted: boolean; source: string }[]>`
    select granted, source from public.consents where merchant_id = ${shop.id}`;
  expect(consent).toEqual({ granted: false, source: `sms:${word}` });
});

test.each([
  ["HELP", "call this number to order"],
  ["AIDE", "appelez ce numéro"],
])("%s is answered and opts nobody out", async (word, sentence) => {
  expect(await text(word)).toContain(sentence);
  expect(await optedOut()).toBe(false);
});

test("START and DEBUT undo STOP", async () => {
  for (const [word, sentence] of [
    ["START", "you will get our texts again"],
    ["DEBUT", "vous recevrez de nouveau"],
  ] as const) {
    await text("STOP");
    expect(await text(word)).toContain(sentence);
    expect(await optedOut()).toBe(false);
  }
});

test("STOP alone is answered in the merchant's language, for it is no word of either", async () => {
  shop = await openShop(world, "fr");
  expect(await text("STOP")).toContain("vous ne recevrez plus");
});

test("a keyword that the carrier has answered itself is obeyed in silence", async () => {
  expect(await text("STOP", { OptOutType: "STOP" })).toBe("");
  expect(await optedOut()).toBe(true);
});

test("a sentence that contains the word is an ordinary text, told to staff", async () => {
  expect(await text("I can't stop by today, keep it for tomorrow")).toBe("");
  expect(await optedOut()).toBe(false);
  const [event] = await world.sql<{ type: string }[]>`
    select type from public.events where merchant_id = ${shop.id} order by seq desc limit 1`;
  expect(event?.type).toBe("message.received");
});

test("when the shop has more texts than is plausible they are shed, but never a STOP", async () => {
  await useUp(shop.number);
  expect(await text("hello")).toBe("");
  const [row] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from public.messages where merchant_id = ${shop.id}`;
  expect(row?.count).toBe(0);
  await text("STOP");
  expect(await optedOut()).toBe(true);
});

const progress = (id: string, MessageSid: string, MessageStatus: string, more: Record<string, string> = {}) =>
  fromTwilio(world, `message-status?m=${shop.id}&id=${id}`, {
    MessageSid,
    MessageStatus,
    To: CALLER,
    ...more,
  });

test("delivery news in any order ends at the furthest: delivered stays delivered", async () => {
  const { id } = await aMessage(world, shop);
  const message = sid("SM");
  const outcomes = [];
  for (const status of ["delivered", "sent", "queued", "sending"]) {
    outcomes.push(JSON.parse((await progress(id, message, status)).text).outcome as string);
  }
  expect(outcomes).toEqual(["processed", "late", "late", "late"]);
  expect(await statusOf(id)).toMatchObject({ status: "delivered", error: null, provider_id: message });
});

test("news that overtakes our own record of sending is not undone by it", async () => {
  await buyNumber(world, shop);
  const { id } = await aMessage(world, shop);
  await runJob(world, shop, "send-sms", { messageId: id });
  const provider = (await statusOf(id))?.provider_id ?? "";
  await progress(id, provider, "undelivered", { ErrorCode: "30003" });
  expect(await statusOf(id)).toMatchObject({ status: "undelivered" });
  expect((await statusOf(id))?.error).toMatch(/\w{3}/);
  await progress(id, provider, "sent");
  expect(await statusOf(id)).toMatchObject({ status: "undelivered" });
});
