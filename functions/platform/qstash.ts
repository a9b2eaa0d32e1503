import type { Env } from "./env.ts";
import { ProviderError } from "./errors.ts";
import { createHttpClient, failureOf, type HttpResponse, twice } from "./http.ts";
import type { Flow } from "./job-spec.ts";

/** For both tries together. */
const TIMEOUT_MS = 5000;
const PAUSE_MS = 100;

/** One message as QStash takes it; see https://upstash.com/docs/qstash/api/publish for what each part does. */
export type QstashMessage = {
  url: string;
  body: unknown;
  requestId: string;
  deduplicationId: string;
  retries: number;
  /** An expression in milliseconds of `retried`; QStash's own back-off when undefined. */
  retryDelay?: string | undefined;
  timeoutSeconds: number;
  label: string;
  failureCallback: string;
  delaySeconds?: number | undefined;
  flow?: Flow | undefined;
};

/**
 * Publishes messages in one request (POST /v2/batch) and answers QStash's word on each, in order. Asked once more when
 * nothing was heard: a repeat is harmless, since QStash knows the deduplication ids.
 * @throws ProviderError retry when QStash took none of them, or did not say
 */
export async function publishBatch(
  { url, token }: Env["qstash"],
  messages: readonly QstashMessage[],
): Promise<unknown> {
  const http = createHttpClient("qstash");
  const endsAt = Date.now() + TIMEOUT_MS;
  const send = () =>
    http.send({
      method: "POST",
      url: `${url}/v2/batch`,
      timeoutMs: Math.max(1, endsAt - Date.now()),
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(messages.map(toWire)),
      idempotent: true,
    });
  try {
    return answerOf(await twice(send, PAUSE_MS));
  } catch (cause) {
    throw new ProviderError(`qstash did not take ${messages.length} messages`, {
      provider: "qstash",
      kind: "retry",
      cause,
    });
  }
}

function answerOf(response: HttpResponse): unknown {
  if (response.status < 200 || response.status >= 300) throw failureOf("qstash", response);
  return response.json();
}

/** Settings travel as `Upstash-*` headers of each message, ours to the job as `Upstash-Forward-*`. */
function toWire({ url, body, requestId, delaySeconds, flow, ...message }: QstashMessage) {
  return {
    destination: url,
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      "upstash-forward-x-request-id": requestId,
      "upstash-method": "POST",
      "upstash-deduplication-id": message.deduplicationId,
      "upstash-retries": String(message.retries),
      ...(message.retryDelay ? { "upstash-retry-delay": message.retryDelay } : {}),
      "upstash-timeout": `${message.timeoutSeconds}s`,
      "upstash-label": message.label,
      "upstash-failure-callback": message.failureCallback,
      ...(delaySeconds ? { "upstash-delay": `${delaySeconds}s` } : {}),
      ...(flow ? flowHeaders(flow) : {}),
    },
  };
}

function flowHeaders({ key, parallelism, rate, period }: Flow) {
  const limits = Object.entries({ parallelism, rate, period }).filter(([, limit]) => limit !== undefined);
  return {
    "upstash-flow-control-key": key,
    "upstash-flow-control-value": limits.map(([name, limit]) => `${name}=${limit}`).join(", "),
  };
}
