import { randomUUID } from "node:crypto";
import type { PostgrestClient } from "@supabase/postgrest-js";
import type { TurnRecord } from "../../../functions/domain/calls/take-turn.ts";
import type { DomainEvent } from "../../../functions/platform/events.ts";
import { callStore } from "../../../functions/store/calls.ts";
import { createMerchant } from "../../../functions/store/merchants.ts";
import { messageStore } from "../../../functions/store/messages.ts";
import { numberStore } from "../../../functions/store/numbers.ts";
import { orderStore } from "../../../functions/store/orders.ts";
import { paymentStore } from "../../../functions/store/payments.ts";
import type { TestDatabase } from "../../harness/database.ts";
import type { NewItem } from "./menu.ts";
import { orderEffect } from "./menu.ts";

export type Person = { id: string; db: PostgrestClient };

/** Somebody with a session, without the second that signing up takes. */
export async function person(db: TestDatabase): Promise<Person> {
  const id = randomUUID();
  return { id, db: db.as({ token: await db.signToken({ sub: id }) }) };
}

/** The product's own token for one merchant, as a job or an API key has it. */
export async function machine(db: TestDatabase, merchantId: string): Promise<PostgrestClient> {
  const claims = { merchant_id: merchantId, merchant_role: "admin", actor: "job:test" };
  return db.as({ token: await db.signToken(claims) });
}

/** A merchant with an owner, a member of staff, a live number and an account that takes money. */
export async function openShop(db: TestDatabase, profile: object = {}) {
  const [owner, staff] = await Promise.all([person(db), person(db)]);
  const merchant = await createMerchant(owner.db, { ...PROFILE, ...profile });
  await db.sql`insert into memberships (merchant_id, user_id, role) values (${merchant.id}, ${staff.id}, 'staff')`;
  const number = e164();
  const accountId = `acct_${randomUUID()}`;
  const reserved = await numberStore(owner.db, merchant.id).reserve({ country: "CA" });
  await numberStore(owner.db, merchant.id).settle(reserved.number.id, { number, providerId: "PN1" });
  await paymentStore(owner.db, merchant.id).open(accountId);
  const account = { accountId, chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true };
  const news = { ...account, requirementsDue: [], disabledReason: null };
  await paymentStore(owner.db, merchant.id).recordState(news, new Date());
  const jobs = await machine(db, merchant.id);
  return {
    ...{ id: merchant.id, owner, staff, number, accountId, numberId: reserved.number.id, jobs },
    calls: callStore(jobs, merchant.id),
    orders: orderStore(owner.db, merchant.id),
    payments: paymentStore(jobs, merchant.id),
    messages: messageStore(jobs, merchant.id),
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

export const PROFILE = {
  name: "Chez Test",
  vertical: "restaurant",
  locale: "en",
  timeZone: "America/Toronto",
  currency: "cad",
  country: "CA",
  alertEmail: "staff@example.com",
  taxes: [{ name: "GST", ratePpm: 50_000 }],
};

let phones = 0;
/** A telephone number that nobody else in this test file has. */
export const e164 = () => `+1514${String(2_000_000 + phones++)}`;

/** A call that has rung and was answered. `callSid` is the carrier's id. */
export async function ring(shop: Shop, from: string | null = e164()) {
  const callSid = `CA${randomUUID()}`;
  const started = await shop.calls.start({ callSid, from, to: shop.number, eventId: `${callSid}:voice` });
  return { callSid, from, id: started.call.id };
}

/** What a turn keeps; `effects` is what it leads to. */
export const turnRecord = (turn: number, rest: Partial<TurnRecord> = {}): TurnRecord => ({
  turns: [{ turn, heard: "two poutines", digits: null, confidence: 0.9, said: `answer ${turn}` }],
  reply: { outcome: `reply ${turn}` } as unknown as TurnRecord["reply"],
  dialogue: { v: 1, step: "ordering" } as TurnRecord["dialogue"],
  language: "en",
  effects: [],
  outcome: null,
  summary: null,
  ...rest,
});

/** An order placed in a call's first turn; answers its id and the event that tells of it. */
export async function placeOrder(shop: Shop, items?: NewItem[], from?: string) {
  const call = await ring(shop, from);
  const effects = [orderEffect(items, call.from)];
  const record = turnRecord(1, { effects, summary: "2 × Poutine" });
  const { events } = await shop.calls.turns.record(call.callSid, 1, record);
  const placed = only(events, "order.placed");
  return { id: placed.subjectId, call, placed, totalCents: Number(placed.data.totalCents) };
}

/** The one event of a type. */
export function only(events: readonly DomainEvent[], type: string): DomainEvent {
  const [event, ...more] = events.filter((candidate) => candidate.type === type);
  if (!event || more.length > 0) throw new Error(`Not one ${type} in ${JSON.stringify(types(events))}`);
  return event;
}

export const types = (events: readonly DomainEvent[]): string[] => events.map(({ type }) => type);
