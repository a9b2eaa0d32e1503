import { Group, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrderSummary } from "../../../../functions/domain/orders/contracts.ts";
import { OrderBadge } from "../../components/badges.tsx";
import { Moment } from "../../components/moment.tsx";
import { RowLink } from "../../components/row-link.tsx";
import { useMoney } from "../../components/use-money.ts";
import { useWho } from "../../components/who.ts";

/** An order in a list. It lights up when it is paid while somebody looks. */
export function OrderRow({ order }: { order: OrderSummary }) {
  const { t } = useTranslation();
  const money = useMoney();
  const who = useWho();
  const [firstSeen] = useState(order.status);
  const isNews = order.status === "paid" && firstSeen !== "paid";
  return (
    <RowLink
      to="/orders/$id"
      params={{ id: order.id }}
      key={order.status}
      className={isNews ? "cw-row cw-flash" : "cw-row"}
    >
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {order.number} · {order.summary}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {who(order.customerPhone, order.customerName)} · <Moment time={order.placedAt} />
          </Text>
          {order.attention && (
            <Text size="sm" c="var(--mantine-color-error)">
              <IconAlertCircle size={14} aria-hidden style={{ verticalAlign: "-2px" }} />{" "}
              {t("orders.attention")}
            </Text>
          )}
        </div>
        <Group gap="xs" justify="flex-end" style={{ flexShrink: 0 }} maw={230} w={{ base: 118, xs: "auto" }}>
          <Text fw={600} style={{ fontVariantNumeric: "tabular-nums" }}>
            {money(order.totalCents, order.currency)}
          </Text>
          <OrderBadge status={order.status} />
        </Group>
      </Group>
    </RowLink>
  );
}
