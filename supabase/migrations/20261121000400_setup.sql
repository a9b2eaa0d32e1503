-- What a merchant sets up: telephone numbers, payment accounts, the menu.

create table public.phone_numbers (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  number text check (number ~ '^\+[1-9]\d{6,14}$'),
  provider text not null default 'twilio' check (provider in ('twilio')),
  provider_id text,
  status text not null default 'pending' check (status in ('pending', 'active', 'failed', 'released')),
  -- What was asked for: {country, areaCode?, contains?, phoneNumber?}; the job that finishes the purchase reads it.
  request jsonb not null default '{}',
  error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  activated_at timestamptz,
  released_at timestamptz,
  unique (merchant_id, id),
  check (status <> 'active' or (number is not null and provider_id is not null))
);
create unique index phone_numbers_live_number_key on public.phone_numbers (number) where status = 'active';
create index phone_numbers_merchant_id_idx on public.phone_numbers (merchant_id);
comment on table public.phone_numbers is 'Numbers bought for a merchant. A live number belongs to one merchant.';

create table public.provider_connections (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  provider text not null check (provider in ('stripe')),
  account_id text not null,
  status text not null default 'pending' check (status in ('pending', 'restricted', 'active', 'revoked')),
  charges_enabled boolean not null default false,
  payouts_enabled boolean not null default false,
  requirements_due text[] not null default '{}',
  -- Sealed with SECRETS_KEY before it gets here (AES-256-GCM): tokens or keys a provider gives us for this merchant.
  secret_sealed text,
  -- When the provider said what stands here; older news is ignored.
  occurred_at timestamptz not null default 'epoch',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, provider),
  unique (provider, account_id)
);
comment on table public.provider_connections is 'A merchant''s account at a payment provider. secret_sealed is never selectable.';

create table public.catalog_items (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  translations jsonb not null default '{}',
  aliases text[] not null default '{}',
  price_cents int not null check (price_cents between 0 and 100000000),
  category text,
  available boolean not null default true,
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, id)
);
create index catalog_items_merchant_position_idx on public.catalog_items (merchant_id, position) where archived_at is null;

create table public.option_groups (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  translations jsonb not null default '{}',
  aliases text[] not null default '{}',
  kind text not null check (kind in ('one', 'many')),
  required boolean not null default false,
  max_choices int check (max_choices between 1 and 50),
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, id)
);
create index option_groups_merchant_position_idx on public.option_groups (merchant_id, position) where archived_at is null;

create table public.option_choices (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  group_id uuid not null,
  name text not null check (length(trim(name)) between 1 and 120),
  translations jsonb not null default '{}',
  aliases text[] not null default '{}',
  price_cents int not null default 0,
  available boolean not null default true,
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (merchant_id, group_id) references public.option_groups (merchant_id, id) on delete cascade
);
create index option_choices_group_idx on public.option_choices (merchant_id, group_id, position);

create table public.item_option_groups (
  merchant_id uuid not null,
  item_id uuid not null,
  group_id uuid not null,
  position int not null default 0,
  primary key (merchant_id, item_id, group_id),
  foreign key (merchant_id, item_id) references public.catalog_items (merchant_id, id) on delete cascade,
  foreign key (merchant_id, group_id) references public.option_groups (merchant_id, id) on delete cascade
);
create index item_option_groups_group_idx on public.item_option_groups (merchant_id, group_id);

alter table public.phone_numbers enable row level security;
alter table public.provider_connections enable row level security;
alter table public.catalog_items enable row level security;
alter table public.option_groups enable row level security;
alter table public.option_choices enable row level security;
alter table public.item_option_groups enable row level security;
revoke all on public.phone_numbers, public.provider_connections, public.catalog_items, public.option_groups,
  public.option_choices, public.item_option_groups from anon, authenticated;
grant select on public.phone_numbers, public.catalog_items, public.option_groups, public.option_choices,
  public.item_option_groups to authenticated;
grant select (id, merchant_id, provider, account_id, status, charges_enabled, payouts_enabled, requirements_due,
  occurred_at, created_at, updated_at) on public.provider_connections to authenticated;

create policy "members read their merchant's numbers" on public.phone_numbers
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's connections" on public.provider_connections
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's items" on public.catalog_items
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's option groups" on public.option_groups
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's choices" on public.option_choices
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read which groups go with which items" on public.item_option_groups
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));

create trigger phone_numbers_touch before update on public.phone_numbers
  for each row execute function private.touch_updated_at();
create trigger provider_connections_touch before update on public.provider_connections
  for each row execute function private.touch_updated_at();
create trigger catalog_items_touch before update on public.catalog_items
  for each row execute function private.touch_updated_at();
create trigger option_groups_touch before update on public.option_groups
  for each row execute function private.touch_updated_at();
create trigger phone_numbers_audit after insert or update or delete on public.phone_numbers
  for each row execute function private.audit();
create trigger provider_connections_audit after insert or update or delete on public.provider_connections
  for each row execute function private.audit();
create trigger catalog_items_audit after insert or update or delete on public.catalog_items
  for each row execute function private.audit();
create trigger option_groups_audit after insert or update or delete on public.option_groups
  for each row execute function private.audit();
create trigger option_choices_audit after insert or update or delete on public.option_choices
  for each row execute function private.audit();

-- Numbers ------------------------------------------------------------------------------------------

-- One purchase at a time per merchant: asking again while one is pending gives that one back.
create function public.reserve_number(p_merchant uuid, p_request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_number public.phone_numbers;
  v_event jsonb;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  -- Not `for update`: that would hold up every call, whose rows refer to the merchant.
  perform 1 from public.merchants m where m.id = p_merchant for no key update;
  select * into v_number from public.phone_numbers n where n.merchant_id = p_merchant and n.status = 'pending';
  if found then
    return jsonb_build_object('number', to_jsonb(v_number), 'events', '[]'::jsonb);
  end if;
  insert into public.phone_numbers (merchant_id, request) values (p_merchant, p_request) returning * into v_number;
  v_event := private.emit_event(p_merchant, 'number.requested', 'phone_number', v_number.id, '{}');
  return jsonb_build_object('number', to_jsonb(v_number), 'events', jsonb_build_array(v_event));
end
$$;

create function public.settle_number(p_merchant uuid, p_id uuid, p_number text, p_provider_id text, p_error text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_number public.phone_numbers;
  v_events jsonb := '[]';
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  select * into v_number from public.phone_numbers n where n.merchant_id = p_merchant and n.id = p_id for update;
  if not found then
    perform private.fail(404, 'There is no such number.');
  end if;
  if v_number.status = 'pending' and p_error is null then
    update public.phone_numbers n
    set status = 'active', number = p_number, provider_id = p_provider_id, activated_at = now(), error = null
    where n.id = p_id returning * into v_number;
    v_events := jsonb_build_array(private.emit_event(p_merchant, 'number.active', 'phone_number', p_id,
      jsonb_build_object('number', p_number)));
  elsif v_number.status = 'pending' then
    update public.phone_numbers n set status = 'failed', error = p_error where n.id = p_id returning * into v_number;
    v_events := jsonb_build_array(private.emit_event(p_merchant, 'number.failed', 'phone_number', p_id,
      jsonb_build_object('error', p_error)));
  end if;
  return jsonb_build_object('number', to_jsonb(v_number), 'events', v_events);
end
$$;

-- Service role: which merchant does a called number belong to?
create function public.resolve_number(p_e164 text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('merchantId', n.merchant_id, 'phoneNumberId', n.id, 'status', m.status)
  from public.phone_numbers n join public.merchants m on m.id = n.merchant_id
  where n.number = p_e164 and n.status = 'active'
$$;

-- Payment accounts -----------------------------------------------------------------------------------

create function public.resolve_account(p_provider text, p_account_id text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('merchantId', c.merchant_id)
  from public.provider_connections c where c.provider = p_provider and c.account_id = p_account_id
$$;

-- The first account wins, so that two clicks at once do not open two.
create function public.open_connection(p_merchant uuid, p_provider text, p_account_id text, p_secret_sealed text default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_account text;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  insert into public.provider_connections (merchant_id, provider, account_id, secret_sealed)
  values (p_merchant, p_provider, p_account_id, p_secret_sealed)
  on conflict (merchant_id, provider) do update
    set account_id = excluded.account_id, status = 'pending', charges_enabled = false, payouts_enabled = false,
        requirements_due = '{}', secret_sealed = excluded.secret_sealed, occurred_at = 'epoch'
    where public.provider_connections.status = 'revoked';
  select c.account_id into v_account from public.provider_connections c
  where c.merchant_id = p_merchant and c.provider = p_provider;
  return jsonb_build_object('accountId', v_account);
end
$$;

-- p_state: {chargesEnabled, payoutsEnabled, detailsSubmitted, requirementsDue[], disabledReason, revoked?}
create function private.set_account_state(p_merchant uuid, p_provider text, p_account_id text, p_state jsonb, p_at timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_before public.provider_connections;
  v_after public.provider_connections;
begin
  select * into v_before from public.provider_connections c
  where c.merchant_id = p_merchant and c.provider = p_provider and c.account_id = p_account_id for update;
  if not found then
    return '[]';
  end if;
  update public.provider_connections c set
    status = case
      when coalesce((p_state ->> 'revoked')::boolean, false) then 'revoked'
      when coalesce((p_state ->> 'chargesEnabled')::boolean, false) then 'active'
      when coalesce((p_state ->> 'detailsSubmitted')::boolean, false) then 'restricted'
      else 'pending' end,
    charges_enabled = coalesce((p_state ->> 'chargesEnabled')::boolean, false)
      and not coalesce((p_state ->> 'revoked')::boolean, false),
    payouts_enabled = coalesce((p_state ->> 'payoutsEnabled')::boolean, false),
    requirements_due = coalesce(array(select jsonb_array_elements_text(p_state -> 'requirementsDue')), '{}'),
    occurred_at = p_at
  -- Providers tell the time in whole seconds: of two news in one, the later to arrive counts.
  where c.id = v_before.id and date_trunc('second', c.occurred_at) <= p_at
    -- A revoked account stays revoked until it is connected anew: news from before cannot revive it.
    and c.status <> 'revoked'
  returning * into v_after;
  if v_after.id is null
     or (v_after.status, v_after.charges_enabled, v_after.payouts_enabled, v_after.requirements_due)
      = (v_before.status, v_before.charges_enabled, v_before.payouts_enabled, v_before.requirements_due) then
    return '[]';
  end if;
  return jsonb_build_array(private.emit_event(p_merchant, 'payments.updated', 'provider_connection', v_after.id,
    jsonb_build_object('provider', p_provider, 'status', v_after.status)));
end
$$;

create function public.record_account_state(p_merchant uuid, p_provider text, p_account_id text, p_state jsonb, p_at timestamptz)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  return private.set_account_state(p_merchant, p_provider, p_account_id, p_state, p_at);
end
$$;

-- Catalogue -------------------------------------------------------------------------------------------

create function private.set_item_groups(p_merchant uuid, p_item uuid, p_groups jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_missing text;
begin
  select g.value into v_missing from jsonb_array_elements_text(p_groups) as g (value)
  where not exists (select 1 from public.option_groups o
    where o.merchant_id = p_merchant and o.id = g.value::uuid and o.archived_at is null) limit 1;
  if v_missing is not null then
    perform private.fail(422, 'There is no such option group.', '{"field": "groupIds"}');
  end if;
  delete from public.item_option_groups i where i.merchant_id = p_merchant and i.item_id = p_item;
  insert into public.item_option_groups (merchant_id, item_id, group_id, position)
  select p_merchant, p_item, g.value::uuid, g.ordinality::int
  from jsonb_array_elements_text(p_groups) with ordinality as g (value, ordinality)
  on conflict do nothing;
end
$$;

create function private.item_json(i public.catalog_items) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'name', i.name, 'translations', i.translations,
    'aliases', to_jsonb(i.aliases), 'priceCents', i.price_cents, 'category', i.category, 'available', i.available,
    'position', i.position,
    'groupIds', coalesce((select jsonb_agg(l.group_id order by l.position) from public.item_option_groups l
                          where l.merchant_id = i.merchant_id and l.item_id = i.id), '[]'))
$$;

-- Adds (p_id null) or changes an item; {archived: true} takes it off the menu, {archived: false} puts it back, and
-- nothing else reaches one that was taken off. Answers the item.
create function public.save_item(p_merchant uuid, p_id uuid, p_fields jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_item public.catalog_items;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  if p_id is null then
    insert into public.catalog_items (merchant_id, name, price_cents, position)
    values (p_merchant, p_fields ->> 'name', (p_fields ->> 'priceCents')::int,
            (select coalesce(max(i.position), 0) + 1 from public.catalog_items i where i.merchant_id = p_merchant))
    returning id into v_id;
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
  where i.merchant_id = p_merchant and i.id = coalesce(p_id, v_id)
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

create function private.set_choices(p_merchant uuid, p_group uuid, p_choices jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.option_choices c set archived_at = coalesce(c.archived_at, now())
  where c.merchant_id = p_merchant and c.group_id = p_group
    and not exists (select 1 from jsonb_array_elements(p_choices) as n where n ->> 'id' = c.id::text);
  update public.option_choices c set
    name = n.value ->> 'name', translations = coalesce(n.value -> 'translations', '{}'),
    aliases = array(select jsonb_array_elements_text(coalesce(n.value -> 'aliases', '[]'))),
    price_cents = coalesce((n.value ->> 'priceCents')::int, 0),
    available = coalesce((n.value ->> 'available')::boolean, true),
    position = n.ordinality::int, archived_at = null
  from jsonb_array_elements(p_choices) with ordinality as n (value, ordinality)
  where c.merchant_id = p_merchant and c.group_id = p_group and c.id::text = n.value ->> 'id';
  insert into public.option_choices (merchant_id, group_id, name, translations, aliases, price_cents, available, position)
  select p_merchant, p_group, n.value ->> 'name', coalesce(n.value -> 'translations', '{}'),
         array(select jsonb_array_elements_text(coalesce(n.value -> 'aliases', '[]'))),
         coalesce((n.value ->> 'priceCents')::int, 0), coalesce((n.value ->> 'available')::boolean, true),
         n.ordinality::int
  from jsonb_array_elements(p_choices) with ordinality as n (value, ordinality)
  where not exists (select 1 from public.option_choices c
    where c.merchant_id = p_merchant and c.group_id = p_group and c.id::text = n.value ->> 'id');
end
$$;

create function public.save_group(p_merchant uuid, p_id uuid, p_fields jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  if p_id is null then
    insert into public.option_groups (merchant_id, name, kind, position)
    values (p_merchant, p_fields ->> 'name', p_fields ->> 'kind',
            (select coalesce(max(g.position), 0) + 1 from public.option_groups g where g.merchant_id = p_merchant))
    returning id into v_id;
  end if;
  update public.option_groups g set
    name = coalesce(p_fields ->> 'name', g.name),
    translations = coalesce(p_fields -> 'translations', g.translations),
    aliases = case when p_fields ? 'aliases'
      then array(select jsonb_array_elements_text(p_fields -> 'aliases')) else g.aliases end,
    kind = coalesce(p_fields ->> 'kind', g.kind),
    required = coalesce((p_fields ->> 'required')::boolean, g.required),
    max_choices = case when p_fields ? 'maxChoices' then (p_fields ->> 'maxChoices')::int else g.max_choices end
  where g.merchant_id = p_merchant and g.id = coalesce(p_id, v_id) and g.archived_at is null
  returning g.id into v_id;
  if v_id is null then
    perform private.fail(404, 'There is no such option group.');
  end if;
  if p_fields ? 'choices' then
    perform private.set_choices(p_merchant, v_id, p_fields -> 'choices');
  end if;
  return v_id;
end
$$;

create function public.remove_group(p_merchant uuid, p_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant, array['owner', 'admin']);
  update public.option_groups g set archived_at = coalesce(g.archived_at, now())
  where g.merchant_id = p_merchant and g.id = p_id;
  if not found then
    perform private.fail(404, 'There is no such option group.');
  end if;
  delete from public.item_option_groups i where i.merchant_id = p_merchant and i.group_id = p_id;
  return p_id;
end
$$;

-- The whole menu in one answer, in the shape the dialogue and the API speak.
create function private.catalog_json(p_merchant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'items', coalesce((select jsonb_agg(private.item_json(i) order by i.position, i.id)
      from public.catalog_items i where i.merchant_id = p_merchant and i.archived_at is null), '[]'),
    'groups', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'translations', g.translations,
        'aliases', to_jsonb(g.aliases), 'kind', g.kind, 'required', g.required, 'maxChoices', g.max_choices,
        'position', g.position,
        'choices', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name,
            'translations', c.translations, 'aliases', to_jsonb(c.aliases), 'priceCents', c.price_cents,
            'available', c.available, 'position', c.position) order by c.position, c.id)
          from public.option_choices c
          where c.merchant_id = p_merchant and c.group_id = g.id and c.archived_at is null), '[]'))
        order by g.position, g.id)
      from public.option_groups g where g.merchant_id = p_merchant and g.archived_at is null), '[]'))
$$;

create function public.get_catalog(p_merchant uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.assert_member(p_merchant);
  return private.catalog_json(p_merchant);
end
$$;

grant execute on function public.reserve_number, public.settle_number, public.open_connection,
  public.record_account_state, public.save_item, public.save_group, public.remove_group, public.get_catalog
  to authenticated;
grant execute on function public.resolve_number, public.resolve_account to service_role;
