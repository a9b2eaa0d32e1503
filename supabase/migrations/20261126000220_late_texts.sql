-- A text that came while the database was away is taken in later: what it says of consent holds from when it was said.

-- p_sms: {sid, from, to, body, locale, eventId, at?}; `at` is when it came, by default now.
create or replace function public.receive_sms(p_merchant uuid, p_sms jsonb, p_action text, p_replies jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_customer public.customers;
  v_message public.messages;
  v_locale text;
  v_reply text;
  v_at timestamptz := coalesce((p_sms ->> 'at')::timestamptz, now());
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
    -- The last word counts, whichever of them comes first.
    update public.customers c set sms_opted_out_at = case when p_action = 'stop' then coalesce(c.sms_opted_out_at, v_at) end
    where c.id = v_customer.id and not exists (select 1 from public.consents n
      where n.merchant_id = p_merchant and n.customer_id = v_customer.id and n.occurred_at > v_at);
    insert into public.consents (merchant_id, customer_id, channel, granted, source, occurred_at)
    values (p_merchant, v_customer.id, 'sms', p_action = 'start', 'sms:' || (p_sms ->> 'body'), v_at);
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
