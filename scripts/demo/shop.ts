import type { meContract } from "../../functions/domain/accounts/contracts.ts";
import type { CatalogueView } from "../../functions/domain/catalogue/contracts.ts";
import type { Merchant } from "../../functions/domain/merchants/contracts.ts";
import type { PhoneNumber } from "../../functions/domain/numbers/contracts.ts";
import type { ResponseOf } from "../../functions/platform/contract.ts";
import type { Product } from "../../runtime/node/product.ts";
import { type ApiClient, createApiClient, enter } from "./client.ts";
import type { DemoAccount } from "./demo.ts";
import type { DemoShop } from "./types.ts";

/** Makes what is missing of a demo shop: its owner, the merchant, the menu, a number, payments. */
export async function openShop(
  product: Pick<Product, "url" | "real">,
  shop: DemoShop,
  password: string,
  auth = { url: process.env.SUPABASE_URL ?? "", apiKey: process.env.SUPABASE_PUBLISHABLE_KEY ?? "" },
): Promise<DemoAccount> {
  const { token } = await enter(auth, shop.owner.email, password);
  const merchantId = await ensureMerchant(createApiClient(product.url, token), shop);
  const api = createApiClient(product.url, token, merchantId);
  await ensureMenu(api, shop);
  const number = product.real.has("twilio") ? undefined : await ensureNumber(api, shop.areaCode);
  if (!product.real.has("stripe")) await ensurePayments(api, shop.merchant.name);
  const { name } = shop.merchant;
  return { name, email: shop.owner.email, password, ...(number ? { number } : {}) };
}

async function ensureMerchant(api: ApiClient, shop: DemoShop): Promise<string> {
  const { memberships } = await api.get<ResponseOf<typeof meContract>>("/api/me");
  const known = memberships[0]?.merchantId;
  if (known) return known;
  return (await api.post<Merchant>("/api/merchants/create", shop.merchant)).id;
}

async function ensureMenu(api: ApiClient, shop: DemoShop): Promise<void> {
  const menu = await api.get<CatalogueView>("/api/catalogue");
  const groupIds = new Map(menu.groups.map(({ name, id }) => [name, id]));
  for (const group of Object.values(shop.groups)) {
    if (groupIds.has(group.name)) continue;
    const { id } = await api.post<{ id: string }>("/api/catalogue/groups", group);
    groupIds.set(group.name, id);
  }
  const known = new Set(menu.items.map(({ name }) => name));
  for (const { options = [], ...item } of shop.items) {
    if (known.has(item.name)) continue;
    const names = options.map((key) => shop.groups[key]?.name ?? "");
    await api.post("/api/catalogue/items", {
      ...item,
      groupIds: names.flatMap((name) => groupIds.get(name) ?? []),
    });
  }
}

async function ensureNumber(api: ApiClient, areaCode: string): Promise<string | undefined> {
  const { items } = await api.get<{ items: PhoneNumber[] }>("/api/numbers");
  const known = items.find(({ status }) => status === "active" || status === "pending");
  const number = known ?? (await api.post<PhoneNumber>("/api/numbers/allocate", { country: "CA", areaCode }));
  return number.number ?? undefined;
}

/** Does what the owner would do on Stripe's pages: follow the link, finish, come back. */
async function ensurePayments(api: ApiClient, businessName: string): Promise<void> {
  const status = await api.get<{ status: string }>("/api/config/payments/connect/status");
  if (status.status === "active") return;
  const { url } = await api.post<{ url: string }>("/api/config/payments/connect", { provider: "stripe" });
  const finished = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({ outcome: "finish", name: businessName }),
    redirect: "manual",
  });
  const back = finished.headers.get("location");
  if (!back) throw new Error(`The sandbox's Stripe did not lead back from onboarding (${finished.status}).`);
  await fetch(back, { redirect: "manual" });
}
