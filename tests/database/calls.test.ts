import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callDetail, callSummary } from "../../functions/domain/calls/contracts.ts";
import { pageOf } from "../../functions/domain/shared/schemas.ts";
import { serviceDatabase } from "../../functions/platform/service-role.ts";
import { callLog } from "../../functions/store/calls.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { orderEffect } from "./support/menu.ts";
import { e164, only, openShop, ring, type Shop, turnRecord, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const log = () => callLog(shop.owner.db, shop.id);
let news = 0;
const ended = (
  call: { callSid: string; from: string | null },
  status = "completed",
  eventId = `end:${news++}`,
) => shop.calls.applyStatus({ ...call, to: shop.number, status, durationSeconds: 61, eventId });
const take = (callSid: string, turn: number, rest: Parameters<typeof turnRecord>[1] = {}) =>
  shop.calls.turns.record(callSid, turn, turnRecord(turn, rest));
const asked = { kind: "request_callback" as const, phone: "+15145550123", name: "Ann", preferred: "tonight" };

describe("calls that the carrier tells of", () => {
  const service = () => serviceDatabase({ supabase: { url: db.api, ...db.keys } }, "req-1");

  test("are unknown when nobody told us of them and they rang at a live number of ours", async () => {
    const known = await ring(shop);
    const endedAt = new Date().toISOString();
    const told = [
      { externalId: known.callSid, to: shop.number, endedAt },
      { externalId: "CA_lost", to: shop.number, endedAt },
      { externalId: "CA_elsewhere", to: e164(), endedAt },
      { externalId: "CA_before_it_was_ours", to: shop.number, endedAt: "2020-01-01T00:00:00Z" },
    ];
    expect(await service().unknownCalls("twilio", told)).toEqual(["CA_lost"]);
    expect(await service().unknownCalls("twilio", [])).toEqual([]);
  });
});

describe("a call that rings", () => {
  test("is kept once, knows its caller, and tells the page once", async () => {
    const call = await ring(shop);
    const again = await shop.calls.start({ ...call, to: shop.number, eventId: `${call.callSid}:voice` });
    expect(again.call).toMatchObject({ id: call.id, from: call.from, turn: 0, dialogue: null });
    expect(again.merchant).toMatchObject({ name: "Chez Test", canTakePayment: true, currency: "cad" });
    expect(again.merchant.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    const [row] = await db.sql`select phone_number_id, customer_id,
      (select count(*)::int from events where subject_id = ${call.id} and type = 'call.started') as told
      from calls where id = ${call.id}`;
    expect(row).toMatchObject({ phone_number_id: shop.numberId, told: 1 });
    expect(row?.customer_id).not.toBeNull();
  });

  test("without a number is nobody's customer", async () => {
    const call = await ring(shop, null);
    expect((await log().get(call.id)).from).toBeNull();
  });

  test("and has ended before we answered stays ended", async () => {
    const callSid = "CA_quick";
    const from = e164();
    expect((await ended({ callSid, from }, "no-answer")).outcome).toBe("processed");
    const late = await shop.calls.start({ callSid, from, to: shop.number, eventId: "CA_quick:voice" });
    const { status, outcome } = await log().get(late.call.id);
    expect([status, outcome]).toEqual(["no-answer", "missed"]);
  });

  test("is not found under another merchant", async () => {
    const call = await ring(shop);
    const other = await openShop(db);
    await refused(other.calls.start({ ...call, to: other.number, eventId: "x" }), "not_found");
    expect(await other.calls.turns.load(call.callSid, 1)).toBeNull();
    await refused(callLog(other.owner.db, other.id).get(call.id), "not_found");
  });
});

describe("a turn", () => {
  test("is kept with its greeting, its reply and the dialogue's state", async () => {
    const { callSid, id } = await ring(shop);
    const greeting = { turn: 0, heard: null, digits: null, confidence: null, said: "Hello" };
    const record = turnRecord(1);
    await take(callSid, 1, { turns: [greeting, ...record.turns], language: "fr" });
    expect(await shop.calls.turns.load(callSid, 2)).toMatchObject({
      ...{ call: { id, turn: 1, dialogue: record.dialogue }, reply: null },
    });
    const detail = await log().get(id);
    expect(detail.turns.map(({ turn }) => turn)).toEqual([0, 1]);
    expect(detail.transcript).toBe("Callwaiting: Hello\nCaller: two poutines\nCallwaiting: answer 1");
    expect(detail.language).toBe("fr");
  });

  test("that comes again gets the first reply and orders nothing more", async () => {
    const { callSid, id } = await ring(shop);
    const effects = [orderEffect()];
    const first = await take(callSid, 1, { effects, summary: "2 × Poutine" });
    expect(types(first.events)).toEqual(["order.placed"]);
    const other = turnRecord(1, { effects, summary: "x" });
    const reply = { ...other.reply, outcome: "another" };
    const again = await shop.calls.turns.record(callSid, 1, { ...other, reply });
    expect(again).toEqual({ outcome: "repeated", reply: first.reply, events: [] });
    expect((await shop.calls.turns.load(callSid, 1))?.reply).toEqual(first.reply);
    const detail = await log().get(id);
    expect(detail.orders).toHaveLength(1);
    expect(detail.outcome).toBe("ordered");
    fits(callDetail, detail);
  });

  test("delivered twice at once orders once", async () => {
    const { callSid, id } = await ring(shop);
    const effects = [orderEffect()];
    const both = await Promise.all([1, 2, 3].map(() => take(callSid, 1, { effects, summary: "x" })));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["processed", "repeated", "repeated"]);
    expect((await log().get(id)).orders).toHaveLength(1);
  });

  test("the call has moved on from is refused", async () => {
    const { callSid } = await ring(shop);
    await take(callSid, 2);
    await refused(take(callSid, 1), "conflict");
  });

  test("of a call nobody knows is refused", () => refused(take("CA_nobody", 1), "not_found"));

  test("that fails half-way leaves nothing of itself", async () => {
    const { callSid, id } = await ring(shop);
    const bad = { ...orderEffect(), currency: "xyz" };
    await expect(take(callSid, 1, { effects: [asked, bad], summary: "x" })).rejects.toThrow();
    expect(await log().get(id)).toMatchObject({ turns: [], callbacks: [], orders: [], outcome: null });
  });

  test("asks to be called back: kept once per call, the later words added", async () => {
    const { callSid, id } = await ring(shop);
    const first = await take(callSid, 1, { effects: [{ ...asked, phone: null }] });
    expect(only(first.events, "callback.requested").data).toEqual({ callId: id });
    await take(callSid, 2, { effects: [{ kind: "request_callback", phone: asked.phone, note: "leak" }] });
    const detail = await log().get(id);
    const { kind: _, ...words } = asked;
    expect(detail.callbacks).toMatchObject([{ ...words, note: "leak", status: "open" }]);
    expect(detail.outcome).toBe("callback");
    fits(callDetail, detail);
    const [row] = await db.sql`select customer_id from callback_requests where call_id = ${id}`;
    expect(row?.customer_id).not.toBeNull();
  });

  test("a confirmed time of the call back is kept; a later one replaces it, other news leaves it", async () => {
    const { callSid, id } = await ring(shop);
    const at = async (turn: number, told: object) => {
      await take(callSid, turn, { effects: [{ kind: "request_callback", phone: asked.phone, ...told }] });
      const [row] = (await log().get(id)).callbacks;
      return [row?.preferred, row?.preferredDate, row?.preferredTime];
    };
    const friday = { preferred: "Friday at 3 PM", date: "2026-11-27", time: "15:00" };
    expect(await at(1, friday)).toEqual(["Friday at 3 PM", "2026-11-27", "15:00:00"]);
    expect(await at(2, { note: "leak" })).toEqual(["Friday at 3 PM", "2026-11-27", "15:00:00"]);
    expect(await at(3, { preferred: "in the evening" })).toEqual(["in the evening", null, null]);
  });

  test("after an order does not make the call something less", async () => {
    const { callSid, id } = await ring(shop);
    await take(callSid, 1, { effects: [orderEffect()], summary: "x" });
    await take(callSid, 2, { effects: [asked] });
    await take(callSid, 3, { outcome: "abandoned" });
    expect((await log().get(id)).outcome).toBe("ordered");
  });
});

describe("a call that ends", () => {
  test.each([
    ["before a word was said", 0, "missed"],
    ["in the middle", 1, "abandoned"],
  ])("%s is followed by a text, once", async (_when, turns, outcome) => {
    const call = await ring(shop);
    if (turns > 0) await take(call.callSid, 1);
    const { events } = await ended(call);
    expect(only(events, "call.missed")).toMatchObject({ subjectId: call.id, data: { from: call.from } });
    expect(await ended(call)).toEqual({ outcome: "late", events: [] });
    const detail = await log().get(call.id);
    expect(detail).toMatchObject({ status: "completed", outcome, durationSeconds: 61 });
    fits(callDetail, detail);
  });

  test("with an order is not", async () => {
    const call = await ring(shop);
    await take(call.callSid, 1, { effects: [orderEffect()], summary: "x" });
    expect((await ended(call)).events).toEqual([]);
    expect((await log().get(call.id)).outcome).toBe("ordered");
  });

  test("by being put through is not a missed one", async () => {
    const call = await ring(shop);
    await take(call.callSid, 1, { outcome: "transferred" });
    expect((await ended(call)).events).toEqual([]);
  });

  test("counts one piece of news once", async () => {
    const call = await ring(shop);
    await ended(call, "ringing", "same");
    expect(await ended(call, "completed", "same")).toEqual({ outcome: "repeated", events: [] });
    expect((await log().get(call.id)).endedAt).toBeNull();
  });

  test("and was never seen ringing still gets its text", async () => {
    const call = { callSid: "CA_unseen", from: e164() };
    expect(types((await ended(call)).events)).toEqual(["call.missed"]);
  });

  test("and was never seen, without a number, is kept", async () => {
    const call = { callSid: "CA_unseen_anonymous", from: null };
    expect(types((await ended(call, "busy")).events)).toEqual(["call.missed"]);
  });

  test("stays ended when older news comes in", async () => {
    const call = await ring(shop);
    await ended(call);
    expect((await ended(call, "in-progress")).outcome).toBe("late");
    expect((await log().get(call.id)).status).toBe("completed");
  });
});

describe("the list of calls", () => {
  test("is the contract's, newest first, in pages, by outcome", async () => {
    const first = await log().list({ limit: 3 });
    fits(pageOf(callSummary), first);
    expect(first.items).toHaveLength(3);
    const next = await log().list({ limit: 3, cursor: first.nextCursor ?? undefined });
    const ids = [...first.items, ...next.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(6);
    const ordered = await log().list({ limit: 50, outcome: "ordered" });
    expect(new Set(ordered.items.map(({ outcome }) => outcome))).toEqual(new Set(["ordered"]));
    await refused(log().list({ limit: 3, cursor: "nonsense" }), "invalid_request");
  });
});
