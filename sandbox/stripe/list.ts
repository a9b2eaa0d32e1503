import { type Form, textAt } from "./form.ts";

/** Stripe's list envelope: newest first, `limit` (10, at most 100) and `starting_after`. */
export function listOf<T extends { id: string; created?: number }>(url: string, found: T[], query: Form) {
  const newestFirst = found.toReversed();
  const after = textAt(query, "starting_after");
  const start = after ? newestFirst.findIndex((item) => item.id === after) + 1 : 0;
  const limit = Math.min(100, Math.max(1, Number(textAt(query, "limit") ?? 10) || 10));
  const data = newestFirst.slice(start, start + limit);
  return { object: "list", data, has_more: start + limit < newestFirst.length, url };
}
