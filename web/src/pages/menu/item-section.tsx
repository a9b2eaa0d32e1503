import { ActionIcon, Badge, Group, Switch, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCanManage, useMerchant } from "../../api/hooks.ts";
import { Section } from "../../components/section.tsx";
import { useMoney } from "../../components/use-money.ts";
import { type Item, type Group as Options, otherLocale } from "./drafts.ts";
import { useItemWrites } from "./use-menu-writes.ts";

type Props = { title: string; items: Item[]; groups: readonly Options[]; onEdit(item: Item): void };

/** One category of the menu. */
export function ItemSection({ title, items, groups, onEdit }: Props) {
  return (
    <Section title={title} padded={false}>
      <ul className="cw-list">
        {items.map((item) => (
          <ItemRow key={item.id} item={item} groups={groups} onEdit={() => onEdit(item)} />
        ))}
      </ul>
    </Section>
  );
}

function ItemRow({ item, groups, onEdit }: { item: Item; groups: readonly Options[]; onEdit(): void }) {
  const { t } = useTranslation();
  const money = useMoney();
  const { locale } = useMerchant();
  const writes = useItemWrites();
  const canManage = useCanManage();
  const { name } = item;
  return (
    <li style={{ padding: "10px var(--mantine-spacing-md)" }}>
      <Group justify="space-between" gap="xs">
        <div style={{ flex: "1 1 170px", minWidth: 0 }}>
          <Text fw={600}>
            {name}{" "}
            {!item.available && (
              <Badge color="gray" variant="light" tt="none" component="span">
                {t("menu.unavailable")}
              </Badge>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {[item.translations[otherLocale(locale)], ...optionNames(item, groups)]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" ml="auto">
          <Text fw={600} style={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
            {money(item.priceCents)}
          </Text>
          {canManage && (
            <>
              <Switch
                aria-label={t("menu.availableLabel", { name })}
                checked={item.available}
                disabled={writes.pending}
                onChange={(event) => void writes.setAvailable(item, event.currentTarget.checked)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("menu.editLabel", { name })}
                onClick={onEdit}
              >
                <IconPencil size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("menu.removeLabel", { name })}
                onClick={() => void writes.remove(item)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </>
          )}
        </Group>
      </Group>
    </li>
  );
}

const optionNames = (item: Item, groups: readonly Options[]): string[] =>
  groups.filter(({ id }) => item.groupIds.includes(id)).map(({ name }) => name);
