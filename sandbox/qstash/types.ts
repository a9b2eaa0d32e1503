/** Limits all messages of one key share. `periodMs` is the window of `rate`. */
export type FlowControl = { key: string; parallelism?: number; rate?: number; periodMs: number };

/** A callback's own settings, from the `Upstash-Callback-*` or `Upstash-Failure-Callback-*` headers. */
export type Callback = {
  url: string;
  method: string;
  retries?: number;
  retryDelay?: string;
  timeoutMs?: number;
  delayMs: number;
  header: Record<string, string>;
};

/** What a publisher asked for, whoever it goes to. Durations in milliseconds of the provider's clock. */
export type Order = {
  method: string;
  /** Forwarded headers, content type included; names in lower case. */
  header: Record<string, string>;
  body: Uint8Array;
  delayMs: number;
  retries: number;
  retryDelay?: string;
  timeoutMs: number;
  callback?: Callback;
  failureCallback?: Callback;
  deduplicationId?: string;
  labels: string[];
  flow?: FlowControl;
  queueName?: string;
  scheduleId?: string;
  callerIp: string;
};

/** An undelivered message as it stands in the books. Times are unix milliseconds. */
export type Message = {
  messageId: string;
  url: string;
  topicName?: string;
  endpointName?: string;
  method: string;
  header: Record<string, string>;
  /** The body when it is UTF-8, else `bodyBase64`. */
  body?: string;
  bodyBase64?: string;
  createdAt: number;
  notBefore: number;
  nextDelivery: number;
  maxRetries: number;
  retried: number;
  retryDelay?: string;
  timeoutMs: number;
  callback?: Callback;
  failureCallback?: Callback;
  labels: string[];
  flow?: FlowControl;
  queueName?: string;
  scheduleId?: string;
  callerIp: string;
};

/** What became of one attempt. No `status` when there was no answer. */
export type Attempt = {
  status?: number;
  header: Record<string, string[]>;
  body: Uint8Array;
  error?: string;
  durationMs: number;
};

export type DeadLetter = Message & {
  dlqId: string;
  failedAt: number;
  responseStatus?: number;
  responseHeader?: Record<string, string[]>;
  responseBody?: string;
  responseBodyBase64?: string;
};

export type Schedule = {
  scheduleId: string;
  cron: string;
  destination: string;
  createdAt: number;
  isPaused: boolean;
  /** The `Upstash-*` and content-type headers it was made with: each firing reads them anew. */
  headers: Record<string, string>;
  bodyBase64: string;
  callerIp: string;
  nextScheduleTime?: number;
  lastScheduleTime?: number;
  lastMessageIds: string[];
};

export type Queue = {
  name: string;
  parallelism: number;
  paused: boolean;
  createdAt: number;
  updatedAt: number;
};

export type Endpoint = { name?: string; url: string };
export type UrlGroup = { name: string; createdAt: number; updatedAt: number; endpoints: Endpoint[] };

export type LogState = "CREATED" | "ACTIVE" | "DELIVERED" | "ERROR" | "RETRY" | "FAILED" | "CANCELED";

export type LogEntry = {
  time: number;
  state: LogState;
  message: Message;
  error?: string;
  nextDeliveryTime?: number;
  responseStatus?: number;
  responseBody?: string;
};

/** A request that the real service refuses; `status` is the HTTP status of the answer. */
export class Refusal extends Error {
  status: 400 | 404 | 412 | 413;
  constructor(status: 400 | 404 | 412 | 413, message: string) {
    super(message);
    this.status = status;
  }
}
