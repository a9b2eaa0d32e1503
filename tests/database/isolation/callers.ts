import type { PostgrestClient } from "@supabase/postgrest-js";
import { decodeJwt } from "jose";
import { mintMerchantToken } from "../../../functions/platform/tokens.ts";
import type { TestDatabase } from "../../harness/database.ts";
import { type FullShop, fullShop } from "../support/everything.ts";
import { person } from "../support/shop.ts";
import type { Caller } from "./expectations.ts";

/** Somebody who asks: through the API, and by the claims under which PostgreSQL knows them. */
export type Asking = { db: PostgrestClient; role: string; claims: Record<string, unknown> };

/** Two merchants with rows in every table, and everybody who may ask for those of the first. */
export type Parties = { mine: FullShop; theirs: FullShop; callers: Record<Caller, Asking> };

export async function openParties(db: TestDatabase): Promise<Parties> {
  const mine = await fullShop(db);
  const theirs = await fullShop(db);
  const operator = await person(db);
  await db.sql`insert into operators (user_id) values (${operator.id})`;
  const signedIn = { role: "authenticated" };
  const someone = ({ id, db: client }: { id: string; db: PostgrestClient }): Asking => ({
    ...{ db: client, ...signedIn, claims: { sub: id, ...signedIn } },
  });
  /** With the very tokens that the product makes. */
  const machine = async (merchant: string, actor: `job:${string}` | `key:${string}`): Promise<Asking> => {
    const supabase = { url: db.api, ...db.keys };
    const token = await mintMerchantToken({ supabase }, merchant, actor);
    return { db: db.as({ token }), ...signedIn, claims: decodeJwt(token) };
  };
  const callers = {
    anonymous: { db: db.as("anon"), role: "anon", claims: { role: "anon" } },
    stranger: someone(theirs.owner),
    "their machine": await machine(theirs.id, "job:send-sms"),
    staff: someone(mine.staff),
    owner: someone(mine.owner),
    job: await machine(mine.id, "job:send-sms"),
    key: await machine(mine.id, `key:${mine.ids.key}`),
    operator: someone(operator),
    service: { db: db.as("service_role"), role: "service_role", claims: { role: "service_role" } },
  };
  return { mine, theirs, callers };
}
