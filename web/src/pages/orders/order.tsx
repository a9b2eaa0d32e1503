import { Alert, Grid, Group, Stack, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrderDetail } from "../../../../functions/domain/orders/contracts.ts";
import { useMerchantId } from "../../api/hooks.ts";
import { orderQuery } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { OrderBadge } from "../../components/badges.tsx";
import { MessageList } from "../../components/message-list.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { Section } from "../../components/section.tsx";
import { Loaded, LoadingRows } from "../../components/states.tsx";
import { useMoney } from "../../components/use-money.ts";
import { OrderActions } from "./order-actions.tsx";
import { OrderCustomer } from "./order-customer.tsx";
import { OrderLines } from "./order-lines.tsx";
import { OrderPayments } from "./order-payments.tsx";

/** One order: what was ordered, what was paid, what was written, and what can be done. */
export default function OrderPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/person/app/orders/$id" });
  const query = useQuery(orderQuery(useMerchantId(), id));
  return (
    <Loaded
      query={query}
      skeleton={
        <Page title={t("orders.title")} above={<BackLink to="/orders" text={t("orders.title")} />}>
          <LoadingRows rows={5} height={80} />
        </Page>
      }
    >
      {(order) => <Order order={order} />}
    </Loaded>
  );
}

function Order({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t("orders.number", { number: order.number })}
      above={<BackLink to="/orders" text={t("orders.title")} />}
      lead={<Standing order={order} />}
      actions={<OrderActions order={order} />}
    >
      {order.attention && (
        <Alert color="red" icon={<IconAlertCircle />} title={t("orders.attention")}>
          {order.attention}
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <OrderLines order={order} />
            <OrderPayments order={order} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <OrderCustomer order={order} />
            <Section title={t("orders.messages")}>
              <MessageList messages={order.messages} />
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** The status, and the moments that led to it. */
function Standing({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const money = useMoney();
  const moments = [
    [t("orders.placed"), order.placedAt],
    [t("orders.paidAt"), order.paidAt],
    [t("orders.fulfilledAt"), order.fulfilledAt],
    [t("orders.cancelledAt"), order.cancelledAt],
    [t("orders.expires"), order.status === "awaiting_payment" ? order.expiresAt : null],
  ] as const;
  return (
    <Group gap="sm" mt={6}>
      <OrderBadge status={order.status} />
      {moments.map(([text, time]) =>
        time ? (
          <Text key={text} size="sm">
            {text} <Moment time={time} />
          </Text>
        ) : null,
      )}
      {order.refundedCents > 0 && order.status !== "refunded" && (
        <Text size="sm">
          {t("orders.partlyRefunded", { amount: money(order.refundedCents, order.currency) })}
        </Text>
      )}
    </Group>
  );
}
