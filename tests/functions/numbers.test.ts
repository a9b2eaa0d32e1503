import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PhoneNumber } from "../../functions/domain/numbers/contracts.ts";
import { expectRefusal } from "../harness/suites/answers.ts";
import { openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { ask, runJob } from "./support/deliver.ts";
import { askTwilio } from "./support/providers.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  shop = await openShop(world);
});
afterAll(() => world?.close());

const allocate = async (body: object = {}) => {
  const response = await ask(world, shop.owner, "POST", "/api/numbers/allocate", body);
  return { status: response.status, number: (await response.json()) as PhoneNumber };
};
const strike = (fault: object) =>
  world.control("POST", "/faults", { provider: "twilio", path: "/IncomingPhoneNumbers", ...fault });

type Owned = { incoming_phone_numbers: { phone_number: string; friendly_name: string; voice_url: string }[] };
const boughtFor = async (id: string) =>
  (await askTwilio<Owned>("/IncomingPhoneNumbers.json?PageSize=200")).incoming_phone_numbers.filter(
    ({ friendly_name }) => friendly_name.endsWith(`cw:${id}`),
  );
const stored = async (id: string) => {
  const [row] = await world.sql<{ status: string; number: string | null; error: string | null }[]>`
    select status, number, error from public.phone_numbers where id = ${id}`;
  return row;
};

test("a number is bought, and its calls and texts lead here", async () => {
  const { status, number } = await allocate({ areaCode: "514" });
  expect([status, number.status]).toEqual([201, "active"]);
  expect(number.number).toMatch(/^\+1514/);
  const [bought] = await boughtFor(number.id);
  expect(bought?.phone_number).toBe(number.number);
  expect(bought?.voice_url).toContain(`${world.url}/api/webhooks/twilio/voice#rc=`);
});

test("the line is cut after buying: it stays pending, the job finds the number, and only one is bought", async () => {
  await strike({ drop: true });
  const { status, number } = await allocate();
  expect([status, number.status, number.number]).toEqual([201, "pending", null]);
  expect(await boughtFor(number.id)).toHaveLength(1);

  expect((await runJob(world, shop, "allocate-number", { numberId: number.id })).status).toBe(200);
  const [bought] = await boughtFor(number.id);
  expect(await stored(number.id)).toMatchObject({ status: "active", number: bought?.phone_number });
  await runJob(world, shop, "allocate-number", { numberId: number.id });
  expect(await boughtFor(number.id)).toHaveLength(1);
});

test("who asks again while it is pending gets the same purchase, not a second", async () => {
  await strike({ drop: true });
  const first = await allocate();
  const second = await allocate();
  expect(second.number.id).toBe(first.number.id);
  expect(second.number.status).toBe("active");
  expect(await boughtFor(first.number.id)).toHaveLength(1);
});

test("two who ask at once are given one purchase, and one number is bought", async () => {
  const asked = await Promise.all([allocate(), allocate(), allocate()]);
  const ids = new Set(asked.map(({ number }) => number.id));
  expect(ids.size).toBe(1);
  expect(asked.filter(({ number }) => number.status === "active")).not.toHaveLength(0);
  expect(await boughtFor([...ids][0] ?? "")).toHaveLength(1);
});

test("while somebody is at it the job waits, and takes over from who died", async () => {
  await strike({ drop: true });
  const { number } = await allocate();
  await world.sql`update public.phone_numbers set buying_until = now() + interval '1 minute' where id = ${number.id}`;
  const waiting = await runJob(world, shop, "allocate-number", { numberId: number.id });
  expect([waiting.status, await waiting.text()]).toEqual([503, expect.stringContaining("another attempt")]);
  await world.sql`update public.phone_numbers set buying_until = now() where id = ${number.id}`;
  expect((await runJob(world, shop, "allocate-number", { numberId: number.id })).status).toBe(200);
  expect(await boughtFor(number.id)).toHaveLength(1);
});

test("the carrier is away: pending, bought by the job later", async () => {
  await strike({ status: 503 });
  const { number } = await allocate();
  expect(number.status).toBe("pending");
  expect(await boughtFor(number.id)).toHaveLength(0);
  expect((await runJob(world, shop, "allocate-number", { numberId: number.id })).status).toBe(200);
  expect(await stored(number.id)).toMatchObject({ status: "active" });
});

test("a number that somebody else has bought meanwhile fails with a sentence, and another may be asked for", async () => {
  const { number } = await allocate({ phoneNumber: "+15005550000" });
  expect(number).toMatchObject({ status: "failed", number: null });
  expect(number.error).toMatch(/^No such number is free/);
  expect((await allocate()).number.status).toBe("active");
});

test("the carrier refuses for good: the request says so, and nobody waits for a purchase that will never come", async () => {
  await strike({ status: 400, count: 10 });
  const response = await ask(world, shop.owner, "POST", "/api/numbers/allocate", {});
  await world.control("DELETE", "/faults");
  await expectRefusal(response, 502, "provider_failed");
  const { items } = (await (await ask(world, shop.owner, "GET", "/api/numbers")).json()) as {
    items: PhoneNumber[];
  };
  expect(items.filter(({ status }) => status === "pending")).toEqual([]);
  expect((await allocate()).number.status).toBe("active");
});
