import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";
import { undone } from "../support/sessions.ts";
import { actualRights, expectedRights } from "./rights.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.close());

test("who may touch what is what the expectation table says, to the letter", async () => {
  expect(await actualRights(db.sql)).toEqual(expectedRights());
});

/** What a careless migration might do, and the name under which the comparison above tells of it. */
const CARELESS: [what: string, ddl: string, name: string][] = [
  ["a table that nobody wrote down", "create table public.extra (id int)", "public.extra"],
  ["a view", "create view public.extra as select 1 as one", "public.extra"],
  ["a materialised view", "create materialized view public.extra as select 1 as one", "public.extra"],
  ["a sequence", "create sequence public.extra", "public.extra"],
  ["a function", "create function public.extra() returns int language sql as 'select 1'", "public.extra()"],
  [
    "another function of the same name",
    "create function public.ping(a int) returns int language sql as 'select 1'",
    "public.ping(+)",
  ],
  ["a schema", "create schema extra", "schema extra"],
  ["an open inner schema", "grant usage on schema private to authenticated", "schema private"],
  [
    "an inner table that is granted",
    "create table private.extra (id int); grant select on private.extra to authenticated",
    "private.extra",
  ],
  [
    "an inner function that is granted",
    "grant execute on function private.claims() to anon",
    "private.claims()",
  ],
  ["a right to write", "grant insert on public.orders to authenticated", "public.orders"],
  [
    "a right to write one column",
    "grant update (summary) on public.orders to authenticated",
    "public.orders.summary",
  ],
  [
    "a right to read a secret",
    "grant select (hash) on public.api_keys to authenticated",
    "public.api_keys.hash",
  ],
  ["a right for everybody", "grant select on public.inbox to public", "public.inbox"],
  ["a right of the service role", "grant select on public.orders to service_role", "public.orders"],
  [
    "a sequence that is granted",
    "grant usage on sequence public.events_seq_seq to authenticated",
    "public.events_seq_seq",
  ],
  ["a function for everybody", "grant execute on function public.ping() to public", "public.ping()"],
  ["a table that is gone", "drop table public.event_dispatches", "public.event_dispatches"],
  ["a function that is gone", "drop function public.ping()", "public.ping()"],
];

describe("is told of", () => {
  test.each(CARELESS)("%s", async (_, ddl, name) => {
    const rights = await undone(db, async (tx) => {
      await tx.unsafe(ddl);
      return actualRights(tx);
    });
    const expected = expectedRights();
    const names = [...new Set([...Object.keys(rights), ...Object.keys(expected)])];
    expect(names.filter((one) => rights[one] !== expected[one])).toEqual([name]);
  });
});

test("what a migration makes is nobody's until it says whose", async () => {
  const rights = await undone(db, async (tx) => {
    await tx.unsafe(`
      create table public.made_table (id int); create view public.made_view as select 1 as one;
      create sequence public.made_sequence; create table private.made_table (id int);
      create function public.made() returns int language sql security definer as 'select 1';
      create function private.made() returns int language sql as 'select 1'`);
    return actualRights(tx);
  });
  const made = Object.entries(rights).filter(([name]) => name.includes("made"));
  expect(Object.fromEntries(made)).toEqual({
    "public.made_table": "",
    "public.made_view": "",
    "public.made_sequence": "",
    "public.made()": "",
  });
});
