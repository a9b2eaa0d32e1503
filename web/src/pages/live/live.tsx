import { Grid, Stack } from "@mantine/core";
import { IconPhone, IconReceipt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMerchant, useMerchantId, useZone } from "../../api/hooks.ts";
import { liveCallsQuery, liveOrdersQuery, numbersQuery } from "../../api/queries.ts";
import { isGoingOn } from "../../components/badges.tsx";
import { LinkText } from "../../components/links.tsx";
import { Page } from "../../components/page.tsx";
import { Section } from "../../components/section.tsx";
import { Loaded, Nothing } from "../../components/states.tsx";
import { useNow } from "../../components/use-now.ts";
import { formatPhone } from "../../format/phone.ts";
import { CallRow } from "../calls/call-row.tsx";
import { OrderRow } from "../orders/order-row.tsx";
import { partOfDay } from "./part-of-day.ts";
import { SetUpNote } from "./set-up-note.tsx";
import { inOrder } from "./today.ts";
import { TodayNumbers } from "./today-numbers.tsx";
import { Todo } from "./todo.tsx";

const SHOWN = 8;

/** What happens right now: calls, orders turning paid, people to call back. */
export default function Live() {
  const { t } = useTranslation();
  const { name } = useMerchant();
  const { timeZone } = useZone();
  const part = partOfDay(useNow(60_000), timeZone);
  return (
    <Page title={`${t(`live.greeting.${part}`)}, ${name}`} lead={<Answering />}>
      <SetUpNote />
      <TodayNumbers />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <LatestOrders />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Todo />
            <LatestCalls />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Answering() {
  const { t } = useTranslation();
  const { data } = useQuery(numbersQuery(useMerchantId()));
  const active = data?.items.find(({ status }) => status === "active")?.number;
  if (!data) return <>&nbsp;</>;
  return <>{active ? t("live.answering", { number: formatPhone(active) }) : t("live.noNumber")}</>;
}

function LatestOrders() {
  const { t } = useTranslation();
  const query = useQuery(liveOrdersQuery(useMerchantId()));
  const all = <LinkText to="/orders">{t("common.viewAll")}</LinkText>;
  return (
    <Section title={t("live.orders")} action={all} padded={false}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing icon={<IconReceipt />} title={t("live.ordersEmpty")} text={t("live.ordersEmptyText")} />
          ) : (
            <ul className="cw-list" aria-label={t("live.orders")}>
              {items.slice(0, SHOWN).map((order) => (
                <li key={order.id} className="cw-arrive">
                  <OrderRow order={order} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function LatestCalls() {
  const { t } = useTranslation();
  const query = useQuery(liveCallsQuery(useMerchantId()));
  const all = <LinkText to="/calls">{t("common.viewAll")}</LinkText>;
  return (
    <Section title={t("live.calls")} action={all} padded={false}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing icon={<IconPhone />} title={t("live.callsEmpty")} text={t("live.callsEmptyText")} />
          ) : (
            <ul className="cw-list" aria-label={t("live.calls")}>
              {inOrder(items, isGoingOn)
                .slice(0, SHOWN)
                .map((call) => (
                  <li key={call.id} className="cw-arrive">
                    <CallRow call={call} />
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
