import { Alert, Badge, Button, DataList, Group, List, Paper, Stack, Text } from "@mantine/core";
import { IconBrandStripe, IconCreditCardOff, IconExternalLink, IconRefresh } from "@tabler/icons-react";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  paymentsConnectContract,
  type paymentsStatusContract,
} from "../../../../functions/domain/payments/contracts.ts";
import type { ResponseOf } from "../../../../functions/platform/contract.ts";
import { useCanManage, useMerchantId } from "../../api/hooks.ts";
import { configQuery, paymentsQuery } from "../../api/queries.ts";
import { useWrite } from "../../api/use-write.ts";
import { Loaded } from "../../components/states.tsx";

type Status = ResponseOf<typeof paymentsStatusContract>;

const COLOR: Record<Status["status"], string> = {
  not_connected: "gray",
  pending: "yellow",
  restricted: "orange",
  active: "pine",
  revoked: "red",
};

/** Stripe may take a moment to say that an account is ready; until then it is asked for again. */
const POLL_MS = 5000;

/** Whether the merchant can be paid, what is missing, and the way to Stripe. */
export function PaymentsPanel() {
  const { t } = useTranslation();
  const canManage = useCanManage();
  const config = useQuery(configQuery()).data;
  const query = useQuery({
    ...paymentsQuery(useMerchantId()),
    enabled: canManage,
    refetchInterval: ({ state }) =>
      state.data?.status === "pending" || state.data?.status === "restricted" ? POLL_MS : false,
  });
  if (config && !config.features.payments) {
    return (
      <Alert color="yellow" icon={<IconCreditCardOff />}>
        {t("payments.notConfigured")}
      </Alert>
    );
  }
  if (!canManage) return <Alert color="gray">{t("settings.readOnly")}</Alert>;
  return <Loaded query={query}>{(status) => <Panel status={status} query={query} />}</Loaded>;
}

function Panel({ status, query }: { status: Status; query: UseQueryResult<Status> }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack>
        <Group justify="space-between" role="status">
          <Group gap="sm">
            <IconBrandStripe size={26} aria-hidden />
            <Text fw={600}>Stripe</Text>
            <Badge
              key={status.status}
              className="cw-arrive"
              color={COLOR[status.status]}
              variant="light"
              tt="none"
              size="lg"
            >
              {t(`payments.status.${status.status}`)}
            </Badge>
          </Group>
          {status.status !== "not_connected" && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={query.isFetching}
              onClick={() => void query.refetch()}
            >
              {t("payments.refresh")}
            </Button>
          )}
        </Group>
        <Text>{t(`payments.text.${status.status}`)}</Text>
        <Due requirements={status.requirementsDue} />
        {status.accountId && <Facts status={status} />}
        {status.status !== "active" && <Connect status={status.status} />}
      </Stack>
    </Paper>
  );
}

/** Stripe's own words for what it lacks, e.g. `individual.verification.document`, made readable. */
function Due({ requirements }: { requirements: string[] }) {
  const { t } = useTranslation();
  if (requirements.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t("payments.due")}
      </Text>
      <List size="sm">
        {requirements.map((one) => (
          <List.Item key={one} lang="en">
            {one.replace(/[._]/g, " ")}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Facts({ status }: { status: Status }) {
  const { t } = useTranslation();
  const answer = (yes: boolean) => t(yes ? "payments.yes" : "payments.no");
  return (
    <DataList labelWidth="150px">
      <DataList.Item>
        <DataList.ItemLabel>{t("payments.charges")}</DataList.ItemLabel>
        <DataList.ItemValue>{answer(status.chargesEnabled)}</DataList.ItemValue>
      </DataList.Item>
      <DataList.Item>
        <DataList.ItemLabel>{t("payments.payouts")}</DataList.ItemLabel>
        <DataList.ItemValue>{answer(status.payoutsEnabled)}</DataList.ItemValue>
      </DataList.Item>
      <DataList.Item>
        <DataList.ItemLabel>{t("payments.account")}</DataList.ItemLabel>
        <DataList.ItemValue style={{ overflowWrap: "anywhere" }}>{status.accountId}</DataList.ItemValue>
      </DataList.Item>
    </DataList>
  );
}

function Connect({ status }: { status: Status["status"] }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const connect = useWrite(paymentsConnectContract, {
    onDone({ url }) {
      setLeaving(true);
      location.assign(url);
    },
  });
  const text = {
    not_connected: "connect",
    revoked: "reconnect",
    pending: "resume",
    restricted: "resume",
    active: "resume",
  } as const;
  return (
    <Group>
      <Button
        size="md"
        rightSection={<IconExternalLink size={18} aria-hidden />}
        loading={connect.pending || leaving}
        onClick={() => void connect.send({ body: { provider: "stripe" } })}
      >
        {t(`payments.${text[status]}`)}
      </Button>
      {leaving && <Text size="sm">{t("payments.redirecting")}</Text>}
    </Group>
  );
}
