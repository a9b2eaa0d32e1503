import { randomBytes } from "node:crypto";
import { type ApiClient, createApiClient, enter } from "../../scripts/demo/client.ts";
import { pizzeria } from "../../scripts/demo/pizzeria.ts";
import { openShop } from "../../scripts/demo/shop.ts";
import type { DemoShop } from "../../scripts/demo/types.ts";
import type { TestProduct } from "./product.ts";

/** A shop that is live in the product: menu, number, payments, and its owner signed in. */
export type TestShop = {
  merchantId: string;
  /** E.164: dial it through the sandbox. */
  number: string;
  email: string;
  password: string;
  token: string;
  /** Calls the API as the owner. */
  api: ApiClient;
};

/** Opens a shop through the product's API, as the demo does, with an owner of its own. */
export async function openTestShop(running: TestProduct, shop: DemoShop = pizzeria): Promise<TestShop> {
  const email = `owner-${randomBytes(5).toString("hex")}@example.com`;
  const password = "a long password";
  const { number } = await openShop(running.product, { ...shop, owner: { email } }, password);
  if (!number) throw new Error("The shop got no number: is the sandbox's Twilio there?");
  const auth = {
    url: process.env.SUPABASE_URL ?? running.url,
    apiKey: process.env.SUPABASE_PUBLISHABLE_KEY ?? "",
  };
  const { token } = await enter(auth, email, password);
  const me = await createApiClient(running.url, token).get<{ memberships: { merchantId: string }[] }>(
    "/api/me",
  );
  const merchantId = me.memberships[0]?.merchantId ?? "";
  return { merchantId, number, email, password, token, api: createApiClient(running.url, token, merchantId) };
}
