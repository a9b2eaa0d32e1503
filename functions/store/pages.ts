import { AppError } from "../platform/errors.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids are UUIDv7, so the newest have the greatest: the last id of a page is where the next begins. */
export function afterCursor<Q extends { lt(column: string, value: string): Q }>(
  query: Q,
  cursor: string | undefined,
): Q {
  if (cursor === undefined) return query;
  if (!UUID.test(cursor)) {
    throw new AppError("invalid_request", "This cursor is not one of ours.", {
      details: [{ field: "cursor", message: "take nextCursor of the page before" }],
    });
  }
  return query.lt("id", cursor);
}

/** `rows` holds one more than the page where there is a next one. */
export function toPage<T extends { id: string }>(
  rows: T[],
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
