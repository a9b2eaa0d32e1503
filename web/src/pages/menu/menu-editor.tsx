import { Button, Group, Stack, TextInput } from "@mantine/core";
import { IconClipboardList, IconPlus, IconSearch, IconSparkles } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CatalogueView } from "../../../../functions/domain/catalogue/contracts.ts";
import { useCanManage, useMerchantId } from "../../api/hooks.ts";
import { catalogueQuery } from "../../api/queries.ts";
import { Loaded, LoadingRows, Nothing } from "../../components/states.tsx";
import { byCategory, type Item, matching, type Group as Options } from "./drafts.ts";
import { GroupDrawer } from "./group-drawer.tsx";
import { GroupList } from "./group-list.tsx";
import { ItemDrawer } from "./item-drawer.tsx";
import { ItemSection } from "./item-section.tsx";
import { useExample } from "./use-example.ts";

/** What is being edited: nothing, an item, or a group; null in it is a new one. */
type Editing = { item: Item | null } | { group: Options | null } | null;

/** The menu with everything one can do to it; the same in the set-up and on its own page. */
export function MenuEditor() {
  const query = useQuery(catalogueQuery(useMerchantId()));
  return (
    <Loaded query={query} skeleton={<LoadingRows rows={6} height={56} />}>
      {(catalogue) => <Editor catalogue={catalogue} />}
    </Loaded>
  );
}

function Editor({ catalogue: { items, groups } }: { catalogue: CatalogueView }) {
  const [editing, setEditing] = useState<Editing>(null);
  const close = () => setEditing(null);
  const categories = [...new Set(items.flatMap(({ category }) => category ?? []))];
  return (
    <Stack gap="lg">
      {items.length === 0 ? (
        <EmptyMenu onAdd={() => setEditing({ item: null })} />
      ) : (
        <Items items={items} groups={groups} onEdit={(item) => setEditing({ item })} />
      )}
      {(items.length > 0 || groups.length > 0) && (
        <GroupList groups={groups} items={items} onEdit={(group) => setEditing({ group })} />
      )}
      {editing && "item" in editing && (
        <ItemDrawer item={editing.item} groups={groups} categories={categories} onClose={close} />
      )}
      {editing && "group" in editing && <GroupDrawer group={editing.group} items={items} onClose={close} />}
    </Stack>
  );
}

function EmptyMenu({ onAdd }: { onAdd(): void }) {
  const { t } = useTranslation();
  const example = useExample();
  const canManage = useCanManage();
  return (
    <Nothing icon={<IconClipboardList />} title={t("menu.empty")} text={t("menu.emptyText")}>
      {canManage && (
        <Group justify="center" mt="md">
          <Button
            leftSection={<IconSparkles size={18} aria-hidden />}
            loading={example.pending}
            onClick={example.start}
          >
            {t("menu.example")}
          </Button>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
            {t("menu.addItem")}
          </Button>
        </Group>
      )}
    </Nothing>
  );
}

type ItemsProps = { items: readonly Item[]; groups: readonly Options[]; onEdit(item: Item | null): void };

function Items({ items, groups, onEdit }: ItemsProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const shown = matching(items, search);
  const canManage = useCanManage();
  return (
    <>
      <Group justify="space-between">
        <TextInput
          aria-label={t("menu.search")}
          placeholder={t("menu.search")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          flex={1}
          maw={340}
        />
        {canManage && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onEdit(null)}>
            {t("menu.addItem")}
          </Button>
        )}
      </Group>
      {shown.length === 0 && <Nothing icon={<IconSearch />} title={t("menu.noMatch", { text: search })} />}
      {byCategory(shown).map((section) => (
        <ItemSection
          key={section.category ?? ""}
          title={section.category ?? t("menu.noCategory")}
          items={section.items}
          groups={groups}
          onEdit={onEdit}
        />
      ))}
    </>
  );
}
