import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aMessage } from "../harness/suites/samples.ts";
import { openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { runJob } from "./support/deliver.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  shop = await openShop(world);
});
afterAll(() => world?.close());

const send = (id: string) => runJob(world, shop, "send-email", { messageId: id });
const strike = (fault: object) => world.control("POST", "/faults", { provider: "smtp", ...fault });
const row = async (id: string) => {
  const [found] = await world.sql<
    { status: string; error: string | null; error_code: string | null; attempts: number }[]
  >`
    select status, error, error_code, attempts from public.messages where id = ${id}`;
  return found;
};
type Mail = { messageId: string; text: string };
const inbox = async (to: string) =>
  (await world.control<{ messages: Mail[] }>("GET", `/mail?to=${encodeURIComponent(to)}`)).messages;

test("a mail is sent once, with words and a message id of ours", async () => {
  const to = `ann-${shop.id}@client.example`;
  const { id, body } = await aMessage(world, shop, "email", to);
  for (let delivery = 0; delivery < 2; delivery++) expect((await send(id)).status).toBe(200);
  const mails = await inbox(to);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(body);
  expect(mails[0]?.messageId).toContain(id);
  expect(await row(id)).toMatchObject({ status: "sent", attempts: 1 });
});

test("a mailbox that is busy is tried again; the message waits meanwhile", async () => {
  const to = `busy-${shop.id}@client.example`;
  const { id } = await aMessage(world, shop, "email", to);
  await strike({ status: 451 });
  expect((await send(id)).status).toBe(503);
  expect(await row(id)).toMatchObject({ status: "queued" });
  expect((await send(id)).status).toBe(200);
  expect(await inbox(to)).toHaveLength(1);
  expect(await row(id)).toMatchObject({ status: "sent", error: null });
});

test("an address that does not exist fails for good, and is not tried again", async () => {
  const { id } = await aMessage(world, shop, "email", `bounce-${shop.id}@client.example`);
  expect((await send(id)).status).toBe(200);
  expect(await row(id)).toMatchObject({ status: "failed" });
  expect((await row(id))?.error).toContain("550");
  expect((await send(id)).status).toBe(200);
  expect(await row(id)).toMatchObject({ status: "failed", attempts: 1 });
});

test("a line cut after the mail was taken sends it again under the same id, by which mailboxes tell a repeat", async () => {
  const to = `cut-${shop.id}@client.example`;
  const { id } = await aMessage(world, shop, "email", to);
  await strike({ drop: true });
  expect((await send(id)).status).toBe(503);
  expect((await send(id)).status).toBe(200);
  const mails = await inbox(to);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
});
