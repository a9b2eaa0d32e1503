import type { Sql } from "postgres";

/** As on a hosted project: names resolve in `public`, then among the extensions (citext's operators, pgcrypto). */
export const SEARCH_PATH = '"$user", public, extensions';

const ROLES: Record<string, string> = {
  anon: "nologin noinherit",
  authenticated: "nologin noinherit",
  service_role: "nologin noinherit bypassrls",
};

/**
 * Roles belong to the whole server, so two databases being prepared at once would collide: the lock is
 * taken in the caller's transaction, and the loser finds the roles there.
 */
const roleSql = (name: string, attributes: string) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then
      create role ${name} ${attributes};
    end if;
  end $$;`;

/** Schemas, extensions and grants of an empty hosted project: what migrations may rely on and must revoke. */
const SCHEMAS = `
  create schema if not exists extensions;
  create schema if not exists auth;
  create extension if not exists pgcrypto with schema extensions;
  create extension if not exists "uuid-ossp" with schema extensions;
  grant usage on schema public, extensions, auth to anon, authenticated, service_role;
  grant execute on all functions in schema extensions to anon, authenticated, service_role;
  alter default privileges in schema extensions grant execute on functions to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
`;

/** Makes the roles, schemas and default privileges of a hosted Supabase project. Safe to repeat. */
export async function bootstrapProject(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('callwaiting roles'))`;
    for (const [name, attributes] of Object.entries(ROLES)) await tx.unsafe(roleSql(name, attributes));
    await tx.unsafe(SCHEMAS);
  });
}

/**
 * The `auth.*` helpers of a hosted project: they read PostgREST's newer `request.jwt.claims` and its older
 * per-claim settings. https://supabase.com/docs/guides/database/postgres/row-level-security#helper-functions
 */
const AUTH_HELPERS = `
  create or replace function auth.uid() returns uuid language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.sub', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
    )::uuid $$;
  create or replace function auth.role() returns text language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.role', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
    ) $$;
  create or replace function auth.email() returns text language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.email', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
    ) $$;
  create or replace function auth.jwt() returns jsonb language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')
    )::jsonb $$;
  grant execute on function auth.uid(), auth.role(), auth.email(), auth.jwt() to anon, authenticated, service_role;
`;

/** Replaces Lite's own helpers, which miss `request.jwt.claims` and never answer null. */
export async function installAuthHelpers(sql: Sql): Promise<void> {
  await sql.unsafe(AUTH_HELPERS);
}
