import type { Message } from "./types.ts";

export type Query = URLSearchParams;

/** All values of a parameter, whether repeated or separated by commas. */
export function valuesOf(query: Query, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(","))
    .filter(Boolean);
}

type Subject = Pick<
  Message,
  "messageId" | "url" | "topicName" | "scheduleId" | "queueName" | "callerIp" | "labels" | "flow"
> & { time: number; responseStatus?: number; state?: string };

const FIELDS: Record<string, (subject: Subject) => readonly (string | undefined)[]> = {
  messageId: (subject) => [subject.messageId],
  messageIds: (subject) => [subject.messageId],
  url: (subject) => [subject.url],
  host: (subject) => [new URL(subject.url).host],
  path: (subject) => [new URL(subject.url).pathname],
  topicName: (subject) => [subject.topicName],
  scheduleId: (subject) => [subject.scheduleId],
  queueName: (subject) => [subject.queueName],
  callerIp: (subject) => [subject.callerIp],
  label: (subject) => subject.labels,
  flowControlKey: (subject) => [subject.flow?.key],
  responseStatus: (subject) => [subject.responseStatus?.toString()],
  state: (subject) => [subject.state],
};

/** Values of one filter are alternatives; different filters must all hold. */
export function matches(query: Query, subject: Subject): boolean {
  const from = Number(query.get("fromDate") ?? Number.NEGATIVE_INFINITY);
  const to = Number(query.get("toDate") ?? Number.POSITIVE_INFINITY);
  if (subject.time < from || subject.time > to) return false;
  return Object.entries(FIELDS).every(([name, read]) => {
    const wanted = valuesOf(query, name);
    return (
      wanted.length === 0 || read(subject).some((value) => value !== undefined && wanted.includes(value))
    );
  });
}

/** One page of `items`; the cursor is where the next page begins. `count` is at most 100, which is the default. */
export function page<T>(query: Query, items: readonly T[]): { items: T[]; cursor?: string } {
  const start = Number(query.get("cursor") ?? 0) || 0;
  const count = Math.min(100, Number(query.get("count") ?? 100) || 100);
  const end = start + count;
  return { items: items.slice(start, end), ...(end < items.length && { cursor: String(end) }) };
}
