import { Badge, Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { api, type QueueSnapshot } from "../api.ts";
import { colourOf, pathOf, timeOf } from "../parts/format.ts";
import { Live, useAction, useLive } from "../parts/live.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import { Raw } from "../parts/text.tsx";
import { useWords } from "../words.tsx";

/** What the queue still has to deliver, what it delivered, and what it gave up on. */
export function QueueSection() {
  const queue = useLive(["queue"], api.queue);
  return (
    <Live of={queue} empty="" isEmpty={() => false}>
      {(snapshot) => (
        <Stack gap="xl">
          <DeadLetters letters={snapshot.dlq} />
          <Waiting messages={[...snapshot.active, ...snapshot.waiting]} counts={snapshot.counts} />
          <Deliveries deliveries={snapshot.deliveries} />
          <Schedules schedules={snapshot.schedules} />
        </Stack>
      )}
    </Live>
  );
}

function Part({
  title,
  count,
  empty,
  children,
}: {
  title: string;
  count: number;
  empty: string;
  children: ReactNode;
}) {
  return (
    <section>
      <Group gap="xs" mb="xs">
        <Title order={3} size="h4">
          {title}
        </Title>
        {count > 0 && (
          <Badge color="gray.7" circle={count < 10}>
            {count}
          </Badge>
        )}
      </Group>
      {count === 0 ? <Text c="gray.7">{empty}</Text> : children}
    </section>
  );
}

function DeadLetters({ letters }: { letters: QueueSnapshot["dlq"] }) {
  const { words, language } = useWords();
  const retry = useAction((dlqId: string) => api.retry(dlqId));
  const again = (dlqId: string) =>
    retry.mutate(dlqId, {
      onSuccess: () => notifications.show({ withCloseButton: false, message: words.queue.retried }),
    });
  return (
    <Part title={words.queue.dlq} count={letters.length} empty={words.queue.noDeadLetters}>
      <ul className="plain">
        {letters.map((letter) => (
          <li key={letter.dlqId} className="card">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <strong>{pathOf(letter.url)}</strong>
                <Text size="sm" c="gray.7">
                  {timeOf(letter.failedAt, language)} ·{" "}
                  {words.queue.failedWith(String(letter.responseStatus ?? "—"))}
                </Text>
              </div>
              <Button
                size="xs"
                flex="none"
                variant="default"
                leftSection={<IconRefresh size={16} aria-hidden />}
                loading={retry.isPending && retry.variables === letter.dlqId}
                onClick={() => again(letter.dlqId)}
              >
                {words.queue.retry}
              </Button>
            </Group>
            <details>
              <summary>{words.requests.body}</summary>
              <Raw text={letter.body ?? ""} label={words.requests.body} />
              {letter.responseBody && <Raw text={letter.responseBody} label={words.requests.response} />}
            </details>
          </li>
        ))}
      </ul>
    </Part>
  );
}

type WaitingProps = { messages: QueueSnapshot["waiting"]; counts: QueueSnapshot["counts"] };

function Waiting({ messages, counts }: WaitingProps) {
  const { words, language } = useWords();
  return (
    <Part
      title={words.queue.waiting}
      count={counts.waiting + counts.active}
      empty={words.queue.nothingWaiting}
    >
      <ul className="plain">
        {messages.map((message) => (
          <li key={message.messageId} className="row">
            <span>{pathOf(message.url)}</span>
            <Text size="sm" c="gray.7" component="span">
              {words.queue.due(timeOf(message.nextDelivery, language))}
              {message.retried > 0 && ` · ${words.queue.attempt(message.retried, message.maxRetries)}`}
            </Text>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Deliveries({ deliveries }: { deliveries: QueueSnapshot["deliveries"] }) {
  const { words, language } = useWords();
  return (
    <Part title={words.queue.deliveries} count={deliveries.length} empty={words.queue.noDeliveries}>
      <Scrolls className="wide" label={words.queue.deliveries}>
        <Table striped="even" withRowBorders={false} verticalSpacing={4}>
          <Table.Tbody>
            {deliveries.slice(0, 60).map((delivery) => (
              <Table.Tr key={`${delivery.messageId}-${delivery.at}`}>
                <Table.Td className="when">{timeOf(delivery.at, language)}</Table.Td>
                <Table.Td>{pathOf(delivery.url)}</Table.Td>
                <Table.Td>
                  <Text size="sm" fw={600} c={colourOf(delivery.status)}>
                    {delivery.status ?? delivery.error ?? "—"}
                  </Text>
                </Table.Td>
                <Table.Td className="when">{Math.round(delivery.durationMs)} ms</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolls>
    </Part>
  );
}

function Schedules({ schedules }: { schedules: QueueSnapshot["schedules"] }) {
  const { words } = useWords();
  return (
    <Part title={words.queue.schedules} count={schedules.length} empty={words.queue.noSchedules}>
      <ul className="plain">
        {schedules.map((schedule) => (
          <li key={schedule.scheduleId} className="row">
            <span>{pathOf(schedule.destination)}</span>
            <code>{schedule.cron}</code>
          </li>
        ))}
      </ul>
    </Part>
  );
}
