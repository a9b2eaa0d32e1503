import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatPhone } from "../format/phone.ts";

/** A number one can tap to call. */
export function PhoneLink({ phone }: { phone: string | null }) {
  const { t } = useTranslation();
  if (!phone) return <>{t("common.unknownCaller")}</>;
  return (
    <Anchor
      href={`tel:${phone}`}
      underline="always"
      inherit
      aria-label={t("calls.callBack", { number: formatPhone(phone) })}
    >
      {formatPhone(phone)}
    </Anchor>
  );
}
