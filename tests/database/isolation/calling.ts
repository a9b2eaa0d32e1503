import type { TestDatabase } from "../../harness/database.ts";
import { fingerprint } from "../../harness/fingerprint.ts";
import { undone } from "../support/sessions.ts";
import type { Asking } from "./callers.ts";
import type { Outcome } from "./expectations.ts";

const OUTCOMES: Record<string, Outcome> = { "42501": "no right", PT404: "not found", PT403: "forbidden" };

type Call = { name: string; args: Record<string, unknown>; arrangement: string };
type Called = { outcome: Outcome | string; changed: string[] };

/**
 * Calls a function as PostgREST would for this caller, after the SQL of `arrangement`, and takes everything back: what
 * came of it, and which tables it changed.
 */
export async function callAs(
  db: TestDatabase,
  { role, claims }: Asking,
  { name, args, arrangement }: Call,
): Promise<Called> {
  const statement = await statementOf(db, name, Object.keys(args));
  return undone(db, async (tx) => {
    await tx.unsafe(arrangement);
    const before = await fingerprint(tx);
    await tx`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
    const failed = await tx
      .savepoint((inner) => inner.unsafe(statement, [JSON.stringify(args)]))
      .then(() => undefined)
      .catch((error: { code?: string; message: string }) => error);
    await tx`select set_config('role', 'none', true)`;
    const after = await fingerprint(tx);
    return {
      outcome: failed ? (OUTCOMES[failed.code ?? ""] ?? `${failed.code}: ${failed.message}`) : "done",
      changed: Object.keys(after).filter((table) => after[table] !== before[table]),
    };
  });
}

/** `select f(p_a => …, …)` whose arguments come as one JSON object. */
async function statementOf({ sql }: TestDatabase, name: string, given: string[]): Promise<string> {
  const args = await sql<{ name: string; type: string }[]>`
    select a.name, format_type(a.type, null) as type
    from pg_proc p, unnest(p.proargnames, p.proargtypes::oid[]) as a (name, type)
    where p.oid = to_regproc(${`public.${name}`})`;
  const unknown = given.filter((one) => !args.some((arg) => arg.name === one));
  if (unknown.length > 0) throw new Error(`${name} takes no ${unknown}`);
  const values = args
    .filter((arg) => given.includes(arg.name))
    .map((arg) => `${arg.name} => ${argument(arg)}`);
  return `select public.${name}(${values.join(", ")}) from (select $1::text::jsonb as args) a`;
}

function argument({ name, type }: { name: string; type: string }): string {
  if (type === "jsonb") return `nullif(args -> '${name}', 'null')`;
  if (type.endsWith("[]")) return `array(select jsonb_array_elements_text(args -> '${name}'))::${type}`;
  return `(args ->> '${name}')::${type}`;
}
