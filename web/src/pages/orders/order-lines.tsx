import { Divider, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrderDetail } from "../../../../functions/domain/orders/contracts.ts";
import { Section } from "../../components/section.tsx";
import { useMoney } from "../../components/use-money.ts";

/** The lines with their options, the taxes and the total. */
export function OrderLines({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const money = useMoney();
  return (
    <Section title={t("orders.lines")}>
      <Stack component="ul" className="cw-list" gap="sm">
        {order.lines.map((line) => (
          <li key={line.id} style={{ border: 0 }}>
            <Sum
              label={`${line.quantity} × ${line.name}`}
              value={money(line.totalCents, order.currency)}
              strong
            />
            <Options line={line} currency={order.currency} />
          </li>
        ))}
      </Stack>
      <Divider my="md" />
      <Stack gap={4}>
        <Sum label={t("orders.subtotal")} value={money(order.subtotalCents, order.currency)} />
        {order.taxes.map((tax) => (
          <Sum key={tax.name} label={tax.name} value={money(tax.cents, order.currency)} />
        ))}
        <Sum label={t("orders.total")} value={money(order.totalCents, order.currency)} strong />
      </Stack>
    </Section>
  );
}

type Line = OrderDetail["lines"][number];

function Options({ line, currency }: { line: Line; currency: string }) {
  const { t } = useTranslation();
  const money = useMoney();
  return line.options.map(({ group, choice, amount, quantity, priceCents }) => (
    <Text key={`${group}-${choice}-${amount}`} size="sm" c="dimmed" pl="md">
      {quantity > 1 && `${quantity} × `}
      {t(`orders.amounts.${amount}`, { choice })}
      {priceCents !== 0 && ` (${money(priceCents, currency)})`}
    </Text>
  ));
}

function Sum({ label, value, strong }: { label: string; value: string; strong?: boolean }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text fw={strong ? 600 : 400}>{label}</Text>
      <Text fw={strong ? 600 : 400} style={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
        {value}
      </Text>
    </Group>
  );
}
