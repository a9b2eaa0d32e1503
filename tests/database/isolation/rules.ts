import type { Query } from "../../harness/fingerprint.ts";

/**
 * Rules that every table, policy and function of ours keeps, read from PostgreSQL's catalogue. Each query answers what
 * breaks its rule, one sentence a row.
 */
const OURS = "nspname in ('public', 'private')";

const RULES: Record<string, string> = {
  "a table has row-level security": `
    select format('%s has none', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p', 'f') and not c.relrowsecurity`,

  // A view is read with its owner's rights, and so past every policy, unless it says otherwise.
  "a view is read with the reader's rights": `
    select format('%s is not', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and (c.relkind = 'm'
      or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))`,

  "a policy lets signed-in people read and names them": `
    select format('%s on %s: %s for %s', p.polname, p.polrelid::regclass, p.polcmd, p.polroles::regrole[]) from pg_policy p
    where p.polcmd <> 'r' or p.polroles <> array['authenticated'::regrole::oid] or not p.polpermissive`,

  // (select …) is evaluated once for a statement; a bare call once for every row.
  "a policy calls no function for each row": `
    select format('%s on %s: %s', p.polname, p.polrelid::regclass, e.text)
    from pg_policy p, lateral (select pg_get_expr(p.polqual, p.polrelid) as text) e
    where regexp_replace(e.text, '\\( SELECT [a-z_.]+\\(\\) AS [a-z_]+\\)', '', 'g') ~ '[a-z_]+\\(|SELECT'`,

  "a column that a policy asks is indexed": `
    select format('%s of %s', a.attname, a.attrelid::regclass)
    from pg_policy p join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
      and d.refobjid = p.polrelid and d.refobjsubid > 0
      join pg_attribute a on a.attrelid = p.polrelid and a.attnum = d.refobjsubid
    where not exists (select from pg_index i
      where i.indrelid = a.attrelid and i.indkey[0] = a.attnum and i.indpred is null and i.indisvalid)`,

  "a foreign key is indexed": `
    select format('%s of %s', c.conname, c.conrelid::regclass) from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where ${OURS} and c.contype = 'f' and not exists (select from pg_index i
      where i.indrelid = c.conrelid and i.indpred is null and i.indisvalid
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,

  // A key that does not name the merchant would let one merchant's row hang on another's.
  "a foreign key between tenants' tables names the merchant": `
    select format('%s of %s', c.conname, c.conrelid::regclass) from pg_constraint c
      join pg_attribute own on own.attrelid = c.conrelid and own.attname = 'merchant_id'
      join pg_attribute other on other.attrelid = c.confrelid and other.attname = 'merchant_id'
    where c.contype = 'f' and not (own.attnum = any (c.conkey) and other.attnum = any (c.confkey))`,

  "a function looks names up nowhere but where it says": `
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where (${OURS} or p.prosecdef and n.nspname <> 'pg_catalog')
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
      and not coalesce(p.proconfig @> array['search_path=""'], false)`,

  "a function is granted by name, to nobody in general": `
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as g
    where ${OURS} and g.grantee in (0, 'anon'::regrole::oid)`,
};

export const RULE_NAMES = Object.keys(RULES);

/** What breaks this rule. */
export async function breaches(sql: Query, rule: string): Promise<string[]> {
  const rows = await sql.unsafe(`select broken.what::text as what from (${RULES[rule]}) as broken (what)`);
  return rows.map((row) => String(row.what));
}
