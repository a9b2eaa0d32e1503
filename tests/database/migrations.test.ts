import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, migrationStatus } from "../../sandbox/database/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";

let db: TestDatabase;
let sql: Sql;
let dir: string;

beforeEach(async () => {
  db = await createTestDatabase("empty");
  sql = postgres(db.url, { max: 1, onnotice: () => {} });
  dir = mkdtempSync(join(tmpdir(), "migrations-"));
  file("1_first.sql", "create table public.first (id int);\ninsert into public.first values (1);");
  file("2_second.sql", "alter table public.first add column name text;");
});
afterEach(async () => {
  await sql.end();
  await db.close();
  rmSync(dir, { recursive: true });
});

const file = (name: string, text: string) => writeFileSync(join(dir, name), text);

test("applies what has not landed, in order, and nothing the second time", async () => {
  expect(await migrate(sql, dir)).toEqual(["1", "2"]);
  file("3_third.sql", "create table public.third (id int)");
  expect(await migrate(sql, dir)).toEqual(["3"]);
  expect(await migrate(sql, dir)).toEqual([]);
  expect(await sql`select id, name from public.first`).toEqual([{ id: 1, name: null }]);
});

test("records version and name where the Supabase CLI looks", async () => {
  await migrate(sql, dir);
  const rows = await sql`select version, name from supabase_migrations.schema_migrations order by version`;
  expect(rows).toEqual([
    { version: "1", name: "first" },
    { version: "2", name: "second" },
  ]);
});

test("a landed migration that was edited is refused by name, and nothing is applied", async () => {
  await migrate(sql, dir);
  file("2_second.sql", "alter table public.first add column other text;");
  file("3_third.sql", "create table public.third (id int)");
  await expect(migrate(sql, dir)).rejects.toThrow(/Migration 2 has already been applied .*npm run reset/);
  expect((await migrationStatus(sql, dir)).changed).toEqual(["2"]);
  expect(await sql`select to_regclass('public.third') as third`).toEqual([{ third: null }]);
});

test("a removed migration is refused; other blank space is not an edit", async () => {
  await migrate(sql, dir);
  file("2_second.sql", "alter table public.first\n  add column name text;\n");
  expect((await migrationStatus(sql, dir)).changed).toEqual([]);
  rmSync(join(dir, "1_first.sql"));
  expect((await migrationStatus(sql, dir)).changed).toEqual(["1"]);
});

test("a failing migration leaves nothing of itself, keeps the earlier ones, and names file and line", async () => {
  file("3_third.sql", "create table public.third (id int);\nselect * from nowhere;");
  await expect(migrate(sql, dir)).rejects.toThrow(/3_third\.sql failed: .*nowhere.* \(line 2\)/);
  expect((await migrationStatus(sql, dir)).applied).toEqual(["1", "2"]);
  expect(await sql`select to_regclass('public.third') as third`).toEqual([{ third: null }]);
});

test("two processes at once apply each migration once", async () => {
  const other = postgres(db.url, { max: 1, onnotice: () => {} });
  const [mine, theirs] = await Promise.all([migrate(sql, dir), migrate(other, dir)]);
  await other.end();
  expect([...mine, ...theirs].sort()).toEqual(["1", "2"]);
});
