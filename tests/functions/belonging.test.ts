import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../../functions/platform/ids.ts";
import { expectRefusal } from "../harness/suites/answers.ts";
import { aCall, aMessage, anItem, anOrder } from "../harness/suites/samples.ts";
import { newKey, openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type SendInit, type World } from "../harness/suites/world.ts";

let world: World;
let shop: Shop;
let other: Shop;
beforeAll(async () => {
  world = await openWorld();
  [shop, other] = await Promise.all([openShop(world), openShop(world)]);
});
afterAll(() => world?.close());

const as = (token: string, merchant?: string): SendInit => ({
  as: token,
  headers: merchant === undefined ? {} : { "x-merchant-id": merchant },
});

test("a person of one merchant need not name it, and may", async () => {
  for (const init of [as(shop.owner), as(shop.owner, shop.id), as(shop.owner, shop.id.toUpperCase())]) {
    expect((await world.send("/api/orders", init)).status).toBe(200);
  }
});

test("a person of several must say which, and sees only that one's", async () => {
  const both = uuidv7();
  await world.sql`insert into public.memberships (merchant_id, user_id, role)
    values (${shop.id}, ${both}, 'owner'), (${other.id}, ${both}, 'staff')`;
  const token = await world.session(both);
  const [ours, theirs] = [await anOrder(world, shop), await anOrder(world, other)];
  const { message } = await expectRefusal(await world.send("/api/orders", as(token)), 400, "invalid_request");
  expect(message).toContain("X-Merchant-Id");
  const ids = async (merchant: string) => {
    const { items } = (await (await world.send("/api/orders", as(token, merchant))).json()) as Page;
    return items.map(({ id }) => id);
  };
  expect(await ids(shop.id)).toContain(ours.id);
  expect(await ids(shop.id)).not.toContain(theirs.id);
  expect(await ids(other.id)).toContain(theirs.id);
  // The role is that of the merchant named: owner of one, staff of the other.
  const create = (merchant: string) =>
    world.send("/api/catalogue/items", {
      ...as(token),
      method: "POST",
      headers: { "x-merchant-id": merchant, "content-type": "application/json" },
      body: JSON.stringify({ name: "Soup", priceCents: 500 }),
    });
  expect((await create(shop.id)).status).toBe(201);
  await expectRefusal(await create(other.id), 403, "forbidden");
});

type Page = { items: { id: string }[]; nextCursor: string | null };

test("a person of no merchant is told so", async () => {
  const nobody = await world.session(uuidv7());
  await expectRefusal(await world.send("/api/orders", as(nobody)), 404, "not_found");
});

test("404 for a merchant that is somebody else's, nobody's, or no id at all", async () => {
  const messages = new Set<string>();
  for (const merchant of [other.id, uuidv7(), "shop", "' or 1=1 --"]) {
    const refusal = await expectRefusal(
      await world.send("/api/orders", as(shop.owner, merchant)),
      404,
      "not_found",
    );
    if (merchant.length === 36) messages.add(refusal.message);
  }
  expect(messages.size).toBe(1);
});

test.each([
  ["/api/orders", anOrder],
  ["/api/telephony/call-logs", aCall],
  ["/api/messages", aMessage],
] as const)("%s: another merchant's owner sees none of ours, page after page", async (path, make) => {
  const [ours, theirs] = await Promise.all([openShop(world), openShop(world)]);
  const made = [];
  for (let count = 0; count < 3; count++) made.push((await make(world, ours)).id);
  await make(world, theirs);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = `?limit=2${cursor ? `&cursor=${cursor}` : ""}`;
    const page = (await (await world.send(path + query, as(ours.owner))).json()) as Page;
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(made.toReversed());
});

test("a key made over the API works until it is revoked, for its scopes and its merchant only", async () => {
  const post = (path: string, token: string, body: unknown) =>
    world.send(path, {
      ...{ method: "POST", as: token, body: JSON.stringify(body) },
      headers: { "content-type": "application/json" },
    });
  const created = await post("/api/keys", shop.owner, {
    name: "Till",
    scopes: ["orders:read", "catalogue:write"],
  });
  const { id, secret, prefix } = (await created.json()) as { id: string; secret: string; prefix: string };
  expect(secret.startsWith(prefix)).toBe(true);
  const listed = await (await world.send("/api/keys", as(shop.owner))).text();
  expect(listed).toContain(id);
  expect(listed).not.toContain(secret);

  expect((await world.send("/api/orders", as(secret))).status).toBe(200);
  expect((await post("/api/catalogue/items", secret, { name: "Soup", priceCents: 500 })).status).toBe(201);
  const lacking = await expectRefusal(
    await world.send("/api/telephony/call-logs", as(secret)),
    403,
    "forbidden",
  );
  expect(lacking.message).toContain("calls:read");
  // What a key did stands in the audit log under the key.
  const [audited] = await world.sql<{ actor: string }[]>`
    select actor from public.audit_log where merchant_id = ${shop.id} and subject_type = 'catalog_items' order by at desc limit 1`;
  expect(audited?.actor).toBe(`key:${id}`);

  expect((await world.send(`/api/keys/${id}`, { method: "DELETE", ...as(shop.owner) })).status).toBe(200);
  await expectRefusal(await world.send("/api/orders", as(secret)), 401, "unauthenticated");
});

test("a key of a merchant that was closed opens nothing", async () => {
  const closed = await openShop(world);
  const { key } = await newKey(world, closed, ["orders:read"]);
  await world.sql`update public.merchants set status = 'inactive' where id = ${closed.id}`;
  await expectRefusal(await world.send("/api/orders", as(key)), 401, "unauthenticated");
});

test("a token of ours for machines is nobody's session", async () => {
  const token = await world.session(uuidv7(), { merchant_id: shop.id, merchant_role: "owner" });
  await expectRefusal(await world.send("/api/orders", as(token)), 401, "unauthenticated");
});

test("an item of another merchant stays as it is", async () => {
  const { id } = await anItem(world, other);
  const response = await world.send(`/api/catalogue/items/${id}`, {
    method: "PATCH",
    as: shop.owner,
    headers: { "content-type": "application/json" },
    body: '{"name":"Stolen"}',
  });
  await expectRefusal(response, 404, "not_found");
  const [row] = await world.sql<{ name: string }[]>`select name from public.catalog_items where id = ${id}`;
  expect(row?.name).toBe("Poutine");
});
