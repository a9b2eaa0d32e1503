import type { Foreign } from "../../../harness/suites/foreign.ts";
import type { ApiRouteCase, Parts } from "../../../harness/suites/route-bench.ts";
import * as some from "../../../harness/suites/samples.ts";
import type { Shop } from "../../../harness/suites/shop.ts";
import type { World } from "../../../harness/suites/world.ts";

export const nothing = (): Parts => ({});
export const badId = { field: "id", parts: { params: { id: "7" } } };
export const badPages: NonNullable<ApiRouteCase["bad"]> = [
  { field: "limit", parts: { query: { limit: "0" } } },
  { field: "limit", parts: { query: { limit: "101" } } },
  { field: "limit", parts: { query: { limit: "many" } } },
  { field: "cursor", parts: { query: { cursor: "yesterday" } } },
];
/** Wrong values one by one in an otherwise working body. */
export const wrong = (body: Record<string, unknown>, fields: Record<string, unknown>) =>
  Object.entries(fields).map(([field, value]) => ({
    field,
    parts: { body: { ...body, [field.split(".")[0] ?? ""]: value } },
  }));

export const idOf = async (made: Promise<{ id: string }>) => ({ id: (await made).id });

/** Another's page ends where ours has not begun. */
export const foreignCursor: Foreign = {
  async parts(theirs, world, own) {
    const { id } = await some.anOrder(world, theirs);
    return { ...own, query: { ...own.query, cursor: id } };
  },
  answer: 200,
};
export const foreignQuery = (
  field: string,
  make: (world: World, shop: Shop) => Promise<{ id: string }>,
): Foreign => ({
  parts: async (theirs, world, own) => ({
    ...own,
    query: { ...own.query, [field]: (await make(world, theirs)).id },
  }),
  answer: 200,
});
/** A list with at least one row of the shop's in it, and nothing of anybody else's. */
export const listOf = (
  contract: ApiRouteCase["contract"],
  make: (...args: [...Parameters<ApiRouteCase["arrange"]>]) => Promise<unknown>,
): ApiRouteCase => ({
  contract,
  async arrange(shop, world) {
    await make(shop, world);
    return { query: { limit: "10" } };
  },
  bad: badPages,
  foreign: { cursor: foreignCursor },
});
