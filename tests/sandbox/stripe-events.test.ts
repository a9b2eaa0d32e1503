import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { signEvent } from "../../sandbox/stripe/events.ts";
import { orderSession, readyAccount, type StripeWorld, startStripeWorld, until } from "./stripe-world.ts";

const open: StripeWorld[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(options: { dataDir?: string; timeScale?: number } = {}) {
  const world = await startStripeWorld(options);
  open.push(world);
  return world;
}

async function withSession(world: StripeWorld) {
  const account = await readyAccount(world);
  const session = await world.stripe.checkout.sessions.create(orderSession(), { stripeAccount: account });
  await until("account.updated", () => world.received.length === 1);
  world.received.length = 0;
  return { account, id: session.id };
}

const types = (world: StripeWorld) => world.received.map(({ event }) => event.type);

test("the signature is the one in Stripe's own test vector", () => {
  const body = '{"id":"evt_test_webhook","object":"event"}';
  expect(signEvent(body, "whsec_test_secret", 1_700_000_000)).toBe(
    "t=1700000000,v1=d95c6b7477fbd7e9f90b1b0ef5f9c7ac25abca5382460e0d988c2b2a5b71b990",
  );
});

test("paying twice at once takes the money once and says so once, signed for the Connect endpoint", async () => {
  const world = await start();
  const { account, id } = await withSession(world);
  const results = [world.fake.checkout(id, "pay"), world.fake.checkout(id, "pay")];
  expect(results.map((one) => one.paymentStatus)).toEqual(["paid", "paid"]);
  expect(results[0]?.redirectUrl).toBe(`http://shop.test/paid?session_id=${id}`);
  await until("completed", () => world.received.length > 0);
  expect(types(world)).toEqual(["checkout.session.completed"]);
  expect(world.received[0]?.event).toMatchObject({
    account,
    api_version: "2026-10-28.endive",
    livemode: false,
    data: { object: { id, status: "complete", payment_status: "paid", amount_total: 2875 } },
  });
  expect(world.fake.books()[account]?.charges.filter((charge) => charge.paid)).toHaveLength(1);
});

test("a declined card leaves the session open; the next try takes the money on the same payment intent", async () => {
  const world = await start();
  const { account, id } = await withSession(world);
  expect(world.fake.checkout(id, "decline")).toMatchObject({ status: "open", error: "card_declined" });
  world.fake.checkout(id, "pay");
  const books = world.fake.books()[account];
  expect(books?.charges.map((charge) => charge.status)).toEqual(["failed", "succeeded"]);
  expect(new Set(books?.charges.map((charge) => charge.payment_intent)).size).toBe(1);
});

test.each([
  ["delay", "checkout.session.async_payment_succeeded", "paid"],
  ["delay-fail", "checkout.session.async_payment_failed", "unpaid"],
] as const)("a bank debit (%s) completes unpaid and ends later", async (outcome, type, status) => {
  const world = await start({ timeScale: 600 });
  const { account, id } = await withSession(world);
  expect(world.fake.checkout(id, outcome)).toMatchObject({ status: "complete", paymentStatus: "unpaid" });
  await until("the end of the debit", () => world.received.length === 2);
  expect(types(world)).toEqual(["checkout.session.completed", type]);
  expect(world.received[0]?.event.data.object).toMatchObject({ payment_status: "unpaid" });
  expect(world.received[1]?.event.data.object).toMatchObject({ payment_status: status });
  expect(world.fake.books()[account]?.charges[0]?.paid).toBe(status === "paid");
});

test("an open session expires in its time, and can then not be paid", async () => {
  const world = await start({ timeScale: 3_600 * 4 });
  const { id } = await withSession(world);
  await until("expired", () => types(world).includes("checkout.session.expired"));
  expect(() => world.fake.checkout(id, "pay")).toThrow(/expired/);
});

test("a delivery that is refused comes again with the same id until it is taken", async () => {
  const world = await start({ timeScale: 3_600 });
  const { id } = await withSession(world);
  world.answers.push(500, 503);
  world.fake.checkout(id, "pay");
  await until("three attempts", () => world.received.length === 3);
  expect(new Set(world.received.map(({ event }) => event.id)).size).toBe(1);
  await until("nothing left", () => world.fake.undelivered().length === 0);
});

test("faults on deliveries: twice, swapped, answer lost", async () => {
  const world = await start({ timeScale: 600 });
  const { id } = await withSession(world);
  world.kernel.faults.add({ provider: "stripe", path: "webhook", kind: "duplicate", count: 1 });
  world.fake.checkout(id, "delay");
  await until("both copies", () => world.received.length === 2);
  expect(world.received[0]?.event.id).toBe(world.received[1]?.event.id);

  world.kernel.faults.add({ provider: "stripe", path: "webhook", kind: "drop", count: 1 });
  world.fake.checkout(id, "settle");
  await until("sent again", () => world.received.length === 4);
  expect(world.received[2]?.event.id).toBe(world.received[3]?.event.id);
});

test("a held-back event arrives after the one that followed it", async () => {
  const world = await start();
  const { id } = await withSession(world);
  world.kernel.faults.add({ provider: "stripe", path: "webhook", kind: "reorder", count: 1 });
  world.fake.checkout(id, "delay");
  await until("held back", () => world.kernel.faults.list().length === 0);
  world.fake.checkout(id, "settle");
  await until("both", () => world.received.length === 2);
  expect(types(world)).toEqual(["checkout.session.async_payment_succeeded", "checkout.session.completed"]);
});

test("an account that takes access away is told of, and closed to the platform", async () => {
  const world = await start();
  const { account } = await withSession(world);
  world.fake.account(account, "deauthorize");
  await until("deauthorized", () => world.received.length === 1);
  expect(world.received[0]?.event).toMatchObject({
    type: "account.application.deauthorized",
    account,
    data: { object: { object: "application" } },
  });
  await expect(world.stripe.accounts.retrieve(account)).rejects.toMatchObject({ statusCode: 403 });
});

test("books and undelivered events survive a restart", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "stripe-books-"));
  folders.push(dataDir);
  const before = await start({ dataDir });
  const { account, id } = await withSession(before);
  before.answers.push(503);
  before.fake.checkout(id, "pay");
  await until("a refused delivery", () => before.received.length === 1);
  const eventId = before.received[0]?.event.id;
  await before.close();
  open.length = 0;

  const after = await start({ dataDir, timeScale: 50 });
  expect(after.fake.books()[account]?.sessions[0]).toMatchObject({ id, payment_status: "paid" });
  await until("the event again", () => after.received.length === 1);
  expect(after.received[0]?.event.id).toBe(eventId);
});
