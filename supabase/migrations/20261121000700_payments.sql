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

-- p_session: {sessionId, url, accountId, amountCents, currency, feeCents, expiresAt}. `wanted` is false when the order
-- is no longer waiting for this attempt: the job then lets the session expire at the provider.
create function public.attach_checkout(p_merchant uuid, p_order uuid, p_attempt int, p_session jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_wanted boolean;
  v_new boolean;
begin
  perform private.assert_member(p_merchant);
  select * into v_order from public.orders o where o.merchant_id = p_merchant and o.id = p_order for update;
  if not found then
    perform private.fail(404, 'There is no such order.');
  end if;
  v_wanted := v_order.status = 'awaiting_payment' and v_order.checkout_attempt = p_attempt;
  insert into public.payments (merchant_id, order_id, attempt, account_id, session_id, url, amount_cents, currency,
                               fee_cents, expires_at)
  values (p_merchant, p_order, p_attempt, p_session ->> 'accountId', p_session ->> 'sessionId', p_session ->> 'url',
          (p_session ->> 'amountCents')::int, p_session ->> 'currency', (p_session ->> 'feeCents')::int,
          (p_session ->> 'expiresAt')::timestamptz)
  on conflict (order_id, attempt) do nothing;
  v_new := found;
  if not v_new then
    -- The provider's event came first and made the row: it lacks what only we know.
    update public.payments p set url = p_session ->> 'url', fee_cents = (p_session ->> 'feeCents')::int,
      expires_at = (p_session ->> 'expiresAt')::timestamptz
    where p.order_id = p_order and p.attempt = p_attempt and p.session_id = p_session ->> 'sessionId' and p.url is null;
  end if;
  if not (v_wanted and v_new) then
    return jsonb_build_object('wanted', v_wanted, 'events', '[]'::jsonb);
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

create function private.open_refund(p_order public.orders, p_payment uuid, p_amount int, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_refund public.refunds;
begin
  insert into public.refunds (merchant_id, order_id, payment_id, amount_cents, reason, requested_by)
  values (p_order.merchant_id, p_order.id, p_payment, p_amount, p_reason, private.actor())
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
  if (p_event ->> 'amountCents')::int is distinct from v_order.total_cents
     or lower(p_event ->> 'currency') is distinct from v_order.currency then
    perform private.flag_order(v_order.id, 'The amount paid is not the amount of the order: check it at Stripe.');
    return jsonb_build_array(private.order_event(v_order, 'payment.mismatch',
      jsonb_build_object('paidCents', (p_event ->> 'amountCents')::int, 'paidCurrency', p_event ->> 'currency')));
  elsif v_order.status in ('awaiting_payment', 'expired') then
    update public.orders o set status = 'paid', paid_at = now() where o.id = v_order.id returning * into v_order;
    return jsonb_build_array(private.order_event(v_order, 'order.paid'));
  end if;
  -- Cancelled in the meantime, or paid twice: the money goes back by itself.
  perform private.flag_order(v_order.id, 'A payment that was no longer wanted came in and is being refunded.');
  return jsonb_build_array(private.open_refund(v_order, p_payment.id, p_payment.amount_cents,
    case when v_order.status = 'cancelled' then 'The order was cancelled before it was paid'
         else 'The order was already paid' end));
end
$$;

create function private.settle_refunded(p_order public.orders, p_payment public.payments, p_refunded int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  if p_refunded is null or p_refunded <= p_payment.refunded_cents then
    return '[]';
  end if;
  update public.payments p set refunded_cents = least(p_refunded, p.amount_cents) where p.id = p_payment.id;
  update public.orders o set
    refunded_cents = (select coalesce(sum(p.refunded_cents), 0) from public.payments p where p.order_id = o.id)
  where o.id = p_order.id returning * into v_order;
  -- A payment that was never the order's (cancelled, paid twice) does not make the order a refunded one.
  if v_order.status in ('paid', 'fulfilled') and p_refunded >= v_order.total_cents
     and not exists (select 1 from public.payments p where p.order_id = v_order.id and p.status = 'succeeded'
                     and p.refunded_cents < p.amount_cents) then
    update public.orders o set status = 'refunded', refunded_at = now() where o.id = v_order.id returning * into v_order;
  end if;
  return jsonb_build_array(private.order_event(v_order, 'order.refunded',
    jsonb_build_object('refundedCents', p_refunded - p_payment.refunded_cents, 'full', v_order.status = 'refunded')));
end
$$;

-- The payment an event is about; an event that overtook our own record of the session makes that record.
create function private.payment_of(p_merchant uuid, p_event jsonb) returns public.payments
language plpgsql security definer set search_path = '' as $$
declare
  v_payment public.payments;
  v_order public.orders;
begin
  select * into v_payment from public.payments p
  where p.merchant_id = p_merchant
    and (p.session_id = p_event ->> 'sessionId'
         or (p_event ->> 'sessionId' is null and p.payment_intent_id = p_event ->> 'paymentIntentId'))
  limit 1;
  if found or p_event ->> 'sessionId' is null then
    return v_payment;
  end if;
  select * into v_order from public.orders o
  where o.merchant_id = p_merchant and o.id::text = p_event ->> 'orderId';
  if not found then
    return v_payment;
  end if;
  insert into public.payments (merchant_id, order_id, attempt, account_id, session_id, amount_cents, currency)
  values (p_merchant, v_order.id, v_order.checkout_attempt, p_event ->> 'accountId', p_event ->> 'sessionId',
          coalesce((p_event ->> 'amountCents')::int, v_order.total_cents), coalesce(p_event ->> 'currency', v_order.currency))
  on conflict (order_id, attempt) do nothing
  returning * into v_payment;
  return v_payment;
end
$$;

-- p_event: PaymentEvent of functions/domain/payments/events.ts. Counts once, in any order.
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

  v_payment := private.payment_of(p_merchant, p_event);
  if v_payment.id is null then
    update public.inbox i set outcome = 'unknown_order'
    where i.provider = p_event ->> 'provider' and i.event_id = p_event ->> 'eventId';
    return jsonb_build_object('outcome', 'unknown_order', 'events', v_events);
  end if;
  -- Always the order first, then the payment: everybody takes the locks in this sequence.
  select * into v_order from public.orders o where o.id = v_payment.order_id for update;
  select * into v_payment from public.payments p where p.id = v_payment.id for update;
  if p_event ->> 'paymentIntentId' is not null then
    update public.payments p set payment_intent_id = p_event ->> 'paymentIntentId' where p.id = v_payment.id;
  end if;

  if v_kind = 'payment_succeeded' or (v_kind = 'checkout_completed' and (p_event ->> 'paid')::boolean) then
    if v_payment.status <> 'succeeded' then
      update public.payments p set status = 'succeeded', amount_cents = coalesce((p_event ->> 'amountCents')::int, p.amount_cents)
      where p.id = v_payment.id returning * into v_payment;
      v_events := private.settle_paid(v_order, v_payment, p_event);
    end if;
  elsif v_kind = 'checkout_completed' then
    update public.payments p set status = 'processing' where p.id = v_payment.id and p.status = 'open';
    if found then
      v_events := jsonb_build_array(private.order_event(v_order, 'payment.processing'));
    end if;
  elsif v_kind = 'payment_failed' then
    update public.payments p set status = 'failed' where p.id = v_payment.id and p.status in ('open', 'processing');
    if found and v_order.status = 'awaiting_payment' then
      update public.orders o set checkout_attempt = o.checkout_attempt + 1 where o.id = v_order.id returning * into v_order;
      v_events := jsonb_build_array(private.order_event(v_order, 'payment.failed'));
    end if;
  elsif v_kind = 'checkout_expired' then
    update public.payments p set status = 'expired' where p.id = v_payment.id and p.status = 'open';
    if found and v_order.status = 'awaiting_payment' and v_payment.attempt = v_order.checkout_attempt then
      update public.orders o set status = 'expired', expired_at = now() where o.id = v_order.id returning * into v_order;
      v_events := jsonb_build_array(private.order_event(v_order, 'order.expired'));
    end if;
  elsif v_kind = 'refunded' then
    v_events := private.settle_refunded(v_order, v_payment, (p_event ->> 'refundedCents')::int);
  elsif v_kind = 'refund_failed' then
    update public.refunds r set status = 'failed', error = 'The bank sent the refund back.'
    where r.id = (select r2.id from public.refunds r2 where r2.payment_id = v_payment.id and r2.status <> 'failed'
                  and r2.amount_cents = (p_event ->> 'refundedCents')::int order by r2.created_at desc limit 1);
    perform private.flag_order(v_order.id, 'A refund failed: the money has not reached the customer.');
    v_events := jsonb_build_array(private.order_event(v_order, 'refund.failed'));
  end if;
  return jsonb_build_object('outcome', 'processed', 'events', v_events);
end
$$;

-- Staff's decisions -----------------------------------------------------------------------------------

create function private.lock_order(p_merchant uuid, p_order uuid) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders o where o.merchant_id = p_merchant and o.id = p_order for update;
  if not found then
    perform private.fail(404, 'There is no such order.');
  end if;
  return v_order;
end
$$;

create function public.request_refund(p_merchant uuid, p_order uuid, p_amount int, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_payment public.payments;
  v_left int;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  v_order := private.lock_order(p_merchant, p_order);
  select * into v_payment from public.payments p
  where p.order_id = p_order and p.status = 'succeeded' order by p.attempt limit 1 for update;
  if not found or v_order.status not in ('paid', 'fulfilled') then
    perform private.fail(409, 'Only an order that was paid can be refunded.');
  end if;
  v_left := v_payment.amount_cents - greatest(v_payment.refunded_cents,
    (select coalesce(sum(r.amount_cents), 0) from public.refunds r
     where r.payment_id = v_payment.id and r.status in ('requested', 'succeeded')));
  if coalesce(p_amount, v_left) > v_left or v_left = 0 then
    perform private.fail(422, 'That is more than is left to refund.',
      jsonb_build_object('field', 'amountCents', 'leftCents', v_left));
  end if;
  return jsonb_build_object('events', jsonb_build_array(
    private.open_refund(v_order, v_payment.id, coalesce(p_amount, v_left), p_reason)));
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
  select * into v_payment from public.payments p where p.id = v_refund.payment_id for update;
  update public.refunds r set status = p_status, provider_id = coalesce(p_provider_id, r.provider_id), error = p_error
  where r.id = p_refund and r.status = 'requested';
  if not found then
    return jsonb_build_object('events', '[]'::jsonb);
  elsif p_status = 'failed' then
    perform private.flag_order(v_order.id, 'A refund failed: ' || coalesce(p_error, 'see Stripe') || '.');
    return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'refund.failed')));
  end if;
  return jsonb_build_object('events', private.settle_refunded(v_order, v_payment,
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
  if exists (select 1 from public.payments p where p.order_id = p_order and p.attempt = v_order.checkout_attempt
             and p.status = 'open' and p.url is not null and p.expires_at > now() + interval '2 minutes') then
    return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'payment_link.resend')));
  elsif exists (select 1 from public.payments p where p.order_id = p_order and p.attempt = v_order.checkout_attempt) then
    update public.orders o set checkout_attempt = o.checkout_attempt + 1 where o.id = p_order returning * into v_order;
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
    order by o.expires_at limit p_limit for update skip locked
  loop
    -- Without a payment page there is nothing to ask the provider about: the chance to pay is simply over.
    if not exists (select 1 from public.payments p where p.order_id = v_order.id) then
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
    order by c.updated_at limit p_limit for update skip locked
  loop
    update public.calls c set updated_at = now() where c.id = v_call.id;
    v_events := v_events || private.emit_event(v_call.merchant_id, 'call.stale', 'call', v_call.id,
      jsonb_build_object('externalId', v_call.external_id, 'from', v_call.from_number, 'to', v_call.to_number));
  end loop;
  delete from public.idempotency_keys k where k.created_at < now() - interval '1 day';
  return v_events;
end
$$;

revoke execute on function public.checkout_context, public.attach_checkout, public.apply_payment_event,
  public.request_refund, public.refund_context, public.record_refund, public.cancel_order, public.fulfil_order,
  public.resend_link, public.emit_due from public, anon, authenticated;
grant execute on function public.checkout_context, public.attach_checkout, public.apply_payment_event,
  public.request_refund, public.refund_context, public.record_refund, public.cancel_order, public.fulfil_order,
  public.resend_link to authenticated;
grant execute on function public.emit_due to service_role;
