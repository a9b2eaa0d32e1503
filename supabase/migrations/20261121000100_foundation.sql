-- What every later migration stands on: identity of the caller, ids, error helpers.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists citext with schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gist with schema extensions;

create schema if not exists private;
revoke all on schema private from public;
-- Not per schema: that could not take away what PostgreSQL gives everybody by default.
alter default privileges revoke execute on functions from public;

-- Nothing is granted by default: every table and function below says who may use it.
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;

create function private.claims() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb, '{}'::jsonb)
$$;
comment on function private.claims() is 'The verified token of the request, {} when there is none.';

create function private.user_id() returns uuid
language sql stable set search_path = '' as $$
  select case when private.claims() ? 'merchant_id' then null
              else nullif(private.claims() ->> 'sub', '')::uuid end
$$;
comment on function private.user_id() is 'The signed-in person; null for a merchant-scoped token (a job or an API key).';

create function private.actor() returns text
language sql stable set search_path = '' as $$
  select coalesce(private.claims() ->> 'actor', 'user:' || (private.claims() ->> 'sub'), 'service')
$$;
comment on function private.actor() is 'Who acts, for the audit log: user:<id>, key:<id>, job:<name>, webhook:<name> or service.';

create function private.request_id() returns text
language plpgsql stable set search_path = '' as $$
begin
  return nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-request-id';
exception when others then
  return null; -- a malformed header must not undo the work it came with
end
$$;
comment on function private.request_id() is 'The X-Request-Id the function sent along, so that events and messages carry it.';

-- UUID version 7 (RFC 9562, method 3 of section 6.2): the time in milliseconds, then the fraction of the millisecond
-- in the 12 bits after the version. Lists are paged by id, so what is made one after the other must sort that way.
create function private.uuid_v7() returns uuid
language plpgsql volatile set search_path = '' as $$
declare
  v_micros bigint := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
begin
  return encode(
    overlay(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(v_micros / 1000) from 3) from 1 for 6)
      placing substring(int8send(x'7000'::bigint + (v_micros % 1000) * 4096 / 1000) from 7) from 7 for 2),
    'hex')::uuid;
end
$$;

-- Errors that PostgREST turns into a status (PTxyz) and whose message is safe to show.
create function private.fail(p_status int, p_message text, p_detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_message, detail = coalesce(p_detail::text, '');
end
$$;

create function private.touch_updated_at() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;
