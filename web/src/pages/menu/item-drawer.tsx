import {
  Autocomplete,
  Button,
  Checkbox,
  Drawer,
  Group,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useMerchant } from "../../api/hooks.ts";
import { MoneyInput } from "../../components/money-input.tsx";
import { checks } from "../../components/validate.ts";
import { type Item, itemBody, itemDraft, type Group as Options, otherLocale } from "./drafts.ts";
import { useItemWrites } from "./use-menu-writes.ts";

type Props = {
  /** Null makes a new one. */
  item: Item | null;
  groups: readonly Options[];
  categories: string[];
  onClose(): void;
};

/** The form of an item. */
export function ItemDrawer({ item, groups, categories, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useMerchant();
  const writes = useItemWrites();
  const form = useForm({
    initialValues: itemDraft(item, locale),
    validate: {
      name: checks(t).required,
      priceCents: (cents) => (cents === null || cents < 0 ? t("fields.price") : null),
    },
  });
  const submit = form.onSubmit(async (draft) => {
    if (await writes.save(item, itemBody(draft, item, locale))) onClose();
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t(item ? "menu.editItem" : "menu.newItem")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t("menu.name")}
            maxLength={120}
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t(`menu.otherName.${otherLocale(locale)}`)}
            description={t("menu.otherNameHint")}
            maxLength={120}
            {...form.getInputProps("otherName")}
          />
          <MoneyInput
            label={t("menu.price")}
            required
            withAsterisk={false}
            {...form.getInputProps("priceCents")}
          />
          <Autocomplete
            label={t("menu.category")}
            placeholder={t("menu.categoryPlaceholder")}
            data={categories}
            maxLength={80}
            {...form.getInputProps("category")}
          />
          <TagsInput
            label={t("menu.aliases")}
            description={t("menu.aliasesHint")}
            maxTags={40}
            acceptValueOnBlur
            {...form.getInputProps("aliases")}
          />
          <Checkbox.Group label={t("menu.itemGroups")} {...form.getInputProps("groupIds")}>
            <Stack gap="xs" mt="xs">
              {groups.map((group) => (
                <Checkbox key={group.id} value={group.id} label={group.name} />
              ))}
              {groups.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t("menu.itemGroupsNone")}
                </Text>
              )}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={writes.pending}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
