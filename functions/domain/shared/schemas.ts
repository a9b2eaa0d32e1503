import * as z from "zod";

/** Spoken and written languages of the product. */
export const locale = z.enum(["en", "fr"]);
export type Locale = z.infer<typeof locale>;

export const id = z.uuid();
/** RFC 3339 time in UTC. */
export const time = z.iso.datetime({ offset: true });
/** E.164, e.g. `+15145550100`. */
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, "a phone number in E.164, like +15145550100");
/** Integer minor units: cents. */
export const cents = z.int().min(0).max(100_000_000);
/** ISO 4217, lower case as Stripe writes it. */
export const currency = z.enum(["cad", "usd"]);
export const email = z.email().max(254);

const name = z.string().trim().min(1).max(120);
/** A name in the other language, where the merchant gave one. */
export const translations = z.object({ en: name.optional(), fr: name.optional() });
export const displayName = name;

/** Newest first; `cursor` is the `nextCursor` of the page before. */
export const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const idParam = z.object({ id });
