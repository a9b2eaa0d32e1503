import { casseCroute } from "../../../scripts/demo/casse-croute.ts";
import { createApiClient, enter } from "../../../scripts/demo/client.ts";
import { pizzeria } from "../../../scripts/demo/pizzeria.ts";
import { openShop } from "../../../scripts/demo/shop.ts";
import type { DemoShop } from "../../../scripts/demo/types.ts";
import type { World } from "../world/world.ts";

/** A merchant that is live, and its owner. */
export type Shop = { merchantId: string; number: string; token: string };
export type Shops = Record<"pizza" | "lise", Shop>;

export async function openShops(world: World): Promise<Shops> {
  return { pizza: await open(world, pizzeria), lise: await open(world, casseCroute) };
}

async function open({ url, env }: World, shop: DemoShop): Promise<Shop> {
  const password = "a long password";
  const auth = { url, apiKey: env.SUPABASE_PUBLISHABLE_KEY ?? "" };
  const { number } = await openShop({ url, real: new Set() }, shop, password, auth);
  if (!number) throw new Error("The shop got no number: is the sandbox's Twilio there?");
  const { token } = await enter(auth, shop.owner.email, password);
  const me = await createApiClient(url, token).get<{ memberships: { merchantId: string }[] }>("/api/me");
  return { merchantId: me.memberships[0]?.merchantId ?? "", number, token };
}
