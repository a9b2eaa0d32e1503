import { type FailureKind, ProviderError } from "./errors.ts";

const DEFAULT_TIMEOUT_MS = 8000;

/** Failures that happen before a single byte was sent, as Node (undici) names them. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Deno has no codes on a failed fetch, only a message. */
const NEVER_SENT_TEXT =
  /connection refused|dns error|failed to lookup|tcp connect error|error trying to connect/i;

export type HttpRequest = {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Until the whole answer is read. Default 8000. */
  timeoutMs?: number;
  /** The provider would do it once however often it is asked (a read, or an idempotency key is sent). */
  idempotent?: boolean;
};

export type HttpResponse = { status: number; headers: Headers; text: string; json(): unknown };

/** @throws ProviderError on network failure or time-out. A non-2xx answer does not throw: see `failureOf`. */
export type HttpClient = { send(request: HttpRequest): Promise<HttpResponse> };

type HttpClientOptions = { fetch?: typeof fetch; timeoutMs?: number; requestId?: string };

/** The way every provider is called: always with a time limit, and with failures sorted by what they mean. */
export function createHttpClient(provider: string, options: HttpClientOptions = {}): HttpClient {
  return {
    async send(request) {
      const timeoutMs = request.timeoutMs ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      const headers = new Headers(request.headers);
      if (options.requestId && !headers.has("x-request-id")) headers.set("x-request-id", options.requestId);
      try {
        // Looked up at call time so that a replaced global fetch is honoured.
        const response = await (options.fetch ?? fetch)(request.url, {
          method: request.method,
          headers,
          signal: AbortSignal.timeout(timeoutMs),
          ...(request.body === undefined ? {} : { body: request.body }),
        });
        return readResponse(provider, response.status, response.headers, await response.text());
      } catch (cause) {
        throw networkFailure(provider, request, timeoutMs, cause);
      }
    },
  };
}

/** Sends what may be sent twice, and when that fails, once more after a pause. */
export const twice = (send: () => Promise<HttpResponse>, pauseMs: number): Promise<HttpResponse> =>
  send().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return send();
  });

function readResponse(provider: string, status: number, headers: Headers, text: string): HttpResponse {
  return {
    status,
    headers,
    text,
    json() {
      try {
        return JSON.parse(text) as unknown;
      } catch (cause) {
        // It answered, so it may have acted; what it said cannot be read.
        throw new ProviderError(`${provider} answered ${status} with a body that is not JSON`, {
          provider,
          kind: "unknown",
          status,
          cause,
        });
      }
    },
  };
}

function networkFailure(provider: string, request: HttpRequest, timeoutMs: number, cause: unknown) {
  const safeToRepeat = request.idempotent ?? /^(get|head)$/i.test(request.method);
  const kind: FailureKind = safeToRepeat || neverSent(cause) ? "retry" : "unknown";
  const path = pathOf(request.url);
  const timedOut = cause instanceof Error && cause.name === "TimeoutError";
  const what = timedOut ? `did not answer in ${timeoutMs} ms` : "could not be reached";
  return new ProviderError(`${provider} ${what}: ${request.method} ${path}`, { provider, kind, cause });
}

/** Only the path: a query may hold a secret. */
function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return "(bad address)";
  }
}

function neverSent(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    if ("code" in error && NEVER_SENT.has(String(error.code))) return true;
    if (NEVER_SENT_TEXT.test(error.message)) return true;
    if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverSent);
  }
  return false;
}

/**
 * What a non-2xx answer means: 425, 429 and 503 were refused before any work (retry), other 5xx and 408 may
 * have been done (unknown), and the remaining 3xx and 4xx never will be (permanent).
 */
export function failureOf(provider: string, response: HttpResponse, fallbackMessage?: string): ProviderError {
  const { status } = response;
  const said = errorFieldsOf(response.text);
  const retryAfter = retryAfterOf(response.headers.get("retry-after"));
  const message = said.message ?? fallbackMessage ?? "request failed";
  return new ProviderError(`${provider} answered ${status}: ${message}`, {
    provider,
    kind: kindOfStatus(status),
    status,
    ...(said.code === undefined ? {} : { providerCode: said.code }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

function kindOfStatus(status: number): FailureKind {
  if (status === 425 || status === 429 || status === 503) return "retry";
  return status >= 500 || status === 408 ? "unknown" : "permanent";
}

/** The code and message providers put either at the top of their error body or under `error`. */
function errorFieldsOf(text: string): { code?: string; message?: string } {
  try {
    const body: unknown = JSON.parse(text);
    if (!isRecord(body)) return {};
    const fields = isRecord(body.error) ? body.error : body;
    const { code, message } = fields;
    return {
      ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
      ...(typeof message === "string" ? { message: message.slice(0, 300) } : {}),
    };
  } catch {
    return {};
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Seconds to wait from a Retry-After header (seconds or an HTTP date, RFC 9110 §10.2.3). */
export function retryAfterOf(header: string | null, now: number = Date.now()): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
