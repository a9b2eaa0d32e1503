-- Callers, their calls, every turn of a call, and what was left behind: voicemails and call-back requests.

create table public.customers (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  phone text not null check (phone ~ '^\+[1-9]\d{6,14}$'),
  name text,
  email text,
  locale text check (locale in ('en', 'fr')),
  sms_opted_out_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, id),
  unique (merchant_id, phone)
);
comment on table public.customers is 'People who called or were written to, one row per merchant and number.';

create table public.consents (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('sms')),
  granted boolean not null,
  source text not null,
  occurred_at timestamptz not null default now(),
  foreign key (merchant_id, customer_id) references public.customers (merchant_id, id) on delete cascade
);
create index consents_customer_idx on public.consents (merchant_id, customer_id, occurred_at desc);
comment on table public.consents is 'Every yes and no to messages, with its source and date (CASL, TCPA). Append only.';

create table public.calls (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  phone_number_id uuid,
  customer_id uuid,
  provider text not null default 'twilio' check (provider in ('twilio', 'vapi')),
  external_id text not null,
  direction text not null default 'inbound' check (direction in ('inbound', 'outbound')),
  from_number text,
  to_number text not null,
  status text not null default 'ringing'
    check (status in ('ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled')),
  outcome text check (outcome in ('ordered', 'callback', 'message', 'transferred', 'missed', 'abandoned', 'answered', 'spam')),
  -- Something worth keeping came of it: an order, a call-back request, a message.
  captured boolean not null default false,
  ai_handled boolean not null default true,
  language text check (language in ('en', 'fr')),
  summary text,
  -- The dialogue's state after turn number `turn`; null before the first.
  dialogue jsonb,
  turn int not null default 0,
  duration_seconds int,
  provider_cost_cents int,
  billed_minutes int,
  request_id text,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  updated_at timestamptz not null default now(),
  unique (merchant_id, id),
  unique (provider, external_id),
  foreign key (merchant_id, customer_id) references public.customers (merchant_id, id),
  foreign key (merchant_id, phone_number_id) references public.phone_numbers (merchant_id, id)
);
create index calls_customer_idx on public.calls (merchant_id, customer_id);
create index calls_phone_number_idx on public.calls (merchant_id, phone_number_id);
create index calls_open_idx on public.calls (updated_at) where ended_at is null;

create table public.call_turns (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  call_id uuid not null,
  turn int not null,
  heard text,
  digits text,
  confidence real,
  said text not null,
  -- The reply as it was given, to be given again when the same turn is delivered twice.
  reply jsonb not null,
  at timestamptz not null default clock_timestamp(),
  unique (call_id, turn),
  foreign key (merchant_id, call_id) references public.calls (merchant_id, id) on delete cascade
);
create index call_turns_call_idx on public.call_turns (merchant_id, call_id, turn);
comment on table public.call_turns is 'What was heard and said, turn by turn.';

create table public.voicemails (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  call_id uuid not null,
  recording_id text not null,
  recording_url text,
  duration_seconds int,
  transcription text,
  status text not null default 'new' check (status in ('new', 'heard')),
  ready boolean not null default false,
  created_at timestamptz not null default now(),
  unique (call_id, recording_id),
  foreign key (merchant_id, call_id) references public.calls (merchant_id, id) on delete cascade
);
create index voicemails_merchant_idx on public.voicemails (merchant_id, id desc);
create index voicemails_call_idx on public.voicemails (merchant_id, call_id);

create table public.callback_requests (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  call_id uuid,
  customer_id uuid,
  phone text,
  name text,
  preferred text,
  note text,
  status text not null default 'open' check (status in ('open', 'done')),
  done_at timestamptz,
  created_at timestamptz not null default now(),
  unique (call_id),
  foreign key (merchant_id, call_id) references public.calls (merchant_id, id) on delete cascade,
  foreign key (merchant_id, customer_id) references public.customers (merchant_id, id)
);
create index callback_requests_merchant_idx on public.callback_requests (merchant_id, id desc);
create index callback_requests_call_idx on public.callback_requests (merchant_id, call_id);
create index callback_requests_customer_idx on public.callback_requests (merchant_id, customer_id);

alter table public.customers enable row level security;
alter table public.consents enable row level security;
alter table public.calls enable row level security;
alter table public.call_turns enable row level security;
alter table public.voicemails enable row level security;
alter table public.callback_requests enable row level security;
revoke all on public.customers, public.consents, public.calls, public.call_turns, public.voicemails,
  public.callback_requests from anon, authenticated;
grant select on public.customers, public.consents, public.calls, public.call_turns, public.voicemails,
  public.callback_requests to authenticated;

create policy "members read their merchant's customers" on public.customers
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their customers' consents" on public.consents
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's calls" on public.calls
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read the turns of their calls" on public.call_turns
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's voicemails" on public.voicemails
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's call-back requests" on public.callback_requests
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));

create trigger customers_touch before update on public.customers
  for each row execute function private.touch_updated_at();
create trigger calls_touch before update on public.calls
  for each row execute function private.touch_updated_at();
create trigger callback_requests_audit after update or delete on public.callback_requests
  for each row execute function private.audit();

-- Functions ---------------------------------------------------------------------------------------

create function private.customer_of(p_merchant uuid, p_phone text, p_locale text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  -- Short codes and names send texts too; they are nobody's customers.
  if p_phone is null or p_phone !~ '^\+[1-9]\d{6,14}$' then
    return null;
  end if;
  insert into public.customers (merchant_id, phone, locale) values (p_merchant, p_phone, p_locale)
  on conflict (merchant_id, phone) do update set locale = coalesce(p_locale, public.customers.locale)
  returning id into v_id;
  return v_id;
end
$$;

-- Everything the dialogue wants to know, for one answer instead of many.
create function private.dialogue_context(p_merchant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('name', m.name, 'locale', m.locale, 'currency', m.currency, 'taxes', m.taxes,
    'transferPhone', m.transfer_phone, 'hoursText', m.hours_text, 'timeZone', m.time_zone,
    'canTakePayment', exists (select 1 from public.provider_connections c
                              where c.merchant_id = m.id and c.charges_enabled),
    'catalog', private.catalog_json(m.id))
  from public.merchants m where m.id = p_merchant
$$;

create function private.call_json(c public.calls) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'externalId', c.external_id, 'from', c.from_number, 'to', c.to_number,
    'status', c.status, 'outcome', c.outcome, 'captured', c.captured, 'language', c.language,
    'turn', c.turn, 'dialogue', c.dialogue)
$$;

create function private.open_call(p_merchant uuid, p_external_id text, p_from text, p_to text) returns public.calls
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
  v_number uuid;
begin
  -- A call we know is locked before its caller, as everybody does who locks both.
  select * into v_call from public.calls c
  where c.merchant_id = p_merchant and c.external_id = p_external_id for no key update;
  if found then
    return v_call;
  end if;
  select n.id into v_number from public.phone_numbers n
  where n.merchant_id = p_merchant and n.number = p_to and n.status = 'active';
  insert into public.calls (merchant_id, external_id, from_number, to_number, customer_id, phone_number_id, request_id)
  values (p_merchant, p_external_id, p_from, p_to, private.customer_of(p_merchant, p_from), v_number, private.request_id())
  on conflict (provider, external_id) do nothing;
  select * into v_call from public.calls c
  where c.merchant_id = p_merchant and c.external_id = p_external_id for no key update;
  if not found then
    perform private.fail(404, 'There is no such call.');
  end if;
  return v_call;
end
$$;

create function public.start_call(p_merchant uuid, p_external_id text, p_from text, p_to text, p_event_id text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
begin
  perform private.assert_member(p_merchant);
  v_call := private.open_call(p_merchant, p_external_id, p_from, p_to);
  if private.note_inbox('twilio', p_event_id, 'voice', p_merchant, 'processed')
     and v_call.turn = 0 and v_call.ended_at is null then
    update public.calls set status = 'in-progress' where id = v_call.id returning * into v_call;
    perform private.announce(p_merchant, 'call.started', 'call', v_call.id,
      jsonb_build_object('from', v_call.from_number));
  end if;
  return jsonb_build_object('call', private.call_json(v_call), 'merchant', private.dialogue_context(p_merchant));
end
$$;

-- `reply` is what was answered when this turn came before: answer the same again.
create function public.load_turn(p_merchant uuid, p_external_id text, p_turn int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_call public.calls;
begin
  perform private.assert_member(p_merchant);
  select * into v_call from public.calls c where c.merchant_id = p_merchant and c.external_id = p_external_id;
  if not found then
    return null;
  end if;
  return jsonb_build_object('call', private.call_json(v_call), 'merchant', private.dialogue_context(p_merchant),
    'reply', (select t.reply from public.call_turns t
              where t.merchant_id = p_merchant and t.call_id = v_call.id and t.turn = p_turn));
end
$$;

create function private.request_callback(p_call public.calls, p_effect jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  insert into public.callback_requests (merchant_id, call_id, customer_id, phone, name, preferred, note)
  values (p_call.merchant_id, p_call.id, private.customer_of(p_call.merchant_id, p_effect ->> 'phone'),
          p_effect ->> 'phone', p_effect ->> 'name', p_effect ->> 'preferred', p_effect ->> 'note')
  on conflict (call_id) do update set
    phone = coalesce(excluded.phone, public.callback_requests.phone),
    name = coalesce(excluded.name, public.callback_requests.name),
    preferred = coalesce(excluded.preferred, public.callback_requests.preferred),
    note = coalesce(excluded.note, public.callback_requests.note),
    customer_id = coalesce(excluded.customer_id, public.callback_requests.customer_id)
  returning id into v_id;
  if p_effect ->> 'name' is not null then
    update public.customers c set name = coalesce(c.name, p_effect ->> 'name')
    where c.merchant_id = p_call.merchant_id and c.phone = p_effect ->> 'phone';
  end if;
  return private.emit_event(p_call.merchant_id, 'callback.requested', 'callback_request', v_id,
    jsonb_build_object('callId', p_call.id));
end
$$;

-- p_status is Twilio's; once a call has ended, nothing reopens it. A call that was never seen (our database was
-- away when it rang) is opened here, so that its caller still gets a text.
create function public.apply_call_status(p_merchant uuid, p_external_id text, p_from text, p_to text, p_status text,
                                         p_duration int, p_event_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
  v_events jsonb := '[]';
begin
  perform private.assert_member(p_merchant);
  v_call := private.open_call(p_merchant, p_external_id, p_from, p_to);
  if not private.note_inbox('twilio', p_event_id, 'call-status', p_merchant, 'processed') then
    return jsonb_build_object('outcome', 'repeated', 'events', v_events);
  end if;
  if v_call.ended_at is not null then
    return jsonb_build_object('outcome', 'late', 'events', v_events);
  end if;
  if p_status in ('ringing', 'in-progress', 'queued', 'initiated') then
    return jsonb_build_object('outcome', 'processed', 'events', v_events);
  end if;
  update public.calls c set
    status = p_status,
    duration_seconds = coalesce(p_duration, c.duration_seconds),
    billed_minutes = ceil(coalesce(p_duration, 0) / 60.0),
    ended_at = now(),
    outcome = coalesce(c.outcome, case when c.captured then 'answered' when c.turn = 0 then 'missed' else 'abandoned' end)
  where c.id = v_call.id returning * into v_call;
  perform private.announce(p_merchant, 'call.ended', 'call', v_call.id,
    jsonb_build_object('status', v_call.status, 'outcome', v_call.outcome));
  if not v_call.captured and v_call.outcome in ('missed', 'abandoned') then
    v_events := v_events || private.emit_event(p_merchant, 'call.missed', 'call', v_call.id,
      jsonb_build_object('from', v_call.from_number));
  end if;
  return jsonb_build_object('outcome', 'processed', 'events', v_events);
end
$$;

create function public.apply_recording(p_merchant uuid, p_external_id text, p_recording_id text, p_url text,
                                       p_duration int, p_event_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
  v_id uuid;
begin
  perform private.assert_member(p_merchant);
  select * into v_call from public.calls c
  where c.merchant_id = p_merchant and c.external_id = p_external_id for no key update;
  if not found then
    return jsonb_build_object('outcome', 'unknown_call', 'events', '[]'::jsonb);
  end if;
  if not private.note_inbox('twilio', p_event_id, 'recording', p_merchant, 'processed') then
    return jsonb_build_object('outcome', 'repeated', 'events', '[]'::jsonb);
  end if;
  insert into public.voicemails (merchant_id, call_id, recording_id, recording_url, duration_seconds, ready)
  values (p_merchant, v_call.id, p_recording_id, p_url, p_duration, true)
  on conflict (call_id, recording_id) do update
    set recording_url = excluded.recording_url, duration_seconds = excluded.duration_seconds, ready = true
  returning id into v_id;
  update public.calls c set captured = true,
    outcome = case when c.outcome is null or c.outcome in ('missed', 'abandoned') then 'message' else c.outcome end
  where c.id = v_call.id;
  return jsonb_build_object('outcome', 'processed', 'events', jsonb_build_array(
    private.emit_event(p_merchant, 'voicemail.received', 'voicemail', v_id,
      jsonb_build_object('callId', v_call.id, 'seconds', p_duration))));
end
$$;

create function public.apply_transcription(p_merchant uuid, p_external_id text, p_recording_id text, p_text text,
                                           p_event_id text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_call uuid;
  v_id uuid;
begin
  perform private.assert_member(p_merchant);
  -- Locked, as for the recording: the two come at once and write the same row.
  select c.id into v_call from public.calls c
  where c.merchant_id = p_merchant and c.external_id = p_external_id for no key update;
  if not found then
    return jsonb_build_object('outcome', 'unknown_call', 'events', '[]'::jsonb);
  end if;
  if not private.note_inbox('twilio', p_event_id, 'transcription', p_merchant, 'processed') then
    return jsonb_build_object('outcome', 'repeated', 'events', '[]'::jsonb);
  end if;
  -- The transcript may come before the recording's own callback.
  insert into public.voicemails (merchant_id, call_id, recording_id, transcription)
  values (p_merchant, v_call, p_recording_id, p_text)
  on conflict (call_id, recording_id) do update set transcription = excluded.transcription
  returning id into v_id;
  perform private.announce(p_merchant, 'voicemail.transcribed', 'voicemail', v_id, jsonb_build_object('callId', v_call));
  return jsonb_build_object('outcome', 'processed', 'events', '[]'::jsonb);
end
$$;

create function public.set_callback_status(p_merchant uuid, p_id uuid, p_status text) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant);
  update public.callback_requests r set status = p_status, done_at = case when p_status = 'done' then coalesce(r.done_at, now()) end
  where r.merchant_id = p_merchant and r.id = p_id;
  if not found then
    perform private.fail(404, 'There is no such call-back request.');
  end if;
  perform private.announce(p_merchant, 'callback.updated', 'callback_request', p_id, jsonb_build_object('status', p_status));
  return p_id;
end
$$;

create function public.set_voicemail_status(p_merchant uuid, p_id uuid, p_status text) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant);
  update public.voicemails v set status = p_status where v.merchant_id = p_merchant and v.id = p_id;
  if not found then
    perform private.fail(404, 'There is no such voicemail.');
  end if;
  perform private.announce(p_merchant, 'voicemail.updated', 'voicemail', p_id, jsonb_build_object('status', p_status));
  return p_id;
end
$$;

grant execute on function public.start_call, public.load_turn, public.apply_call_status, public.apply_recording,
  public.apply_transcription, public.set_callback_status, public.set_voicemail_status to authenticated;
