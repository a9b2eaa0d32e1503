import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectRefusal } from "../harness/suites/answers.ts";
import { openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, quiet, type World } from "../harness/suites/world.ts";
import { ask } from "./support/deliver.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  shop = await openShop(world);
  await world.sql`delete from public.provider_connections where merchant_id = ${shop.id}`;
});
afterAll(() => world?.close());

type Status = {
  status: string;
  accountId: string | null;
  chargesEnabled: boolean;
  requirementsDue: string[];
};
const status = async () =>
  (await (await ask(world, shop.owner, "GET", "/api/config/payments/connect/status")).json()) as Status;
const begin = async () => {
  const response = await ask(world, shop.owner, "POST", "/api/config/payments/connect", {});
  return ((await response.json()) as { url: string }).url;
};
/** What the owner does on Stripe's page; answers where Stripe sends the browser. */
async function onStripe(url: string, outcome: string): Promise<string> {
  const body = new URLSearchParams({ outcome });
  const response = await fetch(url, { method: "POST", body, redirect: "manual" });
  return response.headers.get("location") ?? "";
}
const follow = async (url: string) => (await fetch(url, { redirect: "manual" })).headers.get("location");

test("from nothing to an account that takes money: begin, Stripe's page, back, status", async () => {
  expect(await status()).toMatchObject({ status: "not_connected", accountId: null, chargesEnabled: false });
  const url = await begin();
  expect(await status()).toMatchObject({ status: "pending", chargesEnabled: false });
  const back = await onStripe(url, "finish");
  expect(back).toContain("/api/config/payments/connect/return?state=");
  expect(await follow(back)).toBe(`${world.url}/onboarding/payments?stripe=returned`);
  expect(await status()).toMatchObject({ status: "active", chargesEnabled: true });
});

test("who comes back unfinished stays pending, and goes on with the same account", async () => {
  const back = await onStripe(await begin(), "leave");
  expect(await follow(back)).toContain("stripe=returned");
  const before = await status();
  expect(before.status).not.toBe("active");
  const again = await onStripe(await begin(), "finish");
  await follow(again);
  expect(await status()).toMatchObject({ status: "active", accountId: before.accountId });
});

test("two clicks at once open one account", async () => {
  await Promise.all([begin(), begin()]);
  const [row] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from public.provider_connections where merchant_id = ${shop.id}`;
  expect(row?.count).toBe(1);
  const accounts = new Set(
    world
      .taken("stripe", "POST", "/account_links")
      .slice(-2)
      .map(({ body }) => new URLSearchParams(body).get("account")),
  );
  expect(accounts.size).toBe(1);
});

test("a return that nobody of ours signed is refused, and says so", async () => {
  for (const state of ["forged", "", await world.session(shop.ownerId, { merchant_id: shop.id })]) {
    const response = await world.send(`/api/config/payments/connect/return?state=${state}`);
    await expectRefusal(response, 400, "invalid_request");
  }
});

test("Stripe away on the way back: the person is led on, and its own event tells the news", async () => {
  const back = await onStripe(await begin(), "finish");
  await world.control("POST", "/faults", { provider: "stripe", path: "/accounts/", status: 503, count: 3 });
  expect(await follow(back)).toContain("stripe=returned");
  await world.control("DELETE", "/faults");
  await quiet(world);
  expect((await status()).status).toBe("active");
});

test("an account that is restricted or disconnected at Stripe takes no more money here", async () => {
  await follow(await onStripe(await begin(), "finish"));
  const { accountId } = await status();
  await world.control("POST", `/accounts/${accountId}`, { change: "restrict" });
  await quiet(world);
  expect(await status()).toMatchObject({ status: "restricted", chargesEnabled: false });
  await world.control("POST", `/accounts/${accountId}`, { change: "deauthorize" });
  await quiet(world);
  expect(await status()).toMatchObject({ status: "revoked", chargesEnabled: false });
  // Connecting anew is another account.
  await follow(await onStripe(await begin(), "finish"));
  const renewed = await status();
  expect(renewed.status).toBe("active");
  expect(renewed.accountId).not.toBe(accountId);
});
