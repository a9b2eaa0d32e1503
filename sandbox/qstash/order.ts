import { retryDelayMs } from "./backoff.ts";
import { durationHeader, durationMs } from "./durations.ts";
import { type Callback, type FlowControl, type Order, Refusal } from "./types.ts";

type HeaderMap = Record<string, string>;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const DEFAULT_RETRIES = 3;
/** What the free plan allows one delivery to take. */
const DEFAULT_TIMEOUT_MS = 15 * 60_000;
export const MAX_BODY_BYTES = 1_048_576;

/**
 * Reads a publish request's `Upstash-*` headers.
 * @param headers names in lower case.
 * @throws Refusal 400 naming the header that is wrong, 413 when the body is over 1 MiB.
 */
export function readOrder(headers: HeaderMap, body: Uint8Array, realNow: number, callerIp: string): Order {
  if (body.byteLength > MAX_BODY_BYTES) throw new Refusal(413, "message body is larger than 1048576 bytes");
  const labels = headers["upstash-label"]?.split(",").map((label) => label.trim()) ?? [];
  const retries = readRetries("Upstash-Retries", headers["upstash-retries"]) ?? DEFAULT_RETRIES;
  const deduplicationId = readDeduplicationId(headers["upstash-deduplication-id"]);
  return {
    method: readMethod("Upstash-Method", headers["upstash-method"]),
    header: { ...contentType(headers), ...forwarded(headers, "upstash-forward-") },
    body,
    delayMs: readDelay(headers, realNow),
    retries,
    ...optional("retryDelay", readRetryDelay("Upstash-Retry-Delay", headers["upstash-retry-delay"])),
    timeoutMs: durationHeader("Upstash-Timeout", headers["upstash-timeout"]) ?? DEFAULT_TIMEOUT_MS,
    ...optional("callback", readCallback("Upstash-Callback", headers)),
    ...optional("failureCallback", readCallback("Upstash-Failure-Callback", headers)),
    ...optional("deduplicationId", deduplicationId),
    labels: labels.filter(Boolean),
    ...optional("flow", readFlow(headers)),
    ...optional("queueName", headers["upstash-queue-name"]),
    callerIp,
  };
}

export const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

/** True for an absolute http(s) address. */
export function isUrl(text: string): boolean {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}

const contentType = (headers: HeaderMap): HeaderMap =>
  headers["content-type"] ? { "content-type": headers["content-type"] } : {};

function forwarded(headers: HeaderMap, prefix: string): HeaderMap {
  const found = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

function readMethod(name: string, value: string | undefined): string {
  const method = (value ?? "POST").toUpperCase();
  if (!METHODS.includes(method)) throw new Refusal(400, `invalid ${name} header: ${value}`);
  return method;
}

function readRetries(name: string, value: string | undefined): number | undefined {
  if (value !== undefined && !/^\d{1,4}$/.test(value.trim())) {
    throw new Refusal(400, `invalid ${name} header: ${value}`);
  }
  return value === undefined ? undefined : Number(value);
}

function readRetryDelay(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    retryDelayMs(value, 0);
    return value;
  } catch (error) {
    throw new Refusal(400, `invalid ${name} header: ${error instanceof Error ? error.message : value}`);
  }
}

/** The real service refuses a colon, which a local fake easily forgets. */
function readDeduplicationId(value: string | undefined): string | undefined {
  if (value?.includes(":")) throw new Refusal(400, "DeduplicationId cannot contain ':'");
  return value || undefined;
}

/** `Upstash-Not-Before` (unix seconds, real time) wins over `Upstash-Delay`. */
function readDelay(headers: HeaderMap, realNow: number): number {
  const notBefore = headers["upstash-not-before"];
  if (notBefore === undefined) return durationHeader("Upstash-Delay", headers["upstash-delay"]) ?? 0;
  if (!/^\d+$/.test(notBefore.trim()))
    throw new Refusal(400, `invalid Upstash-Not-Before header: ${notBefore}`);
  return Math.max(0, Number(notBefore) * 1_000 - realNow);
}

function readCallback(prefix: string, headers: HeaderMap): Callback | undefined {
  const key = prefix.toLowerCase();
  const url = headers[key];
  if (url === undefined) return undefined;
  if (!isUrl(url)) throw new Refusal(400, `invalid ${prefix} header: ${url} is not an http(s) URL`);
  return {
    url,
    method: readMethod(`${prefix}-Method`, headers[`${key}-method`]),
    ...optional("retries", readRetries(`${prefix}-Retries`, headers[`${key}-retries`])),
    ...optional("retryDelay", readRetryDelay(`${prefix}-Retry-Delay`, headers[`${key}-retry-delay`])),
    ...optional("timeoutMs", durationHeader(`${prefix}-Timeout`, headers[`${key}-timeout`])),
    delayMs: durationHeader(`${prefix}-Delay`, headers[`${key}-delay`]) ?? 0,
    header: { "content-type": "application/json", ...forwarded(headers, `${key}-forward-`) },
  };
}

/** `Upstash-Flow-Control-Value: parallelism=2, rate=10, period=1m`; the period is a second by default. */
function readFlow(headers: HeaderMap): FlowControl | undefined {
  const key = headers["upstash-flow-control-key"];
  const text = headers["upstash-flow-control-value"];
  if (!key && !text) return undefined;
  if (!key || !text)
    throw new Refusal(400, "Upstash-Flow-Control-Key and Upstash-Flow-Control-Value go together");

  const parts = Object.fromEntries(text.split(",").map((part) => part.split("=").map((side) => side.trim())));
  const parallelism = readPositive("parallelism", parts.parallelism);
  const rate = readPositive("rate", parts.rate ?? parts.ratePerSecond);
  if (!parallelism && !rate) throw new Refusal(400, "flow control needs a parallelism or a rate");
  return {
    key,
    ...optional("parallelism", parallelism),
    ...optional("rate", rate),
    periodMs: readPeriod(parts.period),
  };
}

function readPeriod(value: string | undefined): number {
  const ms = value === undefined ? 1_000 : /^\d+$/.test(value) ? Number(value) * 1_000 : durationMs(value);
  if (!ms) throw new Refusal(400, `invalid flow control period: ${value}`);
  return ms;
}

/** @throws Refusal 400 when it is not a whole number above zero. */
export function readPositive(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value)) throw new Refusal(400, `invalid ${name}: ${value}`);
  return Number(value);
}
