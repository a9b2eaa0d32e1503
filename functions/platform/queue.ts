import { Client } from "@upstash/qstash";
import type { Env } from "./env.ts";
import { ProviderError } from "./errors.ts";
import {
  DEAD_LETTER_JOB,
  DEFAULT_TIMEOUT_SECONDS,
  type JobInput,
  type JobSpec,
  jobPath,
} from "./job-spec.ts";

const TIMEOUT_MS = 5000;

/** A message to one job; `message()` builds one with its payload checked by the compiler. */
export type JobMessage = {
  spec: JobSpec;
  payload: { requestId: string; eventId: string | null; merchantId: string | null };
  /** QStash drops a second message with this id within ten minutes. */
  deduplicationId: string;
  /** Instead of the job's own delay. */
  delaySeconds?: number;
};

/** What became of each message, in the order given. */
export type Published = { messageId: string } | { error: string };

/** @throws ProviderError when QStash took none of them, or did not say */
export type Publish = (messages: readonly JobMessage[]) => Promise<Published[]>;

export function message<const S extends JobSpec>(
  spec: S,
  payload: JobInput<S>,
  options: { deduplicationId: string; delaySeconds?: number },
): JobMessage {
  return { spec, payload, ...options };
}

/** Publishes messages to jobs through QStash, all in one request. */
export function createPublisher(env: Env): Publish {
  const client = new Client({
    baseUrl: env.qstash.url,
    token: env.qstash.token,
    retry: { retries: 1, backoff: () => 100 },
    enableTelemetry: false,
    devMode: false,
  });
  return async (messages) => {
    if (messages.length === 0) return [];
    const batch = messages.map((one) => toRequest(env, one));
    const replies: unknown = await inTime(client.batchJSON(batch)).catch((cause: unknown) => {
      // A repeat is harmless: QStash knows the deduplication ids.
      throw new ProviderError(`qstash did not take ${messages.length} messages`, {
        provider: "qstash",
        kind: "retry",
        cause,
      });
    });
    return messages.map((_, index) => publishedOf(Array.isArray(replies) ? replies[index] : undefined));
  };
}

function toRequest(env: Env, { spec, payload, deduplicationId, delaySeconds }: JobMessage) {
  const delay = delaySeconds ?? spec.delaySeconds;
  return {
    url: env.publicBaseUrl + jobPath(spec.name),
    body: payload,
    headers: { "x-request-id": payload.requestId },
    // QStash answers 400 to an id with a colon.
    deduplicationId: deduplicationId.replaceAll(":", "_"),
    retries: spec.retries,
    timeout: spec.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    label: spec.name,
    failureCallback: env.publicBaseUrl + jobPath(DEAD_LETTER_JOB),
    ...(delay ? { delay } : {}),
    ...(spec.retryDelay ? { retryDelay: spec.retryDelay } : {}),
    ...(spec.flow ? { flowControl: spec.flow(env) } : {}),
  };
}

function publishedOf(reply: unknown): Published {
  if (typeof reply === "object" && reply !== null) {
    if ("messageId" in reply && typeof reply.messageId === "string") return { messageId: reply.messageId };
    if ("error" in reply) return { error: String(reply.error) };
  }
  return { error: "qstash did not say what became of the message" };
}

/** The SDK has no time limit of its own. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
