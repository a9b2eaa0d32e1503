import type * as z from "zod/mini";
import type { deadLetter } from "./jobs.ts";

export type DeadLetterRow = {
  merchantId: string | null;
  job: string;
  messageId: string;
  dlqId: string | null;
  url: string;
  payload: unknown;
  httpStatus: number | null;
  error: string;
  attempts: number;
  requestId: string | null;
};

/** What QStash tells of a message it gave up, as we keep it. Bodies come as base64 of what was sent and answered. */
export function toDeadLetter(callback: z.output<(typeof deadLetter)["payload"]>): DeadLetterRow {
  const payload = json(decode(callback.sourceBody)) ?? {};
  const answered = decode(callback.body);
  const { reason, error } = (json(answered) ?? {}) as { reason?: unknown; error?: { message?: unknown } };
  const text = (name: string) => {
    const value = (payload as Record<string, unknown>)[name];
    return typeof value === "string" ? value : null;
  };
  return {
    merchantId: text("merchantId"),
    requestId: text("requestId"),
    job: new URL(callback.url).pathname.split("/").at(-1) ?? "unknown",
    messageId: callback.sourceMessageId,
    dlqId: callback.dlqId ?? null,
    url: callback.url,
    payload,
    httpStatus: callback.status ?? null,
    error: String(reason ?? error?.message ?? (answered.slice(0, 500) || "no answer")),
    attempts: (callback.retried ?? 0) + 1,
  };
}

function decode(base64: string | null | undefined): string {
  if (!base64) return "";
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return "";
  }
}

function json(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
