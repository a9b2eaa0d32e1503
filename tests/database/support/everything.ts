import { idempotencyStore } from "../../../functions/platform/idempotency.ts";
import { callLog } from "../../../functions/store/calls.ts";
import { catalogueStore } from "../../../functions/store/catalogue.ts";
import { apiKeyStore } from "../../../functions/store/merchants.ts";
import type { TestDatabase } from "../../harness/database.ts";
import { orderEffect } from "./menu.ts";
import { attach, pay } from "./money.ts";
import { only, openShop, placeOrder, ring, turnRecord } from "./shop.ts";

/** A shop with at least one row in every table, and the ids of them. */
export async function fullShop(db: TestDatabase) {
  const shop = await openShop(db);
  const { sql } = db;
  const menu = catalogueStore(shop.owner.db, shop.id);
  const choices = [{ name: "S", translations: {}, aliases: [], priceCents: 0, available: true }];
  const group = await menu.saveGroup(null, { name: "Size", kind: "one", choices });
  const item = await menu.saveItem(null, { name: "Tea", priceCents: 300, groupIds: [group.id] });
  const hash = `hash-${shop.id}`;
  const key = await apiKeyStore(shop.owner.db, shop.id).create({
    name: "Till",
    prefix: "cw",
    hash,
    scopes: ["x"],
  });

  const call = await ring(shop);
  const asked = { kind: "request_callback" as const, phone: call.from };
  await shop.calls.turns.record(
    call.callSid,
    1,
    turnRecord(1, { effects: [asked, orderEffect()], summary: "x" }),
  );
  const recording = { callSid: call.callSid, recordingSid: "RE1", url: null, durationSeconds: 3 };
  await shop.calls.applyRecording({ ...recording, eventId: `${call.callSid}:RE1` });
  const voicemail = (await callLog(shop.jobs, shop.id).voicemails({ limit: 1 })).items[0]?.id;
  const callback = (await callLog(shop.jobs, shop.id).callbacks({ limit: 1 })).items[0]?.id;

  const paid = await placeOrder(shop);
  const { intent } = await pay(shop, paid.id);
  const refund = only(await shop.orders.refund(paid.id, 100, undefined), "refund.requested").data.refundId;
  const unpaid = await placeOrder(shop);
  await attach(shop, unpaid.id);

  const sid = `SM${shop.id}`;
  const text = { sid, from: call.from ?? "", to: shop.number, body: "STOP", locale: null, eventId: sid };
  await shop.messages.receive(text, "stop", null);
  const [queued] = await shop.messages.queue([
    {
      ...{
        dedupeKey: "x",
        channel: "email",
        to: "a@example.com",
        from: null,
        template: "receipt",
        locale: "en",
      },
      ...{ subject: "x", body: "x", html: null, orderId: paid.id, callId: call.id, customerId: null },
    },
  ]);
  await idempotencyStore(shop.owner.db, shop.id).claim("k", "r", "h");
  const [letter] = await sql`insert into dead_letters (merchant_id, job, message_id, url, payload, error)
    values (${shop.id}, 'send-sms', ${`msg-${shop.id}`}, 'https://x', '{}', 'x') returning id`;
  await sql`insert into event_dispatches (event_id, subscriber) select id, 'x' from events where merchant_id = ${shop.id}`;
  await sql`insert into operators (user_id) values (gen_random_uuid())`;
  const ids = {
    item: item.id,
    group: group.id,
    key: key.id,
    voicemail,
    callback,
    refund,
    letter: letter?.id,
    event: queued?.id,
    message: queued?.subjectId,
  };
  return { ...shop, call, paid, unpaid, intent, hash, ids };
}

export type FullShop = Awaited<ReturnType<typeof fullShop>>;
