import type { Query } from "../../harness/fingerprint.ts";
import { FUNCTIONS, INNER_FUNCTIONS, SCHEMAS, SEQUENCES, TABLES } from "./expectations.ts";

/** Rights as text by the name of what they are to, e.g. `{ "public.orders": "authenticated select" }`. */
export type Rights = Record<string, string>;

/** The roles the API acts as. PUBLIC's rights are everybody's, theirs too. */
const ROLES = "unnest(array['anon', 'authenticated', 'service_role']) as r (role)";
/** Schemas that came with PostgreSQL. */
const OURS = "n.nspname !~ '^(pg_|information_schema$)'";
const NOT_OF_EXTENSIONS = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

/** Everything in the database that the API's roles may touch, and all of schema `public` whether they may or not. */
export async function actualRights(sql: Query): Promise<Rights> {
  const parts = await Promise.all([schemas(sql), relations(sql), columns(sql), functions(sql)]);
  return Object.assign({}, ...parts);
}

/** The same by the expectation table. */
export function expectedRights(): Rights {
  const rights: Rights = {};
  for (const [name, use] of Object.entries(SCHEMAS)) rights[`schema ${name}`] = use === "open" ? ALL_USE : "";
  for (const [name, { select, columns: readable }] of Object.entries(TABLES)) {
    const open = select === "nobody" || readable ? "" : "authenticated select";
    rights[`public.${name}`] = open;
    for (const column of readable?.split(",") ?? [])
      rights[`public.${name}.${column}`] = "authenticated select";
  }
  for (const name of SEQUENCES) rights[`public.${name}`] = "";
  for (const [name, rule] of Object.entries(FUNCTIONS))
    rights[`public.${name}()`] = `${rule === "service" ? "service_role" : "authenticated"} execute`;
  for (const name of Object.keys(INNER_FUNCTIONS)) rights[`${name}()`] = "authenticated execute";
  return rights;
}

const ALL_USE = "anon usage, authenticated usage, service_role usage";

async function schemas(sql: Query): Promise<Rights> {
  return collect(
    await sql.unsafe(`select 'schema ' || n.nspname as name, coalesce(string_agg(r.role || ' ' || lower(p.kind), ', '
        order by r.role, p.kind) filter (where has_schema_privilege(r.role, n.oid, p.kind)), '') as rights
      from pg_namespace n, ${ROLES}, unnest(array['USAGE', 'CREATE']) as p (kind)
      where ${OURS} group by 1`),
  );
}

/** Tables, views, materialised views, foreign tables and sequences. */
async function relations(sql: Query): Promise<Rights> {
  return collect(
    await sql.unsafe(`select n.nspname || '.' || c.relname as name, coalesce(string_agg(r.role || ' ' || lower(p.kind), ', '
        order by r.role, p.kind) filter (where case c.relkind
          when 'S' then p.kind in ('SELECT', 'UPDATE', 'USAGE') and has_sequence_privilege(r.role, c.oid, p.kind)
          else p.kind <> 'USAGE' and has_table_privilege(r.role, c.oid, p.kind) end), '') as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, ${ROLES},
        unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'USAGE']) as p (kind)
      where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${NOT_OF_EXTENSIONS("pg_class", "c.oid")}
      group by n.nspname, c.relname`),
  );
}

/** Rights to single columns, where the table as a whole gives none. */
async function columns(sql: Query): Promise<Rights> {
  const rows = await sql.unsafe(`select n.nspname || '.' || c.relname || '.' || a.attname as name,
      string_agg(r.role || ' ' || lower(p.kind), ', ' order by r.role, p.kind) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped, ${ROLES},
      unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) as p (kind)
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and has_column_privilege(r.role, c.oid, a.attnum, p.kind) and not has_table_privilege(r.role, c.oid, p.kind)
    group by 1`);
  return collect(rows);
}

/** Supabase's own helpers in `auth` are everybody's; an overloaded function counts once for each of its kinds. */
async function functions(sql: Query): Promise<Rights> {
  return collect(
    await sql.unsafe(`select n.nspname || '.' || p.proname
        || '(' || repeat('+', (row_number() over (partition by n.nspname, p.proname order by p.oid))::int - 1) || ')' as name,
        array_to_string(array(select r.role || ' execute' from ${ROLES}
          where has_function_privilege(r.role, p.oid, 'execute')), ', ') as rights
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and n.nspname not in ('auth', 'extensions') and ${NOT_OF_EXTENSIONS("pg_proc", "p.oid")}`),
  );
}

/** Outside `public` only what somebody may touch is of interest. */
function collect(rows: Iterable<Record<string, unknown>>): Rights {
  const known = Array.from(rows, ({ name, rights }) => [String(name), String(rights)] as const);
  return Object.fromEntries(
    known.filter(([name, rights]) => rights || name.startsWith("public.") || name.startsWith("schema ")),
  );
}
