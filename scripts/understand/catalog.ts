import * as z from "zod";
import type { Catalog } from "../../functions/domain/catalogue/types.ts";

const named = { id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) };

/** A menu as an integrator writes it: names, aliases and what goes with what, no prices. */
export const catalog = z.object({
  items: z.array(z.object({ ...named, groups: z.array(z.string()).default([]) })),
  groups: z
    .array(z.object({ ...named, kind: z.enum(["one", "many"]), choices: z.array(z.object(named)) }))
    .default([]),
});

type Written = z.infer<typeof catalog>;

/** Menus are prepared once and recognised by their object: equal ones on many lines become the same. */
const known = new Map<string, Catalog>();
const MOST = 50;

/** The merchant's catalogue that a written menu stands for; everything is for sale, and nothing has a price. */
export function catalogOf(written: Written): Catalog {
  const key = JSON.stringify(written);
  const same = known.get(key);
  if (same) return same;
  if (known.size >= MOST) known.clear();
  const made = make(written);
  known.set(key, made);
  return made;
}

function make({ items, groups }: Written): Catalog {
  const sold = <N extends object>(entry: N, position: number) => ({
    ...entry,
    translations: {},
    priceCents: 0,
    available: true,
    position,
  });
  return {
    items: items.map(({ groups, ...item }, at) => ({ ...sold(item, at), category: null, groupIds: groups })),
    groups: groups.map(({ choices, ...group }) => ({
      ...group,
      translations: {},
      required: false,
      maxChoices: null,
      choices: choices.map(sold),
    })),
  };
}
