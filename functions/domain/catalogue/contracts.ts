import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { cents, displayName, id, idParam, translations } from "../shared/schemas.ts";

const alias = z.string().trim().min(1).max(80);
const aliases = z.array(alias).max(40);
const position = z.int().min(0).max(100_000);

const choiceFields = {
  name: displayName,
  translations: translations.default({}),
  aliases: aliases.default([]),
  /** Added to the item's price; may be negative. */
  priceCents: z.int().min(-10_000_000).max(10_000_000).default(0),
  available: z.boolean().default(true),
};
const itemFields = {
  name: displayName,
  translations: translations.default({}),
  aliases: aliases.default([]),
  priceCents: cents,
  category: z.string().trim().min(1).max(80).nullable().default(null),
  available: z.boolean().default(true),
  groupIds: z.array(id).max(20).default([]),
};
const groupFields = {
  name: displayName,
  translations: translations.default({}),
  aliases: aliases.default([]),
  /** `one`: exactly one of the choices; `many`: any number of them. */
  kind: z.enum(["one", "many"]),
  required: z.boolean().default(false),
  maxChoices: z.int().min(1).max(50).nullable().default(null),
};

export const itemView = z.object({ id, ...itemFields, position });
export const choiceView = z.object({ id, ...choiceFields, position });
export const groupView = z.object({ id, ...groupFields, position, choices: z.array(choiceView) });
export const catalogueView = z.object({ items: z.array(itemView), groups: z.array(groupView) });
export type CatalogueView = z.infer<typeof catalogueView>;

const base = {
  tag: "catalogue",
  auth: "merchant",
  scope: "catalogue:write",
  roles: ["owner", "admin"],
} as const;

export const getCatalogueContract = defineContract({
  method: "GET",
  path: "/api/catalogue",
  summary: "The whole menu: items, option groups and choices",
  tag: "catalogue",
  auth: "merchant",
  scope: "catalogue:read",
  response: catalogueView,
});

export const createItemContract = defineContract({
  ...base,
  method: "POST",
  path: "/api/catalogue/items",
  summary: "Add an item",
  idempotent: true,
  body: z.object(itemFields),
  response: itemView,
  status: 201,
});

/** Defaults must not sneak into a change: every field is optional and has none. */
export const updateItemContract = defineContract({
  ...base,
  method: "PATCH",
  path: "/api/catalogue/items/:id",
  summary: "Change an item; `archived: false` brings a removed one back",
  params: idParam,
  body: z.object({
    name: displayName.optional(),
    translations: translations.optional(),
    aliases: aliases.optional(),
    priceCents: cents.optional(),
    category: z.string().trim().min(1).max(80).nullable().optional(),
    available: z.boolean().optional(),
    groupIds: z.array(id).max(20).optional(),
    position: position.optional(),
    archived: z.boolean().optional(),
  }),
  response: itemView,
});

export const removeItemContract = defineContract({
  ...base,
  method: "DELETE",
  path: "/api/catalogue/items/:id",
  summary: "Remove an item from the menu; it can be brought back",
  params: idParam,
  response: itemView,
});

const choiceInput = z.object({ id: id.optional(), ...choiceFields });

export const createGroupContract = defineContract({
  ...base,
  method: "POST",
  path: "/api/catalogue/groups",
  summary: "Add an option group with its choices",
  idempotent: true,
  body: z.object({ ...groupFields, choices: z.array(choiceInput).min(1).max(60) }),
  response: groupView,
  status: 201,
});

export const updateGroupContract = defineContract({
  ...base,
  method: "PATCH",
  path: "/api/catalogue/groups/:id",
  summary: "Change an option group; `choices`, when given, replaces the list (choices keep their id)",
  params: idParam,
  body: z.object({
    name: displayName.optional(),
    translations: translations.optional(),
    aliases: aliases.optional(),
    kind: z.enum(["one", "many"]).optional(),
    required: z.boolean().optional(),
    maxChoices: z.int().min(1).max(50).nullable().optional(),
    choices: z.array(choiceInput).min(1).max(60).optional(),
  }),
  response: groupView,
});

export const removeGroupContract = defineContract({
  ...base,
  method: "DELETE",
  path: "/api/catalogue/groups/:id",
  summary: "Remove an option group from the menu and from its items",
  params: idParam,
  response: z.object({ id }),
});
