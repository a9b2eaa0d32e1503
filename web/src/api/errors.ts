import type { ErrorCode, ErrorEnvelope, FieldProblem } from "../../../functions/platform/errors.ts";

/** `offline`: nothing came back at all, so it is unknown whether the server did it. */
export type ApiErrorCode = ErrorCode | "offline";

/** What any failed request throws. `retryAfter` is in seconds, `status` is 0 when nothing came back. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: FieldProblem[];
  readonly retryAfter: number | undefined;

  constructor(
    code: ApiErrorCode,
    message: string,
    more: { status?: number; requestId?: string; fields?: FieldProblem[]; retryAfter?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.status = more.status ?? 0;
    this.requestId = more.requestId;
    this.fields = more.fields ?? [];
    this.retryAfter = more.retryAfter;
  }
}

/** The error of a response that is not a success, whatever its body holds. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const retryAfter = Number(response.headers.get("retry-after") ?? "");
  const wait = Number.isFinite(retryAfter) && retryAfter > 0 ? { retryAfter } : {};
  const { status } = response;
  if (!isEnvelope(body)) return new ApiError(codeOf(status), response.statusText, { status, ...wait });
  const { code, message, requestId, details } = body.error;
  return new ApiError(code, message, { status, requestId, fields: fieldsOf(details), ...wait });
}

/** A gateway in front of the API may answer without our envelope. */
function codeOf(status: number): ErrorCode {
  if (status === 401) return "unauthenticated";
  if (status === 404) return "not_found";
  if (status === 413) return "payload_too_large";
  if (status === 429) return "rate_limited";
  return status === 502 || status === 503 || status === 504 ? "unavailable" : "internal";
}

const isEnvelope = (body: unknown): body is ErrorEnvelope =>
  typeof body === "object" &&
  body !== null &&
  "error" in body &&
  typeof (body as ErrorEnvelope).error?.code === "string";

function fieldsOf(details: unknown): FieldProblem[] {
  const list = Array.isArray(details) ? details : (details as { fields?: unknown } | undefined)?.fields;
  return Array.isArray(list) ? list.filter((one): one is FieldProblem => typeof one?.field === "string") : [];
}
