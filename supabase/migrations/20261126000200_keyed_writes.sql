-- A write that is asked for again under its Idempotency-Key, though its answer was lost, is recognised by the write
-- itself: the key notes what it led to in the transaction that does it.

alter table public.idempotency_keys
  add column id uuid not null default private.uuid_v7() unique,
  -- What the request made or decided: a row's id, or the event's when there is no row of its own.
  add column effect_id uuid;

-- What a refund's key has led to stood with the refund until now.
update public.idempotency_keys k set effect_id = r.id
from public.refunds r
where k.status_code is null and k.route = 'POST /api/orders/:id/refund' and k.key = r.request_key
  and k.scope = 'merchant:' || r.merchant_id and r.created_at > now() - interval '1 day';

-- The claim (a row of idempotency_keys) under which the request at hand writes; null when it has none.
create function private.claim_id() returns uuid
language sql stable set search_path = '' as $$
  select (nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-idempotency-claim')::uuid
$$;

-- What the request at hand has led to already, or null. Others under the same claim wait until this transaction ends.
-- @raises PT503 when the claim was given up meanwhile: whoever asks again holds another, and this one must do nothing.
create function private.kept_effect(p_merchant uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_key public.idempotency_keys;
begin
  if private.claim_id() is null then
    return null;
  end if;
  select * into v_key from public.idempotency_keys k
  where k.id = private.claim_id() and k.scope = private.idempotency_scope(p_merchant) for update;
  if not found then
    perform private.fail(503, 'This request was given up. Please send it again.');
  end if;
  return v_key.effect_id;
end
$$;

create function private.keep_effect(p_effect uuid) returns void
language sql volatile security definer set search_path = '' as $$
  update public.idempotency_keys k set effect_id = p_effect where k.id = private.claim_id()
$$;
comment on function private.keep_effect is
  'Notes what the request at hand led to, for kept_effect to find. A keyed request does one such write.';

-- outcome: new (do the work, under `claim`), replay (status and body are the stored answer), mismatch (same key, other
-- request), in_progress (another request is doing it; its lock lapses after a minute, for the case that it died).
create or replace function public.claim_idempotency_key(p_merchant uuid, p_key text, p_route text, p_hash text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_scope text := private.idempotency_scope(p_merchant);
  v_row public.idempotency_keys;
begin
  delete from public.idempotency_keys k
  where k.scope = v_scope and k.key = p_key and k.route = p_route and k.created_at < now() - interval '1 day';
  loop
    insert into public.idempotency_keys (scope, key, route, request_hash, locked_until)
    values (v_scope, p_key, p_route, p_hash, now() + interval '1 minute')
    on conflict (scope, key, route) do nothing
    returning * into v_row;
    if found then
      return jsonb_build_object('outcome', 'new', 'claim', v_row.id);
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
  update public.idempotency_keys k set locked_until = now() + interval '1 minute' where k.id = v_row.id;
  return jsonb_build_object('outcome', 'new', 'claim', v_row.id);
end
$$;

-- A request that failed before it did anything frees its key; one that had done its work keeps it, for whoever asks
-- again at once.
create or replace function public.release_idempotency_key(p_merchant uuid, p_key text, p_route text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_scope text := private.idempotency_scope(p_merchant);
begin
  update public.idempotency_keys k set locked_until = now()
  where k.scope = v_scope and k.key = p_key and k.route = p_route and k.status_code is null;
  delete from public.idempotency_keys k
  where k.scope = v_scope and k.key = p_key and k.route = p_route and k.status_code is null and k.effect_id is null;
end
$$;

-- The writes, each asking first whether it is done ---------------------------------------------------

create or replace function public.create_merchant(p_profile jsonb) returns public.merchants
language plpgsql security definer set search_path = '' as $$
declare
  v_kept uuid;
  v_merchant public.merchants;
begin
  if private.user_id() is null then
    perform private.fail(403, 'Only a signed-in person can create a merchant.');
  end if;
  v_kept := private.kept_effect(null);
  if v_kept is not null then
    select * into v_merchant from public.merchants m where m.id = v_kept;
    return v_merchant;
  end if;
  insert into public.merchants (name, vertical, locale, time_zone, currency, country, transfer_phone,
                                alert_email, alert_phone, taxes, hours_text)
  values (p_profile ->> 'name', p_profile ->> 'vertical', p_profile ->> 'locale', p_profile ->> 'timeZone',
          p_profile ->> 'currency', p_profile ->> 'country', p_profile ->> 'transferPhone',
          p_profile ->> 'alertEmail', p_profile ->> 'alertPhone', coalesce(p_profile -> 'taxes', '[]'),
          p_profile ->> 'hoursText')
  returning * into v_merchant;
  insert into public.memberships (merchant_id, user_id, role) values (v_merchant.id, private.user_id(), 'owner');
  perform private.keep_effect(v_merchant.id);
  return v_merchant;
end
$$;

-- Adds (p_id null) or changes an item; {archived: true} takes it off the menu, {archived: false} puts it back, and
-- nothing else reaches one that was taken off. Answers the item.
create or replace function public.save_item(p_merchant uuid, p_id uuid, p_fields jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := p_id;
  v_item public.catalog_items;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  if p_id is null then
    v_id := private.kept_effect(p_merchant);
    if v_id is not null then
      return (select private.item_json(i) from public.catalog_items i where i.merchant_id = p_merchant and i.id = v_id);
    end if;
    insert into public.catalog_items (merchant_id, name, price_cents, position)
    values (p_merchant, p_fields ->> 'name', (p_fields ->> 'priceCents')::int,
            (select coalesce(max(i.position), 0) + 1 from public.catalog_items i where i.merchant_id = p_merchant))
    returning id into v_id;
    perform private.keep_effect(v_id);
  end if;
  update public.catalog_items i set
    name = coalesce(p_fields ->> 'name', i.name),
    translations = coalesce(p_fields -> 'translations', i.translations),
    aliases = case when p_fields ? 'aliases'
      then array(select jsonb_array_elements_text(p_fields -> 'aliases')) else i.aliases end,
    price_cents = coalesce((p_fields ->> 'priceCents')::int, i.price_cents),
    category = case when p_fields ? 'category' then p_fields ->> 'category' else i.category end,
    available = coalesce((p_fields ->> 'available')::boolean, i.available),
    position = coalesce((p_fields ->> 'position')::int, i.position),
    archived_at = case when p_fields ? 'archived'
      then case when (p_fields ->> 'archived')::boolean then coalesce(i.archived_at, now()) end
      else i.archived_at end
  where i.merchant_id = p_merchant and i.id = v_id
    and (i.archived_at is null or (p_fields ->> 'archived')::boolean is false)
  returning * into v_item;
  if not found then
    perform private.fail(404, 'There is no such item.');
  end if;
  if p_fields ? 'groupIds' then
    perform private.set_item_groups(p_merchant, v_item.id, p_fields -> 'groupIds');
  end if;
  return private.item_json(v_item);
end
$$;

create or replace function public.save_group(p_merchant uuid, p_id uuid, p_fields jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := p_id;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  if p_id is null then
    v_id := private.kept_effect(p_merchant);
    if v_id is not null then
      return v_id;
    end if;
    insert into public.option_groups (merchant_id, name, kind, position)
    values (p_merchant, p_fields ->> 'name', p_fields ->> 'kind',
            (select coalesce(max(g.position), 0) + 1 from public.option_groups g where g.merchant_id = p_merchant))
    returning id into v_id;
    perform private.keep_effect(v_id);
  end if;
  update public.option_groups g set
    name = coalesce(p_fields ->> 'name', g.name),
    translations = coalesce(p_fields -> 'translations', g.translations),
    aliases = case when p_fields ? 'aliases'
      then array(select jsonb_array_elements_text(p_fields -> 'aliases')) else g.aliases end,
    kind = coalesce(p_fields ->> 'kind', g.kind),
    required = coalesce((p_fields ->> 'required')::boolean, g.required),
    max_choices = case when p_fields ? 'maxChoices' then (p_fields ->> 'maxChoices')::int else g.max_choices end
  where g.merchant_id = p_merchant and g.id = v_id and g.archived_at is null;
  if not found then
    perform private.fail(404, 'There is no such option group.');
  end if;
  if p_fields ? 'choices' then
    perform private.set_choices(p_merchant, v_id, p_fields -> 'choices');
  end if;
  return v_id;
end
$$;

create or replace function public.fulfil_order(p_merchant uuid, p_order uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
begin
  perform private.assert_member(p_merchant);
  v_order := private.lock_order(p_merchant, p_order);
  if v_order.status = 'fulfilled' or private.kept_effect(p_merchant) is not null then
    return jsonb_build_object('events', '[]'::jsonb);
  elsif v_order.status <> 'paid' then
    perform private.fail(409, 'Only a paid order can be handed over.');
  end if;
  update public.orders o set status = 'fulfilled', fulfilled_at = now() where o.id = p_order returning * into v_order;
  perform private.keep_effect(p_order);
  return jsonb_build_object('events', jsonb_build_array(private.order_event(v_order, 'order.fulfilled')));
end
$$;

-- A link that still works is sent again; one that does not is replaced.
create or replace function public.resend_link(p_merchant uuid, p_order uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_event jsonb;
begin
  perform private.assert_member(p_merchant);
  v_order := private.lock_order(p_merchant, p_order);
  if private.kept_effect(p_merchant) is not null then
    return jsonb_build_object('events', '[]'::jsonb);
  elsif v_order.status <> 'awaiting_payment' then
    perform private.fail(409, 'Only an order that waits for its payment has a link.');
  elsif exists (select 1 from public.payments p where p.order_id = p_order and p.status = 'processing') then
    perform private.fail(409, 'A payment for this order is on its way: wait until it has arrived or failed.');
  elsif exists (select 1 from public.payments p where p.order_id = p_order and p.attempt = v_order.checkout_attempt
             and p.status = 'open' and p.url is not null and p.expires_at > now() + interval '2 minutes') then
    v_event := private.order_event(v_order, 'payment_link.resend');
  else
    if exists (select 1 from public.payments p where p.order_id = p_order and p.attempt = v_order.checkout_attempt) then
      v_order := private.next_attempt(v_order);
    end if;
    v_event := private.order_event(v_order, 'checkout.requested');
  end if;
  perform private.keep_effect((v_event ->> 'id')::uuid);
  return jsonb_build_object('events', jsonb_build_array(v_event));
end
$$;

drop function public.request_refund(uuid, uuid, int, text, text);
drop function private.open_refund(public.orders, uuid, int, text, text);
alter table public.refunds drop column request_key;

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

create function public.request_refund(p_merchant uuid, p_order uuid, p_amount int, p_reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_payment public.payments;
  v_left int;
  v_event jsonb;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  v_order := private.lock_order(p_merchant, p_order);
  if private.kept_effect(p_merchant) is not null then
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
  v_event := private.open_refund(v_order, v_payment.id, coalesce(p_amount, v_left), p_reason);
  perform private.keep_effect((v_event -> 'data' ->> 'refundId')::uuid);
  return jsonb_build_object('events', jsonb_build_array(v_event));
end
$$;
grant execute on function public.request_refund to authenticated;
