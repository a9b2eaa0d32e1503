-- Merchants, the people who belong to them, their keys, and the rule of who sees what.

create table public.merchants (
  id uuid primary key default private.uuid_v7(),
  name text not null check (length(trim(name)) between 1 and 120),
  vertical text not null check (vertical in ('restaurant', 'salon', 'hvac', 'plumbing', 'retail', 'other')),
  locale text not null check (locale in ('en', 'fr')),
  time_zone text not null,
  currency text not null check (currency in ('cad', 'usd')),
  country text not null check (country in ('CA', 'US')),
  transfer_phone text check (transfer_phone ~ '^\+[1-9]\d{6,14}$'),
  alert_email text,
  alert_phone text check (alert_phone ~ '^\+[1-9]\d{6,14}$'),
  taxes jsonb not null default '[]' check (jsonb_typeof(taxes) = 'array'),
  hours_text text,
  payment_expiry_minutes int not null default 60 check (payment_expiry_minutes between 30 and 1440),
  status text not null default 'active' check (status in ('active', 'inactive')),
  next_order_number int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.merchants is 'A shop. taxes: [{name, ratePpm}], parts per million of the subtotal.';

create table public.memberships (
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  user_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'staff')),
  created_at timestamptz not null default now(),
  primary key (merchant_id, user_id)
);
create index memberships_user_id_idx on public.memberships (user_id);
comment on table public.memberships is 'Which person belongs to which merchant, and as what. user_id is Supabase Auth''s.';

create table public.api_keys (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  prefix text not null,
  hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by uuid,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create index api_keys_merchant_id_idx on public.api_keys (merchant_id);
comment on table public.api_keys is 'Keys of integrators. Only the SHA-256 of the secret is kept, and never selectable.';

create table public.operators (
  user_id uuid primary key,
  created_at timestamptz not null default now()
);
comment on table public.operators is 'People who run the installation. Filled by hand, in SQL or by the deployment.';

-- Who may see what -----------------------------------------------------------------------------

create function private.my_merchant_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.merchant_id from public.memberships m where m.user_id = private.user_id()
  union all
  select (private.claims() ->> 'merchant_id')::uuid where private.claims() ? 'merchant_id'
$$;
comment on function private.my_merchant_ids() is
  'The merchants of the person, or the one merchant of a token that we signed. A set, so policies stay fast.';

create function private.is_operator() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.operators o where o.user_id = private.user_id())
$$;

create function private.role_in(p_merchant uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when private.claims() ->> 'merchant_id' = p_merchant::text
      then coalesce(private.claims() ->> 'merchant_role', 'admin')
    else (select m.role from public.memberships m where m.merchant_id = p_merchant and m.user_id = private.user_id())
  end
$$;

-- @raises PT404 when the caller is not of this merchant (whether it exists is nobody else's business),
--         PT403 when the role is too small.
create function private.assert_member(p_merchant uuid, p_roles text[] default array['owner', 'admin', 'staff'])
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  v_role text := private.role_in(p_merchant);
begin
  if v_role is null then
    perform private.fail(404, 'There is no such merchant.');
  elsif v_role <> all (p_roles) then
    perform private.fail(403, 'Your role does not allow this.');
  end if;
end
$$;

alter table public.merchants enable row level security;
alter table public.memberships enable row level security;
alter table public.api_keys enable row level security;
alter table public.operators enable row level security;
revoke all on public.merchants, public.memberships, public.api_keys, public.operators from anon, authenticated;
grant select on public.merchants, public.memberships to authenticated;
grant select (id, merchant_id, name, prefix, scopes, created_by, last_used_at, revoked_at, created_at)
  on public.api_keys to authenticated;

create policy "members read their merchant" on public.merchants
  for select to authenticated using (id in (select private.my_merchant_ids()));
create policy "members read who else belongs" on public.memberships
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's keys" on public.api_keys
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));

create trigger merchants_touch before update on public.merchants
  for each row execute function private.touch_updated_at();

-- Audit ----------------------------------------------------------------------------------------

create table public.audit_log (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid,
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  request_id text,
  at timestamptz not null default now()
);
create index audit_log_merchant_at_idx on public.audit_log (merchant_id, at desc);
comment on table public.audit_log is 'Every change of what a merchant set up or decided: who, before, after. Append only.';
alter table public.audit_log enable row level security;
revoke all on public.audit_log from anon, authenticated;
grant select on public.audit_log to authenticated;
create policy "members read their merchant's audit log" on public.audit_log
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));

-- Secrets never reach the log: columns named here are left out of before and after.
create function private.audit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - 'hash' - 'secret_sealed' end;
  v_after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - 'hash' - 'secret_sealed' end;
  v_row jsonb := coalesce(v_after, v_before);
begin
  if tg_op = 'UPDATE' and (v_before - 'updated_at' - 'last_used_at' - 'next_order_number')
                        = (v_after - 'updated_at' - 'last_used_at' - 'next_order_number') then
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

create trigger merchants_audit after insert or update or delete on public.merchants
  for each row execute function private.audit();
create trigger memberships_audit after insert or update or delete on public.memberships
  for each row execute function private.audit();
create trigger api_keys_audit after insert or update or delete on public.api_keys
  for each row execute function private.audit();

-- Functions ------------------------------------------------------------------------------------

create function public.create_merchant(p_profile jsonb) returns public.merchants
language plpgsql security definer set search_path = '' as $$
declare
  v_merchant public.merchants;
begin
  if private.user_id() is null then
    perform private.fail(403, 'Only a signed-in person can create a merchant.');
  end if;
  insert into public.merchants (name, vertical, locale, time_zone, currency, country, transfer_phone,
                                alert_email, alert_phone, taxes, hours_text)
  values (p_profile ->> 'name', p_profile ->> 'vertical', p_profile ->> 'locale', p_profile ->> 'timeZone',
          p_profile ->> 'currency', p_profile ->> 'country', p_profile ->> 'transferPhone',
          p_profile ->> 'alertEmail', p_profile ->> 'alertPhone', coalesce(p_profile -> 'taxes', '[]'),
          p_profile ->> 'hoursText')
  returning * into v_merchant;
  insert into public.memberships (merchant_id, user_id, role) values (v_merchant.id, private.user_id(), 'owner');
  return v_merchant;
end
$$;

create function public.update_merchant(p_merchant uuid, p_patch jsonb) returns public.merchants
language plpgsql security definer set search_path = '' as $$
declare
  v_merchant public.merchants;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  update public.merchants m set
    name = coalesce(p_patch ->> 'name', m.name),
    vertical = coalesce(p_patch ->> 'vertical', m.vertical),
    locale = coalesce(p_patch ->> 'locale', m.locale),
    time_zone = coalesce(p_patch ->> 'timeZone', m.time_zone),
    currency = coalesce(p_patch ->> 'currency', m.currency),
    country = coalesce(p_patch ->> 'country', m.country),
    transfer_phone = case when p_patch ? 'transferPhone' then p_patch ->> 'transferPhone' else m.transfer_phone end,
    alert_email = case when p_patch ? 'alertEmail' then p_patch ->> 'alertEmail' else m.alert_email end,
    alert_phone = case when p_patch ? 'alertPhone' then p_patch ->> 'alertPhone' else m.alert_phone end,
    taxes = coalesce(p_patch -> 'taxes', m.taxes),
    hours_text = case when p_patch ? 'hoursText' then p_patch ->> 'hoursText' else m.hours_text end,
    payment_expiry_minutes = coalesce((p_patch ->> 'paymentExpiryMinutes')::int, m.payment_expiry_minutes)
  where m.id = p_merchant
  returning * into v_merchant;
  return v_merchant;
end
$$;

create function public.my_membership(p_merchant uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_ids uuid[];
  v_merchant public.merchants;
begin
  if p_merchant is null then
    select array_agg(i) into v_ids from private.my_merchant_ids() as t (i);
    if v_ids is null then
      perform private.fail(404, 'You do not belong to a merchant yet.');
    elsif cardinality(v_ids) > 1 then
      perform private.fail(400, 'You belong to several merchants: say which one in X-Merchant-Id.');
    end if;
    p_merchant := v_ids[1];
  end if;
  perform private.assert_member(p_merchant);
  select * into v_merchant from public.merchants m where m.id = p_merchant;
  if not found then
    perform private.fail(404, 'There is no such merchant.');
  end if;
  return jsonb_build_object('merchantId', v_merchant.id, 'role', private.role_in(p_merchant),
    'name', v_merchant.name, 'locale', v_merchant.locale, 'timeZone', v_merchant.time_zone,
    'currency', v_merchant.currency, 'status', v_merchant.status);
end
$$;

create function public.is_operator() returns boolean
language sql stable security definer set search_path = '' as $$
  select private.is_operator()
$$;

create function public.create_api_key(p_merchant uuid, p_name text, p_prefix text, p_hash text, p_scopes text[])
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  insert into public.api_keys (merchant_id, name, prefix, hash, scopes, created_by)
  values (p_merchant, p_name, p_prefix, p_hash, p_scopes, private.user_id())
  returning id into v_id;
  return v_id;
end
$$;

create function public.revoke_api_key(p_merchant uuid, p_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  update public.api_keys k set revoked_at = coalesce(k.revoked_at, now())
  where k.merchant_id = p_merchant and k.id = p_id;
  if not found then
    perform private.fail(404, 'There is no such key.');
  end if;
  return p_id;
end
$$;

-- Resolves a tenant for the service role only. Last use is noted at most once a minute: it is a hint, not a ledger.
create function public.resolve_api_key(p_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_key public.api_keys;
begin
  select k.* into v_key from public.api_keys k
  join public.merchants m on m.id = k.merchant_id and m.status = 'active'
  where k.hash = p_hash and k.revoked_at is null;
  if not found then
    return null;
  end if;
  if v_key.last_used_at is null or v_key.last_used_at < now() - interval '1 minute' then
    update public.api_keys set last_used_at = now() where id = v_key.id;
  end if;
  return jsonb_build_object('id', v_key.id, 'merchantId', v_key.merchant_id, 'scopes', to_jsonb(v_key.scopes));
end
$$;

create function public.ping() returns boolean
language sql stable set search_path = '' as $$ select true $$;

grant execute on function public.create_merchant(jsonb), public.update_merchant(uuid, jsonb),
  public.my_membership(uuid), public.is_operator(),
  public.create_api_key(uuid, text, text, text, text[]), public.revoke_api_key(uuid, uuid) to authenticated;
grant execute on function public.resolve_api_key(text), public.ping() to service_role;
-- Policies call these two as the reader; everything else in private is only called by functions of ours.
grant execute on function private.my_merchant_ids(), private.is_operator() to authenticated;
