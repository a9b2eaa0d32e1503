-- When a call back suits: as a day and a time too, where the caller confirmed them.

alter table public.callback_requests
  add column preferred_date date,
  add column preferred_time time;
comment on column public.callback_requests.preferred is 'As it was read back and confirmed, else in the caller''s own words.';
comment on column public.callback_requests.preferred_date is 'Local to the business; only what was read back to the caller and confirmed.';
comment on column public.callback_requests.preferred_time is 'Local to the business; only what was read back to the caller and confirmed.';

-- The dialogue also needs to know what day and time it is there: "tomorrow at three" is counted from it.
create or replace function private.dialogue_context(p_merchant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('name', m.name, 'locale', m.locale, 'currency', m.currency, 'taxes', m.taxes,
    'transferPhone', m.transfer_phone, 'hoursText', m.hours_text, 'timeZone', m.time_zone,
    'now', to_char(now() at time zone m.time_zone, 'YYYY-MM-DD"T"HH24:MI'),
    'canTakePayment', exists (select 1 from public.provider_connections c
                              where c.merchant_id = m.id and c.charges_enabled),
    'catalog', private.catalog_json(m.id))
  from public.merchants m where m.id = p_merchant
$$;

-- A later request of the same call tells what is new; a new time replaces the old one with its words.
create or replace function private.request_callback(p_call public.calls, p_effect jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_retimed boolean := p_effect ? 'preferred';
begin
  insert into public.callback_requests (merchant_id, call_id, customer_id, phone, name, preferred, preferred_date,
                                        preferred_time, note)
  values (p_call.merchant_id, p_call.id, private.customer_of(p_call.merchant_id, p_effect ->> 'phone'),
          p_effect ->> 'phone', p_effect ->> 'name', p_effect ->> 'preferred', (p_effect ->> 'date')::date,
          (p_effect ->> 'time')::time, p_effect ->> 'note')
  on conflict (call_id) do update set
    phone = coalesce(excluded.phone, public.callback_requests.phone),
    name = coalesce(excluded.name, public.callback_requests.name),
    preferred = coalesce(excluded.preferred, public.callback_requests.preferred),
    preferred_date = case when v_retimed then excluded.preferred_date else public.callback_requests.preferred_date end,
    preferred_time = case when v_retimed then excluded.preferred_time else public.callback_requests.preferred_time end,
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
