import Stripe from "stripe";
import { type FailureKind, ProviderError } from "../../platform/errors.ts";
import { type HttpClient, retryAfterOf } from "../../platform/http.ts";

/** Longer than the HTTP client's own limit, which is the one that counts. */
const SDK_TIMEOUT_MS = 60_000;

/**
 * Stripe's library over our HTTP client, so that time limits, request ids and the sorting of network failures are
 * the same as everywhere. `apiBaseUrl` is `https://api.stripe.com` or another address that speaks its protocol; a path
 * prefix is kept, which the library itself cannot do.
 */
export function createStripeSdk(secretKey: string, apiBaseUrl: string, http: HttpClient): Stripe {
  const base = apiBaseUrl.replace(/\/$/, "");
  const send: typeof fetch = async (input, init) => {
    const asked = new URL(String(input));
    const headers = Object.fromEntries(new Headers(init?.headers));
    const response = await http.send({
      method: init?.method ?? "GET",
      url: base + asked.pathname + asked.search,
      headers,
      ...(typeof init?.body === "string" && init.body !== "" ? { body: init.body } : {}),
    });
    const answered = new Headers(response.headers);
    // Stripe's notices would go to stderr, past our log and its redaction.
    answered.delete("stripe-notice");
    const body = response.status === 204 ? null : response.text;
    return new Response(body, { status: response.status, headers: answered });
  };
  return new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(send),
    // Whoever calls retries, with the same idempotency key: two layers of retries would multiply.
    maxNetworkRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    telemetry: false,
  });
}

/**
 * Does one call, and turns the library's errors into ours.
 * @throws ProviderError with Stripe's code. `unknown` may be repeated safely with the same idempotency key.
 */
export async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw toProviderError(cause);
  }
}

function toProviderError(cause: unknown): unknown {
  if (!(cause instanceof Stripe.errors.StripeError)) return cause;
  // Our HTTP client has already said what a network failure means.
  if (cause.detail instanceof ProviderError) return cause.detail;
  const retryAfter = retryAfterOf(cause.headers?.["retry-after"] ?? null);
  return new ProviderError(`stripe failed: ${cause.message}`, {
    provider: "stripe",
    kind: kindOf(cause),
    cause,
    ...(cause.statusCode === undefined ? {} : { status: cause.statusCode }),
    ...(cause.code === undefined ? {} : { providerCode: cause.code }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/**
 * 409 is another request with the same idempotency key under way (https://docs.stripe.com/api/errors), and 429
 * was never begun; an answer without a status is one we could not read.
 */
function kindOf({ statusCode }: InstanceType<typeof Stripe.errors.StripeError>): FailureKind {
  if (statusCode === 409 || statusCode === 429) return "retry";
  return statusCode === undefined || statusCode < 400 || statusCode >= 500 ? "unknown" : "permanent";
}
