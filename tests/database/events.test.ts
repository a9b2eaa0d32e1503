import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DomainEvent } from "../../functions/platform/events.ts";
import { serviceDatabase } from "../../functions/platform/service-role.ts";
import { eventLog } from "../../functions/store/operations.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { eventually } from "../harness/product.ts";
import { openTransaction } from "./support/sessions.ts";
import { openShop, ring, type Shop } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const service = () => serviceDatabase({ supabase: { url: db.api, ...db.keys } }, "req-1");
const log = () => eventLog(shop.owner.db, shop.id);

async function emit(type: string, subject = shop.id, merchant = shop.id): Promise<void> {
  await db.sql`select private.emit_event(${merchant}, ${type}, 'merchant', ${subject}, '{}')`;
}

/** Events become readable once nothing older is open in the whole server, other tests' databases included. */
const settled = (seq: number, count: number) =>
  eventually(async () => {
    const events = await log().after(seq, 200);
    return events.length >= count && events;
  }, `${count} events`);

describe("the live stream", () => {
  test("never passes over an event whose transaction is slower", async () => {
    const start = await log().latestSeq();
    const slow = await openTransaction(db, {});
    await slow.tx`select private.emit_event(${shop.id}, 'slow', 'merchant', ${shop.id}, '{}')`;
    await emit("fast");
    const early = await log().after(start, 200);
    expect(early.map(({ type }) => type)).not.toContain("fast");
    await slow.commit();
    const events = await settled(start, 2);
    expect(events.map(({ type }) => type).slice(-2)).toEqual(["slow", "fast"]);
  });

  test("resumes after any event, in order, in bits of a size", async () => {
    const start = await log().latestSeq();
    for (const type of ["one", "two", "three"]) await emit(type);
    const all = await settled(start, 3);
    const [first] = await log().after(start, 1);
    expect(first).toEqual(all[0]);
    expect((await log().after(first?.seq ?? 0, 200)).map(({ type }) => type)).toEqual(["two", "three"]);
    expect(await log().latestSeq()).toBe(all.at(-1)?.seq);
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).sort((a, b) => a - b));
  });

  test("tells one merchant's events only, and who asked for them", async () => {
    const other = await openShop(db);
    const start = await log().latestSeq();
    await emit("theirs", other.id, other.id);
    const { jobs } = shop;
    await jobs.rpc("start_call", {
      ...{ p_merchant: shop.id, p_external_id: "CA1", p_from: null, p_to: shop.number, p_event_id: "e1" },
    });
    const [event, ...more] = await settled(start, 1);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: "call.started", merchantId: shop.id, requestId: "test-request" });
    expect(event?.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe("dispatching", () => {
  beforeEach(async () => {
    await db.sql`update events set dispatched_at = now()`;
  });
  const ids = (events: DomainEvent[]) => events.map(({ id }) => id).sort();
  const pending = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => emit(`pending.${i}`)));

  test("what was left behind is claimed once while its lease holds, and again when it lapsed", async () => {
    await pending(3);
    const claimed = await service().claimUndispatched(10, 0);
    expect(claimed.map(({ type }) => type).sort()).toEqual(["pending.0", "pending.1", "pending.2"]);
    expect(await service().claimUndispatched(10, 0)).toEqual([]);
    await db.sql`update events set claimed_until = now() - interval '1 second' where dispatched_at is null`;
    expect(ids(await service().claimUndispatched(10, 0))).toEqual(ids(claimed));
  });

  test("two relays at once share the work without an event in common", async () => {
    await pending(10);
    const claims = await Promise.all([1, 2, 3].map(() => service().claimUndispatched(5, 0)));
    const all = claims.flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
  });

  test("what is younger than asked for, or only announced, is left alone", async () => {
    await pending(1);
    await ring(shop);
    expect(await service().claimUndispatched(10, 30)).toEqual([]);
    expect((await service().claimUndispatched(10, 0)).map(({ type }) => type)).toEqual(["pending.0"]);
  });

  test("an event is finished once all who listen have it; telling so twice changes nothing", async () => {
    await pending(2);
    const [first, second] = await service().claimUndispatched(10, 0);
    if (!first || !second) throw new Error("nothing claimed");
    const dispatches = [
      { eventId: first.id, subscriber: "send-sms", messageId: "msg_1" },
      { eventId: second.id, subscriber: "send-sms", messageId: "msg_2" },
    ];
    await service().recordDispatches(dispatches, [first.id]);
    await service().recordDispatches(dispatches, [first.id]);
    const rows = await db.sql`select message_id from event_dispatches order by message_id`;
    expect(rows.map((row) => row.message_id)).toEqual(["msg_1", "msg_2"]);
    await db.sql`update events set claimed_until = null where dispatched_at is null`;
    expect(ids(await service().claimUndispatched(10, 0))).toEqual([second.id]);
  });

  test("the request and the relay may tell of the same events at once, in any order", async () => {
    await pending(40);
    const events = await service().claimUndispatched(50, 0);
    const told = events.map(({ id }) => ({ eventId: id, subscriber: "job", messageId: id }));
    const both = [told, [...told].reverse(), told, [...told].reverse()].map((dispatches) =>
      service().recordDispatches(
        dispatches,
        dispatches.map(({ eventId }) => eventId),
      ),
    );
    await Promise.all(both);
    const [row] = await db.sql`select count(*)::int as n from events where dispatched_at is null`;
    expect(row?.n).toBe(0);
  });
});

describe("the inbox", () => {
  test("takes a provider's event once", async () => {
    const entry = {
      provider: "stripe",
      eventId: "evt_1",
      kind: "x",
      merchantId: null,
      outcome: "unknown_account",
    };
    const answers = await Promise.all([1, 2, 3].map(() => service().recordInbox(entry)));
    expect(answers.sort()).toEqual([false, false, true]);
    expect(await service().recordInbox({ ...entry, provider: "twilio" })).toBe(true);
  });
});
