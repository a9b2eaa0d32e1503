import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OrderDetail, refundOrderContract } from "../../../../functions/domain/orders/contracts.ts";
import { useWrite } from "../../api/use-write.ts";
import { MoneyInput } from "../../components/money-input.tsx";
import { useMoney } from "../../components/use-money.ts";
import { useToast } from "../../components/use-toast.tsx";

/** All of what is left, or a part of it; the button names the amount that goes back. */
export function RefundDialog({ order, onClose }: { order: OrderDetail; onClose(): void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const inMoney = useMoney();
  const money = (cents: number) => inMoney(cents, order.currency);
  const left = order.totalCents - order.refundedCents;
  const [part, setPart] = useState<"all" | "part">("all");
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const cents = part === "all" ? left : amount;
  const isRight = cents !== null && cents >= 1 && cents <= left;
  const write = useWrite(refundOrderContract, { stale: ["orders", "order"] });

  const submit = async () => {
    if (!isRight) return;
    const body = { amountCents: cents, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const answer = await write.send({ params: { id: order.id }, body });
    if (!answer) return;
    toast(t("orders.refundToast", { amount: money(cents) }));
    onClose();
  };
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={t("orders.refundTitle", { number: order.number })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>{t("orders.refundText")}</Text>
        <Radio.Group
          value={part}
          onChange={(value) => setPart(value === "part" ? "part" : "all")}
          aria-label={t("orders.refund")}
        >
          <Stack gap="xs">
            <Radio value="all" label={t("orders.refundAll", { amount: money(left) })} />
            <Radio value="part" label={t("orders.refundPart")} />
          </Stack>
        </Radio.Group>
        {part === "part" && (
          <MoneyInput
            label={t("orders.refundAmount")}
            value={amount}
            onChange={setAmount}
            data-autofocus
            error={
              amount !== null && !isRight && t("orders.refundRange", { min: money(1), max: money(left) })
            }
          />
        )}
        <TextInput
          label={`${t("orders.reason")} (${t("common.optional")})`}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button color="red.8" disabled={!isRight} loading={write.pending} onClick={() => void submit()}>
            {isRight ? t("orders.refundSubmit", { amount: money(cents) }) : t("orders.refund")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
