/** The languages a caller is served in. */
export type Locale = "en" | "fr";

/** A name in other languages than the merchant's own. */
export type Translations = Partial<Record<Locale, string>>;

/** What a merchant sells, as the dialogue and the pricing see it: plain data, prices in integer cents. */
export type Catalog = { items: CatalogItem[]; groups: OptionGroup[] };

export type CatalogItem = {
  id: string;
  name: string;
  translations: Translations;
  /** Other ways of saying the name, in any language. */
  aliases: string[];
  priceCents: number;
  category: string | null;
  available: boolean;
  position: number;
  /** Option groups that apply to this item, in the order to ask for them. */
  groupIds: string[];
};

export type OptionGroup = {
  id: string;
  name: string;
  translations: Translations;
  aliases: string[];
  /** "one": at most one choice (a size); "many": any number (toppings). */
  kind: "one" | "many";
  required: boolean;
  /** Upper bound on choices of a "many" group; null for none. */
  maxChoices: number | null;
  choices: OptionChoice[];
};

export type OptionChoice = {
  id: string;
  name: string;
  translations: Translations;
  aliases: string[];
  /** Added to the item's price; may be negative. */
  priceCents: number;
  available: boolean;
  position: number;
};

/** The name a person hears or reads: the translation where there is one, else the merchant's own wording. */
export function nameIn(named: { name: string; translations: Translations }, locale: Locale): string {
  return named.translations[locale] ?? named.name;
}
