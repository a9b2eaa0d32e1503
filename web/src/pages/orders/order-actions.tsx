import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCheck, IconReceiptRefund, IconSend, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import {
  cancelOrderContract,
  fulfilOrderContract,
  type OrderDetail,
  resendLinkContract,
} from "../../../../functions/domain/orders/contracts.ts";
import { useCanManage } from "../../api/hooks.ts";
import { useWrite } from "../../api/use-write.ts";
import { Confirm } from "../../components/confirm.tsx";
import { useToast } from "../../components/use-toast.tsx";
import { RefundDialog } from "./refund-dialog.tsx";

const STALE = ["orders", "order"] as const;

/** What can be done with an order as it stands: nothing that its status or the person's role forbids. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const canManage = useCanManage();
  const isUnpaid = order.status === "awaiting_payment";
  const isPaid = order.status === "paid" || order.status === "fulfilled";
  const left = order.totalCents - order.refundedCents;
  return (
    <>
      {isUnpaid && <Cancel order={order} />}
      {(isUnpaid || order.status === "expired") && <Resend order={order} />}
      {isPaid && canManage && left > 0 && <Refund order={order} />}
      {order.status === "paid" && <Fulfil order={order} />}
    </>
  );
}

function Fulfil({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const toast = useToast();
  const write = useWrite(fulfilOrderContract, {
    stale: STALE,
    onDone: () => toast(t("orders.fulfilToast", { number: order.number })),
  });
  return (
    <Button
      leftSection={<IconCheck size={18} aria-hidden />}
      loading={write.pending}
      onClick={() => void write.send({ params: { id: order.id }, body: {} })}
    >
      {t("orders.fulfil")}
    </Button>
  );
}

function Resend({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const toast = useToast();
  const write = useWrite(resendLinkContract, { stale: STALE, onDone: () => toast(t("orders.resendToast")) });
  return (
    <Button
      leftSection={<IconSend size={18} aria-hidden />}
      loading={write.pending}
      onClick={() => void write.send({ params: { id: order.id }, body: {} })}
    >
      {t("orders.resend")}
    </Button>
  );
}

function Cancel({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [opened, dialog] = useDisclosure();
  const write = useWrite(cancelOrderContract, {
    stale: STALE,
    onDone: () => toast(t("orders.cancelToast", { number: order.number })),
  });
  const confirm = async () => {
    await write.send({ params: { id: order.id }, body: {} });
    dialog.close();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={dialog.open}>
        {t("orders.cancel")}
      </Button>
      <Confirm
        opened={opened}
        onClose={dialog.close}
        title={t("orders.cancelConfirm", { number: order.number })}
        text={t("orders.cancelText")}
        confirm={t("orders.cancel")}
        keep={t("orders.keep")}
        pending={write.pending}
        onConfirm={() => void confirm()}
      />
    </>
  );
}

function Refund({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconReceiptRefund size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {t("orders.refund")}
      </Button>
      {opened && <RefundDialog order={order} onClose={dialog.close} />}
    </>
  );
}
