import { Button, Group, Loader, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconConfetti, IconDeviceMobile, IconPhoneRinging } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMerchantId } from "../../api/hooks.ts";
import { callQuery, configQuery, liveCallsQuery, numbersQuery } from "../../api/queries.ts";
import { isGoingOn } from "../../components/badges.tsx";
import { LinkButton } from "../../components/links.tsx";
import { Loaded } from "../../components/states.tsx";
import { useWho } from "../../components/who.ts";
import { formatPhone } from "../../format/phone.ts";
import { Transcript } from "../calls/transcript.tsx";

/** The number to call, the call as it happens, and a little celebration. */
export function TryStep() {
  const query = useQuery(numbersQuery(useMerchantId()));
  return (
    <Loaded query={query}>
      {({ items }) => {
        const number = items.find(({ status }) => status === "active")?.number;
        return number ? <Try number={number} /> : <NoNumber />;
      }}
    </Loaded>
  );
}

function NoNumber() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <Text>{t("onboarding.try.noNumber")}</Text>
      <LinkButton to="/onboarding/$step" params={{ step: "number" }}>
        {t("onboarding.try.chooseNumber")}
      </LinkButton>
    </Stack>
  );
}

function Try({ number }: { number: string }) {
  const { t } = useTranslation();
  const config = useQuery(configQuery()).data;
  return (
    <Stack gap="lg">
      <Paper withBorder radius="lg" p="xl">
        <Stack align="center" gap="md">
          <Text fz={{ base: 32, sm: 46 }} fw={700} lh={1.1}>
            <a href={`tel:${number}`} style={{ color: "inherit", textDecoration: "none" }}>
              {formatPhone(number)}
            </a>
          </Text>
          {config?.testPhoneUrl && (
            <Stack align="center" gap={6}>
              <Text size="sm" c="dimmed">
                {t("onboarding.try.openPhoneHint")}
              </Text>
              <Button
                component="a"
                href={withNumber(config.testPhoneUrl, number)}
                target="_blank"
                rel="noreferrer"
                variant="light"
                leftSection={<IconDeviceMobile size={18} aria-hidden />}
              >
                {t("onboarding.try.openPhone")}
              </Button>
            </Stack>
          )}
        </Stack>
      </Paper>
      <FirstCall />
      <Group justify="space-between">
        <LinkButton to="/onboarding/$step" params={{ step: "payments" }} variant="default" size="md">
          {t("common.back")}
        </LinkButton>
        <LinkButton to="/" size="md" variant="light">
          {t("onboarding.try.goLive")}
        </LinkButton>
      </Group>
    </Stack>
  );
}

/** The test phone dials the number by itself when it is told which. */
function withNumber(url: string, number: string): string {
  const address = new URL(url, location.origin);
  address.searchParams.set("to", number);
  return address.href;
}

function FirstCall() {
  const query = useQuery(liveCallsQuery(useMerchantId()));
  return (
    <div aria-live="polite">
      <Loaded query={query}>
        {({ items }) => {
          const current = items.find(isGoingOn);
          if (current) return <Ringing id={current.id} from={current.from} />;
          return items.length > 0 ? <Works /> : <Waiting />;
        }}
      </Loaded>
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Group justify="center" gap="sm">
      <Loader type="dots" aria-hidden />
      <Text>{t("onboarding.try.waiting")}</Text>
    </Group>
  );
}

function Ringing({ id, from }: { id: string; from: string | null }) {
  const { t } = useTranslation();
  const who = useWho();
  const call = useQuery(callQuery(useMerchantId(), id)).data;
  return (
    <Stack>
      <Group justify="center" gap="md" className="cw-arrive">
        <ThemeIcon size={48} radius={999} className="cw-pulse" style={{ width: 48, height: 48 }} aria-hidden>
          <IconPhoneRinging />
        </ThemeIcon>
        <div>
          <Title order={2} size="h3">
            {t("onboarding.try.ringing")}
          </Title>
          <Text>{t("onboarding.try.ringingText", { from: who(from) })}</Text>
        </div>
      </Group>
      {call && call.turns.length > 0 && <Transcript call={call} />}
    </Stack>
  );
}

function Works() {
  const { t } = useTranslation();
  return (
    <Stack align="center" gap="sm" className="cw-celebrate">
      <ThemeIcon size={64} radius={999} variant="light" aria-hidden>
        <IconConfetti size={36} />
      </ThemeIcon>
      <Title order={2} size="h3">
        {t("onboarding.try.done")}
      </Title>
      <Text ta="center" maw={460}>
        {t("onboarding.try.doneText")}
      </Text>
    </Stack>
  );
}
