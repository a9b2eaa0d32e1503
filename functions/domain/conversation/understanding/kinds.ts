import type { CatalogItem } from "../../catalogue/types.ts";
import { tokenize } from "./text.ts";

const known = new WeakMap<CatalogItem, Set<string>[]>();

/** The words of each way of naming an item, as stems. */
function namesOf(item: CatalogItem): Set<string>[] {
  const found = known.get(item);
  if (found) return found;
  const { name, translations, aliases } = item;
  const names = [name, ...Object.values(translations), ...aliases].map(
    (text) => new Set(tokenize(text).map(({ stem }) => stem)),
  );
  known.set(item, names);
  return names;
}

/** A "diet coke" is a kind of "coke": one of its names has the words of the other's and more. */
export function isKindOf(item: CatalogItem, general: CatalogItem | undefined): boolean {
  if (!general || general === item) return false;
  return namesOf(general).some(
    (words) =>
      words.size > 0 &&
      namesOf(item).some(
        (longer) => longer.size > words.size && [...words].every((word) => longer.has(word)),
      ),
  );
}

/** Of several items the one of which all others are kinds, when there is one: nothing said makes it special. */
export function plainest(items: CatalogItem[]): CatalogItem[] {
  const plain = items.find((one) => items.every((other) => other === one || isKindOf(other, one)));
  return plain ? [plain] : items;
}
