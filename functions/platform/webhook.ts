import { Hono } from "hono/tiny";
import { waitUntil } from "./background.ts";
import { AppError, DatabaseFailure, type ErrorCode, STATUS_OF, toAppError } from "./errors.ts";
import { requestIdOf } from "./ids.ts";
import { createLog, errorProperties, type Log } from "./log.ts";
import { readText } from "./request-body.ts";
import { errorResponse, withHeaders } from "./responses.ts";

const MAX_BODY_BYTES = 256 * 1024;

/** A provider's request, its body read once and exactly as it was signed. */
export type WebhookRequest = {
  rawBody: string;
  header(name: string): string | undefined;
  /** Path and query as received: signatures are over `publicBaseUrl + target`. */
  target: string;
  query: URLSearchParams;
  requestId: string;
  log: Log;
  now: Date;
  waitUntil(promise: Promise<unknown>): void;
};

/** `outcome` is for the log; `reply` is for providers that expect more than a 200, e.g. TwiML. */
export type WebhookAnswer = { outcome: string; reply?: { contentType: string; body: string } };

/** What may be the provider's fault; it is told so and does not try again. */
const THEIR_FAULT: ReadonlySet<ErrorCode> = new Set([
  "unauthenticated",
  "invalid_request",
  "payload_too_large",
  "unsupported_media_type",
  "rate_limited",
]);

const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/**
 * Receives a provider's webhook at whatever path the app is mounted: POST only, 256 kB at most. The handler
 * verifies (an AppError `unauthenticated` is a 401), acts and returns what came of it. Our own failure, of the
 * environment or the database too, is a 5xx in our envelope, so that the provider delivers again.
 * @param name for the log, e.g. `stripe` or `twilio-voice`
 */
export function webhook<D>(
  name: string,
  resolve: () => D,
  handler: (deps: D, request: WebhookRequest) => Promise<WebhookAnswer>,
): Hono {
  const app = new Hono();
  app.all("*", async (c) => {
    const startedAt = Date.now();
    const requestId = requestIdOf(c.req.header("x-request-id"));
    const log = createLog("webhook", { requestId, webhook: name });
    let response: Response;
    try {
      const { outcome, reply } = await handler(resolve(), await received(c.req.raw, requestId, log));
      response = replied(
        reply ?? { contentType: "application/json", body: JSON.stringify({ outcome }) },
        requestId,
      );
      log.info("webhook", { outcome, status: 200, ms: Date.now() - startedAt });
    } catch (thrown) {
      response = withHeaders(refused(thrown, requestId, log), { ...HEADERS, "X-Request-Id": requestId });
    }
    return response;
  });
  return app;
}

async function received(request: Request, requestId: string, log: Log): Promise<WebhookRequest> {
  if (request.method !== "POST") throw new AppError("method_not_allowed", "Use POST.");
  const url = new URL(request.url);
  return {
    rawBody: await readText(request, MAX_BODY_BYTES),
    header: (name) => request.headers.get(name) ?? undefined,
    target: url.pathname + url.search,
    get query() {
      return url.searchParams;
    },
    requestId,
    log,
    now: new Date(),
    waitUntil,
  };
}

/** With all its headers at once: setting them one by one costs as much again as the answer. */
function replied({ contentType, body }: NonNullable<WebhookAnswer["reply"]>, requestId: string): Response {
  return new Response(body, {
    headers: { ...HEADERS, "Content-Type": contentType, "X-Request-Id": requestId },
  });
}

function refused(thrown: unknown, requestId: string, log: Log): Response {
  const error = toAppError(thrown);
  const status = statusOf(error);
  if (status < 500) log.warn("webhook refused", { status, code: error.code });
  else log.error("webhook failed", { status, ...errorProperties(thrown) });
  const response = errorResponse(
    status < 500 || error.status >= 500 ? error : internal(error),
    requestId,
    status,
  );
  return status === 405 ? withHeaders(response, { Allow: "POST" }) : response;
}

/** A refusal by our own database (say, of our own token) is our fault, however much it looks like theirs. */
function statusOf(error: AppError): number {
  if (error.status >= 500 || error.code === "method_not_allowed") return error.status;
  const theirs = THEIR_FAULT.has(error.code) && !(error.cause instanceof DatabaseFailure);
  return theirs ? error.status : STATUS_OF.internal;
}

const internal = (cause: AppError) =>
  new AppError("internal", "Something went wrong on our side.", { cause });
