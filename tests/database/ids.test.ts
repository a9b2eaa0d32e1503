import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyTemplate } from "../harness/database.ts";

let sql: Sql;
let drop: () => Promise<void>;

beforeAll(async () => {
  const copy = await copyTemplate();
  drop = copy.drop;
  sql = postgres(copy.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await drop();
});

test("ids are UUIDs of version 7 that hold the time", async () => {
  const [row] = await sql`select private.uuid_v7() as id, clock_timestamp() as now`;
  expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const madeAt = Number.parseInt(row?.id.replace("-", "").slice(0, 12), 16);
  expect(Math.abs(row?.now.getTime() - madeAt)).toBeLessThan(50);
});

test("made one after the other they sort so, also within a millisecond", async () => {
  await sql`create temp table made (n int generated always as identity, id uuid)`;
  await sql`do $$ begin
    for i in 1..500 loop
      insert into made (id) values (private.uuid_v7());
    end loop;
  end $$`;
  const rows = await sql`select id from made order by n`;
  const ids = rows.map(({ id }) => String(id));
  expect(new Set(ids.map((id) => id.slice(0, 13))).size).toBeLessThan(250);
  expect(ids).toEqual([...ids].sort());
});
