-- Orders and the money for them. States only move forward; the provider's word settles what was paid.

create table public.orders (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  number int not null,
  -- What makes placing it once enough: the call and the turn that confirmed it.
  placed_key text not null,
  call_id uuid,
  customer_id uuid,
  customer_phone text,
  customer_name text,
  customer_email text,
  locale text not null check (locale in ('en', 'fr')),
  status text not null default 'awaiting_payment'
    check (status in ('awaiting_payment', 'paid', 'fulfilled', 'expired', 'cancelled', 'refunded')),
  currency text not null check (currency in ('cad', 'usd')),
  subtotal_cents int not null check (subtotal_cents >= 0),
  tax_cents int not null check (tax_cents >= 0),
  total_cents int not null check (total_cents >= 0),
  taxes jsonb not null default '[]',
  refunded_cents int not null default 0 check (refunded_cents >= 0),
  summary text not null,
  attention text,
  checkout_attempt int not null default 1,
  request_id text,
  placed_at timestamptz not null default now(),
  expires_at timestamptz,
  paid_at timestamptz,
  fulfilled_at timestamptz,
  cancelled_at timestamptz,
  expired_at timestamptz,
  refunded_at timestamptz,
  updated_at timestamptz not null default now(),
  unique (merchant_id, id),
  unique (merchant_id, number),
  unique (merchant_id, placed_key),
  check (total_cents = subtotal_cents + tax_cents),
  foreign key (merchant_id, call_id) references public.calls (merchant_id, id),
  foreign key (merchant_id, customer_id) references public.customers (merchant_id, id)
);
create index orders_call_idx on public.orders (merchant_id, call_id);
create index orders_customer_idx on public.orders (merchant_id, customer_id);
create index orders_overdue_idx on public.orders (expires_at) where status = 'awaiting_payment';

create table public.order_lines (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  order_id uuid not null,
  position int not null,
  -- A snapshot: what was sold stays what it was when the menu changes.
  item_id uuid,
  name text not null,
  quantity int not null check (quantity between 1 and 999),
  unit_price_cents int not null check (unit_price_cents >= 0),
  total_cents int not null check (total_cents = unit_price_cents * quantity),
  options jsonb not null default '[]',
  unique (order_id, position),
  foreign key (merchant_id, order_id) references public.orders (merchant_id, id) on delete cascade
);
create index order_lines_order_idx on public.order_lines (merchant_id, order_id);

create table public.payments (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  order_id uuid not null,
  provider text not null default 'stripe' check (provider in ('stripe')),
  attempt int not null,
  account_id text not null,
  session_id text not null unique,
  payment_intent_id text,
  url text,
  status text not null default 'open' check (status in ('open', 'processing', 'succeeded', 'failed', 'expired')),
  amount_cents int not null check (amount_cents >= 0),
  currency text not null,
  fee_cents int not null default 0,
  refunded_cents int not null default 0 check (refunded_cents between 0 and amount_cents),
  -- Refunds that the bank sent back: [{cents, at}]. Older news of the provider still counts them as given.
  sent_back jsonb not null default '[]',
  -- The order was paid with this one; any other that comes in goes back.
  pays_order boolean not null default false,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, id),
  foreign key (merchant_id, order_id) references public.orders (merchant_id, id) on delete cascade
);
create unique index payments_attempt_key on public.payments (order_id, attempt) where attempt > 0;
create unique index payments_pays_order_key on public.payments (order_id) where pays_order;
create index payments_order_idx on public.payments (merchant_id, order_id);
create index payments_intent_idx on public.payments (payment_intent_id);
comment on table public.payments is 'One row for each checkout session made for an order. attempt 0: one that only the provider told us of.';

create table public.refunds (
  id uuid primary key default private.uuid_v7(),
  merchant_id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  amount_cents int not null check (amount_cents > 0),
  status text not null default 'requested' check (status in ('requested', 'succeeded', 'failed')),
  reason text,
  error text,
  provider_id text,
  requested_by text not null,
  -- The Idempotency-Key under which it was asked for: kept with the refund, in one transaction.
  request_key text,
  created_at timestamptz not null default now(),
  unique (merchant_id, id),
  foreign key (merchant_id, order_id) references public.orders (merchant_id, id) on delete cascade,
  foreign key (merchant_id, payment_id) references public.payments (merchant_id, id) on delete cascade
);
create index refunds_order_idx on public.refunds (merchant_id, order_id);
create index refunds_payment_idx on public.refunds (merchant_id, payment_id);

alter table public.orders enable row level security;
alter table public.order_lines enable row level security;
alter table public.payments enable row level security;
alter table public.refunds enable row level security;
revoke all on public.orders, public.order_lines, public.payments, public.refunds from anon, authenticated;
grant select on public.orders, public.order_lines, public.payments, public.refunds to authenticated;

create policy "members read their merchant's orders" on public.orders
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read the lines of their orders" on public.order_lines
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's payments" on public.payments
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));
create policy "members read their merchant's refunds" on public.refunds
  for select to authenticated using (merchant_id in (select private.my_merchant_ids()));

create trigger orders_touch before update on public.orders
  for each row execute function private.touch_updated_at();
create trigger payments_touch before update on public.payments
  for each row execute function private.touch_updated_at();
create trigger orders_audit after update or delete on public.orders
  for each row execute function private.audit();
create trigger refunds_audit after insert or update or delete on public.refunds
  for each row execute function private.audit();

-- Forward only, whatever comes late or twice: a state is followed by one of these and by nothing else.
create function private.guard_order_status() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.status <> new.status and new.status <> all (case old.status
       when 'awaiting_payment' then array['paid', 'expired', 'cancelled']
       when 'expired' then array['paid']
       when 'paid' then array['fulfilled', 'refunded']
       when 'fulfilled' then array['refunded']
       else array[]::text[] end) then
    perform private.fail(409, format('An order that is %s cannot become %s.', old.status, new.status));
  end if;
  return new;
end
$$;
create trigger orders_forward_only before update of status on public.orders
  for each row execute function private.guard_order_status();

-- Placing -----------------------------------------------------------------------------------------

create function private.order_event(o public.orders, p_type text, p_data jsonb default '{}') returns jsonb
language sql volatile set search_path = '' as $$
  select private.emit_event(o.merchant_id, p_type, 'order', o.id, jsonb_build_object(
    'number', o.number, 'status', o.status, 'totalCents', o.total_cents, 'currency', o.currency,
    'attempt', o.checkout_attempt) || p_data)
$$;

create function private.place_order(p_call public.calls, p_turn int, p_effect jsonb, p_summary text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_order public.orders;
  v_customer public.customers;
  v_totals jsonb := p_effect -> 'totals';
  v_number int;
begin
  if (v_totals ->> 'subtotalCents')::int is distinct from
     (select sum((l ->> 'unitCents')::int * (l ->> 'quantity')::int) from jsonb_array_elements(p_effect -> 'lines') as l)
     or (v_totals ->> 'taxCents')::int is distinct from
     (select coalesce(sum((t ->> 'amountCents')::int), 0) from jsonb_array_elements(v_totals -> 'taxes') as t)
     or (v_totals ->> 'totalCents')::int is distinct from (v_totals ->> 'subtotalCents')::int + (v_totals ->> 'taxCents')::int then
    perform private.fail(422, 'The lines and taxes of the order do not add up to its total.');
  end if;
  -- By two statements: one that both makes the customer and looks for them would not see them.
  v_customer.id := private.customer_of(p_call.merchant_id, p_effect ->> 'phone', p_effect ->> 'locale');
  select * into v_customer from public.customers c where c.id = v_customer.id;
  update public.merchants m set next_order_number = m.next_order_number + 1
  where m.id = p_call.merchant_id returning m.next_order_number - 1 into v_number;
  insert into public.orders (merchant_id, number, placed_key, call_id, customer_id, customer_phone, customer_name,
    locale, currency, subtotal_cents, tax_cents, total_cents, taxes, summary, request_id, expires_at)
  select p_call.merchant_id, v_number, p_call.id || ':' || p_turn, p_call.id, v_customer.id, p_effect ->> 'phone', v_customer.name,
    p_effect ->> 'locale', lower(p_effect ->> 'currency'), (v_totals ->> 'subtotalCents')::int,
    (v_totals ->> 'taxCents')::int, (v_totals ->> 'totalCents')::int, coalesce(v_totals -> 'taxes', '[]'),
    p_summary, private.request_id(), now() + make_interval(mins => m.payment_expiry_minutes)
  from public.merchants m where m.id = p_call.merchant_id returning * into v_order;
  insert into public.order_lines (merchant_id, order_id, position, item_id, name, quantity, unit_price_cents, total_cents, options)
  select v_order.merchant_id, v_order.id, l.ordinality::int, (l.value ->> 'item')::uuid, l.value ->> 'name',
    (l.value ->> 'quantity')::int, (l.value ->> 'unitCents')::int, (l.value ->> 'totalCents')::int,
    coalesce(l.value -> 'options', '[]')
  from jsonb_array_elements(p_effect -> 'lines') with ordinality as l (value, ordinality);
  return private.order_event(v_order, 'order.placed', jsonb_build_object('summary', v_order.summary));
end
$$;

-- p_record: {turns: [{turn, heard, digits, confidence, said}], reply, dialogue, language, effects, outcome, summary}.
-- The last of `turns` is this one; an earlier one is the greeting, which is told only now. One transaction writes the
-- turn, the state and everything the turn leads to; a second delivery of the same turn gets the first one's reply.
create function public.record_turn(p_merchant uuid, p_external_id text, p_turn int, p_record jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
  v_reply jsonb;
  v_effect jsonb;
  v_outcome text;
  v_captured boolean := false;
  v_events jsonb := '[]';
begin
  perform private.assert_member(p_merchant);
  select * into v_call from public.calls c
  where c.merchant_id = p_merchant and c.external_id = p_external_id for no key update;
  if not found then
    perform private.fail(404, 'There is no such call.');
  end if;
  select t.reply into v_reply from public.call_turns t where t.call_id = v_call.id and t.turn = p_turn;
  if found then
    return jsonb_build_object('outcome', 'repeated', 'reply', v_reply, 'events', v_events);
  end if;
  if v_call.turn >= p_turn then
    perform private.fail(409, 'The call has moved on from this turn.');
  end if;
  insert into public.call_turns (merchant_id, call_id, turn, heard, digits, confidence, said, reply)
  select p_merchant, v_call.id, (t ->> 'turn')::int, t ->> 'heard', t ->> 'digits', (t ->> 'confidence')::real,
    t ->> 'said', p_record -> 'reply'
  from jsonb_array_elements(p_record -> 'turns') as t
  on conflict (call_id, turn) do nothing;

  for v_effect in select e from jsonb_array_elements(p_record -> 'effects') as e loop
    case v_effect ->> 'kind'
      when 'place_order' then
        v_events := v_events || private.place_order(v_call, p_turn, v_effect, p_record ->> 'summary');
        v_outcome := 'ordered'; v_captured := true;
      when 'request_callback' then
        v_events := v_events || private.request_callback(v_call, v_effect);
        v_outcome := coalesce(v_outcome, 'callback'); v_captured := true;
      when 'voicemail' then
        v_outcome := coalesce(v_outcome, 'message'); v_captured := true;
      else null;
    end case;
  end loop;

  update public.calls c set
    turn = p_turn,
    dialogue = p_record -> 'dialogue',
    language = coalesce(p_record ->> 'language', c.language),
    -- What was ordered stays the news of the call, whatever the caller asks for after it.
    outcome = case when c.outcome = 'ordered' then c.outcome
                   else coalesce(v_outcome, c.outcome, p_record ->> 'outcome') end,
    captured = c.captured or v_captured,
    summary = coalesce(p_record ->> 'summary', c.summary)
  where c.id = v_call.id;
  perform private.announce(p_merchant, 'call.updated', 'call', v_call.id, jsonb_build_object('turn', p_turn));
  return jsonb_build_object('outcome', 'processed', 'reply', p_record -> 'reply', 'events', v_events);
end
$$;

grant execute on function public.record_turn to authenticated;
