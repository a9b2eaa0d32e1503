import type { Query } from "./rights.ts";

/** Every row of every table of ours, as one short text a table: two are equal when nothing changed in between. */
export async function fingerprint(sql: Query, merchant?: string): Promise<Record<string, string>> {
  const tables = await sql.unsafe(`select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p')
      and (${merchant === undefined} or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id'))`);
  const where = merchant === undefined ? "" : `where merchant_id = '${merchant}'`;
  const parts = tables.map(
    ({
      name,
    }) => `select '${name}' as name, count(*) || ':' || md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as rows
      from ${name} t ${where}`,
  );
  const rows = await sql.unsafe(parts.join(" union all "));
  return Object.fromEntries(rows.map((row) => [String(row.name), String(row.rows)]));
}
