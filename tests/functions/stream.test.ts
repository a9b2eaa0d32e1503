import { createParser, type EventSourceMessage } from "eventsource-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../harness/product.ts";
import { anEvent } from "../harness/suites/samples.ts";
import { openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
  shop = await openShop(world);
});
afterAll(() => world?.close());

/** A browser's end of the stream. */
async function listen(token: string, merchant: string, resume: { header?: number; query?: number } = {}) {
  const ending = new AbortController();
  const query = resume.query === undefined ? "" : `?lastEventId=${resume.query}`;
  const response = await fetch(`${world.url}/api/realtime/${merchant}/events${query}`, {
    signal: ending.signal,
    headers: {
      authorization: `Bearer ${token}`,
      ...(resume.header === undefined ? {} : { "last-event-id": String(resume.header) }),
    },
  });
  const messages: EventSourceMessage[] = [];
  const comments: string[] = [];
  const parser = createParser({
    onEvent: (event) => void messages.push(event),
    onComment: (comment) => void comments.push(comment),
  });
  const done = read(response, (text) => parser.feed(text));
  const heard = (count: number) =>
    eventually(async () => messages.length >= count && messages, `${count} events`);
  await eventually(async () => comments.length > 0, "the stream to begin");
  return {
    messages,
    heard,
    async close() {
      ending.abort();
      await done;
    },
  };
}

async function read(response: Response, feed: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = await reader?.read().catch(() => undefined);
    if (!chunk || chunk.done) return;
    feed(decoder.decode(chunk.value, { stream: true }));
  }
}

const ids = (messages: readonly EventSourceMessage[]) => messages.map(({ id }) => Number(id));

test("an event comes with its number as id, its type as event and its facts as data", async () => {
  const stream = await listen(shop.owner, shop.id);
  const { seq } = await anEvent(world, shop, { type: "order.paid", data: { number: 7 } });
  const [message] = await stream.heard(1);
  expect(message).toMatchObject({ id: String(seq), event: "order.paid" });
  expect(JSON.parse(message?.data ?? "")).toMatchObject({ seq, type: "order.paid", data: { number: 7 } });
  await stream.close();
});

test("who was away resumes after the last event seen: no gap, no repetition, by header or by query", async () => {
  const first = await listen(shop.owner, shop.id);
  const before = [await anEvent(world, shop), await anEvent(world, shop)];
  const seen = (await first.heard(2)).at(-1);
  await first.close();
  const missed = [await anEvent(world, shop), await anEvent(world, shop), await anEvent(world, shop)];

  for (const resume of [{ header: Number(seen?.id) }, { query: Number(seen?.id) }]) {
    const again = await listen(shop.owner, shop.id, resume);
    const after = await anEvent(world, shop);
    missed.push(after);
    await again.heard(missed.length);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(ids(again.messages)).toEqual(missed.map(({ seq }) => seq));
    await again.close();
  }
  expect(ids(first.messages)).toEqual(before.map(({ seq }) => seq));
});

test("a header wins over the query: the browser's own memory is the newer one", async () => {
  const events = [await anEvent(world, shop), await anEvent(world, shop), await anEvent(world, shop)];
  const stream = await listen(shop.owner, shop.id, {
    header: events[1]?.seq ?? 0,
    query: events[0]?.seq ?? 0,
  });
  await stream.heard(1);
  expect(ids(stream.messages)).toEqual([events[2]?.seq]);
  await stream.close();
});

test("a transaction that commits late does not lose its event behind one with a greater number", async () => {
  const stream = await listen(shop.owner, shop.id);
  let late = 0;
  let early = 0;
  await world.sql.begin(async (tx) => {
    const [row] = await tx<{ seq: string }[]>`
      insert into public.events (merchant_id, type, subject_type, subject_id, dispatched_at)
      values (${shop.id}, 'call.started', 'call', ${shop.id}, now()) returning seq`;
    late = Number(row?.seq);
    early = (await anEvent(world, shop)).seq;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(ids(stream.messages)).toEqual([]);
  });
  await stream.heard(2);
  expect(late).toBeLessThan(early);
  expect(ids(stream.messages)).toEqual([late, early]);
  await stream.close();
});

test("a stream keeps to its merchant, for people and for keys", async () => {
  const other = await openShop(world);
  const stream = await listen(shop.owner, shop.id);
  await anEvent(world, other);
  const { seq } = await anEvent(world, shop);
  await stream.heard(1);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(ids(stream.messages)).toEqual([seq]);
  await stream.close();
  expect((await world.send(`/api/realtime/${other.id}/events`, { as: shop.owner })).status).toBe(404);
});

test("the stream ends when the database goes away, and the browser finds its place again", async () => {
  const stream = await listen(shop.owner, shop.id);
  const [seen] = [await anEvent(world, shop)];
  await stream.heard(1);
  await world.withoutDatabase(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
  const { seq } = await anEvent(world, shop);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(ids(stream.messages)).toEqual([seen.seq]);
  const again = await listen(shop.owner, shop.id, { header: seen.seq });
  await again.heard(1);
  expect(ids(again.messages)).toEqual([seq]);
  await again.close();
  await stream.close();
});
