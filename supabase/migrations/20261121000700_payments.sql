-- What happens to an order after it is placed: checkout sessions, the provider's events, refunds, staff's decisions.

-- What a job needs to ask for money, in one answer.
create function public.checkout_context(p_merchant uuid, p_order uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  perform private.assert_member(p_merchant);
  select * into v_order from public.orders o where o.merchant_id = p_merchant and o.id = p_order;
  if not found then
    perform private.fail(404, 'There is no such order.');
  end if;
  return jsonb_build_object(
    'order', jsonb_build_object('id', v_order.id, 'number', v_order.number, 'status', v_order.status,
      'locale', v_order.locale, 'currency', v_order.currency, 'totalCents', v_order.total_cents,
      'subtotalCents', v_order.subtotal_cents, 'taxes', v_order.taxes, 'attempt', v_order.checkout_attempt,
      'customerEmail', v_order.customer_email),
    'lines', (select jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity,
                'unitPriceCents', l.unit_price_cents, 'options', l.options) order by l.position)
              from public.order_lines l where l.merchant_id = p_merchant and l.order_id = p_order),
    'merchant', (select jsonb_build_object('name', m.name, 'expiryMinutes', m.payment_expiry_minutes)
                 from public.merchants m where m.id = p_merchant),
    'account', (select jsonb_build_object('id', c.account_id, 'chargesEnabled', c.charges_enabled)
                from public.provider_connections c where c.merchant_id = p_merchant and c.provider = 'stripe'),
    'payments', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'attempt', p.attempt, 'status', p.status,
                'sessionId', p.session_id, 'accountId', p.account_id, 'paymentIntentId', p.payment_intent_id, 'url', p.url)
                order by p.attempt)
              from public.payments p where p.merchant_id = p_merchant and p.order_id = p_order), '[]'));
end
$$;

-- Whoever writes an order or its payments and refunds locks the order first: nobody waits in a circle.
create function private.lock_order(p_merchant uuid, p_order uuid) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders o where o.merchant_id = p_merchant and o.id = p_order for no key update;
  if not found then
    perform private.fail(404, 'There is no such order.');
  end if;
  return v_order;
end
$$;

-- p_session: {sessionId, url, accountId, amountCents, currency, feeCents, expiresAt}. `wanted` is false when the order
-- does not wait for this page (any more, or because another serves this attempt): the job then lets it expire at the
-- provider. Should it be paid all the same, its event makes the row that is missing here.
create function public.attach_checkout(p_merchant uuid, p_order uuid, p_attempt int, p_session jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_payment public.payments;
begin
  perform private.assert_member(p_merchant);
  v_order := private.lock_order(p_merchant, p_order);
  select * into v_payment from public.payments p where p.order_id = p_order and p.attempt = p_attempt;
  if found then
    return jsonb_build_object('wanted', v_order.status = 'awaiting_payment' and v_order.checkout_attempt = p_attempt
      and v_payment.session_id = p_session ->> 'sessionId', 'events', '[]'::jsonb);
  end if;
  insert into public.payments (merchant_id, order_id, attempt, account_id, session_id, url, amount_cents, currency,
                               fee_cents, expires_at)
  values (p_merchant, p_order, p_attempt, p_session ->> 'accountId', p_session ->> 'sessionId', p_session ->> 'url',
          (p_session ->> 'amountCents')::int, p_session ->> 'currency', (p_session ->> 'feeCents')::int,
          (p_session ->> 'expiresAt')::timestamptz)
  -- The provider's event came first and made the row: it lacks what only we know.
  on conflict (session_id) do update set attempt = excluded.attempt, url = excluded.url,
    fee_cents = excluded.fee_cents, expires_at = excluded.expires_at
  returning * into v_payment;
  if v_order.status <> 'awaiting_payment' or v_order.checkout_attempt <> p_attempt or v_payment.status <> 'open' then
    return jsonb_build_object('wanted', false, 'events', '[]'::jsonb);
  end if;
  update public.orders o set expires_at = (p_session ->> 'expiresAt')::timestamptz
  where o.id = p_order returning * into v_order;
  return jsonb_build_object('wanted', true, 'events',
    jsonb_build_array(private.order_event(v_order, 'payment_link.ready')));
end
$$;

create function private.flag_order(p_order uuid, p_sentence text) returns void
language sql security definer set search_path = '' as $$
  update public.orders o set attention = p_sentence where o.id = p_order
$$;

-- Another page for the order, and as much time to pay as for the first.
create function private.next_attempt(p_order public.orders) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  update public.orders o set checkout_attempt = o.checkout_attempt + 1,
    expires_at = now() + make_interval(mins => m.payment_expiry_minutes)
  from public.merchants m
  where m.id = o.merchant_id and o.id = p_order.id returning o.* into v_order;
  return v_order;
end
$$;

create function private.open_refund(p_order public.orders, p_payment uuid, p_amount int, p_reason text,
                                    p_request_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_refund public.refunds;
begin
  insert into public.refunds (merchant_id, order_id, payment_id, amount_cents, reason, requested_by, request_key)
  values (p_order.merchant_id, p_order.id, p_payment, p_amount, p_reason, private.actor(), p_request_key)
  returning * into v_refund;
  return private.order_event(p_order, 'refund.requested',
    jsonb_build_object('refundId', v_refund.id, 'amountCents', p_amount));
end
$$;

-- Money arrived for this payment. What that means depends on where the order stands.
create function private.settle_paid(p_order public.orders, p_payment public.payments, p_event jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders := p_order;
begin
  update public.orders o set
    customer_email = coalesce(o.customer_email, p_event ->> 'customerEmail'),
    customer_name = coalesce(o.customer_name, p_event ->> 'customerName')
  where o.id = p_order.id returning * into v_order;
  if v_order.status not in ('awaiting_payment', 'expired') then
    -- Cancelled in the meantime, or paid twice: the money goes back by itself.
    if p_payment.amount_cents = 0 then
      return '[]';
    end if;
    perform private.flag_order(v_order.id, 'A payment that was no longer wanted came in and is being refunded.');
    return jsonb_build_array(private.open_refund(v_order, p_payment.id, p_payment.amount_cents,
      case when v_order.status = 'cancelled' then 'The order was cancelled before it was paid'
           else 'The order was already paid' end));
  elsif (p_event ->> 'amountCents')::int is distinct from v_order.total_cents
     or lower(p_event ->> 'currency') is distinct from v_order.currency then
    perform private.flag_order(v_order.id, 'The amount paid is not the amount of the order: check it at Stripe.');
    return jsonb_build_array(private.order_event(v_order, 'payment.mismatch',
      jsonb_build_object('paidCents', (p_event ->> 'amountCents')::int, 'paidCurrency', p_event ->> 'currency')));
  end if;
  update public.payments p set pays_order = true where p.id = p_payment.id;
  update public.orders o set status = 'paid', paid_at = now() where o.id = v_order.id returning * into v_order;
  return jsonb_build_array(private.order_event(v_order, 'order.paid'));
end
$$;

create function private.set_refunded(p_payment uuid, p_refunded int) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  update public.payments p set refunded_cents = p_refunded where p.id = p_payment;
  update public.orders o set
    refunded_cents = (select coalesce(sum(p.refunded_cents), 0) from public.payments p where p.order_id = o.id)
  where o.id = (select p.order_id from public.payments p where p.id = p_payment) returning * into v_order;
  return v_order;
end
$$;

-- p_refunded: all that was given back of this payment so far.
create function private.settle_refunded(p_payment public.payments, p_refunded int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_refunded int := least(p_refunded, p_payment.amount_cents);
  v_order public.orders;
begin
  if v_refunded is null or v_refunded <= p_payment.refunded_cents then
    return '[]';
  end if;
  v_order := private.set_refunded(p_payment.id, v_refunded);
  -- The refunds we asked for are done as far as the sum reaches, the oldest first: of one that was pending at the
  -- provider we hear nothing else.
  update public.refunds r set status = 'succeeded'
  from (select s.id, sum(s.amount_cents) over (order by s.status = 'succeeded' desc, s.created_at, s.id) as reached
        from public.refunds s where s.payment_id = p_payment.id and s.status <> 'failed') as done
  where r.id = done.id and r.status = 'requested' and done.reached <= v_refunded;
  -- A payment that was never the order's (cancelled, paid twice) does not make the order a refunded one.
  if v_order.status in ('paid', 'fulfilled') and p_payment.pays_order and v_refunded >= v_order.total_cents then
    update public.orders o set status = 'refunded', refunded_at = now() where o.id = v_order.id returning * into v_order;
  end if;
  return jsonb_build_array(private.order_event(v_order, 'order.refunded',
    jsonb_build_object('refundedCents', v_refunded - p_payment.refunded_cents, 'full', v_order.status = 'refunded')));
end
$$;

-- The order an event is about: that of a payment we know, else the one the event names. Null when none of ours.
create function private.order_of(p_merchant uuid, p_event jsonb) returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select p.order_id from public.payments p
     where p.merchant_id = p_merchant
       and (p.session_id = p_event ->> 'sessionId'
            or (p_event ->> 'sessionId' is null and p.payment_intent_id = p_event ->> 'paymentIntentId'))
     limit 1),
    (select o.id from public.orders o where o.merchant_id = p_merchant and o.id::text = p_event ->> 'orderId'))
$$;

-- The payment of a locked order that an event is about. A page we have no record of (its event overtook us, or the
-- provider's answer never reached us) gets one, as attempt 0, so that its money is not lost sight of.
create function private.payment_of(p_order public.orders, p_event jsonb) returns public.payments
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
begin
  if p_event ->> 'sessionId' is null then
    select * into v_payment from public.payments p
    where p.order_id = p_order.id and p.payment_intent_id = p_event ->> 'paymentIntentId' limit 1;
    return v_payment;
  end if;
  insert into public.payments (merchant_id, order_id, attempt, account_id, session_id, amount_cents, currency)
  values (p_order.merchant_id, p_order.id, 0, p_event ->> 'accountId', p_event ->> 'sessionId',
          coalesce((p_event ->> 'amountCents')::int, p_order.total_cents), coalesce(p_event ->> 'currency', p_order.currency))
  on conflict (session_id) do nothing;
  update public.payments p set payment_intent_id = coalesce(p_event ->> 'paymentIntentId', p.payment_intent_id)
  where p.order_id = p_order.id and p.session_id = p_event ->> 'sessionId'
  returning * into v_payment;
  return v_payment;
end
$$;

-- A payment's way is open → processing → succeeded or failed, or open → expired; only success comes after any of them.
create function private.apply_checkout_event(p_order public.orders, p_payment public.payments, p_event jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_kind text := p_event ->> 'kind';
  v_order public.orders := p_order;
  v_payment public.payments;
  -- News of a page that another has replaced says nothing about the order.
  v_current boolean := p_order.status = 'awaiting_payment' and p_payment.attempt = p_order.checkout_attempt;
begin
  if v_kind = 'payment_succeeded' or (v_kind = 'checkout_completed' and (p_event ->> 'paid')::boolean) then
    update public.payments p set status = 'succeeded', amount_cents = coalesce((p_event ->> 'amountCents')::int, p.amount_cents)
    where p.id = p_payment.id and p.status <> 'succeeded' returning * into v_payment;
    return case when found then private.settle_paid(v_order, v_payment, p_event) else '[]' end;
  elsif v_kind = 'checkout_completed' then
    update public.payments p set status = 'processing' where p.id = p_payment.id and p.status = 'open';
    return case when found then jsonb_build_array(private.order_event(v_order, 'payment.processing')) else '[]' end;
  elsif v_kind = 'payment_failed' then
    update public.payments p set status = 'failed' where p.id = p_payment.id and p.status in ('open', 'processing');
    if found and v_current then
      v_order := private.next_attempt(v_order);
      return jsonb_build_array(private.order_event(v_order, 'payment.failed'));
    end if;
  elsif v_kind = 'checkout_expired' then
    update public.payments p set status = 'expired' where p.id = p_payment.id and p.status = 'open';
    if found and v_current then
      update public.orders o set status = 'expired', expired_at = now() where o.id = v_order.id returning * into v_order;
      return jsonb_build_array(private.order_event(v_order, 'order.expired'));
    end if;
  end if;
  return '[]';
end
$$;

-- A refund the bank sent back: it was not given after all, and may be asked for anew.
create function private.apply_refund_failure(p_order public.orders, p_payment public.payments, p_amount int,
                                             p_at timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_refund public.refunds;
begin
  select * into v_refund from public.refunds r
  where r.payment_id = p_payment.id and r.status <> 'failed' and r.amount_cents = p_amount
  order by r.created_at desc limit 1;
  update public.refunds r set status = 'failed', error = 'The bank sent the refund back.' where r.id = v_refund.id;
  if v_refund.status is distinct from 'requested' then
    perform private.set_refunded(p_payment.id, greatest(0, p_payment.refunded_cents - p_amount));
  end if;
  update public.payments p set sent_back = p.sent_back || jsonb_build_object('cents', p_amount, 'at', p_at)
  where p.id = p_payment.id;
  perform private.flag_order(p_order.id, 'A refund failed: the money has not reached the customer.');
  return jsonb_build_array(private.order_event(p_order, 'refund.failed'));
end
$$;

-- What the bank sent back since: news of all refunds so far that was written at p_at, or in that second, and comes late
-- knows nothing of it.
create function private.sent_back_since(p_payment public.payments, p_at timestamptz) returns int
language sql stable set search_path = '' as $$
  select coalesce(sum((b ->> 'cents')::int), 0)::int
  from jsonb_array_elements(p_payment.sent_back) as b where (b ->> 'at')::timestamptz >= p_at
$$;

-- p_event: PaymentEvent of functions/domain/payments/events.ts. Counts once, in any order.
-- @raises PT503 when a refund is told of before its payment: the provider then tells it again later.
create function public.apply_payment_event(p_merchant uuid, p_event jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_kind text := p_event ->> 'kind';
  v_payment public.payments;
  v_order public.orders;
  v_events jsonb := '[]';
begin
  perform private.assert_member(p_merchant);
  if not private.note_inbox(p_event ->> 'provider', p_event ->> 'eventId', v_kind, p_merchant, 'processed') then
    return jsonb_build_object('outcome', 'repeated', 'events', v_events);
  end if;
  if v_kind in ('account_updated', 'account_deauthorized') then
    v_events := private.set_account_state(p_merchant, p_event ->> 'provider', p_event ->> 'accountId',
      coalesce(p_event -> 'account', '{}') || jsonb_build_object('revoked', v_kind = 'account_deauthorized'),
      (p_event ->> 'occurredAt')::timestamptz);
    return jsonb_build_object('outcome', 'processed', 'events', v_events);
  end if;

  v_order.id := private.order_of(p_merchant, p_event);
  if v_order.id is null then
    update public.inbox i set outcome = 'unknown_order'
    where i.provider = p_event ->> 'provider' and i.event_id = p_event ->> 'eventId';
    return jsonb_build_object('outcome', 'unknown_order', 'events', v_events);
  end if;
  v_order := private.lock_order(p_merchant, v_order.id);
  v_payment := private.payment_of(v_order, p_event);
  if v_kind not in ('refunded', 'refund_failed') then
    v_events := private.apply_checkout_event(v_order, v_payment, p_event);
  elsif v_payment.status is distinct from 'succeeded' then
    perform private.fail(503, 'The payment that this refund is of is not known yet.');
  elsif v_kind = 'refunded' then
    v_events := private.settle_refunded(v_payment, (p_event ->> 'refundedCents')::int
      - private.sent_back_since(v_payment, (p_event ->> 'occurredAt')::timestamptz));
  else
    v_events := private.apply_refund_failure(v_order, v_payment, (p_event ->> 'refundedCents')::int,
      (p_event ->> 'occurredAt')::timestamptz);
  end if;
  return jsonb_build_object('outcome', 'processed', 'events', v_events);
end
$$;

-- Staff's decisions -----------------------------------------------------------------------------------

-- What is left of a payment to give back: neither given back nor asked for.
create function private.refundable(p public.payments) returns int
language sql stable security definer set search_path = '' as $$
  select p.amount_cents - greatest(p.refunded_cents,
    (select coalesce(sum(r.amount_cents), 0)::int from public.refunds r
     where r.payment_id = p.id and r.status in ('requested', 'succeeded')))
$$;

-- p_key: who asks again under the same key within a day (their answer was lost) has been given this refund already.
create function public.request_refund(p_merchant uuid, p_order uuid, p_amount int, p_reason text,
                                      p_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_payment public.payments;
  v_left int;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  v_order := private.lock_order(p_merchant, p_order);
  if exists (select 1 from public.refunds r where r.merchant_id = p_merchant and r.order_id = p_order
             and r.request_key = p_key and r.created_at > now() - interval '1 day') then
    return jsonb_build_object('events', '[]'::jsonb);
  end if;
  select * into v_payment from public.payments p where p.order_id = p_order and p.pays_order;
  if not found or v_order.status not in ('paid', 'fulfilled', 'refunded') then
    perform private.fail(409, 'Only an order that was paid can be refunded.');
  end if;
  v_left := private.refundable(v_payment);
  if v_left <= 0 then
    perform private.fail(409, 'All of it has been refunded already.');
  elsif p_amount > v_left then
    perform private.fail(422, 'That is more than is left to refund.',
      jsonb_build_object('field', 'amountCents', 'leftCents', v_left));
  end if;
  return jsonb_build_object('events', jsonb_build_array(
    private.open_refund(v_order, v_payment.id, coalesce(p_amount, v_left), p_reason, p_key)));
end
$$;

create function public.refund_context(p_merchant uuid, p_refund uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant);
  return (select jsonb_build_object('id', r.id, 'orderId', r.order_id, 'status', r.status, 'amountCents', r.amount_cents,
      'accountId', p.account_id, 'paymentIntentId', p.payment_intent_id, 'sessionId', p.session_id)
    from public.refunds r join public.payments p on p.id = r.payment_id
    where r.merchant_id = p_merchant and r.id = p_refund);
end
$$;

-- p_status: succeeded | failed. The provider's own event says the same again; the money is counted once.
create function public.record_refund(p_merchant uuid, p_refund uuid, p_status text, p_provider_id text, p_error text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_refund public.refunds;
  v_order public.orders;
  v_payment public.payments;
begin
  perform private.assert_member(p_merchant);
  select * into v_refund from public.refunds r where r.merchant_id = p_merchant and r.id = p_refund;
  if not found then
    perform private.fail(404, 'There is no such refund.');
  end if;
  v_order := private.lock_order(p_merchant, v_refund.order_id);
  select * into v_payment from public.payments p where p.id = v_refund.payment_id;
  update public.refunds r set status = p_status, provider_id = coalesce(p_provider_id, r.provider_id), error = p_error
  where r.id = p_refund and r.status = 'requested';
  if not found then
    return jsonb_build_object('events', '[]'::jsonb);
  elsif p_status = 'failed' then
    perform private.flag_order(v_order.id, 'A refund failed: ' || coalesce(p_error, 'see Stripe') || '.');
    return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'refund.failed')));
  end if;
  return jsonb_build_object('events', private.settle_refunded(v_payment,
    (select sum(r.amount_cents)::int from public.refunds r where r.payment_id = v_payment.id and r.status = 'succeeded')));
end
$$;

create function public.cancel_order(p_merchant uuid, p_order uuid, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  perform private.assert_member(p_merchant);
  v_order := private.lock_order(p_merchant, p_order);
  if v_order.status = 'cancelled' then
    return jsonb_build_object('events', '[]'::jsonb);
  elsif v_order.status <> 'awaiting_payment' then
    perform private.fail(409, case when v_order.status in ('paid', 'fulfilled')
      then 'This order is paid: refund it instead.' else 'This order is already closed.' end);
  elsif exists (select 1 from public.payments p where p.order_id = p_order and p.status = 'processing') then
    perform private.fail(409, 'A payment for this order is on its way: wait until it has arrived or failed.');
  end if;
  update public.orders o set status = 'cancelled', cancelled_at = now() where o.id = p_order returning * into v_order;
  return jsonb_build_object('events', jsonb_build_array(
    private.order_event(v_order, 'order.cancelled', jsonb_build_object('reason', p_reason))));
end
$$;

create function public.fulfil_order(p_merchant uuid, p_order uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  perform private.assert_member(p_merchant);
  v_order := private.lock_order(p_merchant, p_order);
  if v_order.status = 'fulfilled' then
    return jsonb_build_object('events', '[]'::jsonb);
  elsif v_order.status <> 'paid' then
    perform private.fail(409, 'Only a paid order can be handed over.');
  end if;
  update public.orders o set status = 'fulfilled', fulfilled_at = now() where o.id = p_order returning * into v_order;
  return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'order.fulfilled')));
end
$$;

-- A link that still works is sent again; one that does not is replaced.
create function public.resend_link(p_merchant uuid, p_order uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  perform private.assert_member(p_merchant);
  v_order := private.lock_order(p_merchant, p_order);
  if v_order.status <> 'awaiting_payment' then
    perform private.fail(409, 'Only an order that waits for its payment has a link.');
  end if;
  if exists (select 1 from public.payments p where p.order_id = p_order and p.status = 'processing') then
    perform private.fail(409, 'A payment for this order is on its way: wait until it has arrived or failed.');
  elsif exists (select 1 from public.payments p where p.order_id = p_order and p.attempt = v_order.checkout_attempt
             and p.status = 'open' and p.url is not null and p.expires_at > now() + interval '2 minutes') then
    return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'payment_link.resend')));
  elsif exists (select 1 from public.payments p where p.order_id = p_order and p.attempt = v_order.checkout_attempt) then
    v_order := private.next_attempt(v_order);
  end if;
  return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'checkout.requested')));
end
$$;

-- Service role, once a minute: what time alone makes due becomes an event, and the jobs do the rest.
create function public.emit_due(p_limit int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_events jsonb := '[]';
  v_order public.orders;
  v_call public.calls;
begin
  for v_order in
    select * from public.orders o where o.status = 'awaiting_payment' and o.expires_at < now() - interval '2 minutes'
      -- Paid, but not the right amount: a person has to decide.
      and not exists (select 1 from public.payments p where p.order_id = o.id and p.status = 'succeeded')
    order by o.expires_at limit p_limit for no key update skip locked
  loop
    -- Without a page that can still be paid there is nothing to ask the provider about: the chance to pay is over.
    if not exists (select 1 from public.payments p where p.order_id = v_order.id and p.status in ('open', 'processing')) then
      update public.orders o set status = 'expired', expired_at = now() where o.id = v_order.id returning * into v_order;
      v_events := v_events || private.order_event(v_order, 'order.expired');
      continue;
    end if;
    -- Asked again in a quarter of an hour if the provider does not settle it.
    update public.orders o set expires_at = now() + interval '13 minutes' where o.id = v_order.id;
    v_events := v_events || private.order_event(v_order, 'checkout.overdue');
  end loop;
  for v_call in
    select * from public.calls c where c.ended_at is null and c.updated_at < now() - interval '20 minutes'
    order by c.updated_at limit p_limit for no key update skip locked
  loop
    update public.calls c set updated_at = now() where c.id = v_call.id;
    v_events := v_events || private.emit_event(v_call.merchant_id, 'call.stale', 'call', v_call.id,
      jsonb_build_object('externalId', v_call.external_id, 'from', v_call.from_number, 'to', v_call.to_number));
  end loop;
  delete from public.idempotency_keys k where k.created_at < now() - interval '1 day';
  return v_events;
end
$$;

grant execute on function public.checkout_context, public.attach_checkout, public.apply_payment_event,
  public.request_refund, public.refund_context, public.record_refund, public.cancel_order, public.fulfil_order,
  public.resend_link to authenticated;
grant execute on function public.emit_due to service_role;
