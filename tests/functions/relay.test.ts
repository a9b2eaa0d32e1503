import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aDeadLetter, anEvent, anOrder } from "../harness/suites/samples.ts";
import { openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { ask, runJob } from "./support/deliver.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  shop = await openShop(world);
});
afterAll(() => world?.close());

const strike = (fault: object) => world.control("POST", "/faults", { provider: "qstash", ...fault });
const events = () => world.sql<{ id: string; type: string; dispatched: boolean; subscribers: string[] }[]>`
  select e.id, e.type, e.dispatched_at is not null as dispatched,
    array(select d.subscriber from public.event_dispatches d where d.event_id = e.id order by d.subscriber) as subscribers
  from public.events e where e.merchant_id = ${shop.id} order by e.seq`;
/** As if a minute had passed. */
const wait =
  () => world.sql`update public.events set occurred_at = occurred_at - interval '1 minute', claimed_until = null
  where merchant_id = ${shop.id}`;
/** Deduplication ids that the queue was given for an event, in order. */
const published = (eventId: string) =>
  world
    .taken("qstash", "POST", "/v2/batch")
    .flatMap(({ body }) => JSON.parse(body) as { headers: Record<string, string> }[])
    .map(
      ({ headers }) => Object.entries(headers).find(([name]) => /deduplication-id$/i.test(name))?.[1] ?? "",
    )
    .filter((id) => id.startsWith(eventId));

test("what a failed publish left behind is published by the relay, once, for every subscriber", async () => {
  const { id } = await anOrder(world, shop);
  await strike({ status: 500, count: 5 });
  const response = await ask(world, shop.owner, "POST", `/api/orders/${id}/cancel`, {});
  await world.control("DELETE", "/faults");
  expect(response.status).toBe(200);
  expect(await events()).toMatchObject([{ type: "order.cancelled", dispatched: false, subscribers: [] }]);

  await wait();
  expect((await runJob(world, shop, "relay", {})).status).toBe(200);
  const [event] = await events();
  expect(event).toMatchObject({ dispatched: true, subscribers: ["compose-messages", "expire-checkout"] });
  expect(published(event?.id ?? "").sort()).toEqual([
    `${event?.id}_compose-messages`,
    `${event?.id}_expire-checkout`,
  ]);

  await wait();
  await runJob(world, shop, "relay", {});
  expect(published(event?.id ?? "")).toHaveLength(2);
});

test("a publish whose answer was lost is published again under the same ids, which the queue knows", async () => {
  const { id } = await anOrder(world, shop);
  await strike({ drop: true, count: 5 });
  await ask(world, shop.owner, "POST", `/api/orders/${id}/cancel`, {});
  await world.control("DELETE", "/faults");
  await wait();
  await runJob(world, shop, "relay", {});
  const [event] = await events();
  expect(event?.dispatched).toBe(true);
  expect(new Set(published(event?.id ?? "")).size).toBe(2);
  const { waiting } = await world.control<{ waiting: { body: string }[] }>("GET", "/queue");
  expect(waiting.filter(({ body }) => body.includes(`"eventId":"${event?.id}"`))).toHaveLength(2);
});

test("an event nobody waits for is finished without the queue; a fresh one is left to its own request", async () => {
  const lonely = await anEvent(world, shop, { type: "number.active", dispatched: false, ageSeconds: 60 });
  const fresh = await anEvent(world, shop, { type: "order.paid", dispatched: false, ageSeconds: 5 });
  await runJob(world, shop, "relay", {});
  const found = new Map((await events()).map(({ id, dispatched }) => [id, dispatched]));
  expect([found.get(lonely.id), found.get(fresh.id)]).toEqual([true, false]);
});

test("two relays at once publish each event once", async () => {
  const made = [];
  for (let count = 0; count < 5; count++) {
    const { id } = await anOrder(world, shop, "paid");
    made.push(
      await anEvent(world, shop, { type: "order.paid", subjectId: id, dispatched: false, ageSeconds: 60 }),
    );
  }
  await Promise.all([runJob(world, shop, "relay", {}), runJob(world, shop, "relay", {})]);
  for (const { id } of made) expect(published(id)).toEqual([`${id}_compose-messages`]);
});

test("a dead letter can be run again once; the queue being away leaves it open", async () => {
  const { id } = await aDeadLetter(world, shop, "send-sms", { messageId: shop.id });
  const again = () => ask(world, world.operator, "POST", `/api/operator/dead-letters/${id}/retry`);
  await strike({ status: 500, count: 5 });
  expect((await again()).status).toBeGreaterThanOrEqual(500);
  await world.control("DELETE", "/faults");
  expect((await again()).status).toBe(200);
  expect((await again()).status).toBe(409);
  const [row] = await world.sql<{ status: string; handled_by: string }[]>`
    select status, handled_by from public.dead_letters where id = ${id}`;
  expect(row).toMatchObject({ status: "retried", handled_by: expect.stringMatching(/^user:/) });
});

test("a dead letter of a job there is no more is not run, but can be put aside", async () => {
  const { id } = await aDeadLetter(world, shop, "send-fax", {});
  expect((await ask(world, world.operator, "POST", `/api/operator/dead-letters/${id}/retry`)).status).toBe(
    409,
  );
  expect((await ask(world, world.operator, "POST", `/api/operator/dead-letters/${id}/discard`)).status).toBe(
    200,
  );
});
