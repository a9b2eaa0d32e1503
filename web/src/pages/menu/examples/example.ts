import type {
  createGroupContract,
  createItemContract,
} from "../../../../../functions/domain/catalogue/contracts.ts";
import type { Locale } from "../../../../../functions/domain/shared/schemas.ts";
import type { RequestOf } from "../../../../../functions/platform/contract.ts";

/** A text in English, then in French. */
export type Both = readonly [en: string, fr: string];

export type Example = {
  groups: readonly {
    key: string;
    name: Both;
    kind: "one" | "many";
    required?: boolean;
    /** Name and what it adds in cents. */
    choices: readonly (readonly [name: Both, cents: number])[];
  }[];
  items: readonly {
    name: Both;
    cents: number;
    category: Both;
    groups?: readonly string[];
    /** Other words callers use, in either language. */
    aliases?: readonly string[];
  }[];
};

type GroupBody = RequestOf<typeof createGroupContract>["body"];
type ItemBody = RequestOf<typeof createItemContract>["body"];

const inLocale = ([en, fr]: Both, locale: Locale) => (locale === "fr" ? fr : en);
const named = (name: Both, locale: Locale) => ({
  name: inLocale(name, locale),
  translations: locale === "fr" ? { en: name[0] } : { fr: name[1] },
});

/** The option groups as the API takes them; named in the merchant's language, translated to the other. */
export const groupBodies = (example: Example, locale: Locale): GroupBody[] =>
  example.groups.map((group) => ({
    ...named(group.name, locale),
    kind: group.kind,
    required: group.required ?? false,
    choices: group.choices.map(([name, priceCents]) => ({ ...named(name, locale), priceCents })),
  }));

/** The items as the API takes them, once the groups have ids; `groupIds` in the order of the groups. */
export const itemBodies = (example: Example, locale: Locale, groupIds: readonly string[]): ItemBody[] =>
  example.items.map((item) => ({
    ...named(item.name, locale),
    priceCents: item.cents,
    category: inLocale(item.category, locale),
    aliases: [...(item.aliases ?? [])],
    groupIds: example.groups.flatMap(({ key }, index) => {
      const id = groupIds[index];
      return id && item.groups?.includes(key) ? [id] : [];
    }),
  }));
