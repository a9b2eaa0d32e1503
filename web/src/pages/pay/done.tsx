import { IconCheck } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PayResult } from "./pay-result.tsx";

/** After a payment. */
export default function PayDone() {
  const { t } = useTranslation();
  const { merchant, order } = useSearch({ from: "/pay/done" });
  return (
    <PayResult
      icon={<IconCheck size={40} />}
      color="pine"
      title={t("pay.doneTitle")}
      text={merchant ? t("pay.doneText", { merchant }) : t("pay.doneTextNoName")}
      more={t("pay.receipt")}
      order={order}
    />
  );
}
