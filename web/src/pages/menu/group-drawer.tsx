import {
  Button,
  Drawer,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { newId } from "../../api/api.ts";
import { useMerchant } from "../../api/hooks.ts";
import { checks } from "../../components/validate.ts";
import { ChoiceRows } from "./choice-rows.tsx";
import {
  type GroupDraft,
  groupBody,
  groupDraft,
  type Item,
  type Group as Options,
  otherLocale,
} from "./drafts.ts";
import { useGroupWrites } from "./use-menu-writes.ts";

type Props = { group: Options | null; items: readonly Item[]; onClose(): void };

/** The form of an option group and its choices. */
export function GroupDrawer({ group, items, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useMerchant();
  const writes = useGroupWrites(items);
  const form = useForm<GroupDraft>({
    initialValues: groupDraft(group, locale, newId),
    validate: {
      name: checks(t).required,
      choices: (choices) => (choices.some(({ name }) => name.trim()) ? null : t("menu.choiceNeeded")),
    },
  });
  const submit = form.onSubmit(async (draft) => {
    if (await writes.save(group, groupBody(draft, group, locale))) onClose();
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t(group ? "menu.editGroup" : "menu.newGroup")}
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
            maxLength={120}
            {...form.getInputProps("otherName")}
          />
          <div>
            <Text size="sm" fw={500} mb={4} id="kind-label">
              {t("menu.kind")}
            </Text>
            <SegmentedControl
              aria-labelledby="kind-label"
              data={[
                { value: "one", label: t("menu.kinds.one") },
                { value: "many", label: t("menu.kinds.many") },
              ]}
              {...form.getInputProps("kind")}
            />
          </div>
          {form.values.kind === "many" && (
            <NumberInput
              label={`${t("menu.maxChoices")} (${t("common.optional")})`}
              min={1}
              max={50}
              allowDecimal={false}
              value={form.values.maxChoices ?? ""}
              onChange={(value) => form.setFieldValue("maxChoices", typeof value === "number" ? value : null)}
            />
          )}
          <Switch label={t("menu.required")} {...form.getInputProps("required", { type: "checkbox" })} />
          <ChoiceRows form={form} />
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
