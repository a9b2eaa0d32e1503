import { Anchor, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrderDetail } from "../../../../functions/domain/orders/contracts.ts";
import { LinkText } from "../../components/links.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { Section } from "../../components/section.tsx";

/** Who ordered, how to reach them, and the call it came from. */
export function OrderCustomer({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t("orders.customer")}>
      <Stack gap={6}>
        {order.customerName && <Text fw={600}>{order.customerName}</Text>}
        <Text>
          <PhoneLink phone={order.customerPhone} />
        </Text>
        {order.customerEmail && (
          <Anchor href={`mailto:${order.customerEmail}`} underline="always">
            {order.customerEmail}
          </Anchor>
        )}
        <Text size="sm" c="dimmed">
          {t("orders.language")}: {t(order.locale === "fr" ? "common.french" : "common.english")}
        </Text>
        {order.callId && (
          <LinkText to="/calls/$id" params={{ id: order.callId }} size="sm" underline="always">
            {t("orders.openCall")}
          </LinkText>
        )}
      </Stack>
    </Section>
  );
}
