import { useTranslation } from "react-i18next";
import { formatPhone } from "../format/phone.ts";

/** A person by name, else by number, else as a private number. */
export function useWho(): (phone: string | null, name?: string | null) => string {
  const { t } = useTranslation();
  return (phone, name) => name || (phone ? formatPhone(phone) : t("common.unknownCaller"));
}
