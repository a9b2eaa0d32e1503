import { uuidv7 } from "../../../functions/platform/ids.ts";
import { newApiKey } from "../../../functions/platform/secrets.ts";
import { eventually } from "../product.ts";
import { quiet, type World } from "./world.ts";

/** A merchant with its people; their sessions are bearer tokens. */
export type Shop = {
  id: string;
  name: string;
  /** E.164, active in the database. Known to the carrier only after `buyNumber`. */
  number: string;
  /** The account at Stripe. Known to Stripe only after `connectStripe`. */
  account: string;
  owner: string;
  admin: string;
  staff: string;
  ownerId: string;
};

let opened = 0;

/** A merchant of this test's own, written straight into the database. */
export async function openShop(world: World, locale: "en" | "fr" = "en"): Promise<Shop> {
  opened += 1;
  const { sql } = world;
  const [id, ownerId, adminId, staffId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const name = `Shop ${opened}`;
  const number = `+1438556${String(opened).padStart(4, "0")}`;
  const account = `acct_test${opened}`;
  await sql.begin(async (tx) => {
    await tx`insert into public.merchants
        (id, name, vertical, locale, time_zone, currency, country, alert_email, alert_phone, taxes)
      values (${id}, ${name}, 'restaurant', ${locale}, 'America/Toronto', 'cad', 'CA', ${`alerts-${id}@shop.example`},
        '+15145550142', '[{"name": "GST", "ratePpm": 50000}]')`;
    for (const [user, role] of [
      [ownerId, "owner"],
      [adminId, "admin"],
      [staffId, "staff"],
    ] as const) {
      await tx`insert into public.memberships (merchant_id, user_id, role) values (${id}, ${user}, ${role})`;
    }
    await tx`insert into public.phone_numbers (merchant_id, number, provider_id, status, activated_at)
      values (${id}, ${number}, ${`PN${id.replaceAll("-", "")}`}, 'active', now())`;
    await tx`insert into public.provider_connections
        (merchant_id, provider, account_id, status, charges_enabled, payouts_enabled, occurred_at)
      values (${id}, 'stripe', ${account}, 'active', true, true, '2020-01-01')`;
  });
  const [owner, admin, staff] = await Promise.all(
    [ownerId, adminId, staffId].map((user) => world.session(user)),
  );
  return { id, name, number, account, owner: owner ?? "", admin: admin ?? "", staff: staff ?? "", ownerId };
}

/** A key of this shop, as the product makes them. */
export async function newKey(
  { sql }: World,
  { id }: Shop,
  scopes: string[],
): Promise<{ id: string; key: string }> {
  const { key, hash, prefix } = await newApiKey();
  const keyId = uuidv7();
  await sql`insert into public.api_keys (id, merchant_id, name, prefix, hash, scopes)
    values (${keyId}, ${id}, 'A till', ${prefix}, ${hash}, ${scopes})`;
  return { id: keyId, key };
}

/** Makes the shop's number one that the faked carrier sells and knows, leading its calls and texts here. */
export async function buyNumber(world: World, shop: Shop): Promise<string> {
  await world.sql`update public.phone_numbers set status = 'released', released_at = now() where merchant_id = ${shop.id}`;
  const response = await world.send("/api/numbers/allocate", {
    method: "POST",
    as: shop.owner,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ country: "CA" }),
  });
  const { id } = (await response.json()) as { id: string };
  // In a hurried world the job that finishes purchases may be at it before the route is, which then answers "pending".
  const bought = async () => {
    const rows = await world.sql<{ number: string }[]>`
      select number from public.phone_numbers where id = ${id} and status = 'active'`;
    return rows[0]?.number;
  };
  shop.number = await eventually(bought, "the number to be bought");
  return shop.number;
}

/** Gives the shop an account at the faked Stripe that can take money. */
export async function connectStripe(world: World, shop: Shop): Promise<string> {
  const created = await fetch(`${process.env.STRIPE_API_BASE_URL}/v1/accounts`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${process.env.STRIPE_SECRET_KEY}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "type=express&country=CA",
  });
  const { id } = (await created.json()) as { id: string };
  await world.control("POST", `/accounts/${id}`, { change: "finish" });
  await quiet(world);
  await world.sql`update public.provider_connections set account_id = ${id} where merchant_id = ${shop.id}`;
  shop.account = id;
  return id;
}
