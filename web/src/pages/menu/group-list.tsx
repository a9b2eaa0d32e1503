import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCanManage } from "../../api/hooks.ts";
import { Section } from "../../components/section.tsx";
import { useMoney } from "../../components/use-money.ts";
import type { Item, Group as Options } from "./drafts.ts";
import { useGroupWrites } from "./use-menu-writes.ts";

type Props = { groups: readonly Options[]; items: readonly Item[]; onEdit(group: Options | null): void };

/** The option groups below the menu. */
export function GroupList({ groups, items, onEdit }: Props) {
  const { t } = useTranslation();
  const canManage = useCanManage();
  const add = canManage && (
    <Button
      size="compact-md"
      variant="light"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => onEdit(null)}
    >
      {t("menu.addGroup")}
    </Button>
  );
  return (
    <Section title={t("menu.groups")} lead={t("menu.groupsLead")} action={add} padded={false}>
      {groups.length === 0 && (
        <Text c="dimmed" size="sm" p="md">
          {t("menu.groupsEmpty")}
        </Text>
      )}
      <ul className="cw-list">
        {groups.map((group) => (
          <GroupRow key={group.id} group={group} items={items} onEdit={() => onEdit(group)} />
        ))}
      </ul>
    </Section>
  );
}

function GroupRow({ group, items, onEdit }: { group: Options; items: readonly Item[]; onEdit(): void }) {
  const { t } = useTranslation();
  const money = useMoney();
  const writes = useGroupWrites(items);
  const canManage = useCanManage();
  const { name } = group;
  const used = items.filter(({ groupIds }) => groupIds.includes(group.id)).length;
  const choices = group.choices.map((choice) =>
    choice.priceCents === 0 ? choice.name : `${choice.name} (${money(choice.priceCents)})`,
  );
  return (
    <li style={{ padding: "10px var(--mantine-spacing-md)" }}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm">{choices.join(", ")}</Text>
          <Text size="sm" c="dimmed">
            {t(`menu.kinds.${group.kind}`)} · {t("menu.usedBy", { count: used })}
          </Text>
        </div>
        {canManage && (
          <Group gap="xs" wrap="nowrap">
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
              disabled={writes.pending}
              onClick={() => void writes.remove(group)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </li>
  );
}
