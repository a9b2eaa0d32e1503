import type { PostgrestClient } from "@supabase/postgrest-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";
import { type FullShop, fullShop } from "../support/everything.ts";
import { person } from "../support/shop.ts";

/** Who reads a table: its merchant's people and machines, operators, or only functions of ours. */
type Readers = "members" | "operators" | "nobody";
/** `key` names the merchant of a row; `columns` those that may be read, where not all may. */
type Expected = { readers: Readers; key?: string; columns?: string };

const members: Expected = { readers: "members" };
const nobody: Expected = { readers: "nobody" };

/** Every table there is. One that is missing here fails the test: decide who may read it first. */
const TABLES: Record<string, Expected> = {
  api_keys: {
    ...members,
    columns: "id,merchant_id,name,prefix,scopes,created_by,last_used_at,revoked_at,created_at",
  },
  audit_log: members,
  call_turns: members,
  callback_requests: members,
  calls: members,
  catalog_items: members,
  consents: members,
  customers: members,
  dead_letters: { readers: "operators" },
  event_dispatches: nobody,
  events: members,
  idempotency_keys: nobody,
  inbox: nobody,
  item_option_groups: members,
  memberships: members,
  merchants: { ...members, key: "id" },
  messages: members,
  operators: nobody,
  option_choices: members,
  option_groups: members,
  order_lines: members,
  orders: members,
  payments: members,
  phone_numbers: members,
  provider_connections: {
    ...members,
    columns:
      "id,merchant_id,provider,account_id,status,charges_enabled,payouts_enabled,requirements_due,occurred_at,created_at,updated_at",
  },
  refunds: members,
  voicemails: members,
};
const NAMES = Object.keys(TABLES);
const SECRETS = [
  ["api_keys", "hash"],
  ["provider_connections", "secret_sealed"],
] as const;

let db: TestDatabase;
let mine: FullShop;
let theirs: FullShop;
let operator: PostgrestClient;

beforeAll(async () => {
  db = await createTestDatabase();
  mine = await fullShop(db);
  theirs = await fullShop(db);
  const someone = await person(db);
  await db.sql`insert into operators (user_id) values (${someone.id})`;
  operator = someone.db;
}, 60_000);
afterAll(() => db?.close());

/** Everybody who is not the installation itself. */
const people = () => ({
  anonymous: db.as("anon"),
  owner: mine.owner.db,
  staff: mine.staff.db,
  machine: mine.jobs,
  stranger: theirs.owner.db,
  operator,
});
type Who = keyof ReturnType<typeof people>;
const WHO: Who[] = ["anonymous", "owner", "staff", "machine", "stranger", "operator"];

async function read(who: PostgrestClient, table: string) {
  const { key = "merchant_id", columns = "*", readers } = TABLES[table] ?? nobody;
  const { data, error, status } = await who.from(table).select(columns);
  const rows = (data ?? []) as unknown as Record<string, unknown>[];
  return {
    refused: error?.code === "42501" && status >= 400,
    merchants: new Set(rows.map((row) => row[key])),
    readers,
  };
}

test("every table is in the expectation table, has row-level security and rows of two merchants", async () => {
  const tables = await db.sql`select relname as name, relrowsecurity as secured from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`;
  expect(tables.map(({ name }) => name)).toEqual(NAMES);
  expect(tables.filter(({ secured }) => !secured)).toEqual([]);
  for (const name of NAMES) {
    const [row] = await db.sql.unsafe(`select count(*)::int as n from public.${name}`);
    expect([name, Number(row?.n) >= 2]).toEqual([name, true]);
  }
});

describe.each(NAMES)("%s", (table) => {
  test.each(WHO)("what %s reads", async (who) => {
    const { refused, merchants, readers } = await read(people()[who], table);
    if (readers === "nobody" || who === "anonymous") expect(refused).toBe(true);
    else if (readers === "operators") expect(merchants.size).toBe(who === "operator" ? 2 : 0);
    else if (who === "operator") expect(merchants).toEqual(new Set());
    else expect(merchants).toEqual(new Set([who === "stranger" ? theirs.id : mine.id]));
  });

  test("what nobody writes but functions, the service role neither", async () => {
    const before = await db.sql.unsafe(
      `select md5(string_agg(t::text, '' order by t::text)) from public.${table} t`,
    );
    for (const [who, client] of Object.entries({ ...people(), service: db.as("service_role") })) {
      const writes = await Promise.all([
        client.from(table).insert({ merchant_id: mine.id }),
        client.from(table).update({ merchant_id: theirs.id }).not("merchant_id", "is", null),
        client.from(table).delete().not("merchant_id", "is", null),
      ]);
      expect([who, ...writes.map(({ status }) => status >= 400)]).toEqual([who, true, true, true]);
    }
    const rights = await db.sql`select r.name as role, p.name as right
      from unnest(array['anon', 'authenticated', 'service_role']) as r (name),
        unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p (name)
      where has_table_privilege(r.name, ${`public.${table}`}, p.name)`;
    expect([...rights]).toEqual([]);
    const after = await db.sql.unsafe(
      `select md5(string_agg(t::text, '' order by t::text)) from public.${table} t`,
    );
    expect(after).toEqual(before);
  });
});

describe("what is sealed or hashed", () => {
  test.each(SECRETS)("%s.%s is read by nobody", async (table, column) => {
    for (const client of Object.values(people())) {
      expect((await client.from(table).select(column)).error?.code).toBe("42501");
      expect((await client.from(table).select("id").eq(column, "x")).error?.code).toBe("42501");
      expect((await client.from(table).select("*")).error?.code).toBe("42501");
    }
  });

  test("every column so named is among them", async () => {
    const named = await db.sql`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name ~ '(^hash|sealed|secret|password)' order by 1`;
    expect(named.map((row) => [row.table_name, row.column_name])).toEqual(SECRETS.map((pair) => [...pair]));
  });

  test("none of it is in the audit log", async () => {
    const rows =
      await db.sql`select 1 from audit_log where before ?| array['hash', 'secret_sealed'] or after ?| array['hash', 'secret_sealed']`;
    expect(rows).toHaveLength(0);
  });
});

test("the service role reads nothing but through functions", async () => {
  const answers = await Promise.all(NAMES.map((name) => db.as("service_role").from(name).select("*")));
  expect(answers.map(({ error }) => error?.code)).toEqual(NAMES.map(() => "42501"));
});

test("a token that names another merchant than it was signed for is no token", async () => {
  const token = await db.signToken({ merchant_id: mine.id });
  const [head, body, signature] = token.split(".");
  const claims = { ...JSON.parse(atob(body ?? "")), merchant_id: theirs.id };
  const forged = [head, btoa(JSON.stringify(claims)).replace(/=+$/, ""), signature].join(".");
  expect((await db.as({ token: forged }).from("orders").select("id")).status).toBe(401);
});

test("policies and foreign keys are indexed", async () => {
  const bare = await db.sql`
    with wanted as (
      select conrelid as rel, conkey[1:1] as cols, conname::text as why from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace
      union all
      select conrelid, conkey, conname::text from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace
      union all
      select p.polrelid, array[a.attnum], p.polname::text from pg_policy p
      join pg_attribute a on a.attrelid = p.polrelid
        and a.attname = case when p.polrelid = 'public.merchants'::regclass then 'id' else 'merchant_id' end
    )
    select w.rel::regclass::text as table, w.why from wanted w
    where not exists (select from pg_index i where i.indrelid = w.rel and i.indpred is null
      and (i.indkey::int2[])[0:cardinality(w.cols) - 1] @> w.cols)`;
  expect([...bare]).toEqual([]);
});
