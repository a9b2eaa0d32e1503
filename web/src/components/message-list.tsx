import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconMail, IconMessage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MessageView } from "../../../functions/domain/messages/contracts.ts";
import { formatPhone } from "../format/phone.ts";
import { Moment } from "./moment.tsx";

const COLOR: Record<MessageView["status"], string> = {
  queued: "gray",
  sending: "gray",
  sent: "blue",
  delivered: "pine",
  failed: "red",
  undelivered: "red",
  received: "blue",
  suppressed: "orange",
};

const SOLID = { flexShrink: 0 };

/** What was written to and by a person, and whether it arrived. */
export function MessageList({ messages }: { messages: MessageView[] }) {
  const { t } = useTranslation();
  if (messages.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("orders.messagesEmpty")}
      </Text>
    );
  }
  return (
    <Stack component="ul" className="cw-list" gap="md">
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </Stack>
  );
}

function Message({ message }: { message: MessageView }) {
  const { t } = useTranslation();
  const isSms = message.channel === "sms";
  const Icon = isSms ? IconMessage : IconMail;
  const other = message.direction === "outbound" ? message.to : message.from;
  const who = other && isSms ? formatPhone(other) : (other ?? "");
  return (
    <li style={{ paddingTop: 4 }}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
          <Icon size={16} aria-label={t(`messages.channel.${message.channel}`)} role="img" style={SOLID} />
          <Text size="sm" fw={600} truncate title={who}>
            {t(`messages.direction.${message.direction}`, { who })}
          </Text>
        </Group>
        <Badge color={COLOR[message.status]} variant="light" tt="none" style={SOLID}>
          {t(`messages.status.${message.status}`)}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed" mb={4}>
        <Moment time={message.createdAt} />
      </Text>
      {message.subject && (
        <Text size="sm" fw={600}>
          {message.subject}
        </Text>
      )}
      <Text
        size="sm"
        lang={message.locale}
        style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}
        lineClamp={6}
      >
        {message.body}
      </Text>
      {message.error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {message.error}
        </Text>
      )}
    </li>
  );
}
