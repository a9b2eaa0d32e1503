import { bodyBytes } from "./books.ts";
import type { DeadLetter, FlowControl, LogEntry, Message, Schedule } from "./types.ts";

/** Header values as lists, the way the API shows them. */
const lists = (header: Record<string, string>) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name, [value]]));

const flowFields = (flow: FlowControl | undefined) =>
  flow && {
    flowControlKey: flow.key,
    parallelism: flow.parallelism,
    rate: flow.rate,
    period: flow.periodMs / 1_000,
  };

const labelFields = (labels: readonly string[]) => (labels.length ? { label: labels[0], labels } : {});

/** A message as `GET /v2/messages/:id` shows it. Undefined fields are left out by JSON. */
export function presentMessage(message: Message) {
  return {
    messageId: message.messageId,
    topicName: message.topicName,
    endpointName: message.endpointName,
    url: message.url,
    method: message.method,
    header: lists(message.header),
    body: message.body,
    bodyBase64: message.bodyBase64,
    maxRetries: message.maxRetries,
    retryDelayExpression: message.retryDelay,
    notBefore: Math.floor(message.notBefore),
    createdAt: Math.floor(message.createdAt),
    callback: message.callback?.url,
    failureCallback: message.failureCallback?.url,
    queueName: message.queueName,
    scheduleId: message.scheduleId,
    callerIP: message.callerIp,
    ...labelFields(message.labels),
    ...flowFields(message.flow),
  };
}

export function presentDeadLetter(letter: DeadLetter) {
  return {
    ...presentMessage(letter),
    dlqId: letter.dlqId,
    responseStatus: letter.responseStatus,
    responseHeader: letter.responseHeader,
    responseBody: letter.responseBody,
    responseBodyBase64: letter.responseBodyBase64,
  };
}

export function presentLog(entry: LogEntry) {
  const { messageId, url, topicName, endpointName, scheduleId, queueName, method, header, labels } =
    entry.message;
  return {
    time: entry.time,
    state: entry.state,
    messageId,
    url,
    topicName,
    endpointName,
    scheduleId,
    queueName,
    method,
    header: lists(header),
    body: bodyBytes(entry.message).toString("base64"),
    maxRetries: entry.message.maxRetries,
    nextDeliveryTime: entry.nextDeliveryTime,
    error: entry.error,
    responseStatus: entry.responseStatus,
    responseBody: entry.responseBody,
    ...labelFields(labels),
    ...flowFields(entry.message.flow),
  };
}

/** @param states what became of the last firing's messages, by message id. */
export function presentSchedule(schedule: Schedule, order: SchedulePreview, states: Record<string, string>) {
  return {
    scheduleId: schedule.scheduleId,
    cron: schedule.cron,
    createdAt: Math.floor(schedule.createdAt),
    destination: schedule.destination,
    method: order.method,
    header: lists(order.header),
    body: order.body,
    bodyBase64: order.bodyBase64,
    retries: order.retries,
    delay: order.delayMs / 1_000,
    callback: order.callback?.url,
    failureCallback: order.failureCallback?.url,
    retryDelayExpression: order.retryDelay,
    queueName: order.queueName,
    callerIP: schedule.callerIp,
    isPaused: schedule.isPaused,
    lastScheduleTime: schedule.lastScheduleTime,
    nextScheduleTime: schedule.nextScheduleTime,
    lastScheduleStates: states,
    ...labelFields(order.labels),
    ...flowFields(order.flow),
  };
}

type SchedulePreview = Pick<
  Message,
  "method" | "header" | "body" | "bodyBase64" | "callback" | "failureCallback" | "retryDelay" | "queueName"
> & { retries: number; delayMs: number; labels: string[]; flow?: FlowControl };
