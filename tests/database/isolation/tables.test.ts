import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";
import { fingerprint } from "../../harness/fingerprint.ts";
import { openParties, type Parties } from "./callers.ts";
import { CALLERS, type Caller, SECRETS, TABLES, type TableRights } from "./expectations.ts";

let db: TestDatabase;
let parties: Parties;
beforeAll(async () => {
  db = await createTestDatabase();
  parties = await openParties(db);
}, 60_000);
afterAll(() => db?.close());

const NO_RIGHT = "42501";
const NAMES = Object.keys(TABLES);
const rightsOf = (table: string): TableRights => TABLES[table] as TableRights;

type Row = Record<string, unknown>;

/** Rows as they lie in the table, whoever may see them. */
async function rowsOf(table: string, merchant?: string): Promise<Row[]> {
  const { key = "merchant_id" } = rightsOf(table);
  const where = merchant === undefined ? "" : `where ${key} = '${merchant}'`;
  const rows = await db.sql.unsafe(`select to_jsonb(t) as row from public.${table} t ${where}`);
  return rows.map(({ row }) => row as Row);
}

/** The columns that a statement may give a value. */
async function columnsOf(table: string): Promise<string[]> {
  const rows = await db.sql`select attname::text as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped
      and attidentity <> 'a' and attgenerated = ''`;
  return rows.map(({ name }) => String(name));
}

/** How many rows this caller is to read; null when they may not even ask. */
async function readable(table: string, caller: Caller): Promise<number | null> {
  const { select } = rightsOf(table);
  if (select === "nobody" || caller === "anonymous" || caller === "service") return null;
  if (select === "operators") return caller === "operator" ? (await rowsOf(table)).length : 0;
  if (caller === "operator") return 0;
  const { mine, theirs } = parties;
  const their = caller === "stranger" || caller === "their machine";
  return (await rowsOf(table, their ? theirs.id : mine.id)).length;
}

describe.each(NAMES)("%s", (table) => {
  const { key = "merchant_id", columns = "*" } = rightsOf(table);

  test("holds rows of both merchants: nothing below is true of an empty table", async () => {
    if (!(await columnsOf(table)).includes(key))
      return expect((await rowsOf(table)).length).toBeGreaterThan(1);
    for (const { id } of [parties.mine, parties.theirs])
      if (table !== "idempotency_keys") expect((await rowsOf(table, id)).length).toBeGreaterThan(0);
  });

  test.each(CALLERS)("read by: %s", async (caller) => {
    const { data, error } = await parties.callers[caller].db.from(table).select(columns);
    const expected = await readable(table, caller);
    if (expected === null) return expect([error?.code, data]).toEqual([NO_RIGHT, null]);
    expect(error).toBeNull();
    const rows = (data ?? []) as unknown as Row[];
    expect(rows).toHaveLength(expected);
    if (rightsOf(table).select !== "members") return;
    const whose = caller === "stranger" || caller === "their machine" ? parties.theirs.id : parties.mine.id;
    expect(rows.filter((row) => row[key] !== whose)).toEqual([]);
  });

  test.each(CALLERS)("written by: %s", async (caller) => {
    const { db: client } = parties.callers[caller];
    const [row = {}] = await rowsOf(table);
    const all = await columnsOf(table);
    const given = Object.fromEntries(all.map((column) => [column, row[column]]));
    const before = await fingerprint(db.sql);
    expect((await client.from(table).insert(given)).error?.code).toBe(NO_RIGHT);
    // Every column by itself, on a row that is there: a right to one of them would be found.
    for (const column of all) {
      const { error } = await client
        .from(table)
        .update({ [column]: row[column] })
        .not(column, "is", null);
      expect([column, error?.code]).toEqual([column, NO_RIGHT]);
    }
    expect(
      (
        await client
          .from(table)
          .delete()
          .not(all[0] ?? "", "is", null)
      ).error?.code,
    ).toBe(NO_RIGHT);
    expect(await fingerprint(db.sql)).toEqual(before);
  });
});

describe("what is sealed or hashed", () => {
  test.each(SECRETS)("%s.%s is read by nobody", async (table, column) => {
    for (const { db: client } of Object.values(parties.callers)) {
      expect((await client.from(table).select(column)).error?.code).toBe(NO_RIGHT);
      expect((await client.from(table).select("id").eq(column, "x")).error?.code).toBe(NO_RIGHT);
      expect((await client.from(table).select("*")).error?.code).toBe(NO_RIGHT);
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

test("a token that names another merchant than it was signed for is no token", async () => {
  const token = await db.signToken({ merchant_id: parties.mine.id });
  const [head, body, signature] = token.split(".");
  const claims = { ...JSON.parse(atob(body ?? "")), merchant_id: parties.theirs.id };
  const forged = [head, btoa(JSON.stringify(claims)).replace(/=+$/, ""), signature].join(".");
  expect((await db.as({ token: forged }).from("orders").select("id")).status).toBe(401);
});

test("who was a member and is none any more sees nothing at once", async () => {
  const { theirs } = parties;
  const orders = () => theirs.staff.db.from("orders").select("id");
  expect((await orders()).data?.length).toBeGreaterThan(0);
  await db.sql`delete from memberships where merchant_id = ${theirs.id} and user_id = ${theirs.staff.id}`;
  expect((await orders()).data).toEqual([]);
});
