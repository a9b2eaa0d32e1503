import { uuidv7 } from "../../../functions/platform/ids.ts";
import type { Shop } from "./shop.ts";
import type { World } from "./world.ts";

/** Rows that requests are about, written straight into the database. Each answers the ids it made. */

export const CALLER = "+15145550199";

let numbers = 0;
const next = () => {
  numbers += 1;
  return numbers;
};
let born = 0;
/** Ids that sort by birth, as the database's do: no two within one millisecond. */
function newId(): string {
  born = Math.max(born + 1, Date.now());
  return uuidv7(born);
}

export const callSid = () => `CA${newId().replaceAll("-", "")}`;

type Order = {
  id: string;
  sessionId: string;
  paymentId: string;
  paymentIntentId: string;
  totalCents: number;
};

/** An order of 11.50 CAD with its payment page; `paid` and later have a succeeded payment. */
export async function anOrder({ sql }: World, shop: Shop, status = "awaiting_payment"): Promise<Order> {
  const [id, paymentId] = [newId(), newId()];
  const number = next();
  const sessionId = `cs_test_${paymentId.replaceAll("-", "")}`;
  const paymentIntentId = `pi_${paymentId.replaceAll("-", "")}`;
  const paid = status === "paid" || status === "fulfilled";
  await sql.begin(async (tx) => {
    await tx`insert into public.orders (id, merchant_id, number, placed_key, customer_phone, locale, status, currency,
        subtotal_cents, tax_cents, total_cents, taxes, summary, expires_at, paid_at)
      values (${id}, ${shop.id}, ${number}, ${id}, ${CALLER}, 'en', ${status}, 'cad', 1000, 150, 1150,
        '[{"name": "GST", "ratePpm": 150000, "amountCents": 150}]', '2 × Poutine', now() + interval '1 hour',
        ${paid ? new Date() : null})`;
    await tx`insert into public.order_lines (merchant_id, order_id, position, name, quantity, unit_price_cents, total_cents, options)
      values (${shop.id}, ${id}, 1, 'Poutine', 2, 500, 1000,
        '[{"group": "g", "choice": "c", "amount": "extra", "quantity": 1, "name": "Sauce", "groupName": "Extras", "priceCents": 0}]')`;
    await tx`insert into public.payments (id, merchant_id, order_id, attempt, account_id, session_id, payment_intent_id,
        url, status, pays_order, amount_cents, currency, expires_at)
      values (${paymentId}, ${shop.id}, ${id}, 1, ${shop.account}, ${sessionId}, ${paid ? paymentIntentId : null},
        'https://pay.example/1', ${paid ? "succeeded" : "open"}, ${paid}, 1150, 'cad', now() + interval '1 hour')`;
  });
  return { id, sessionId, paymentId, paymentIntentId, totalCents: 1150 };
}

/** A call in progress that has not had a turn yet, unless `turn` says so. */
export async function aCall({ sql }: World, shop: Shop, turn = 0): Promise<{ id: string; sid: string }> {
  const sid = callSid();
  const id = newId();
  await sql`insert into public.calls (id, merchant_id, external_id, from_number, to_number, status, turn)
    values (${id}, ${shop.id}, ${sid}, ${CALLER}, ${shop.number}, 'in-progress', ${turn})`;
  if (turn > 0) {
    await sql`insert into public.call_turns (merchant_id, call_id, turn, heard, said, reply)
      values (${shop.id}, ${id}, ${turn}, 'two poutines', 'Anything else?', '{}')`;
  }
  return { id, sid };
}

export async function aVoicemail(
  world: World,
  shop: Shop,
  recordingId = "RE1",
): Promise<{ id: string; call: string }> {
  const [id, call] = [newId(), await aCall(world, shop, 1)];
  await world.sql`insert into public.voicemails (id, merchant_id, call_id, recording_id, duration_seconds, ready)
    values (${id}, ${shop.id}, ${call.id}, ${recordingId}, 12, true)`;
  return { id, call: call.id };
}

export async function aCallback(world: World, shop: Shop): Promise<{ id: string }> {
  const [id, call] = [newId(), await aCall(world, shop, 1)];
  await world.sql`insert into public.callback_requests (id, merchant_id, call_id, phone, name, preferred)
    values (${id}, ${shop.id}, ${call.id}, ${CALLER}, 'Ann', 'after five')`;
  return { id };
}

/** A message waiting to be sent. */
export async function aMessage(
  { sql }: World,
  shop: Shop,
  channel: "sms" | "email" = "sms",
  to = channel === "sms" ? CALLER : "ann@client.example",
): Promise<{ id: string; body: string }> {
  const id = newId();
  const body = `Hello from ${shop.name} ${id}`;
  await sql`insert into public.messages (id, merchant_id, dedupe_key, direction, channel, to_address, from_address,
      template, locale, subject, body, html, status)
    values (${id}, ${shop.id}, ${id}, 'outbound', ${channel}, ${to}, ${channel === "sms" ? shop.number : null},
      'textBack', 'en', ${channel === "sms" ? null : "Hello"}, ${body}, ${channel === "sms" ? null : `<p>${body}</p>`}, 'queued')`;
  return { id, body };
}

export async function anItem({ sql }: World, shop: Shop): Promise<{ id: string }> {
  const id = newId();
  await sql`insert into public.catalog_items (id, merchant_id, name, price_cents, category, position)
    values (${id}, ${shop.id}, 'Poutine', 950, 'Classics', 1)`;
  return { id };
}

export async function aGroup({ sql }: World, shop: Shop): Promise<{ id: string; choice: string }> {
  const [id, choice] = [newId(), newId()];
  await sql`insert into public.option_groups (id, merchant_id, name, kind) values (${id}, ${shop.id}, 'Size', 'one')`;
  await sql`insert into public.option_choices (id, merchant_id, group_id, name) values (${choice}, ${shop.id}, ${id}, 'Large')`;
  return { id, choice };
}

export async function aRefund({ sql }: World, shop: Shop, order: Order): Promise<{ id: string }> {
  const id = newId();
  await sql`insert into public.refunds (id, merchant_id, order_id, payment_id, amount_cents, requested_by)
    values (${id}, ${shop.id}, ${order.id}, ${order.paymentId}, ${order.totalCents}, 'user:test')`;
  return { id };
}

export async function aDeadLetter(
  { sql }: World,
  shop: Shop,
  job: string,
  payload: Record<string, unknown>,
): Promise<{ id: string }> {
  const id = newId();
  const whole = { merchantId: shop.id, requestId: `request-${id}`, eventId: null, ...payload };
  await sql`insert into public.dead_letters (id, merchant_id, job, message_id, url, payload, http_status, error, attempts)
    values (${id}, ${shop.id}, ${job}, ${`msg_${id}`}, ${`http://localhost/api/jobs/${job}`}, ${sql.json(whole as never)},
      503, 'twilio answered 503', 6)`;
  return { id };
}

/** Something that happened, in the outbox; dispatched unless said otherwise. */
export async function anEvent(
  { sql }: World,
  shop: Shop,
  { type = "call.started", subjectId = newId(), data = {}, dispatched = true, ageSeconds = 0 } = {},
): Promise<{ id: string; seq: number }> {
  const id = newId();
  const [row] = await sql<{ seq: string }[]>`
    insert into public.events (id, merchant_id, type, subject_type, subject_id, data, occurred_at, dispatched_at)
    values (${id}, ${shop.id}, ${type}, ${type.split(".")[0] ?? ""}, ${subjectId}, ${sql.json(data as never)},
      now() - make_interval(secs => ${ageSeconds}), ${dispatched ? new Date() : null})
    returning seq`;
  return { id, seq: Number(row?.seq) };
}
