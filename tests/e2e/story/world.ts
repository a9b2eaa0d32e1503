import type { CallDetail } from "../../../functions/domain/calls/contracts.ts";
import type { OrderDetail } from "../../../functions/domain/orders/contracts.ts";
import { pizzeria } from "../../../scripts/demo/pizzeria.ts";
import type { DemoShop } from "../../../scripts/demo/types.ts";
import {
  eventually,
  startTestProduct,
  type TestProduct,
  type TestProductOptions,
} from "../../harness/product.ts";
import { openTestShop, type TestShop } from "../../harness/shop.ts";
import { type PhoneCall, ring } from "./call.ts";
import { settled } from "./settled.ts";

/** The product with its sandbox, and one shop that is live in it. */
export type World = {
  running: TestProduct;
  shop: TestShop;
  /** Where staff are told; `shop` names them when it is made. */
  staff: { phone: string; email: string };
  /** A telephone nobody has used before. */
  caller(): string;
  /** Rings the shop. */
  ring(from: string, options?: { failing?: boolean }): Promise<PhoneCall>;
  settled(timeoutMs?: number): Promise<void>;
  /** What the API tells of this caller's orders, newest first. A session may ask 100 times a minute: settle first. */
  orders(from: string): Promise<OrderDetail[]>;
  /** What the API tells of a call, once it has ended and everything it led to is settled. */
  call(sid: string): Promise<CallDetail>;
  /** As `call`, when the carrier has brought the voicemail's audio and words too. */
  voicemailCall(sid: string): Promise<CallDetail>;
  pay(link: string, outcome?: Outcome): Promise<void>;
  close(): Promise<void>;
};

export type Outcome = "pay" | "decline" | "delay" | "delay-fail" | "settle" | "settle-fail" | "expire";

/** Providers' hours in seconds: QStash's first retry (12 s) comes after 0.4 s, a payment page expires in minutes. */
const TIME_SCALE = 30;

export async function openWorld(shop: DemoShop = pizzeria, options: TestProductOptions = {}): Promise<World> {
  const running = await startTestProduct({ timeScale: TIME_SCALE, ...options });
  try {
    return worldOf(running, shop, await openTestShop(running, shop));
  } catch (error) {
    await running.close();
    throw error;
  }
}

/** A shop in a product that runs already: the second in a file, or the first in one started in another way. */
export const anotherShop = async (running: TestProduct, shop: DemoShop): Promise<World> =>
  worldOf(running, shop, await openTestShop(running, shop));

/** The same shop, in the same product started anew. */
export const reopened = ({ shop }: World, running: TestProduct, { merchant }: DemoShop = pizzeria): World =>
  worldOf(running, { ...pizzeria, merchant }, shop);

function worldOf(running: TestProduct, { merchant }: DemoShop, shop: TestShop): World {
  const { control, sql } = running;
  const settledCall = async (sid: string, condition: string): Promise<CallDetail> => {
    const [row] = await eventually(async () => {
      const rows = await sql<{ id: string }[]>`
          select c.id from calls c left join voicemails v on v.call_id = c.id
          where c.external_id = ${sid} and c.ended_at is not null and (${sql.unsafe(condition)})`;
      return rows.length > 0 && rows;
    }, `the end of call ${sid} (${condition})`);
    await settled(running);
    return shop.api.get<CallDetail>(`/api/telephony/call-logs/${row?.id}`);
  };
  return {
    ...{ running, shop, caller: newCaller },
    staff: { phone: merchant.alertPhone ?? "", email: merchant.alertEmail ?? "" },
    ring: (from, options) => ring(running, from, shop.number, options),
    settled: (timeoutMs) => settled(running, timeoutMs),
    async orders(from) {
      const rows = await sql<{ id: string }[]>`
        select id from orders where merchant_id = ${shop.merchantId} and customer_phone = ${from} order by number desc`;
      return Promise.all(rows.map(({ id }) => shop.api.get<OrderDetail>(`/api/orders/${id}`)));
    },
    call: (sid) => settledCall(sid, "true"),
    voicemailCall: (sid) => settledCall(sid, "v.ready and v.transcription is not null"),
    pay: async (link, outcome = "pay") =>
      void (await control("POST", `/checkout/${encodeURIComponent(link)}`, {
        outcome,
        email: "guest@example.com",
      })),
    close: running.close,
  };
}

let callers = 0;

/** 555-01xx belongs to nobody, in whatever area. */
function newCaller(): string {
  const areas = ["438", "450", "579", "613", "819", "873"];
  const at = callers++;
  return `+1${areas[Math.floor(at / 100) % areas.length]}55501${String(at % 100).padStart(2, "0")}`;
}

/** How often each kind of message went out, e.g. `{ "receipt sms": 1 }`. */
export function tally(
  messages: readonly { template: string | null; channel: string }[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { template, channel } of messages) {
    const kind = `${template} ${channel}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Everything sent because of a call, e.g. `{ "textBack sms": 1 }`. */
export const sentFor = async (world: World, call: PhoneCall): Promise<Record<string, number>> =>
  tally((await world.call(call.sid)).messages);
