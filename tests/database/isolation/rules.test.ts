import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";
import { undone } from "../support/sessions.ts";
import { breaches, RULE_NAMES } from "./rules.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.close());

const TABLE = "create table public.extra (id uuid primary key, merchant_id uuid, order_id uuid)";
const policy = (how: string, check = "merchant_id in (select private.my_merchant_ids())") =>
  `${TABLE}; alter table public.extra enable row level security; create policy extra on public.extra ${how} using (${check})`;
const define = (rest: string) => `create function public.extra() returns bigint language sql ${rest}`;

/** What breaks each rule. */
const CARELESS: Record<string, string[]> = {
  "a table has row-level security": [TABLE, "create table private.extra (id int)"],
  "a view is read with the reader's rights": [
    "create view public.extra as select * from public.orders",
    "create materialized view public.extra as select * from public.orders",
  ],
  "a policy lets signed-in people read and names them": [
    policy("for select"),
    policy("for select to anon"),
    policy("to authenticated"),
    policy("for update to authenticated"),
  ],
  "a policy calls no function for each row": [
    policy("for select to authenticated", "private.role_in(merchant_id) is not null"),
    policy("for select to authenticated", "merchant_id = auth.uid()"),
    policy(
      "for select to authenticated",
      "exists (select from public.memberships m where m.merchant_id = extra.merchant_id)",
    ),
  ],
  "a column that a policy asks is indexed": [policy("for select to authenticated")],
  "a foreign key is indexed": [
    `${TABLE}; alter table public.extra add foreign key (merchant_id, order_id) references public.orders (merchant_id, id)`,
    `${TABLE}; alter table public.extra add foreign key (merchant_id) references public.merchants (id);
     create index on public.extra (merchant_id) where order_id is null`,
  ],
  "a foreign key between tenants' tables names the merchant": [
    `${TABLE}; alter table public.extra add foreign key (order_id) references public.orders (id)`,
  ],
  "a function looks names up nowhere but where it says": [
    define("as 'select 1::bigint'"),
    define("security definer set search_path = public as 'select 1::bigint'"),
    "create function extensions.extra() returns int language sql security definer as 'select 1'",
  ],
  "a function is granted by name, to nobody in general": [
    "grant execute on function public.ping() to public",
    "grant execute on function private.claims() to anon",
  ],
};

describe.each(RULE_NAMES)("%s", (rule) => {
  test("holds for all there is", async () => {
    expect(await breaches(db.sql, rule)).toEqual([]);
  });

  test("is seen to be broken", async () => {
    for (const ddl of CARELESS[rule] ?? [""]) {
      const found = await undone(db, async (tx) => {
        await tx.unsafe(ddl);
        return breaches(tx, rule);
      });
      expect(found.length, ddl).toBeGreaterThan(0);
    }
  });
});

test("a policy's set of merchants is made once for a statement, however many rows there are", async () => {
  const plan = await undone(db, async (tx) => {
    await tx`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', '{"sub": "0192f0c1-0000-7000-8000-000000000001"}', true)`;
    return tx`explain (costs off) select * from public.orders`;
  });
  const text = plan.map((row) => String(row["QUERY PLAN"])).join("\n");
  expect(text).toContain("hashed SubPlan");
});
