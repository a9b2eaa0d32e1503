-- Calls that the carrier knows and we do not: whatever could have told us of them was refused.

-- Service role: which of the carrier's calls ([{"externalId", "to", "endedAt"}]) rang at a number of a merchant's and are not
-- known here? A number may have been somebody else's before. The carrier's times are whole seconds.
create function public.unknown_calls(p_provider text, p_calls jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(told ->> 'externalId'), '[]')
  from jsonb_array_elements(p_calls) told
  where exists (select 1 from public.phone_numbers n where n.number = told ->> 'to' and n.status = 'active'
      and date_trunc('second', n.created_at) <= (told ->> 'endedAt')::timestamptz)
    and not exists (select 1 from public.calls c where c.provider = p_provider and c.external_id = told ->> 'externalId')
$$;

revoke execute on function public.unknown_calls(text, jsonb) from public, anon, authenticated;
grant execute on function public.unknown_calls(text, jsonb) to service_role;
