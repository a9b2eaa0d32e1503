import type { World } from "../world/world.ts";
import type { Violation } from "./types.ts";

const MOST_LINES = 60;

/** Everything known of what a violation is about, in time order: events, messages, jobs, what went over the wire. */
export async function trace(world: World, { about }: Violation): Promise<string[]> {
  const ids = await relatedIds(world, about);
  if (ids.length === 0) return [];
  const [events, messages, refunds] = await Promise.all([
    world.sql<{ at: Date; line: string }[]>`
      select occurred_at as at, 'event ' || type || ' ' || subject_id || ' request ' || coalesce(request_id, '-') as line
      from events where subject_id::text = any (${ids}) or id::text = any (${ids}) or data ->> 'callId' = any (${ids})`,
    world.sql<{ at: Date; line: string }[]>`
      select created_at as at, 'message ' || id || ' ' || coalesce(template, '') || ' ' || channel || ' ' || status
        || ' attempts ' || attempts || ' ' || coalesce(error, '') as line
      from messages where id::text = any (${ids}) or order_id::text = any (${ids}) or call_id::text = any (${ids})`,
    world.sql<{ at: Date; line: string }[]>`
      select created_at as at, 'refund ' || id || ' ' || status || ' ' || amount_cents || ' ' || coalesce(reason, '') as line
      from refunds where order_id::text = any (${ids})`,
  ]);
  const lines = [...events, ...messages, ...refunds, ...wire(world, ids)];
  return lines
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, line }) => `${at.toISOString().slice(11, 23)} ${line}`)
    .slice(-MOST_LINES);
}

async function relatedIds({ sql }: World, about: Violation["about"]): Promise<string[]> {
  const given = Object.values(about).filter(Boolean);
  if (given.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    with subject as (
      select o.id as order_id, c.id as call_id, c.external_id from orders o full join calls c on c.id = o.call_id
      where o.id::text = any (${given}) or c.external_id = any (${given})
        or exists (select 1 from messages m where m.id::text = any (${given}) and (m.order_id = o.id or m.call_id = c.id)))
    select order_id::text as id from subject union select call_id::text from subject
    union select external_id from subject union select m.id::text from messages m, subject s where m.order_id = s.order_id
    union select p.session_id from payments p, subject s where p.order_id = s.order_id
    union select r.id::text from refunds r, subject s where r.order_id = s.order_id`;
  return [...new Set([...given, ...rows.flatMap(({ id }) => id ?? [])])];
}

function wire({ sandbox }: World, ids: readonly string[]): { at: Date; line: string }[] {
  return sandbox.kernel.requests
    .list()
    .filter(({ path, body, response }) =>
      ids.some((id) => path.includes(id) || body.includes(id) || response?.includes(id)),
    )
    .filter(({ body, path }) => !path.endsWith("/v2/batch") || body.length < 4_000)
    .map(({ at, provider, direction, method, path, headers, status, response }) => ({
      at: new Date(at),
      line: `${provider} ${direction} ${method} ${path.slice(-90)} request ${headers["x-request-id"] ?? "-"} → ${status ?? "no answer"} ${status === 200 ? "" : (response ?? "").slice(0, 120)}`,
    }));
}
