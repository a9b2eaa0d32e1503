-- Messages: queued once, sent once, followed until delivered. And what people text back.

create table public.messages (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  -- One effect, one message: e.g. receipt:<order>:sms.
  dedupe_key text not null,
  direction text not null check (direction in ('outbound', 'inbound')),
  channel text not null check (channel in ('sms', 'email')),
  to_address text not null,
  from_address text,
  template text,
  locale text not null check (locale in ('en', 'fr')),
  subject text,
  body text not null,
  html text,
  status text not null
    check (status in ('queued', 'sending', 'sent', 'delivered', 'failed', 'undelivered', 'received', 'suppressed')),
  error_code text,
  error text,
  provider text,
  provider_id text,
  -- An attempt began and its fate is not known: find out before trying again.
  attempt_started_at timestamptz,
  lease_until timestamptz,
  attempts int not null default 0,
  order_id uuid,
  call_id uuid,
  customer_id uuid,
  request_id text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  updated_at timestamptz not null default now(),
  unique (merchant_id, id),
  unique (merchant_id, dedupe_key),
  foreign key (merchant_id, order_id) references public.orders (merchant_id, id) on delete cascade,
  foreign key (merchant_id, call_id) references public.calls (merchant_id, id) on delete cascade,
  foreign key (merchant_id, customer_id) references public.customers (merchant_id, id)
);
create index messages_order_idx on public.messages (merchant_id, order_id);
create index messages_call_idx on public.messages (merchant_id, call_id);
create index messages_customer_idx on public.messages (merchant_id, customer_id);

alter table public.messages enable row level security;
revoke all on public.messages from anon, authenticated;
grant select on public.messages to authenticated;
create policy "members read their merchant's messages" on public.messages
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create trigger messages_touch before update on public.messages
  for each row execute function private.touch_updated_at();

create function private.message_facts(m public.messages) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('channel', m.channel, 'status', m.status, 'template', m.template,
    'orderId', m.order_id, 'callId', m.call_id)
$$;
create function private.message_event(m public.messages, p_type text) returns jsonb
language sql volatile set search_path = '' as $$
  select private.emit_event(m.merchant_id, p_type, 'message', m.id, private.message_facts(m))
$$;
create function private.announce_message(m public.messages) returns void
language sql volatile set search_path = '' as $$
  select private.announce(m.merchant_id, 'message.' || m.status, 'message', m.id, private.message_facts(m))
$$;

-- Everything a message about an event is made of, in one answer: the order, call, voicemail or call-back it is about.
create function public.message_context(p_merchant uuid, p_subject_type text, p_subject uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_call public.calls;
  v_call_id uuid;
begin
  perform private.assert_member(p_merchant);
  if p_subject_type = 'order' then
    select * into v_order from public.orders o where o.merchant_id = p_merchant and o.id = p_subject;
    v_call_id := v_order.call_id;
  elsif p_subject_type = 'call' then
    v_call_id := p_subject;
  elsif p_subject_type = 'voicemail' then
    select v.call_id into v_call_id from public.voicemails v where v.merchant_id = p_merchant and v.id = p_subject;
  elsif p_subject_type = 'callback_request' then
    select r.call_id into v_call_id from public.callback_requests r where r.merchant_id = p_merchant and r.id = p_subject;
  end if;
  select * into v_call from public.calls c where c.merchant_id = p_merchant and c.id = v_call_id;
  return jsonb_build_object(
    'merchant', (select jsonb_build_object('name', m.name, 'locale', m.locale, 'timeZone', m.time_zone,
        'alertEmail', m.alert_email, 'alertPhone', m.alert_phone,
        'smsFrom', (select n.number from public.phone_numbers n
                    where n.merchant_id = m.id and n.status = 'active' order by n.activated_at limit 1))
      from public.merchants m where m.id = p_merchant),
    'order', case when v_order.id is null then null else jsonb_build_object('id', v_order.id, 'number', v_order.number,
        'status', v_order.status, 'locale', v_order.locale, 'currency', v_order.currency,
        'subtotalCents', v_order.subtotal_cents, 'taxCents', v_order.tax_cents, 'totalCents', v_order.total_cents,
        'taxes', v_order.taxes, 'summary', v_order.summary, 'phone', v_order.customer_phone,
        'email', v_order.customer_email, 'customerName', v_order.customer_name, 'customerId', v_order.customer_id,
        'callId', v_order.call_id, 'expiresAt', v_order.expires_at, 'attention', v_order.attention,
        'lines', (select jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity,
                    'totalCents', l.total_cents, 'options', l.options) order by l.position)
                  from public.order_lines l where l.order_id = v_order.id),
        'url', (select p.url from public.payments p where p.order_id = v_order.id
                and p.attempt = v_order.checkout_attempt)) end,
    'call', case when v_call.id is null then null else jsonb_build_object('id', v_call.id, 'from', v_call.from_number,
        'outcome', v_call.outcome, 'captured', v_call.captured, 'language', v_call.language,
        'customerId', v_call.customer_id, 'startedAt', v_call.started_at) end,
    'voicemail', (select jsonb_build_object('id', v.id, 'seconds', v.duration_seconds, 'transcription', v.transcription)
      from public.voicemails v where p_subject_type = 'voicemail' and v.merchant_id = p_merchant and v.id = p_subject),
    'callback', (select jsonb_build_object('id', r.id, 'name', r.name, 'phone', r.phone, 'preferred', r.preferred, 'note', r.note)
      from public.callback_requests r
      where p_subject_type = 'callback_request' and r.merchant_id = p_merchant and r.id = p_subject),
    'message', (select jsonb_build_object('id', x.id, 'from', x.from_address, 'body', x.body)
      from public.messages x where p_subject_type = 'message' and x.merchant_id = p_merchant and x.id = p_subject));
end
$$;

-- p_messages: [{dedupeKey, channel, to, from, template, locale, subject, body, html, orderId, callId, customerId}].
create function public.queue_messages(p_merchant uuid, p_messages jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_item jsonb;
  v_message public.messages;
  v_stopped boolean;
  v_events jsonb := '[]';
begin
  perform private.assert_member(p_merchant);
  for v_item in select m from jsonb_array_elements(p_messages) as m loop
    v_stopped := v_item ->> 'channel' = 'sms' and exists (select 1 from public.customers c
      where c.merchant_id = p_merchant and c.phone = v_item ->> 'to' and c.sms_opted_out_at is not null);
    v_message := null;
    insert into public.messages (merchant_id, dedupe_key, direction, channel, to_address, from_address, template, locale,
      subject, body, html, status, error, order_id, call_id, customer_id, request_id)
    values (p_merchant, v_item ->> 'dedupeKey', 'outbound', v_item ->> 'channel', v_item ->> 'to', v_item ->> 'from',
      v_item ->> 'template', v_item ->> 'locale', v_item ->> 'subject', v_item ->> 'body', v_item ->> 'html',
      case when v_stopped then 'suppressed' else 'queued' end,
      case when v_stopped then 'This person asked for no more texts (STOP).' end,
      (v_item ->> 'orderId')::uuid, (v_item ->> 'callId')::uuid, (v_item ->> 'customerId')::uuid, private.request_id())
    on conflict (merchant_id, dedupe_key) do nothing
    returning * into v_message;
    if v_message.id is not null and not v_stopped then
      v_events := v_events || private.message_event(v_message, v_message.channel || '.queued');
    end if;
  end loop;
  return jsonb_build_object('events', v_events);
end
$$;

-- outcome: claimed (send it; `uncertainSince` says that an earlier attempt may have gone through),
-- settled (nothing to do), busy (another attempt holds the lease).
create function public.claim_message(p_merchant uuid, p_message uuid, p_lease_until timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_message public.messages;
  v_since timestamptz;
begin
  perform private.assert_member(p_merchant);
  select * into v_message from public.messages m where m.merchant_id = p_merchant and m.id = p_message for update;
  if not found then
    perform private.fail(404, 'There is no such message.');
  elsif v_message.status not in ('queued', 'sending') or v_message.direction <> 'outbound' then
    return jsonb_build_object('outcome', 'settled');
  elsif v_message.status = 'sending' and v_message.lease_until > clock_timestamp() then
    return jsonb_build_object('outcome', 'busy', 'until', v_message.lease_until);
  end if;
  v_since := v_message.attempt_started_at;
  -- STOP may have come between queueing and sending.
  if v_message.channel = 'sms' and exists (select 1 from public.customers c where c.merchant_id = p_merchant
       and c.phone = v_message.to_address and c.sms_opted_out_at is not null) then
    update public.messages m set status = 'suppressed', error = 'This person asked for no more texts (STOP).'
    where m.id = p_message;
    return jsonb_build_object('outcome', 'settled');
  end if;
  update public.messages m set status = 'sending', lease_until = p_lease_until, attempts = m.attempts + 1,
    attempt_started_at = coalesce(m.attempt_started_at, clock_timestamp())
  where m.id = p_message returning * into v_message;
  return jsonb_build_object('outcome', 'claimed', 'uncertainSince', v_since,
    -- The same words may have been sent on purpose before: those messages are not this one.
    'knownIds', coalesce((select jsonb_agg(x.provider_id) from public.messages x
      where v_since is not null and x.merchant_id = p_merchant and x.to_address = v_message.to_address
        and x.provider_id is not null and x.created_at > v_since - interval '1 day'), '[]'),
    'message', jsonb_build_object('id', v_message.id, 'channel', v_message.channel, 'to', v_message.to_address,
      'from', v_message.from_address, 'subject', v_message.subject, 'body', v_message.body, 'html', v_message.html,
      'merchantName', (select m.name from public.merchants m where m.id = p_merchant)));
end
$$;

create function private.message_rank(p_status text) returns int
language sql immutable set search_path = '' as $$
  -- A suppressed one may have left with an attempt whose fate was not known: then the provider's news moves it on.
  select case p_status when 'queued' then 0 when 'sending' then 1 when 'suppressed' then 1 when 'sent' then 2 else 3 end
$$;

-- p_result: {status: sent | failed | not_sent | unknown, providerId, provider, errorCode, error}.
-- not_sent: surely not taken, a later attempt starts clean. unknown: perhaps taken, the next attempt looks first.
create function public.record_message_result(p_merchant uuid, p_message uuid, p_result jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_message public.messages;
  v_status text := p_result ->> 'status';
begin
  perform private.assert_member(p_merchant);
  select * into v_message from public.messages m where m.merchant_id = p_merchant and m.id = p_message for update;
  if not found then
    perform private.fail(404, 'There is no such message.');
  end if;
  -- The provider's own news may have overtaken us: the further state stays, and what it says.
  if private.message_rank(v_message.status) > 1 then
    update public.messages m set lease_until = null, provider = coalesce(m.provider, p_result ->> 'provider'),
      provider_id = coalesce(m.provider_id, p_result ->> 'providerId'),
      sent_at = case when v_status = 'sent' then coalesce(m.sent_at, now()) else m.sent_at end
    where m.id = p_message;
    return;
  end if;
  update public.messages m set
    status = case
      when v_status in ('sent', 'failed') then v_status
      when m.status = 'sending' then 'queued'
      else m.status end,
    provider = coalesce(p_result ->> 'provider', m.provider),
    provider_id = coalesce(p_result ->> 'providerId', m.provider_id),
    error_code = coalesce(p_result ->> 'errorCode', m.error_code),
    error = case when v_status = 'sent' then null else p_result ->> 'error' end,
    sent_at = case when v_status = 'sent' then coalesce(m.sent_at, now()) else m.sent_at end,
    failed_at = case when v_status = 'failed' then now() else m.failed_at end,
    attempt_started_at = case when v_status = 'not_sent' then null else m.attempt_started_at end,
    lease_until = null
  where m.id = p_message returning * into v_message;
  if v_status in ('sent', 'failed') then
    perform private.announce_message(v_message);
  end if;
end
$$;

-- Provider's delivery news, in any order: only ever forward.
create function public.apply_message_status(p_merchant uuid, p_message uuid, p_provider_id text, p_status text,
                                            p_error_code text, p_error text, p_event_id text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_message public.messages;
  v_forward boolean;
begin
  perform private.assert_member(p_merchant);
  select * into v_message from public.messages m where m.merchant_id = p_merchant and m.id = p_message for update;
  if not found then
    return 'unknown_message';
  end if;
  if not private.note_inbox('twilio', p_event_id, 'message-status', p_merchant, 'processed') then
    return 'repeated';
  end if;
  v_forward := private.message_rank(p_status) > private.message_rank(v_message.status);
  update public.messages m set
    provider = 'twilio', provider_id = coalesce(m.provider_id, p_provider_id),
    status = case when v_forward then p_status else m.status end,
    sent_at = case when p_status in ('sent', 'delivered') then coalesce(m.sent_at, now()) else m.sent_at end,
    delivered_at = case when v_forward and p_status = 'delivered' then now() else m.delivered_at end,
    failed_at = case when v_forward and p_status in ('failed', 'undelivered') then now() else m.failed_at end,
    error_code = case when v_forward then p_error_code else m.error_code end,
    error = case when v_forward then p_error else m.error end
  where m.id = p_message returning * into v_message;
  if not v_forward then
    return 'late';
  end if;
  perform private.announce_message(v_message);
  return 'processed';
end
$$;

-- p_action: stop | start | help | null (an ordinary text). p_replies: {en, fr}, the answer in each language, or null.
-- The answer is kept as a message too; Twilio delivers it from the TwiML.
create function public.receive_sms(p_merchant uuid, p_sms jsonb, p_action text, p_replies jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_customer public.customers;
  v_message public.messages;
  v_locale text;
  v_reply text;
begin
  perform private.assert_member(p_merchant);
  v_customer.id := private.customer_of(p_merchant, p_sms ->> 'from');
  select * into v_customer from public.customers c where c.id = v_customer.id for no key update;
  -- ARRET and AIDE are French words: who writes them is answered in French.
  v_locale := coalesce(p_sms ->> 'locale', v_customer.locale,
                       (select m.locale from public.merchants m where m.id = p_merchant));
  v_reply := replace(p_replies ->> v_locale, '{merchant}', (select m.name from public.merchants m where m.id = p_merchant));
  if not private.note_inbox('twilio', p_sms ->> 'eventId', 'sms', p_merchant, 'processed') then
    return jsonb_build_object('outcome', 'repeated', 'reply', v_reply, 'events', '[]'::jsonb);
  end if;
  insert into public.messages (merchant_id, dedupe_key, direction, channel, to_address, from_address, locale, body,
    status, provider, provider_id, customer_id, request_id)
  values (p_merchant, 'in:' || (p_sms ->> 'sid'), 'inbound', 'sms', p_sms ->> 'to', p_sms ->> 'from', v_locale,
    p_sms ->> 'body', 'received', 'twilio', p_sms ->> 'sid', v_customer.id, private.request_id())
  returning * into v_message;
  if p_action in ('stop', 'start') and v_customer.id is not null then
    update public.customers c set sms_opted_out_at = case when p_action = 'stop' then coalesce(c.sms_opted_out_at, now()) end
    where c.id = v_customer.id;
    insert into public.consents (merchant_id, customer_id, channel, granted, source)
    values (p_merchant, v_customer.id, 'sms', p_action = 'start', 'sms:' || (p_sms ->> 'body'));
  end if;
  if v_reply is not null then
    insert into public.messages (merchant_id, dedupe_key, direction, channel, to_address, from_address, template, locale,
      body, status, provider, customer_id, request_id, sent_at)
    values (p_merchant, 'reply:' || (p_sms ->> 'sid'), 'outbound', 'sms', p_sms ->> 'from', p_sms ->> 'to',
      'sms_' || p_action, v_locale, v_reply, 'sent', 'twilio', v_customer.id, private.request_id(), now());
  end if;
  return jsonb_build_object('outcome', 'processed', 'reply', v_reply, 'events', jsonb_build_array(
    private.message_event(v_message, case when p_action is null then 'message.received' else 'message.consent' end)));
end
$$;

grant execute on function public.message_context, public.queue_messages, public.claim_message,
  public.record_message_result, public.apply_message_status, public.receive_sms to authenticated;
