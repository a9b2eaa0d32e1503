import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { mailsTo, paymentLink, textsTo } from "./story/inboxes.ts";
import { onlyOrder, orderGarlicBread } from "./story/order.ts";
import { openWorld, tally, type World } from "./story/world.ts";

let world: World;

beforeAll(async () => {
  // These failures are asked for: what the product logs about them is no news.
  vi.spyOn(console, "error").mockImplementation(() => {});
  // Half an hour of back-off in six seconds, and a payment page lives for twelve.
  world = await openWorld(undefined, { timeScale: 300 });
});
afterAll(() => world?.close());
afterEach(async () => void (await world.running.control("DELETE", "/faults")));

const breakIt = (fault: Record<string, unknown>) => world.running.control("POST", "/faults", fault);

/** Orders, pays as soon as there is a link, and checks that everything came exactly once. */
async function orderedAndPaidOnce(from: string): Promise<void> {
  await orderGarlicBread(world, from);
  await world.pay(await paymentLink(world.running, from));
  await paidOnce(from);
}

async function paidOnce(from: string): Promise<void> {
  const order = await onlyOrder(world, from);
  expect(order.status).toBe("paid");
  expect(order.payments).toHaveLength(1);
  expect(tally(order.messages)).toEqual({
    "paymentLink sms": 1,
    "receipt sms": 1,
    "receipt email": 1,
    "staffPaid sms": 1,
    "staffPaid email": 1,
  });
  // What really left the house: the customer's two texts, and one alert and one mail about this order.
  expect(await textsTo(world.running, from)).toHaveLength(2);
  const about = new RegExp(`#${order.number} is paid`);
  const alerts = await textsTo(world.running, world.staff.phone);
  expect(alerts.filter(({ body }) => about.test(body))).toHaveLength(1);
  const mails = await mailsTo(world.running, world.staff.email);
  expect(mails.filter(({ subject }) => about.test(subject))).toHaveLength(1);
}

describe("the link arrives once, and one page was made for it, though Stripe", () => {
  test.each([
    ["is down three times", { status: 503, count: 3 }],
    ["fails inside", { status: 500, count: 2 }],
    ["says that we ask too often", { status: 429, count: 2 }],
    ["does the work and cuts the line", { drop: true, count: 1 }],
    ["does not answer", { timeout: 15_000, count: 1 }],
  ])("%s", async (_, fault) => {
    await breakIt({ provider: "stripe", path: "/v1/checkout/sessions", ...fault });
    await orderedAndPaidOnce(world.caller());
  });
});

describe("each text arrives once, though Twilio", () => {
  test.each([
    ["is down for a while", { status: 503, count: 3 }],
    ["says that we ask too often", { status: 429, count: 2 }],
    ["takes the text and cuts the line", { drop: true, count: 1 }],
    ["takes every text of the order and cuts the line", { drop: true, count: 3 }],
    ["fails inside", { status: 500, count: 1 }],
    ["does not answer", { timeout: 15_000, count: 1 }],
  ])("%s", async (_, fault) => {
    await breakIt({ provider: "twilio", path: "/Messages", ...fault });
    await orderedAndPaidOnce(world.caller());
  });
});

describe("each mail arrives once, though the mail server", () => {
  test.each([
    ["asks to come again", { status: 451, count: 3 }],
    ["is too busy", { status: 421, count: 2 }],
  ])("%s", async (_, fault) => {
    await breakIt({ provider: "smtp", ...fault });
    await orderedAndPaidOnce(world.caller());
  });
});

describe("everything happens once, though QStash", () => {
  test.each([
    ["delivers everything twice", { duplicate: true, count: 40 }],
    ["delivers in another order", { reorder: true, count: 4 }],
    ["loses the answers of some deliveries", { drop: true, path: "/jobs/", count: 3 }],
  ])("%s", async (_, fault) => {
    await breakIt({ provider: "qstash", ...fault });
    await orderedAndPaidOnce(world.caller());
  });
});

describe("everything happens once, though Stripe's events", () => {
  test.each([
    ["come twice at the same time", { duplicate: true, count: 4 }],
    ["come again because our answer was lost", { drop: true, path: "/api/webhooks/stripe", count: 2 }],
    ["come late", { delay: 3_000, path: "/api/webhooks/stripe", count: 1 }],
  ])("%s", async (_, fault) => {
    await breakIt({ provider: "stripe", ...fault });
    await orderedAndPaidOnce(world.caller());
  });
});

test("everything happens once, though every webhook of Twilio comes twice", async () => {
  await breakIt({ provider: "twilio", duplicate: true, count: 200 });
  const from = world.caller();
  await orderedAndPaidOnce(from);
});
