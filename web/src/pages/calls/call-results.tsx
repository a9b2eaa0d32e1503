import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallDetail } from "../../../../functions/domain/calls/contracts.ts";
import { LinkText } from "../../components/links.tsx";
import { Moment } from "../../components/moment.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { PreferredTime } from "../../components/preferred-time.tsx";
import { Section } from "../../components/section.tsx";
import { useMoney } from "../../components/use-money.ts";
import { useCallbackStatus, useVoicemailStatus } from "./use-handled.ts";
import { VoicemailPlayer } from "./voicemail-player.tsx";

/** The orders, call-backs and voicemails of a call. */
export function CallResults({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const money = useMoney();
  const isEmpty = call.orders.length + call.callbacks.length + call.voicemails.length === 0;
  return (
    <Section title={t("calls.results")}>
      <Stack gap="md">
        {isEmpty && (
          <Text size="sm" c="dimmed">
            {t("calls.noResults")}
          </Text>
        )}
        {call.orders.map((order) => (
          <LinkText key={order.id} to="/orders/$id" params={{ id: order.id }} fw={600} underline="always">
            {t("orders.number", { number: order.number })} · {money(order.totalCents)}
          </LinkText>
        ))}
        {call.callbacks.map((callback) => (
          <Callback key={callback.id} callback={callback} />
        ))}
        {call.voicemails.map((voicemail) => (
          <Voicemail key={voicemail.id} voicemail={voicemail} />
        ))}
      </Stack>
    </Section>
  );
}

function Callback({ callback }: { callback: CallDetail["callbacks"][number] }) {
  const { t } = useTranslation();
  const status = useCallbackStatus();
  const isOpen = callback.status === "open";
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} component="h3" size="sm">
          {t("live.callback")}
        </Text>
        <Badge color={isOpen ? "orange" : "pine"} variant="light" tt="none">
          {t(isOpen ? "calls.callbackOpen" : "calls.callbackDone")}
        </Badge>
      </Group>
      <Text size="sm">
        {callback.name && `${callback.name} · `}
        <PhoneLink phone={callback.phone} />
      </Text>
      <PreferredTime callback={callback} />
      {callback.note && <Text size="sm">{callback.note}</Text>}
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        loading={status.pending}
        onClick={() => void (isOpen ? status.done(callback.id) : status.reopen(callback.id))}
      >
        {isOpen ? t("live.markDone") : t("calls.reopen")}
      </Button>
    </div>
  );
}

function Voicemail({ voicemail }: { voicemail: CallDetail["voicemails"][number] }) {
  const { t } = useTranslation();
  const status = useVoicemailStatus();
  const isNew = voicemail.status === "new";
  return (
    <Stack gap={4}>
      <Text fw={600} component="h3" size="sm">
        {t("calls.voicemails")} · <Moment time={voicemail.createdAt} />
      </Text>
      <VoicemailPlayer
        voicemail={voicemail}
        onPlay={() => void (isNew && status.heard(voicemail.id, true))}
      />
      <Text size="sm" c={voicemail.transcription ? undefined : "dimmed"}>
        {voicemail.transcription ?? t("calls.voicemailNoText")}
      </Text>
    </Stack>
  );
}
