type Details = { code?: string; param?: string; decline_code?: string; charge?: string };

/** An answer in Stripe's error shape. `message` is what the SDK shows the developer. */
export class StripeFailure extends Error {
  readonly status: 400 | 401 | 402 | 403 | 404 | 409;
  readonly type: "invalid_request_error" | "idempotency_error" | "card_error" | "api_error";
  readonly details: Details;

  constructor(
    status: StripeFailure["status"],
    message: string,
    details: Details = {},
    type: StripeFailure["type"] = "invalid_request_error",
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
  }

  /** The body on the wire: `{error: {type, code, message, param, doc_url}}`. */
  body(requestId: string): Record<string, unknown> {
    const { code } = this.details;
    return {
      error: {
        ...this.details,
        ...(code ? { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` } : {}),
        message: this.message,
        request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
        type: this.type,
      },
    };
  }
}

export const missing = (param: string) =>
  new StripeFailure(400, `Missing required param: ${param}.`, { code: "parameter_missing", param });

export const invalid = (param: string, message: string, code?: string) =>
  new StripeFailure(400, message, { ...(code ? { code } : {}), param });

export const unknownParameter = (param: string) =>
  new StripeFailure(400, `Received unknown parameter: ${param}`, { code: "parameter_unknown", param });

export const noSuch = (noun: string, id: string, param = "id") =>
  new StripeFailure(404, `No such ${noun}: '${id}'`, { code: "resource_missing", param });
