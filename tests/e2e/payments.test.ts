import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../harness/product.ts";
import { mailsTo, paymentLink, textsTo } from "./story/inboxes.ts";
import { decide, GARLIC_BREAD, onlyOrder, orderGarlicBread } from "./story/order.ts";
import { deliver } from "./story/stripe-event.ts";
import { openWorld, tally, type World } from "./story/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const ONCE_PAID = {
  "paymentLink sms": 1,
  "receipt sms": 1,
  "receipt email": 1,
  "staffPaid sms": 1,
  "staffPaid email": 1,
};

/** Somebody who has ordered and got the link. */
async function customer(): Promise<{ from: string; link: string }> {
  const from = world.caller();
  await orderGarlicBread(world, from);
  return { from, link: await paymentLink(world.running, from) };
}

async function paid(): Promise<{ from: string; link: string }> {
  const one = await customer();
  await world.pay(one.link);
  return one;
}

test("a declined card can be tried again on the same page", async () => {
  const { from, link } = await customer();
  await world.pay(link, "decline");
  expect(await onlyOrder(world, from)).toMatchObject({ status: "awaiting_payment" });
  await world.pay(link);
  const order = await onlyOrder(world, from);
  expect(order).toMatchObject({ status: "paid", ...GARLIC_BREAD });
  expect(tally(order.messages)).toEqual(ONCE_PAID);
});

test("a payment that takes its time is shown as such, and counts when it has cleared", async () => {
  const { from, link } = await customer();
  await world.pay(link, "delay");
  const waiting = await onlyOrder(world, from);
  expect(waiting).toMatchObject({ status: "awaiting_payment", payments: [{ status: "processing" }] });
  await world.pay(link, "settle");
  const order = await onlyOrder(world, from);
  expect(order).toMatchObject({ status: "paid", payments: [{ status: "succeeded" }] });
  expect(tally(order.messages)).toEqual(ONCE_PAID);
});

test("a payment that bounces in the end brings a new link, which can be paid", async () => {
  const { from, link } = await customer();
  await world.pay(link, "delay-fail");
  await world.pay(link, "settle-fail");
  const second = await paymentLink(world.running, from, 2);
  expect(second).not.toBe(link);
  await world.pay(second);
  const order = await onlyOrder(world, from);
  expect(order.status).toBe("paid");
  expect(order.payments.map(({ status }) => status).sort()).toEqual(["failed", "succeeded"]);
  expect(tally(order.messages)).toEqual({ ...ONCE_PAID, "paymentFailed sms": 1 });
});

test("a link that ran out ends the order and says so", async () => {
  const { from, link } = await customer();
  await world.pay(link, "expire");
  const order = await onlyOrder(world, from);
  expect(order.status).toBe("expired");
  expect(tally(order.messages)).toEqual({ "paymentLink sms": 1, "orderExpired sms": 1 });
});

test("news of an expiry that comes after the payment does not undo it", async () => {
  const { from } = await paid();
  expect(await deliver(world, await onlyOrder(world, from), { type: "expired" })).toBe(200);
  const order = await onlyOrder(world, from);
  expect(order.status).toBe("paid");
  expect(tally(order.messages)).toEqual(ONCE_PAID);
});

test("a payment that is told after the expiry still counts: the money is there", async () => {
  const { from, link } = await customer();
  await world.pay(link, "expire");
  const expired = await onlyOrder(world, from);
  expect(await deliver(world, expired, { type: "completed", amountCents: GARLIC_BREAD.totalCents })).toBe(
    200,
  );
  expect((await onlyOrder(world, from)).status).toBe("paid");
});

test("a wrong amount does not make the order paid; staff are told to look", async () => {
  const { from } = await customer();
  const asked = await onlyOrder(world, from);
  expect(await deliver(world, asked, { type: "completed", amountCents: 1 })).toBe(200);
  const order = await onlyOrder(world, from);
  expect(order).toMatchObject({ status: "awaiting_payment", attention: expect.stringContaining("amount") });
  expect(tally(order.messages)).toEqual({
    "paymentLink sms": 1,
    "staffAttention sms": 1,
    "staffAttention email": 1,
  });
});

test("part of the money goes back, then the rest, each told once", async () => {
  const { from } = await paid();
  const order = await onlyOrder(world, from);
  await decide(world, order, "refund", { amountCents: 200, reason: "one slice was burnt" });
  expect(await onlyOrder(world, from)).toMatchObject({ status: "paid", refundedCents: 200 });
  await decide(world, order, "refund");
  const after = await onlyOrder(world, from);
  expect(after).toMatchObject({ status: "refunded", refundedCents: GARLIC_BREAD.totalCents });
  expect(after.refunds.map(({ status, amountCents }) => [status, amountCents]).sort()).toEqual([
    ["succeeded", 200],
    ["succeeded", GARLIC_BREAD.totalCents - 200],
  ]);
  expect(tally(after.messages)).toEqual({ ...ONCE_PAID, "orderRefunded sms": 2, "orderRefunded email": 2 });
  await expect(decide(world, order, "refund")).rejects.toThrow("409");
});

test("more than was paid cannot be refunded", async () => {
  const { from } = await paid();
  const order = await onlyOrder(world, from);
  await expect(decide(world, order, "refund", { amountCents: 100_000 })).rejects.toThrow(
    /answered 4\d\d.*amountCents/,
  );
});

test("a cancelled order's page is closed, and the customer is told", async () => {
  const { from, link } = await customer();
  await decide(world, await onlyOrder(world, from), "cancel", { reason: "out of bread" });
  const order = await onlyOrder(world, from);
  expect(order.status).toBe("cancelled");
  expect(tally(order.messages)).toEqual({ "paymentLink sms": 1, "orderCancelled sms": 1 });
  await expect(world.pay(link)).rejects.toThrow("409");
});

test("who pays in the moment of the cancelling gets the money back by itself", async () => {
  const { from, link } = await customer();
  const before = await onlyOrder(world, from);
  // Stripe cannot be reached while the order is cancelled, so its page is still open.
  await world.running.control("POST", "/faults", {
    provider: "stripe",
    path: "/expire",
    status: 503,
    count: 1,
  });
  await decide(world, before, "cancel");
  await world.pay(link);
  const order = await onlyOrder(world, from);
  expect(order).toMatchObject({
    status: "cancelled",
    refunds: [{ status: "succeeded", amountCents: GARLIC_BREAD.totalCents }],
  });
  expect(tally(order.messages)).toMatchObject({ "orderRefunded sms": 1 });
  expect(tally(order.messages)).not.toHaveProperty("receipt sms");
});

test("the link is sent again when staff ask, and the same page is paid", async () => {
  const { from, link } = await customer();
  await decide(world, await onlyOrder(world, from), "resend-link");
  expect(await paymentLink(world.running, from, 2)).toBe(link);
  await world.pay(link);
  const order = await onlyOrder(world, from);
  expect(tally(order.messages)).toEqual({ ...ONCE_PAID, "paymentLink sms": 2 });
  await expect(decide(world, order, "resend-link")).rejects.toThrow("409");
});

test("a paid order is handed over once, and cannot be cancelled any more", async () => {
  const { from } = await paid();
  const order = await onlyOrder(world, from);
  await expect(decide(world, order, "cancel")).rejects.toThrow("409");
  expect(await decide(world, order, "fulfil")).toMatchObject({ status: "fulfilled" });
  expect((await onlyOrder(world, from)).status).toBe("fulfilled");
});

test("STOP keeps later texts back, START brings them again; mail goes on", async () => {
  const { from, link } = await customer();
  const say = (body: string) => world.running.control("POST", "/sms", { from, to: world.shop.number, body });
  await onlyOrder(world, from);
  await say("ARRÊT");
  await world.pay(link);
  const order = await onlyOrder(world, from);
  const receipts = order.messages.filter(({ template }) => template === "receipt");
  expect(receipts.map(({ channel, status }) => `${channel} ${status}`).sort()).toEqual([
    "email sent",
    "sms suppressed",
  ]);
  // The answer to ARRÊT is the last text they got, and it is in French.
  expect((await textsTo(world.running, from)).at(-1)?.body).toContain("ne recevrez plus de textos");

  await say("start");
  await decide(world, order, "refund");
  const after = await onlyOrder(world, from);
  expect(
    after.messages.find(({ template, channel }) => template === "orderRefunded" && channel === "sms"),
  ).toMatchObject({ status: "delivered" });
});

test("the receipt by mail has every line, the taxes and the total", async () => {
  const { from } = await paid();
  await onlyOrder(world, from);
  const mail = await eventually(
    async () => (await mailsTo(world.running, "guest@example.com")).at(-1),
    "a receipt by mail",
  );
  for (const part of ["Garlic bread", "GST", "QST", "$6.84"]) expect(mail.html).toContain(part);
});
