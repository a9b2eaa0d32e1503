import type { Env } from "./env.ts";
import {
  DEAD_LETTER_JOB,
  DEFAULT_TIMEOUT_SECONDS,
  type JobInput,
  type JobSpec,
  jobPath,
} from "./job-spec.ts";
import { publishBatch, type QstashMessage } from "./qstash.ts";

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
export const createPublisher =
  (env: Env): Publish =>
  async (messages) => {
    if (messages.length === 0) return [];
    const replies = await publishBatch(
      env.qstash,
      messages.map((one) => toQstash(env, one)),
    );
    return messages.map((_, index) => publishedOf(Array.isArray(replies) ? replies[index] : undefined));
  };

function toQstash(env: Env, { spec, payload, deduplicationId, delaySeconds }: JobMessage): QstashMessage {
  return {
    url: env.publicBaseUrl + jobPath(spec.name),
    body: payload,
    requestId: payload.requestId,
    // QStash answers 400 to an id with a colon.
    deduplicationId: deduplicationId.replaceAll(":", "_"),
    retries: spec.retries,
    timeoutSeconds: spec.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    label: spec.name,
    failureCallback: env.publicBaseUrl + jobPath(DEAD_LETTER_JOB),
    retryDelay: spec.retryDelay,
    delaySeconds: delaySeconds ?? spec.delaySeconds,
    flow: spec.flow?.(env),
  };
}

function publishedOf(reply: unknown): Published {
  if (typeof reply === "object" && reply !== null) {
    if ("messageId" in reply && typeof reply.messageId === "string") return { messageId: reply.messageId };
    if ("error" in reply) return { error: String(reply.error) };
  }
  return { error: "qstash did not say what became of the message" };
}
