import type { CatalogueView } from "../domain/catalogue/contracts.ts";
import { type Database, rpc } from "../platform/database.ts";
import { AppError } from "../platform/errors.ts";

type Item = CatalogueView["items"][number];
type Group = CatalogueView["groups"][number];

/** One merchant's menu. */
export function catalogueStore(db: Database, merchantId: string) {
  const all = () => rpc<CatalogueView>(db, "get_catalog", { p_merchant: merchantId });
  const save = <T>(name: "save_item" | "save_group", id: string | null, fields: object) =>
    rpc<T>(db, name, { p_merchant: merchantId, p_id: id, p_fields: fields });
  return {
    all,
    /** @throws AppError not_found, for an item that was taken off the menu too */
    saveItem: (id: string | null, fields: object) => save<Item>("save_item", id, fields),
    /** Takes an item off the menu; what it was is answered, so that it can be put back. */
    removeItem: (id: string) => save<Item>("save_item", id, { archived: true }),
    async saveGroup(id: string | null, fields: object): Promise<Group> {
      const saved = await save<string>("save_group", id, fields);
      const group = (await all()).groups.find((one) => one.id === saved);
      if (!group) throw new AppError("not_found", "There is no such option group.");
      return group;
    },
    removeGroup: (id: string) => rpc<string>(db, "remove_group", { p_merchant: merchantId, p_id: id }),
  };
}
