import { randomUUID } from "node:crypto";
import type { Kernel } from "../kernel/kernel.ts";
import { type FormParams, signRequest } from "./signature.ts";
import { type ConnectionOverrides, type FailureClass, parseWebhookUrl } from "./webhook-url.ts";

export type Delivery = { url: string; method: string; params: FormParams };

/** The product's answer, or Twilio's error code for not getting one. */
export type Delivered =
  | { ok: true; status: number; contentType: string; text: string }
  | { ok: false; code: number; message: string; status?: number };

export type Deliver = (delivery: Delivery) => Promise<Delivered>;

type Attempt = Delivered & { failure?: FailureClass };

/** Twilio's own limit on what it will read, https://www.twilio.com/docs/api/errors/11750 */
const MAX_RESPONSE_BYTES = 64 * 1024;

/**
 * Requests a webhook as Twilio does: signed with the account's auth token, within 15 s, retried only as the
 * URL's fragment asks (by default once, when no connection could be made), every attempt of one event with the
 * same `I-Twilio-Idempotency-Token`. Never throws: a failure comes back with Twilio's error code.
 *
 * `onInvalidOverride` is told of a fragment that Twilio would not take; its defaults are then used.
 * Faults: `duplicate` sends the event twice and takes the second answer, as after a lost reply; with a path that
 * names the webhook, `drop` loses the event and `delay` sends it late.
 */
export function createDeliver(
  kernel: Kernel,
  authToken: string,
  onInvalidOverride: (url: string, part: string) => void,
): Deliver {
  return async ({ url: configured, method, params }) => {
    const { url, overrides, invalid } = parseWebhookUrl(configured);
    if (invalid) onInvalidOverride(url, invalid);
    const fault = kernel.faults.take("twilio", url, ["duplicate"]) ?? takeAimed(kernel, url);
    if (fault?.kind === "drop")
      return { ok: false, code: 11205, message: "The sandbox dropped this request" };
    if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.value ?? 1_000));

    const request = buildRequest(url, method, params, authToken);
    const first = await withRetries(kernel, request, overrides);
    return fault?.kind === "duplicate" ? withRetries(kernel, request, overrides) : first;
  };
}

/** `drop` and `delay` without a path mean the product's own requests, so only a path aims them at a webhook. */
function takeAimed(kernel: Kernel, url: string) {
  const aimed = kernel.faults
    .list()
    .some((fault) => fault.provider === "twilio" && fault.path && url.includes(fault.path));
  return aimed ? kernel.faults.take("twilio", url, ["drop", "delay"]) : undefined;
}

type Prepared = { url: string; method: string; headers: Record<string, string>; body?: string };

function buildRequest(url: string, method: string, params: FormParams, authToken: string): Prepared {
  const headers: Record<string, string> = {
    "user-agent": "TwilioProxy/1.1",
    accept: "*/*",
    "i-twilio-idempotency-token": randomUUID(),
  };
  const form = new URLSearchParams(params).toString();
  if (method.toUpperCase() === "GET") {
    const full = url + (url.includes("?") ? "&" : "?") + form;
    return {
      url: full,
      method: "GET",
      headers: { ...headers, "x-twilio-signature": signRequest(authToken, full, {}) },
    };
  }
  headers["content-type"] = "application/x-www-form-urlencoded; charset=UTF-8";
  headers["x-twilio-signature"] = signRequest(authToken, url, params);
  return { url, method: "POST", headers, body: form };
}

async function withRetries(
  kernel: Kernel,
  request: Prepared,
  overrides: ConnectionOverrides,
): Promise<Delivered> {
  const deadline = Date.now() + overrides.totalTimeoutMs;
  for (let attempt = 0; ; attempt += 1) {
    const timeoutMs = Math.min(overrides.readTimeoutMs, deadline - Date.now());
    const { failure, ...delivered } = await send(kernel, request, timeoutMs);
    const retry = failure && overrides.retryOn.has(failure) && attempt < overrides.retries;
    if (!retry || Date.now() >= deadline) return delivered;
  }
}

async function send(kernel: Kernel, request: Prepared, timeoutMs: number): Promise<Attempt> {
  const entry = kernel.requests.add({
    provider: "twilio",
    direction: "to-product",
    method: request.method,
    path: request.url,
    headers: request.headers,
    body: request.body ?? "",
  });
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      redirect: "manual",
      signal: AbortSignal.timeout(Math.max(1, timeoutMs)),
    });
    const text = await response.text();
    entry.status = response.status;
    entry.response = text;
    return judge(response, text);
  } catch (error) {
    const failed = judgeError(error);
    entry.response = failed.message;
    return failed;
  }
}

function judge(response: Response, text: string): Attempt {
  const { status } = response;
  if (status < 200 || status > 299) {
    const failure: FailureClass | undefined = status >= 500 ? "5xx" : status >= 400 ? "4xx" : undefined;
    return {
      ok: false,
      code: 11200,
      message: `HTTP ${status} from the webhook`,
      status,
      ...(failure && { failure }),
    };
  }
  if (Buffer.byteLength(text) > MAX_RESPONSE_BYTES) {
    return { ok: false, code: 11750, message: "Response body larger than 64 kB", status };
  }
  return { ok: true, status, contentType: response.headers.get("content-type") ?? "", text };
}

function judgeError(error: unknown): Extract<Attempt, { ok: false }> {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError") {
    return { ok: false, code: 11200, message: "The webhook did not answer in time", failure: "rt" };
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return { ok: false, code: 11205, message: `Could not reach the webhook: ${cause}`, failure: "ct" };
}
