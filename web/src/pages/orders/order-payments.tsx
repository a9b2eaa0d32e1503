import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrderDetail } from "../../../../functions/domain/orders/contracts.ts";
import { Moment } from "../../components/moment.tsx";
import { Section } from "../../components/section.tsx";
import { useMoney } from "../../components/use-money.ts";

const PAYMENT_COLOR = {
  open: "yellow",
  processing: "blue",
  succeeded: "pine",
  failed: "red",
  expired: "gray",
} as const;
const REFUND_COLOR = { requested: "blue", succeeded: "grape", failed: "red" } as const;

/** Every payment link and every refund, with how it ended. */
export function OrderPayments({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const money = useMoney();
  const isEmpty = order.payments.length + order.refunds.length === 0;
  return (
    <Section title={t("orders.payments")}>
      {isEmpty && (
        <Text size="sm" c="dimmed">
          {t("orders.paymentsEmpty")}
        </Text>
      )}
      <Stack component="ul" className="cw-list" gap="xs">
        {order.payments.map((payment) => (
          <li key={payment.id} style={{ border: 0 }}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm" fw={600}>
                  {t("orders.attempt", { number: payment.attempt })} ·{" "}
                  {money(payment.amountCents, payment.currency)}
                </Text>
                <Text size="sm" c="dimmed">
                  <Moment time={payment.createdAt} />
                  {payment.url && payment.status === "open" && (
                    <>
                      {" · "}
                      <Anchor href={payment.url} target="_blank" rel="noreferrer" inherit underline="always">
                        {t("orders.openLink")}
                      </Anchor>
                    </>
                  )}
                </Text>
              </div>
              <Badge color={PAYMENT_COLOR[payment.status]} variant="light" tt="none">
                {t(`orders.paymentStatus.${payment.status}`)}
              </Badge>
            </Group>
          </li>
        ))}
      </Stack>
      <Refunds order={order} />
    </Section>
  );
}

function Refunds({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const money = useMoney();
  if (order.refunds.length === 0) return null;
  return (
    <>
      <Text fw={600} size="sm" mt="md" mb={4} component="h3">
        {t("orders.refunds")}
      </Text>
      <Stack component="ul" className="cw-list" gap="xs">
        {order.refunds.map((refund) => (
          <li key={refund.id} style={{ border: 0 }}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                {money(refund.amountCents, order.currency)} · <Moment time={refund.createdAt} />
                {refund.reason && ` · ${refund.reason}`}
              </Text>
              <Badge color={REFUND_COLOR[refund.status]} variant="light" tt="none">
                {t(`orders.refundStatus.${refund.status}`)}
              </Badge>
            </Group>
            {refund.error && (
              <Text size="sm" c="var(--mantine-color-error)">
                {refund.error}
              </Text>
            )}
          </li>
        ))}
      </Stack>
    </>
  );
}
