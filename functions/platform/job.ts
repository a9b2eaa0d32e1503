import { Receiver } from "@upstash/qstash";
import { Hono } from "hono/tiny";
import { safeParseAsync } from "zod/v4/core";
import { waitUntil } from "./background.ts";
import { type Env, readEnv } from "./env.ts";
import { AppError, toAppError } from "./errors.ts";
import { isUuid, requestIdOf } from "./ids.ts";
import { type JobOutcome, outcomeOf, outcomeResponse, permanent } from "./job-outcome.ts";
import { DEFAULT_TIMEOUT_SECONDS, type JobPayload, type JobSpec, jobPath } from "./job-spec.ts";
import { createLog, errorProperties, type Log } from "./log.ts";
import { problemsOf } from "./parse.ts";
import { readText } from "./request-body.ts";
import { errorResponse, withHeaders } from "./responses.ts";
import { unstorable } from "./storable.ts";

export { done, permanent, retry } from "./job-outcome.ts";

/** QStash takes messages of 1 MB at most on its free plan; ours are ids. */
const MAX_BODY_BYTES = 1024 * 1024;
/** A lease outlives the attempt by this much, so that two attempts never hold it at once. */
const LEASE_MARGIN_SECONDS = 5;

export type Attempt = {
  messageId: string;
  /** 0 for the first attempt. */
  retried: number;
  /** No attempt follows when this one fails. */
  last: boolean;
  /** Until when a claim made by this attempt holds. */
  leaseUntil: Date;
  now: Date;
  log: Log;
  waitUntil(promise: Promise<unknown>): void;
};

/** What a job needs to know whether QStash sent the message. */
export type JobEnv = Pick<Env, "publicBaseUrl" | "qstash">;

/**
 * Serves one job: only QStash may call it (current signing key, then the next; body hash and address are part
 * of the signature), the payload is parsed, and whatever comes of the handler becomes done, permanent or retry.
 * A message whose payload is wrong is permanent: it will not get better.
 * @param resolve the handler's dependencies; an `env` among them replaces the process's for the signature
 */
export function job<const S extends JobSpec, D extends object>(
  spec: S,
  resolve: () => D & { env?: JobEnv },
  handler: (deps: D, payload: JobPayload<S>, attempt: Attempt) => Promise<JobOutcome>,
): Hono {
  const app = new Hono();
  app.all("*", async (c) => {
    const startedAt = Date.now();
    const requestId = requestIdOf(c.req.header("x-request-id"));
    const log = createLog("job", { requestId, job: spec.name });
    let response: Response;
    try {
      const deps = resolve();
      const body = await verified(c.req.raw, spec, deps.env ?? readEnv());
      const attempt = attemptOf(c.req.raw.headers, spec, log);
      const read = await payloadOf(spec, body, requestId);
      const outcome =
        "outcome" in read ? read.outcome : await attempted(() => handler(deps, read.payload, attempt), log);
      const { messageId, retried } = attempt;
      log.info("job", { ...outcome, outcome: outcome.kind, messageId, retried, ms: Date.now() - startedAt });
      response = outcomeResponse(outcome);
    } catch (thrown) {
      const error = toAppError(thrown);
      // A stranger at the door is no failure of ours.
      if (error.status < 500) log.warn("job refused", { code: error.code, status: error.status });
      else log.error("job failed before it began", errorProperties(thrown));
      response = errorResponse(error, requestId);
    }
    return withHeaders(response, { "X-Request-Id": requestId, "Cache-Control": "no-store" });
  });
  return app;
}

/** The body of a message that QStash signed for this very job. @throws AppError */
async function verified(request: Request, spec: JobSpec, env: JobEnv): Promise<string> {
  if (request.method !== "POST") throw new AppError("method_not_allowed", "Use POST.");
  const signature = request.headers.get("upstash-signature");
  const body = await readText(request, MAX_BODY_BYTES);
  if (!signature) throw new AppError("unauthenticated", "The message is not signed.");
  const { currentSigningKey, nextSigningKey } = env.qstash;
  const receiver = new Receiver({ currentSigningKey, nextSigningKey, devMode: false });
  const url = env.publicBaseUrl + jobPath(spec.name);
  try {
    await receiver.verify({ signature, body, url, clockTolerance: 5 });
    return body;
  } catch (cause) {
    throw new AppError("unauthenticated", "The signature of the message is not valid.", { cause });
  }
}

function attemptOf(headers: Headers, spec: JobSpec, log: Log): Attempt {
  const retried = Number(headers.get("upstash-retried") ?? 0) || 0;
  const now = new Date();
  const seconds = (spec.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) + LEASE_MARGIN_SECONDS;
  return {
    messageId: headers.get("upstash-message-id") ?? "",
    retried,
    last: retried >= spec.retries,
    leaseUntil: new Date(now.getTime() + seconds * 1000),
    now,
    log,
    waitUntil,
  };
}

/** The parsed payload with its envelope, or why it never will be one. A schedule's empty body is `{}`. */
async function payloadOf<S extends JobSpec>(
  spec: S,
  body: string,
  requestId: string,
): Promise<{ payload: JobPayload<S> } | { outcome: JobOutcome }> {
  let sent: unknown;
  try {
    sent = body === "" ? {} : JSON.parse(body);
  } catch {
    return { outcome: permanent("the message is not JSON") };
  }
  const result = await safeParseAsync(spec.payload, sent);
  if (!result.success) {
    const wrong = problemsOf(result.error, "payload").map(({ field, message }) => `${field}: ${message}`);
    return { outcome: permanent(`the payload is wrong: ${wrong.join("; ")}`) };
  }
  const unkept = unstorable(result.data, "payload");
  if (unkept) return { outcome: permanent(`the payload is wrong: ${unkept.field}: ${unkept.message}`) };
  const envelope = envelopeOf(sent, requestId);
  if ("wrong" in envelope) {
    return { outcome: permanent(`the payload is wrong: ${envelope.wrong}: expected an id`) };
  }
  if (spec.scope !== "installation" && envelope.merchantId === null) {
    return { outcome: permanent("the payload is wrong: merchantId: missing") };
  }
  return { payload: { ...(result.data as object), ...envelope } as JobPayload<S> };
}

type SentEnvelope = { merchantId: string | null; eventId: string | null; requestId: string };

/** Ids go into tokens and queries, the request id into headers: neither is taken as it comes. */
function envelopeOf(sent: unknown, requestId: string): SentEnvelope | { wrong: string } {
  const fields = (typeof sent === "object" && sent !== null ? sent : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  const [merchantId, eventId, theirs] = [text("merchantId"), text("eventId"), text("requestId")];
  if (merchantId !== null && !isUuid(merchantId)) return { wrong: "merchantId" };
  if (eventId !== null && !isUuid(eventId)) return { wrong: "eventId" };
  return { merchantId, eventId, requestId: requestIdOf(theirs ?? requestId) };
}

async function attempted(act: () => Promise<JobOutcome>, log: Log): Promise<JobOutcome> {
  try {
    return await act();
  } catch (thrown) {
    log.error("job failed", errorProperties(thrown));
    return outcomeOf(thrown);
  }
}
