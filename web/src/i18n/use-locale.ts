import { useTranslation } from "react-i18next";
import type { Locale } from "../../../functions/domain/shared/schemas.ts";

/** The language on the screen. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === "fr" ? "fr" : "en";
}
