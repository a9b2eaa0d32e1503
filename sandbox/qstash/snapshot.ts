import type { Parts } from "./parts.ts";
import { describeFlow } from "./routes/flow.ts";
import type { Message } from "./types.ts";

/** At most so many of each are listed; the counts are of all. */
const LISTED = 200;

/** The queue at a glance, for `GET /_sandbox/queue` and the sandbox's page. Times are unix milliseconds. */
export type QueueSnapshot = ReturnType<typeof takeSnapshot>;

export function takeSnapshot({ books, engine, history }: Parts) {
  const active = engine.active();
  const messages = [...books.messages.values()];
  const waiting = messages.filter((message) => !active.has(message.messageId));
  const deadLetters = [...books.deadLetters.values()];
  return {
    counts: { waiting: waiting.length, active: active.size, dlq: deadLetters.length },
    waiting: waiting.slice(0, LISTED).map(describe),
    active: messages.filter((message) => active.has(message.messageId)).map(describe),
    deliveries: history.deliveries.newestFirst(),
    dlq: deadLetters
      .slice(-LISTED)
      .reverse()
      .map((letter) => ({
        ...describe(letter),
        dlqId: letter.dlqId,
        failedAt: Math.floor(letter.failedAt),
        responseStatus: letter.responseStatus,
        responseBody: letter.responseBody,
      })),
    schedules: [...books.schedules.values()].map(
      ({ headers: _, bodyBase64: __, lastMessageIds: ___, ...rest }) => rest,
    ),
    queues: [...books.queues.values()],
    flowControl: engine
      .gates()
      .flowKeys()
      .map((key) => describeFlow(key, books, engine)),
  };
}

function describe(message: Message) {
  return {
    messageId: message.messageId,
    url: message.url,
    method: message.method,
    body: message.body,
    retried: message.retried,
    maxRetries: message.maxRetries,
    createdAt: Math.floor(message.createdAt),
    nextDelivery: Math.floor(message.nextDelivery),
    queueName: message.queueName,
    scheduleId: message.scheduleId,
    labels: message.labels,
    flowControlKey: message.flow?.key,
  };
}
