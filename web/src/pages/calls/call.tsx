import { Grid, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CallDetail } from "../../../../functions/domain/calls/contracts.ts";
import { useMerchantId } from "../../api/hooks.ts";
import { callQuery } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { CallBadge, isGoingOn } from "../../components/badges.tsx";
import { MessageList } from "../../components/message-list.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { Section } from "../../components/section.tsx";
import { Loaded, LoadingRows } from "../../components/states.tsx";
import { useWho } from "../../components/who.ts";
import { formatDuration } from "../../format/time.ts";
import { CallResults } from "./call-results.tsx";
import { Transcript } from "./transcript.tsx";

/** One call: every turn of it, and what came of it. */
export default function CallPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/person/app/calls/$id" });
  const query = useQuery(callQuery(useMerchantId(), id));
  return (
    <Loaded
      query={query}
      skeleton={
        <Page title={t("calls.title")} above={<BackLink to="/calls" text={t("calls.title")} />}>
          <LoadingRows rows={5} height={80} />
        </Page>
      }
    >
      {(call) => <Call call={call} />}
    </Loaded>
  );
}

function Call({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const who = useWho();
  return (
    <Page
      title={t("calls.from", { who: who(call.from) })}
      above={<BackLink to="/calls" text={t("calls.title")} />}
      lead={<Standing call={call} />}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Transcript call={call} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <CallResults call={call} />
            <Section title={t("orders.messages")}>
              <MessageList messages={call.messages} />
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Standing({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" mt={6}>
      {isGoingOn(call) && <span className="cw-pulse" aria-hidden />}
      <CallBadge call={call} />
      <Text size="sm">
        <Moment time={call.startedAt} />
      </Text>
      {call.durationSeconds !== null && (
        <Text size="sm">{t("calls.duration", { duration: formatDuration(call.durationSeconds) })}</Text>
      )}
      {call.language && (
        <Text size="sm">{t(call.language === "fr" ? "common.french" : "common.english")}</Text>
      )}
    </Group>
  );
}
