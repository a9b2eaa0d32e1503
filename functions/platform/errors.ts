/**
 * The closed list of error codes and the HTTP status of each. An API answers
 * `{ error: { code, message, requestId, details? } }`; nothing outside this list ever leaves the product.
 */
export const STATUS_OF = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_mismatch: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  provider_failed: 502,
  not_configured: 503,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_OF;
export type ErrorStatus = (typeof STATUS_OF)[ErrorCode];

/** One wrong field of a request: the dotted path of the field, and what is expected of it. */
export type FieldProblem = { field: string; message: string };

/** What an error looks like on the wire. */
export type ErrorEnvelope = {
  error: { code: ErrorCode; message: string; requestId: string; details?: unknown };
};

type AppErrorOptions = { details?: unknown; cause?: unknown; retryAfter?: number };

/**
 * An error the product understands. `message` and `details` are safe to show to a caller; `cause` is for the
 * log only. `retryAfter` is in seconds.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: unknown;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details;
    this.retryAfter = options.retryAfter;
  }

  get status(): ErrorStatus {
    return STATUS_OF[this.code];
  }
}

/**
 * What may be done about a provider's failure: `retry` it was certainly not done and may be tried again;
 * `permanent` it will never work; `unknown` it may have been done (a time-out after sending, a reset, a 5xx).
 */
export type FailureKind = "retry" | "permanent" | "unknown";

type ProviderErrorOptions = {
  provider: string;
  kind: FailureKind;
  status?: number;
  providerCode?: string;
  retryAfter?: number;
  cause?: unknown;
};

/** A provider did not do what it was asked. The message is for the log, never for a caller. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly provider: string;
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly providerCode: string | undefined;
  /** Seconds the provider asked us to wait. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: ProviderErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.provider = options.provider;
    this.kind = options.kind;
    this.status = options.status;
    this.providerCode = options.providerCode;
    this.retryAfter = options.retryAfter;
  }
}

/** What the database answered; the cause of every AppError that stems from it, so that a webhook can tell whose fault it was. */
export class DatabaseFailure extends Error {
  override readonly name = "DatabaseFailure";
  /** SQLSTATE or PostgREST's own code; empty when no answer came. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;

  constructor(message: string, code: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/**
 * Any thrown value as the AppError an API answers with: an AppError is itself, a provider's failure is
 * `provider_failed`, everything else is `internal` with a message that gives nothing away.
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof ProviderError) {
    const options = thrown.retryAfter === undefined ? {} : { retryAfter: thrown.retryAfter };
    return new AppError("provider_failed", `The ${thrown.provider} service could not do this just now.`, {
      ...options,
      cause: thrown,
    });
  }
  return new AppError("internal", "Something went wrong on our side.", { cause: thrown });
}

/** The envelope of an error. `details` appears only when there are some. */
export function envelopeOf(error: AppError, requestId: string): ErrorEnvelope {
  const { code, message, details } = error;
  return { error: { code, message, requestId, ...(details === undefined ? {} : { details }) } };
}
