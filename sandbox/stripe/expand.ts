import type { Books } from "./books.ts";
import type { Form } from "./form.ts";

/**
 * A copy of `object` with each `expand[]` path (`latest_charge`, `payment_intent.latest_charge`, `data.charge`)
 * turned from an id into the object itself. Unknown paths are left as they are.
 */
export function expanded(books: Books, object: object, form: Form): Record<string, unknown> {
  const copy = structuredClone(object) as Record<string, unknown>;
  const paths = Array.isArray(form.expand) ? form.expand : [];
  for (const path of paths) if (typeof path === "string") expandPath(books, copy, path.split("."));
  return copy;
}

function expandPath(books: Books, target: unknown, [key, ...rest]: string[]): void {
  if (Array.isArray(target)) {
    for (const item of target) expandPath(books, item, key ? [key, ...rest] : rest);
    return;
  }
  if (!key || !isRecord(target)) return;
  if (key === "line_items" && typeof target.id === "string") {
    const lines = books.sessions.get(target.id)?.lines ?? [];
    target.line_items = {
      object: "list",
      data: lines,
      has_more: false,
      url: `/v1/checkout/sessions/${target.id}/line_items`,
    };
  }
  const value = target[key];
  if (typeof value === "string") target[key] = objectCalled(books, value) ?? value;
  if (rest.length > 0) expandPath(books, target[key], rest);
}

function objectCalled(books: Books, id: string): unknown {
  const owned = books.intents.get(id) ?? books.charges.get(id) ?? books.refunds.get(id);
  return structuredClone(owned?.object ?? books.fees.get(id) ?? books.accounts.get(id));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
