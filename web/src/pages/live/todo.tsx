import { Button, Group, Text } from "@mantine/core";
import { IconCheck, IconConfetti, IconPhoneOutgoing, IconRecordMail } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../components/moment.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { PreferredTime } from "../../components/preferred-time.tsx";
import { Section } from "../../components/section.tsx";
import { LoadFailed, LoadingRows, Nothing } from "../../components/states.tsx";
import { useWho } from "../../components/who.ts";
import { useCallbackStatus, useVoicemailStatus } from "../calls/use-handled.ts";
import { VoicemailPlayer } from "../calls/voicemail-player.tsx";
import { useTodo } from "./use-todo.ts";

/** People who wait for the merchant. */
export function Todo() {
  const { t } = useTranslation();
  const todo = useTodo();
  return (
    <Section title={t("live.todo")} padded={false}>
      {todo.error && <LoadFailed error={todo.error} retry={todo.retry} />}
      {todo.isLoading && !todo.error && <LoadingRows rows={2} />}
      {!todo.isLoading && !todo.error && todo.count === 0 && (
        <Nothing icon={<IconConfetti />} title={t("live.todoEmpty")} />
      )}
      <ul className="cw-list">
        {todo.callbacks.map((callback) => (
          <Callback key={callback.id} callback={callback} />
        ))}
        {todo.voicemails.map((voicemail) => (
          <Voicemail key={voicemail.id} voicemail={voicemail} />
        ))}
      </ul>
    </Section>
  );
}

type Todos = ReturnType<typeof useTodo>;

function Callback({ callback }: { callback: Todos["callbacks"][number] }) {
  const { t } = useTranslation();
  const who = useWho();
  const status = useCallbackStatus();
  return (
    <Item
      icon={<IconPhoneOutgoing size={20} aria-hidden />}
      phone={callback.phone}
      what={t("live.callback")}
      at={callback.createdAt}
      done={t("live.markDone")}
      doneLabel={t("live.markDoneLabel", { who: who(callback.phone, callback.name) })}
      onDone={() => void status.done(callback.id)}
      pending={status.pending}
    >
      {callback.name && <Text size="sm">{callback.name}</Text>}
      <PreferredTime callback={callback} />
      {callback.note && <Text size="sm">{callback.note}</Text>}
    </Item>
  );
}

function Voicemail({ voicemail }: { voicemail: Todos["voicemails"][number] }) {
  const { t } = useTranslation();
  const who = useWho();
  const status = useVoicemailStatus();
  return (
    <Item
      icon={<IconRecordMail size={20} aria-hidden />}
      phone={voicemail.from}
      what={t("live.voicemail")}
      at={voicemail.createdAt}
      done={t("live.markHeard")}
      doneLabel={t("live.markHeardLabel", { who: who(voicemail.from) })}
      onDone={() => void status.heard(voicemail.id)}
      pending={status.pending}
    >
      {voicemail.transcription && <Text size="sm">“{voicemail.transcription}”</Text>}
      <VoicemailPlayer voicemail={voicemail} />
    </Item>
  );
}

type ItemProps = {
  icon: ReactNode;
  phone: string | null;
  what: string;
  at: string;
  done: string;
  doneLabel: string;
  onDone(): void;
  pending: boolean;
  children: ReactNode;
};

function Item({ icon, phone, what, at, done, doneLabel, onDone, pending, children }: ItemProps) {
  return (
    <li className="cw-arrive" style={{ padding: "12px var(--mantine-spacing-md)" }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap" style={{ minWidth: 0 }}>
          {icon}
          <div style={{ minWidth: 0 }}>
            <Text fw={600}>
              <PhoneLink phone={phone} />
            </Text>
            <Text size="sm" c="dimmed">
              {what} · <Moment time={at} />
            </Text>
            {children}
          </div>
        </Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCheck size={14} aria-hidden />}
          aria-label={doneLabel}
          loading={pending}
          onClick={onDone}
          style={{ flexShrink: 0 }}
        >
          {done}
        </Button>
      </Group>
    </li>
  );
}
