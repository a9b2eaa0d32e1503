import { expect, test } from "vitest";
import * as z from "zod";
import type { $ZodType } from "zod/v4/core";
import type { Contract } from "../../../functions/platform/contract.ts";
import type { Parts } from "./route-bench.ts";
import type { Shop } from "./shop.ts";
import type { World } from "./world.ts";

/** A request of this shop's whose body or query names something that is another's. */
export type Foreign = {
  parts(theirs: Shop, world: World, own: Parts): Promise<Parts>;
  /** What it is answered: refused, or done as if the id were nobody's. */
  answer: 400 | 404 | 200 | 201;
};

/** Fields of a body or query that take an id, e.g. `groupIds` or `choices.id`; a page's cursor is one too. */
export function idFields({ body, query }: Contract): string[] {
  return [...fieldsOf(body), ...fieldsOf(query)].sort();
}

type JsonSchema = {
  format?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

const fieldsOf = (schema: $ZodType | undefined): string[] =>
  schema ? idsIn(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema) : [];

function idsIn({ format, properties = {}, items, anyOf = [] }: JsonSchema, at: string[] = []): string[] {
  const name = at.join(".");
  const here = format === "uuid" || at.at(-1) === "cursor" ? [name] : [];
  const inner = Object.entries(properties).flatMap(([key, value]) => idsIn(value, [...at, key]));
  return [...here, ...inner, ...[...anyOf, ...(items ? [items] : [])].flatMap((one) => idsIn(one, at))];
}

type Bench = { world: World; shop: Shop; other: Shop };
type Send = (parts: Parts) => Promise<Response>;

/** Nothing of the other's is changed or shown, whatever place their ids are put into. */
export function keepsOthersOut(
  foreign: Record<string, Foreign>,
  bench: Bench,
  arrange: () => Promise<Parts>,
  send: Send,
): void {
  test.each(Object.entries(foreign))(
    "an id of another merchant's in %s reaches nothing of theirs",
    async (_, one) => {
      const { world, other } = bench;
      const parts = await one.parts(other, world, await arrange());
      const [everything, theirs] = [await world.fingerprint(), await world.fingerprint(other.id)];
      const response = await send(parts);
      const text = await response.text();
      expect({ status: response.status, text }).toMatchObject({ status: one.answer });
      expect(await world.fingerprint(other.id)).toEqual(theirs);
      if (one.answer >= 400) expect(await world.fingerprint()).toEqual(everything);
      for (const id of await idsOf(world, other)) expect(text).not.toContain(id);
    },
  );
}

/** Every id of the other's rows. */
async function idsOf({ sql }: World, { id }: Shop): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and 2 = (select count(*) from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('id', 'merchant_id'))`;
  const parts = tables.map(({ name }) => `select id::text from ${name} where merchant_id = '${id}'`);
  return (await sql.unsafe(parts.join(" union all "))).map((row) => String(row.id));
}
