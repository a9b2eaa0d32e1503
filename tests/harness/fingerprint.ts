import type { TransactionSql } from "postgres";

/** A connection or a transaction of one. */
export type Query = Pick<TransactionSql, "unsafe">;

export type FingerprintOptions = {
  /** Only this merchant's rows, of the tables that name one. */
  merchant?: string;
  /** Columns whose change is none. */
  ignoring?: readonly string[];
};

/**
 * Every row of every table of the database, of people's accounts too, as one short text a table: two are equal when
 * nothing was stored in between.
 */
export async function fingerprint(
  sql: Query,
  { merchant, ignoring = [] }: FingerprintOptions = {},
): Promise<Record<string, string>> {
  const tables = await sql.unsafe(`select c.oid::regclass::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^(pg_|information_schema$)' and c.relkind in ('r', 'p') and (${merchant === undefined} or exists
      (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id')) order by 1`);
  const where = merchant === undefined ? "" : `where merchant_id = '${merchant}'`;
  const parts = tables.map(
    ({ name }) => `select '${name}' as name,
      count(*) || ':' || md5(coalesce(string_agg(row, e'\\n' order by row), '')) as rows
      from (select (to_jsonb(t) - '{${ignoring}}'::text[])::text as row from ${name} t ${where}) r`,
  );
  const rows = await sql.unsafe(parts.join(" union all "));
  return Object.fromEntries(rows.map((row) => [String(row.name), String(row.rows)]));
}
