import { useTranslation } from "react-i18next";
import {
  createGroupContract,
  createItemContract,
  removeGroupContract,
  removeItemContract,
  updateGroupContract,
  updateItemContract,
} from "../../../../functions/domain/catalogue/contracts.ts";
import { useWrite } from "../../api/use-write.ts";
import { useToast } from "../../components/use-toast.tsx";
import type { Group, GroupBody, Item, ItemBody } from "./drafts.ts";

const STALE = ["catalogue", "onboarding"] as const;

/** Changes of items. Each says what it did and can be taken back. */
export function useItemWrites() {
  const { t } = useTranslation();
  const toast = useToast();
  const create = useWrite(createItemContract, { stale: STALE });
  const update = useWrite(updateItemContract, { stale: STALE });
  const remove = useWrite(removeItemContract, { stale: STALE });
  const restore = async ({ id, name }: Item) => {
    const answer = await update.send({ params: { id }, body: { archived: false } });
    if (answer) toast(t("menu.restored", { name }));
  };
  return {
    pending: create.pending || update.pending || remove.pending,
    async save(item: Item | null, body: ItemBody): Promise<boolean> {
      const saved = item ? await update.send({ params: { id: item.id }, body }) : await create.send({ body });
      if (!saved) return false;
      toast(t("menu.itemSaved", { name: saved.name }), () =>
        item
          ? update.send({ params: { id: item.id }, body: bodyOf(item) })
          : remove.send({ params: { id: saved.id } }),
      );
      return true;
    },
    async remove(item: Item) {
      const answer = await remove.send({ params: { id: item.id } });
      if (answer) toast(t("menu.removed", { name: item.name }), () => restore(item));
    },
    async setAvailable(item: Item, available: boolean) {
      const params = { id: item.id };
      const answer = await update.send({ params, body: { available } });
      if (!answer) return;
      toast(t(available ? "menu.nowAvailable" : "menu.nowUnavailable", { name: item.name }), () =>
        update.send({ params, body: { available: !available } }),
      );
    },
  };
}

const bodyOf = ({ id: _, position: __, ...body }: Item): ItemBody => body;

/** Changes of option groups. A removed group is made anew, and put back on its items, when taken back. */
export function useGroupWrites(items: readonly Item[]) {
  const { t } = useTranslation();
  const toast = useToast();
  const create = useWrite(createGroupContract, { stale: STALE });
  const update = useWrite(updateGroupContract, { stale: STALE });
  const remove = useWrite(removeGroupContract, { stale: STALE });
  const updateItem = useWrite(updateItemContract, { stale: STALE });

  async function restore(group: Group, users: readonly Item[]) {
    const again = await create.send({ body: copyOf(group) });
    if (!again) return;
    for (const { id, groupIds } of users) {
      const back = groupIds.map((one) => (one === group.id ? again.id : one));
      await updateItem.send({ params: { id }, body: { groupIds: back } });
    }
    toast(t("menu.restored", { name: group.name }));
  }
  return {
    pending: create.pending || update.pending || remove.pending,
    async save(group: Group | null, body: GroupBody): Promise<boolean> {
      const saved = group
        ? await update.send({ params: { id: group.id }, body })
        : await create.send({ body });
      if (!saved) return false;
      toast(t("menu.itemSaved", { name: saved.name }));
      return true;
    },
    async remove(group: Group) {
      const users = items.filter(({ groupIds }) => groupIds.includes(group.id));
      const answer = await remove.send({ params: { id: group.id } });
      if (answer) toast(t("menu.removed", { name: group.name }), () => restore(group, users));
    },
  };
}

/** A group without its ids: they are gone, and the copy gets its own. */
const copyOf = ({ id: _, position: __, choices, ...rest }: Group): GroupBody => ({
  ...rest,
  choices: choices.map(({ id: ___, position: ____, ...choice }) => choice),
});
