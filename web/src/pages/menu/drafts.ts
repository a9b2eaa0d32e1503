import type * as z from "zod";
import type {
  CatalogueView,
  createGroupContract,
  createItemContract,
} from "../../../../functions/domain/catalogue/contracts.ts";
import type { Locale } from "../../../../functions/domain/shared/schemas.ts";

export type Item = CatalogueView["items"][number];
export type Group = CatalogueView["groups"][number];
export type ItemBody = z.output<typeof createItemContract.body>;
export type GroupBody = z.output<typeof createGroupContract.body>;

/** An item as its form holds it: the name in the merchant's language, and in the other one. */
export type ItemDraft = {
  name: string;
  otherName: string;
  priceCents: number | null;
  category: string;
  aliases: string[];
  groupIds: string[];
};

export const otherLocale = (locale: Locale): Locale => (locale === "en" ? "fr" : "en");

export const itemDraft = (item: Item | null, locale: Locale): ItemDraft => ({
  name: item?.name ?? "",
  otherName: item?.translations[otherLocale(locale)] ?? "",
  priceCents: item?.priceCents ?? null,
  category: item?.category ?? "",
  aliases: item?.aliases ?? [],
  groupIds: item?.groupIds ?? [],
});

/** What the API takes of a draft; what the form does not show stays as it was. */
export const itemBody = (draft: ItemDraft, item: Item | null, locale: Locale): ItemBody => ({
  name: draft.name.trim(),
  translations: translated(item?.translations, draft.otherName, locale),
  aliases: draft.aliases,
  priceCents: draft.priceCents ?? 0,
  category: draft.category.trim() || null,
  available: item?.available ?? true,
  groupIds: draft.groupIds,
});

/** `key` only tells rows of the form apart. */
export type ChoiceDraft = {
  key: string;
  id?: string;
  name: string;
  otherName: string;
  priceCents: number | null;
};
export type GroupDraft = {
  name: string;
  otherName: string;
  kind: Group["kind"];
  required: boolean;
  maxChoices: number | null;
  choices: ChoiceDraft[];
};

export const groupDraft = (group: Group | null, locale: Locale, newKey: () => string): GroupDraft => ({
  name: group?.name ?? "",
  otherName: group?.translations[otherLocale(locale)] ?? "",
  kind: group?.kind ?? "one",
  required: group?.required ?? false,
  maxChoices: group?.maxChoices ?? null,
  choices: group?.choices.map((choice) => ({
    key: choice.id,
    id: choice.id,
    name: choice.name,
    otherName: choice.translations[otherLocale(locale)] ?? "",
    priceCents: choice.priceCents,
  })) ?? [emptyChoice(newKey()), emptyChoice(newKey())],
});

export const emptyChoice = (key: string): ChoiceDraft => ({ key, name: "", otherName: "", priceCents: 0 });

/** What the API takes of a draft. Rows left empty are left out; a choice keeps its id, aliases and availability. */
export function groupBody(draft: GroupDraft, group: Group | null, locale: Locale): GroupBody {
  const before = new Map(group?.choices.map((choice) => [choice.id, choice]));
  return {
    name: draft.name.trim(),
    translations: translated(group?.translations, draft.otherName, locale),
    aliases: group?.aliases ?? [],
    kind: draft.kind,
    required: draft.required,
    maxChoices: draft.kind === "many" ? draft.maxChoices : null,
    choices: draft.choices
      .filter(({ name }) => name.trim())
      .map(({ id, name, otherName, priceCents }) => {
        const old = id ? before.get(id) : undefined;
        return {
          ...(id ? { id } : {}),
          name: name.trim(),
          translations: translated(old?.translations, otherName, locale),
          aliases: old?.aliases ?? [],
          priceCents: priceCents ?? 0,
          available: old?.available ?? true,
        };
      }),
  };
}

function translated(
  old: Item["translations"] | undefined,
  otherName: string,
  locale: Locale,
): Item["translations"] {
  const other = otherLocale(locale);
  const { [other]: _, ...rest } = old ?? {};
  return otherName.trim() ? { ...rest, [other]: otherName.trim() } : rest;
}

/** The menu by category in the order of the menu; items without one come last. */
export function byCategory(items: readonly Item[]): { category: string | null; items: Item[] }[] {
  const found = new Map<string | null, Item[]>();
  for (const item of [...items].sort((a, b) => a.position - b.position)) {
    found.set(item.category, [...(found.get(item.category) ?? []), item]);
  }
  const sections = [...found].map(([category, list]) => ({ category, items: list }));
  return [
    ...sections.filter(({ category }) => category !== null),
    ...sections.filter(({ category }) => category === null),
  ];
}

/** Items whose name, in either language, or alias holds the text; accents and case do not matter. */
export function matching(items: readonly Item[], text: string): readonly Item[] {
  const plain = (value: string) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wanted = plain(text.trim());
  if (!wanted) return items;
  return items.filter(({ name, translations, aliases }) =>
    [name, translations.en, translations.fr, ...aliases].some((word) => word && plain(word).includes(wanted)),
  );
}
