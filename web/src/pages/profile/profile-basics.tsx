import { NativeSelect, Select, SimpleGrid, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { verticals } from "../../../../functions/domain/merchants/contracts.ts";
import type { ProfileDraft } from "./draft.ts";

const COUNTRIES = ["CA", "US"] as const;
const CURRENCIES = ["cad", "usd"] as const;

/** Name, kind, language, place and hours. */
export function ProfileBasics({ form }: { form: UseFormReturnType<ProfileDraft> }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t("profile.name")}
        description={t("profile.nameHint")}
        maxLength={120}
        autoComplete="organization"
        required
        withAsterisk={false}
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("profile.hours")}
        description={t("common.optional")}
        placeholder={t("profile.hoursPlaceholder")}
        maxLength={300}
        {...form.getInputProps("hoursText")}
      />
      <NativeSelect
        label={t("profile.vertical")}
        data={verticals.map((value) => ({ value, label: t(`profile.verticals.${value}`) }))}
        {...form.getInputProps("vertical")}
      />
      <NativeSelect
        label={t("profile.locale")}
        data={[
          { value: "en", label: t("common.english") },
          { value: "fr", label: t("common.french") },
        ]}
        {...form.getInputProps("locale")}
      />
      <NativeSelect
        label={t("profile.country")}
        data={COUNTRIES.map((value) => ({ value, label: t(`profile.countries.${value}`) }))}
        {...form.getInputProps("country")}
      />
      <NativeSelect
        label={t("profile.currency")}
        data={CURRENCIES.map((value) => ({ value, label: t(`profile.currencies.${value}`) }))}
        {...form.getInputProps("currency")}
      />
      <Select
        label={t("profile.timeZone")}
        searchable
        allowDeselect={false}
        data={timeZones(form.values.timeZone)}
        {...form.getInputProps("timeZone")}
      />
    </SimpleGrid>
  );
}

const COMMON = [
  "America/Toronto",
  "America/Halifax",
  "America/Moncton",
  "America/St_Johns",
  "America/Winnipeg",
  "America/Regina",
  "America/Edmonton",
  "America/Vancouver",
];

/** The country's first, then all others; the merchant's own is in the list whatever the browser knows. */
const timeZones = (own: string): string[] => [
  ...new Set([...COMMON, own, ...Intl.supportedValuesOf("timeZone")].filter(Boolean)),
];
