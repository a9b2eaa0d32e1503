import { findLostCalls, settleCall } from "../../../functions/domain/calls/jobs.ts";
import {
  composeMessagesJob,
  receiveSms,
  sendEmail,
  sendSms,
} from "../../../functions/domain/messages/jobs.ts";
import { allocateNumberJob } from "../../../functions/domain/numbers/jobs.ts";
import * as operations from "../../../functions/domain/operations/jobs.ts";
import * as orders from "../../../functions/domain/orders/jobs.ts";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import type { JobCase } from "../../harness/suites/job.ts";
import * as some from "../../harness/suites/samples.ts";
import { buyNumber, connectStripe, type Shop } from "../../harness/suites/shop.ts";
import type { World } from "../../harness/suites/world.ts";
import { aLostCall, anOpenCheckout, aPaidOrder, aPendingNumber } from "../support/providers.ts";

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64");

/** Once per shop: a number the carrier knows. */
async function withNumber(world: World, shop: Shop): Promise<void> {
  if (shop.number.startsWith("+1438556")) await buyNumber(world, shop);
}
/** Once per shop: an account that can take money. */
async function withStripe(world: World, shop: Shop): Promise<void> {
  if (shop.account.startsWith("acct_test")) await connectStripe(world, shop);
}

const messages: JobCase[] = [
  {
    spec: composeMessagesJob,
    async arrange(shop, world) {
      const { id } = await some.anOrder(world, shop, "paid");
      await some.anEvent(world, shop, { type: "order.paid", subjectId: id });
      return { type: "order.paid", subjectType: "order", subjectId: id, data: {} };
    },
  },
  {
    spec: sendSms,
    async arrange(shop, world) {
      await withNumber(world, shop);
      return { messageId: (await some.aMessage(world, shop)).id };
    },
    provider: {
      name: "twilio",
      path: "/Messages",
      refused: 200,
      effect: { method: "POST", path: "/Messages.json" },
    },
  },
  {
    spec: sendEmail,
    arrange: async (shop, world) => ({ messageId: (await some.aMessage(world, shop, "email")).id }),
    provider: {
      ...{ name: "smtp", path: "@", refused: 200, no: 550, later: 451, cannotTell: true },
      effect: { method: "DATA", path: "@" },
    },
  },
  {
    spec: receiveSms,
    arrange: (shop) => ({
      ...{ sid: `SM${uuidv7().replaceAll("-", "")}`, from: some.CALLER, to: shop.number, body: "STOP" },
      ...{
        action: "stop",
        locale: null,
        at: new Date().toISOString(),
        answered: "You will get no more texts.",
      },
    }),
  },
];

const numbers: JobCase[] = [
  {
    spec: allocateNumberJob,
    arrange: async (shop, world) => ({ numberId: await aPendingNumber(world, shop) }),
    provider: {
      ...{ name: "twilio", path: "/IncomingPhoneNumbers", refused: 489 },
      effect: { method: "POST", path: "/IncomingPhoneNumbers.json" },
    },
  },
  {
    spec: settleCall,
    async arrange(shop, world) {
      const { sid } = await some.aCall(world, shop);
      return { externalId: sid, from: some.CALLER, to: shop.number };
    },
    provider: { name: "twilio", path: "/Calls/", refused: 489 },
  },
  {
    spec: findLostCalls,
    async arrange(shop, world) {
      await withNumber(world, shop);
      await aLostCall(world, shop);
      return { endedSecondsAgo: 0 };
    },
    provider: { name: "twilio", path: "/Calls.json", refused: 489 },
    anyPayload: true,
  },
];

const money: JobCase[] = [
  {
    spec: orders.createCheckout,
    async arrange(shop, world) {
      await withStripe(world, shop);
      const { id } = await some.anOrder(world, shop);
      await world.sql`delete from public.payments where order_id = ${id}`;
      return { orderId: id, attempt: 1, requestedAt: new Date().toISOString() };
    },
    provider: {
      ...{ name: "stripe", path: "/checkout/sessions", refused: 489 },
      effect: { method: "POST", path: "/checkout/sessions" },
    },
  },
  {
    spec: orders.expireCheckout,
    async arrange(shop, world) {
      await withStripe(world, shop);
      return { orderId: await anOpenCheckout(world, shop) };
    },
    provider: { name: "stripe", path: "/expire", refused: 489 },
  },
  {
    spec: orders.reconcileCheckout,
    async arrange(shop, world) {
      await withStripe(world, shop);
      return { orderId: await anOpenCheckout(world, shop) };
    },
    provider: { name: "stripe", path: "/checkout/sessions/", refused: 489 },
  },
  {
    spec: orders.refundPayment,
    async arrange(shop, world) {
      await withStripe(world, shop);
      return { refundId: (await some.aRefund(world, shop, await aPaidOrder(world, shop))).id };
    },
    provider: {
      name: "stripe",
      path: "/refunds",
      refused: 200,
      effect: { method: "POST", path: "/refunds" },
    },
  },
];

const installation: JobCase[] = [
  {
    spec: operations.relay,
    arrange: (shop, world) => some.anEvent(world, shop, { dispatched: false, ageSeconds: 60 }),
    anyPayload: true,
  },
  {
    spec: operations.sweep,
    async arrange(shop, world) {
      const { id } = await some.anOrder(world, shop);
      await world.sql`update public.orders set expires_at = now() - interval '5 minutes' where id = ${id}`;
      return {};
    },
    anyPayload: true,
  },
  {
    spec: operations.deadLetter,
    arrange: (shop) => ({
      ...{ status: 503, retried: 5, sourceMessageId: `msg_${uuidv7()}`, dlqId: `dlq-${uuidv7()}` },
      url: "https://shop.example/api/jobs/send-sms",
      body: base64({ outcome: "retry", reason: "twilio answered 503" }),
      sourceBody: base64({
        messageId: uuidv7(),
        merchantId: shop.id,
        requestId: "request-one",
        eventId: null,
      }),
    }),
  },
];

/** One for each job. */
export const jobCases = [...messages, ...numbers, ...money, ...installation];
