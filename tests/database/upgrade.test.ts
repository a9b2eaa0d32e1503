import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, migrationStatus, readMigrations } from "../../sandbox/database/migrate.ts";
import { MIGRATIONS_DIR } from "../../scripts/lib/database-types.ts";
import { checksums, landedChecksums, landedData } from "../../scripts/lib/landed.ts";
import { copyTemplate } from "../harness/database.ts";
import { restoreLanded } from "../harness/landed.ts";

/** A database of the version that landed last, with a shop in it, on its way to this version. */
let old: Awaited<ReturnType<typeof copyTemplate>>;
let sql: Sql;
beforeAll(async () => {
  old = await copyTemplate("empty");
  await restoreLanded(old.url);
  sql = postgres(old.url, { max: 1, onnotice: () => {} });
}, 60_000);
afterAll(async () => {
  await sql?.end();
  await old?.drop();
});

const landed = landedChecksums();
const fileOf = ({ version, name }: { version: string; name: string }) => `${version}_${name}.sql`;
const newer = readMigrations(MIGRATIONS_DIR).filter((migration) => !landed[fileOf(migration)]);

test("a migration that has landed is what it was: put the change in a new one", () => {
  const now = checksums();
  expect(Object.fromEntries(Object.keys(landed).map((file) => [file, now[file]]))).toEqual(landed);
});

test("a new migration comes after all that have landed: installations apply no older one", () => {
  const last = Object.keys(landed).sort().at(-1) ?? "";
  expect(newer.map(fileOf).filter((file) => file < last)).toEqual([]);
});

test("the version before is told apart, by what it lacks", async () => {
  const { applied, pending, changed } = await migrationStatus(sql, MIGRATIONS_DIR);
  expect(applied.length).toBe(Object.keys(landed).length);
  expect([pending.map(fileOf), changed]).toEqual([newer.map(fileOf), []]);
});

test("a database with a shop in it takes the new migrations and keeps every row as it was", async () => {
  expect((await kept()).missing).toEqual([]);
  expect(await migrate(sql, MIGRATIONS_DIR)).toEqual(newer.map(({ version }) => version));
  const { missing, compared } = await kept();
  expect(missing).toEqual([]);
  // The record is of a shop that was in business, else this would say little.
  for (const table of [
    "merchants",
    "catalog_items",
    "calls",
    "call_turns",
    "orders",
    "payments",
    "messages",
    "events",
  ])
    expect([table, (compared[`public.${table}`] ?? 0) > 0]).toEqual([table, true]);
  expect(await migrate(sql, MIGRATIONS_DIR)).toEqual([]);
});

test("an upgraded database is in nothing different from one migrated from empty", async () => {
  const fresh = await copyTemplate();
  const other = postgres(fresh.url, { max: 1, onnotice: () => {} });
  const [upgraded, empty] = [await shapeOf(sql), await shapeOf(other)];
  await other.end();
  await fresh.drop();
  expect(upgraded.length).toBeGreaterThan(300);
  expect(upgraded).toEqual(empty);
});

/** Recorded rows that are not there as they were, by the columns that there still are. */
async function kept(): Promise<{ missing: unknown[]; compared: Record<string, number> }> {
  const missing: unknown[] = [];
  const compared: Record<string, number> = {};
  for (const [table, rows] of Object.entries(landedData())) {
    const found = await sql.unsafe(`select to_jsonb(t) - 'txid' as row from ${table} t`);
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column in (found[0]?.row ?? {}));
    const only = (row: Record<string, unknown>) => JSON.stringify(columns.map((column) => row[column]));
    const now = new Set(found.map(({ row }) => only(row as Record<string, unknown>)));
    missing.push(...rows.filter((row) => !now.has(only(row))).map((row) => ({ table, row })));
    compared[table] = rows.length;
  }
  return { missing, compared };
}

/** Columns, constraints, indexes, policies, triggers and functions, one line each. */
async function shapeOf(database: Sql): Promise<string[]> {
  const ours = "n.nspname in ('public', 'private')";
  const rows = await database.unsafe(`
    select format('%s.%s %s %s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${ours} and c.relkind in ('r', 'p', 'v', 'm')
    union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(c.oid))
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${ours}
    union all select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_namespace n on n.oid = c.relnamespace where ${ours}
    union all select format('%s %s %s', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy
    union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal
    union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}
    order by 1`);
  return rows.map(({ line }) => String(line));
}
