import { ActionIcon, Button, Fieldset, Grid, Stack, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { newId } from "../../api/api.ts";
import { useMerchant } from "../../api/hooks.ts";
import { MoneyInput } from "../../components/money-input.tsx";
import { emptyChoice, type GroupDraft, otherLocale } from "./drafts.ts";

/** The choices of a group: name, name in the other language, what it adds to the price. */
export function ChoiceRows({ form }: { form: UseFormReturnType<GroupDraft> }) {
  const { t } = useTranslation();
  const { locale } = useMerchant();
  const other = t(`menu.otherName.${otherLocale(locale)}`);
  return (
    <Fieldset legend={t("menu.choices")} variant="unstyled">
      <Text size="sm" c="dimmed" mb="xs">
        {t("menu.choicesHint")}
      </Text>
      <Stack gap="xs">
        {form.values.choices.map((choice, index) => (
          <Grid key={choice.key} gap="xs" align="flex-end">
            <Grid.Col span={{ base: 12, xs: 4 }}>
              <TextInput
                aria-label={t("menu.choiceName", { number: index + 1 })}
                placeholder={t("menu.name")}
                maxLength={120}
                {...form.getInputProps(`choices.${index}.name`)}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 6, xs: 4 }}>
              <TextInput
                aria-label={`${t("menu.choiceName", { number: index + 1 })}: ${other}`}
                placeholder={other}
                maxLength={120}
                {...form.getInputProps(`choices.${index}.otherName`)}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 4, xs: 3 }}>
              <MoneyInput
                aria-label={t("menu.choicePrice", { number: index + 1 })}
                {...form.getInputProps(`choices.${index}.priceCents`)}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 2, xs: 1 }}>
              <ActionIcon
                size="input-sm"
                variant="subtle"
                color="gray"
                aria-label={t("menu.removeChoice", { number: index + 1 })}
                onClick={() => form.removeListItem("choices", index)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Grid.Col>
          </Grid>
        ))}
      </Stack>
      {form.errors.choices && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
          {form.errors.choices}
        </Text>
      )}
      <Button
        mt="xs"
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem("choices", emptyChoice(newId()))}
      >
        {t("menu.addChoice")}
      </Button>
    </Fieldset>
  );
}
