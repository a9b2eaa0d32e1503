-- A number is bought by one at a time, and whoever goes on with a purchase looks first for what was bought before.

-- Until when somebody is at it; null before anybody was.
alter table public.phone_numbers add column buying_until timestamptz;
-- Who is at it is no change of what a merchant has.
create or replace function private.audit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_silent text[] := array['hash', 'secret_sealed', 'buying_until'];
  v_before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - v_silent end;
  v_after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - v_silent end;
  v_row jsonb := coalesce(v_after, v_before);
  v_fleeting text[] := array['updated_at', 'last_used_at', 'next_order_number'];
begin
  if tg_op = 'UPDATE' and v_before - v_fleeting = v_after - v_fleeting then
    return null;
  end if;
  insert into public.audit_log (merchant_id, actor, action, subject_type, subject_id, before, after, request_id)
  values (
    case when tg_table_name = 'merchants' then (v_row ->> 'id')::uuid else (v_row ->> 'merchant_id')::uuid end,
    private.actor(), lower(tg_op), tg_table_name, coalesce(v_row ->> 'id', v_row ->> 'user_id'),
    v_before, v_after, private.request_id());
  return null;
end
$$;

-- Those that are pending may have been bought already by the version before.
update public.phone_numbers set buying_until = now() where status = 'pending';

-- Notes the wish before any money is spent. One purchase at a time per merchant: asking again while one is pending gives
-- that one back, and the request's key then stands for it. One that failed cost nothing: asked again, it is tried anew.
create or replace function public.reserve_number(p_merchant uuid, p_request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_kept uuid;
  v_number public.phone_numbers;
  v_events jsonb := '[]';
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  -- Not `for update`: that would hold up every call, whose rows refer to the merchant.
  perform 1 from public.merchants m where m.id = p_merchant for no key update;
  v_kept := private.kept_effect(p_merchant);
  select * into v_number from public.phone_numbers n
  where n.merchant_id = p_merchant and (n.status = 'pending' or (n.id = v_kept and n.status <> 'failed'))
  order by n.id is not distinct from v_kept desc limit 1;
  if not found then
    insert into public.phone_numbers (merchant_id, request) values (p_merchant, p_request) returning * into v_number;
    v_events := jsonb_build_array(private.emit_event(p_merchant, 'number.requested', 'phone_number', v_number.id, '{}'));
  end if;
  perform private.keep_effect(v_number.id);
  return jsonb_build_object('number', to_jsonb(v_number), 'events', v_events);
end
$$;

-- `mine`: the purchase is pending and nobody else is at it; for a minute, which is more than an attempt can take.
-- `again`: somebody was at it before, and may have bought.
create function public.begin_purchase(p_merchant uuid, p_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_number public.phone_numbers;
  v_mine boolean;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  select * into v_number from public.phone_numbers n where n.merchant_id = p_merchant and n.id = p_id for update;
  if not found then
    perform private.fail(404, 'There is no such number.');
  end if;
  v_mine := v_number.status = 'pending' and coalesce(v_number.buying_until, '-infinity') <= now();
  if v_mine then
    update public.phone_numbers n set buying_until = now() + interval '1 minute' where n.id = p_id;
  end if;
  return jsonb_build_object('number', to_jsonb(v_number), 'mine', v_mine, 'again', v_number.buying_until is not null);
end
$$;

-- Whoever could not finish lets others go on at once.
create function public.pause_purchase(p_merchant uuid, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  update public.phone_numbers n set buying_until = now()
  where n.merchant_id = p_merchant and n.id = p_id and n.status = 'pending';
end
$$;
grant execute on function public.begin_purchase, public.pause_purchase to authenticated;
