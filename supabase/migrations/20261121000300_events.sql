-- The pipeline: what happened (outbox), what came in (inbox), what gave up (dead letters), what was asked twice.

create table public.events (
  id uuid primary key default private.uuid_v7(),
  seq bigint generated always as identity unique,
  -- The transaction that wrote it: a reader only trusts what is older than every transaction still open,
  -- since sequence numbers are handed out before commit.
  txid xid8 not null default pg_current_xact_id(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  type text not null,
  subject_type text not null,
  subject_id uuid not null,
  data jsonb not null default '{}',
  request_id text,
  occurred_at timestamptz not null default clock_timestamp(),
  dispatched_at timestamptz,
  claimed_until timestamptz
);
create index events_merchant_seq_idx on public.events (merchant_id, seq);
create index events_undispatched_idx on public.events (occurred_at) where dispatched_at is null;
comment on table public.events is 'Domain events, written in the transaction of the change they tell of (outbox).';

create table public.event_dispatches (
  event_id uuid not null references public.events (id) on delete cascade,
  subscriber text not null,
  message_id text,
  published_at timestamptz not null default now(),
  primary key (event_id, subscriber)
);
comment on table public.event_dispatches is 'Which subscriber (job) an event was handed to through QStash.';

create table public.inbox (
  id uuid primary key default private.uuid_v7(),
  provider text not null,
  event_id text not null,
  kind text not null,
  merchant_id uuid references public.merchants (id) on delete cascade,
  outcome text not null,
  request_id text,
  received_at timestamptz not null default now(),
  unique (provider, event_id)
);
create index inbox_merchant_id_idx on public.inbox (merchant_id);
comment on table public.inbox is 'Every provider event once: a second delivery finds its row and changes nothing.';

create table public.dead_letters (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid references public.merchants (id) on delete cascade,
  job text not null,
  message_id text not null unique,
  dlq_id text,
  url text not null,
  payload jsonb not null,
  http_status int,
  error text not null,
  attempts int not null default 0,
  status text not null default 'open' check (status in ('open', 'retried', 'discarded')),
  handled_by text,
  handled_at timestamptz,
  request_id text,
  created_at timestamptz not null default now()
);
create index dead_letters_merchant_id_idx on public.dead_letters (merchant_id);
create index dead_letters_status_idx on public.dead_letters (status, created_at desc);
comment on table public.dead_letters is 'Jobs that gave up, for the operator to read and run again.';

create table public.idempotency_keys (
  scope text not null,
  key text not null,
  route text not null,
  request_hash text not null,
  status_code int,
  response jsonb,
  locked_until timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (scope, key, route)
);
create index idempotency_keys_created_at_idx on public.idempotency_keys (created_at);
comment on table public.idempotency_keys is 'The answer of a write, kept a day under the key its caller chose.';

alter table public.events enable row level security;
alter table public.event_dispatches enable row level security;
alter table public.inbox enable row level security;
alter table public.dead_letters enable row level security;
alter table public.idempotency_keys enable row level security;
revoke all on public.events, public.event_dispatches, public.inbox, public.dead_letters, public.idempotency_keys
  from anon, authenticated;
grant select on public.events, public.dead_letters to authenticated;

create policy "members read their merchant's events" on public.events
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "operators read dead letters" on public.dead_letters
  for select to authenticated using ((select private.is_operator()));

-- Writing events --------------------------------------------------------------------------------

create function private.event_json(e public.events) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'seq', e.seq, 'type', e.type, 'merchantId', e.merchant_id,
    'subjectType', e.subject_type, 'subjectId', e.subject_id, 'data', e.data, 'requestId', e.request_id,
    'occurredAt', to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
$$;

create function private.emit_event(p_merchant uuid, p_type text, p_subject_type text, p_subject uuid,
                                   p_data jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_event public.events;
begin
  insert into public.events (merchant_id, type, subject_type, subject_id, data, request_id)
  values (p_merchant, p_type, p_subject_type, p_subject, p_data, private.request_id())
  returning * into v_event;
  return private.event_json(v_event);
end
$$;
comment on function private.emit_event is 'Writes an event in the transaction under way and returns it as the function will publish it.';

-- An event only the live stream is told: nobody subscribes to it, so there is nothing to dispatch.
create function private.announce(p_merchant uuid, p_type text, p_subject_type text, p_subject uuid,
                                 p_data jsonb default '{}') returns void
language sql volatile security definer set search_path = '' as $$
  insert into public.events (merchant_id, type, subject_type, subject_id, data, request_id, dispatched_at)
  values (p_merchant, p_type, p_subject_type, p_subject, p_data, private.request_id(), now())
$$;

-- First delivery: true. A repeated one: false, and the caller changes nothing.
create function private.note_inbox(p_provider text, p_event_id text, p_kind text, p_merchant uuid, p_outcome text)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into public.inbox (provider, event_id, kind, merchant_id, outcome, request_id)
  values (p_provider, p_event_id, p_kind, p_merchant, p_outcome, private.request_id())
  on conflict (provider, event_id) do nothing;
  return found;
end
$$;

create function public.record_inbox(p_provider text, p_event_id text, p_kind text, p_merchant uuid, p_outcome text)
returns boolean language sql security definer set search_path = '' as $$
  select private.note_inbox(p_provider, p_event_id, p_kind, p_merchant, p_outcome)
$$;

-- Reading events for the live stream: only what no open transaction can still slip in front of.
create function public.events_after(p_merchant uuid, p_after bigint, p_limit int default 200) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant);
  return (
    select coalesce(jsonb_agg(private.event_json(e) order by e.seq), '[]')
    from (select * from public.events ev
          where ev.merchant_id = p_merchant and ev.seq > p_after
            and ev.txid < pg_snapshot_xmin(pg_current_snapshot())
          order by ev.seq limit least(p_limit, 500)) e);
end
$$;

create function public.latest_event_seq(p_merchant uuid) returns bigint
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant);
  return coalesce((select max(e.seq) from public.events e
    where e.merchant_id = p_merchant and e.txid < pg_snapshot_xmin(pg_current_snapshot())), 0);
end
$$;

-- Dispatch (service role) --------------------------------------------------------------------------

create function public.claim_undispatched(p_limit int, p_older_than_seconds int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_events jsonb;
begin
  with due as (
    select e.id from public.events e
    where e.dispatched_at is null
      and e.occurred_at < now() - make_interval(secs => p_older_than_seconds)
      and (e.claimed_until is null or e.claimed_until < now())
    order by e.occurred_at
    limit least(p_limit, 500)
    for update skip locked
  ), claimed as (
    update public.events e set claimed_until = now() + interval '30 seconds'
    from due where e.id = due.id
    returning e.*
  )
  select coalesce(jsonb_agg(private.event_json(c::public.events) order by c.seq), '[]') into v_events from claimed c;
  return v_events;
end
$$;

create function public.record_dispatches(p_dispatches jsonb, p_done uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- The request and the relay may tell of the same events at once: in one order, so that neither waits in a circle.
  perform 1 from public.events e
  where e.id = any (p_done) or e.id in (select (d ->> 'eventId')::uuid from jsonb_array_elements(p_dispatches) as d)
  order by e.id for no key update;
  insert into public.event_dispatches (event_id, subscriber, message_id)
  select d."eventId", d.subscriber, d."messageId"
  from jsonb_to_recordset(p_dispatches) as d("eventId" uuid, subscriber text, "messageId" text)
  on conflict (event_id, subscriber) do nothing;
  update public.events e set dispatched_at = coalesce(e.dispatched_at, now())
  where e.id = any (p_done);
end
$$;

-- Dead letters ------------------------------------------------------------------------------------

create function public.record_dead_letter(p_row jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into public.dead_letters (merchant_id, job, message_id, dlq_id, url, payload, http_status, error, attempts, request_id)
  values ((select m.id from public.merchants m where m.id::text = p_row ->> 'merchantId'),
          p_row ->> 'job', p_row ->> 'messageId', p_row ->> 'dlqId', p_row ->> 'url',
          coalesce(p_row -> 'payload', '{}'), (p_row ->> 'httpStatus')::int,
          coalesce(p_row ->> 'error', 'unknown'), coalesce((p_row ->> 'attempts')::int, 0),
          coalesce(p_row ->> 'requestId', private.request_id()))
  on conflict (message_id) do update set
    dlq_id = coalesce(excluded.dlq_id, public.dead_letters.dlq_id),
    attempts = greatest(excluded.attempts, public.dead_letters.attempts)
  returning id into v_id;
  return v_id;
end
$$;

create function public.handle_dead_letter(p_id uuid, p_status text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.dead_letters;
begin
  if not private.is_operator() then
    perform private.fail(404, 'There is no such dead letter.');
  end if;
  update public.dead_letters d set status = p_status, handled_by = private.actor(), handled_at = now()
  where d.id = p_id and p_status in ('retried', 'discarded')
  returning * into v_row;
  if v_row.id is null then
    perform private.fail(404, 'There is no such dead letter.');
  end if;
  return to_jsonb(v_row);
end
$$;

-- Idempotency keys ----------------------------------------------------------------------------------

create function private.idempotency_scope(p_merchant uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_merchant is not null then
    perform private.assert_member(p_merchant);
    return 'merchant:' || p_merchant;
  elsif private.user_id() is null then
    perform private.fail(403, 'An idempotency key needs a signed-in person or a merchant.');
  end if;
  return 'user:' || private.user_id();
end
$$;

-- outcome: new (do the work), replay (status and body are the stored answer), mismatch (same key, other request),
-- in_progress (another request is doing it; its lock lapses after a minute, for the case that it died).
create function public.claim_idempotency_key(p_merchant uuid, p_key text, p_route text, p_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_scope text := private.idempotency_scope(p_merchant);
  v_row public.idempotency_keys;
begin
  delete from public.idempotency_keys k
  where k.scope = v_scope and k.key = p_key and k.route = p_route and k.created_at < now() - interval '1 day';
  loop
    insert into public.idempotency_keys (scope, key, route, request_hash, locked_until)
    values (v_scope, p_key, p_route, p_hash, now() + interval '1 minute')
    on conflict (scope, key, route) do nothing;
    if found then
      return jsonb_build_object('outcome', 'new');
    end if;
    select * into v_row from public.idempotency_keys k
    where k.scope = v_scope and k.key = p_key and k.route = p_route for update;
    -- Not found: it was released between the two statements, and is free again.
    exit when found;
  end loop;
  if v_row.request_hash <> p_hash then
    return jsonb_build_object('outcome', 'mismatch');
  elsif v_row.status_code is not null then
    return jsonb_build_object('outcome', 'replay', 'status', v_row.status_code, 'body', v_row.response);
  elsif v_row.locked_until > now() then
    return jsonb_build_object('outcome', 'in_progress');
  end if;
  update public.idempotency_keys k set locked_until = now() + interval '1 minute'
  where k.scope = v_scope and k.key = p_key and k.route = p_route;
  return jsonb_build_object('outcome', 'new');
end
$$;

create function public.finish_idempotency_key(p_merchant uuid, p_key text, p_route text, p_status int, p_body jsonb)
returns void language plpgsql security definer set search_path = '' as $$
begin
  -- The first answer stays: another request may have taken over a lock that lapsed.
  update public.idempotency_keys k set status_code = p_status, response = p_body
  where k.scope = private.idempotency_scope(p_merchant) and k.key = p_key and k.route = p_route
    and k.status_code is null;
end
$$;

create function public.release_idempotency_key(p_merchant uuid, p_key text, p_route text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from public.idempotency_keys k
  where k.scope = private.idempotency_scope(p_merchant) and k.key = p_key and k.route = p_route
    and k.status_code is null;
end
$$;

grant execute on function public.events_after, public.latest_event_seq, public.handle_dead_letter,
  public.claim_idempotency_key, public.finish_idempotency_key, public.release_idempotency_key to authenticated;
grant execute on function public.record_inbox, public.claim_undispatched, public.record_dispatches,
  public.record_dead_letter to service_role;
