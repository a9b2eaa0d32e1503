import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeLocale } from "../i18n/i18n.ts";
import { useLocale } from "../i18n/use-locale.ts";

/** English or French, at once and remembered. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("common.language")}
      value={useLocale()}
      onChange={(value) => void changeLocale(value === "fr" ? "fr" : "en")}
      data={[
        { value: "en", label: "EN" },
        { value: "fr", label: "FR" },
      ]}
    />
  );
}
