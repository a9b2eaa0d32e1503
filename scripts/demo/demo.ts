import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { Product } from "../../runtime/node/product.ts";
import { step } from "../lib/terminal.ts";
import { casseCroute } from "./casse-croute.ts";
import { enter } from "./client.ts";
import { pizzeria } from "./pizzeria.ts";
import { openShop } from "./shop.ts";

export type DemoAccount = { name: string; email: string; password: string; number?: string };
export type Demo = { accounts: DemoAccount[]; complete: boolean };

type DemoContext = { product: Product; folder: string; databaseUrl: string | undefined };

const OPERATOR = "operator@callwaiting.example";

/**
 * Two merchants and an operator to try the product with, made through its own API on the first start.
 * Nothing is made at real accounts: without a local Supabase there is no demo, without the sandbox's Twilio
 * or Stripe no number or payments. An interrupted first start goes on where it was.
 */
export async function openDemo({ product, folder, databaseUrl }: DemoContext): Promise<Demo | undefined> {
  if (!databaseUrl || process.env.CALLWAITING_DEMO === "off") return undefined;
  const file = join(folder, "demo.json");
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Demo) : undefined;
  if (known?.complete) return known;

  const password = known?.accounts[0]?.password ?? `demo-${randomBytes(5).toString("hex")}`;
  const save = (demo: Demo) => writeFileSync(file, JSON.stringify(demo, null, 2), { mode: 0o600 });
  save({ complete: false, accounts: [{ name: "Operator", email: OPERATOR, password }] });
  return step("demo merchants", async () => {
    const accounts: DemoAccount[] = [];
    for (const shop of [pizzeria, casseCroute]) accounts.push(await openShop(product, shop, password));
    accounts.push(await openOperator(databaseUrl, password));
    const demo = { complete: true, accounts };
    save(demo);
    return demo;
  });
}

/** Operators are named by whoever runs the installation, in SQL: there is no API that makes one. */
async function openOperator(databaseUrl: string, password: string): Promise<DemoAccount> {
  const auth = { url: process.env.SUPABASE_URL ?? "", apiKey: process.env.SUPABASE_PUBLISHABLE_KEY ?? "" };
  const { userId } = await enter(auth, OPERATOR, password);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`insert into public.operators (user_id) values (${userId}) on conflict do nothing`;
  } finally {
    await sql.end({ timeout: 2 });
  }
  return { name: "Operator", email: OPERATOR, password };
}
