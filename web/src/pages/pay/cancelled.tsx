import { IconArrowBackUp } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PayResult } from "./pay-result.tsx";

/** After leaving the payment page without paying. */
export default function PayCancelled() {
  const { t } = useTranslation();
  const { merchant, order } = useSearch({ from: "/pay/cancelled" });
  return (
    <PayResult
      icon={<IconArrowBackUp size={40} />}
      color="gray"
      title={t("pay.cancelledTitle")}
      text={merchant ? t("pay.cancelledText", { merchant }) : t("pay.cancelledTextNoName")}
      more={t("pay.cancelledHow")}
      order={order}
    />
  );
}
