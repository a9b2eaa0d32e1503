import { Paper, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMerchantId, useZone } from "../../api/hooks.ts";
import { liveCallsQuery, liveOrdersQuery } from "../../api/queries.ts";
import { useMoney } from "../../components/use-money.ts";
import { useNow } from "../../components/use-now.ts";
import { type Count, countToday, paidToday } from "./today.ts";
import { useTodo } from "./use-todo.ts";

/** The day so far, in four numbers. */
export function TodayNumbers() {
  const { t } = useTranslation();
  const merchantId = useMerchantId();
  const { timeZone } = useZone();
  const now = useNow(30_000);
  const money = useMoney();
  const orders = useQuery(liveOrdersQuery(merchantId)).data;
  const calls = useQuery(liveCallsQuery(merchantId)).data;
  const todo = useTodo();
  const count = ({ value, isMore }: Count) =>
    isMore ? t("live.today.atLeast", { number: value }) : String(value);
  const ofDay = (times: string[], isCut: boolean) => count(countToday(times, { timeZone, now, isCut }));
  return (
    <SimpleGrid component="dl" cols={{ base: 2, md: 4 }} spacing="md" m={0}>
      <Figure
        label={t("live.today.calls")}
        value={
          calls &&
          ofDay(
            calls.items.map(({ startedAt }) => startedAt),
            calls.nextCursor !== null,
          )
        }
      />
      <Figure
        label={t("live.today.orders")}
        value={
          orders &&
          ofDay(
            orders.items.map(({ placedAt }) => placedAt),
            orders.nextCursor !== null,
          )
        }
      />
      <Figure
        label={t("live.today.paid")}
        value={orders && money(paidToday(orders.items, { timeZone, now }))}
        isGood
      />
      <Figure label={t("live.today.todo")} value={todo.isLoading ? undefined : String(todo.count)} />
    </SimpleGrid>
  );
}

function Figure({ label, value, isGood }: { label: string; value: string | undefined; isGood?: boolean }) {
  return (
    <Paper withBorder radius="lg" p="md">
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text
        component="dd"
        m={0}
        key={value}
        className="cw-arrive"
        fz={28}
        fw={700}
        lh={1.3}
        c={isGood ? "var(--mantine-primary-color-light-color)" : undefined}
        style={{ fontVariantNumeric: "tabular-nums" }}
      >
        {value ?? <Skeleton height={28} width={70} mt={6} />}
      </Text>
    </Paper>
  );
}
