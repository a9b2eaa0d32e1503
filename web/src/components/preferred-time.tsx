import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatAppointment } from "../format/time.ts";
import { useLocale } from "../i18n/use-locale.ts";

type Preferred = { preferred: string | null; preferredDate: string | null; preferredTime: string | null };

/** When a call back suits: in the reader's language where a day and an hour are known, else as it was said. */
export function PreferredTime({ callback }: { callback: Preferred }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { preferred, preferredDate: date, preferredTime: time } = callback;
  const when = date && time ? formatAppointment(date, time, locale) : preferred;
  return when ? <Text size="sm">{t("live.preferred", { when })}</Text> : null;
}
