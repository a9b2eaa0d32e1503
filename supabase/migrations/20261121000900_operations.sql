-- What whoever runs the installation asks of it.

create function public.applied_migrations() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.is_operator() then
    perform private.fail(403, 'Only an operator may see this.');
  end if;
  return (select coalesce(jsonb_agg(m.version order by m.version), '[]') from supabase_migrations.schema_migrations m);
end
$$;
comment on function public.applied_migrations() is 'Versions of the migrations that ran here, as the Supabase CLI records them.';

revoke execute on function public.applied_migrations() from public, anon, authenticated;
grant execute on function public.applied_migrations() to authenticated;
