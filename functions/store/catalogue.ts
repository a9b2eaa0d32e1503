import type { CatalogueView } from "../domain/catalogue/contracts.ts";
import { type Database, rpc } from "../platform/database.ts";
import { AppError } from "../platform/errors.ts";

type Item = CatalogueView["items"][number];
type Group = CatalogueView["groups"][number];

/** One merchant's menu. */
export function catalogueStore(db: Database, merchantId: string) {
  const all = () => rpc<CatalogueView>(db, "get_catalog", { p_merchant: merchantId });
  const save = (name: "save_item" | "save_group", id: string | null, fields: object) =>
    rpc<string>(db, name, { p_merchant: merchantId, p_id: id, p_fields: fields });
  return {
    all,
    async saveItem(id: string | null, fields: object): Promise<Item> {
      const saved = await save("save_item", id, fields);
      return find((await all()).items, saved, "item");
    },
    /** Takes an item off the menu; what it was is answered, so that it can be put back. */
    async removeItem(id: string): Promise<Item> {
      const item = find((await all()).items, id, "item");
      await save("save_item", id, { archived: true });
      return item;
    },
    async saveGroup(id: string | null, fields: object): Promise<Group> {
      const saved = await save("save_group", id, fields);
      return find((await all()).groups, saved, "option group");
    },
    removeGroup: (id: string) => rpc<string>(db, "remove_group", { p_merchant: merchantId, p_id: id }),
  };
}

function find<T extends { id: string }>(things: readonly T[], id: string, what: string): T {
  const found = things.find((thing) => thing.id === id);
  if (!found) throw new AppError("not_found", `There is no such ${what}.`);
  return found;
}
