import { Alert, Badge, Group, Loader, Paper, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconPhoneOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { PhoneNumber } from "../../../../functions/domain/numbers/contracts.ts";
import { useCanManage, useMerchantId } from "../../api/hooks.ts";
import { configQuery, numbersQuery } from "../../api/queries.ts";
import { Loaded } from "../../components/states.tsx";
import { formatPhone } from "../../format/phone.ts";
import { NumberSearch } from "./number-search.tsx";

/** While the carrier works, the state is asked for again, in case the event of it is missed. */
const POLL_MS = 4000;

/** The merchant's number, or the way to get one. */
export function NumberPanel() {
  const { t } = useTranslation();
  const canManage = useCanManage();
  const config = useQuery(configQuery()).data;
  const query = useQuery({
    ...numbersQuery(useMerchantId()),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === "pending") ? POLL_MS : false,
  });
  if (config && !config.features.telephony) {
    return (
      <Alert color="yellow" icon={<IconPhoneOff />}>
        {t("number.notConfigured")}
      </Alert>
    );
  }
  return (
    <Loaded query={query}>
      {({ items }) => {
        const mine = items.filter(({ status }) => status === "active" || status === "pending");
        const failed = items.find(({ status }) => status === "failed");
        return (
          <Stack gap="lg">
            {mine.map((number) => (
              <Mine key={number.id} number={number} />
            ))}
            {mine.length === 0 && failed && (
              <Alert color="red" icon={<IconAlertTriangle />} title={t("number.failed")}>
                {failed.error}
              </Alert>
            )}
            {mine.length === 0 && canManage && <NumberSearch />}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Mine({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation();
  const isPending = number.status === "pending";
  return (
    <Paper withBorder radius="lg" p="lg" className="cw-arrive">
      <Stack gap="xs" role="status">
        <Text size="sm" c="dimmed">
          {t("number.mine")}
        </Text>
        <Group gap="md">
          {isPending && <Loader size="sm" aria-hidden />}
          <Text fz={30} fw={700} lh={1.2}>
            {number.number ? formatPhone(number.number) : t("number.pending")}
          </Text>
          <Badge color={isPending ? "yellow" : "pine"} variant="light" tt="none" size="lg">
            {t(isPending ? "number.pending" : "number.active")}
          </Badge>
        </Group>
        <Text size="sm">{t(isPending ? "number.pendingText" : "number.forward")}</Text>
      </Stack>
    </Paper>
  );
}
