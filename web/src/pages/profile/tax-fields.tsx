import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatMoney, formatRate } from "../../format/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import type { ProfileDraft } from "./draft.ts";
import { presetTaxes, taxPresets, toPpm, withTaxes } from "./taxes.ts";

const EXAMPLE_CENTS = 2000;
const MOST = 5;

/** Taxes by province, or one's own; with an example, so that a wrong rate is seen. */
export function TaxFields({ form }: { form: UseFormReturnType<ProfileDraft> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { taxPreset, taxes, currency } = form.values;

  const choose = (preset: string) => {
    form.setFieldValue("taxPreset", preset);
    if (preset !== "custom") form.setFieldValue("taxes", presetTaxes(preset, form.values.locale));
  };
  return (
    <Fieldset legend={t("profile.taxes")} radius="lg" mx={0}>
      <Stack gap="sm">
        <NativeSelect
          label={t("profile.taxPreset")}
          value={taxPreset}
          onChange={(event) => choose(event.currentTarget.value)}
          maw={320}
          data={[
            ...taxPresets.map((preset) => ({ value: preset.id, label: preset[locale] })),
            { value: "none", label: t("profile.taxNone") },
            { value: "custom", label: t("profile.taxCustom") },
          ]}
        />
        {taxPreset === "custom" ? (
          <CustomTaxes form={form} />
        ) : (
          <Text size="sm">
            {taxes.map((tax) => `${tax.name} ${formatRate(tax.ratePpm, locale)}`).join(" + ")}
          </Text>
        )}
        {taxes.length > 0 && (
          <Text size="sm" c="dimmed">
            {t("profile.taxExample", {
              amount: formatMoney(EXAMPLE_CENTS, currency, locale),
              total: formatMoney(withTaxes(EXAMPLE_CENTS, taxes), currency, locale),
            })}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

function CustomTaxes({ form }: { form: UseFormReturnType<ProfileDraft> }) {
  const { t } = useTranslation();
  const isFrench = useLocale() === "fr";
  return (
    <Stack gap="xs">
      {form.values.taxes.map((tax, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tax has no id, and rows are only added at the end
        <Group key={index} align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label={t("profile.taxName")}
            maxLength={40}
            {...form.getInputProps(`taxes.${index}.name`)}
          />
          <NumberInput
            label={t("profile.taxRate")}
            value={tax.ratePpm / 10_000}
            onChange={(value) => form.setFieldValue(`taxes.${index}.ratePpm`, toPpm(Number(value) || 0))}
            min={0}
            max={50}
            decimalScale={4}
            decimalSeparator={isFrench ? "," : "."}
            allowedDecimalSeparators={[".", ","]}
            hideControls
            w={120}
          />
          <ActionIcon
            size="input-sm"
            variant="subtle"
            color="gray"
            aria-label={t("profile.taxRemove", { name: tax.name })}
            onClick={() => form.removeListItem("taxes", index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {form.values.taxes.length < MOST && (
        <Group>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem("taxes", { name: "", ratePpm: 0 })}
          >
            {t("profile.taxAdd")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
