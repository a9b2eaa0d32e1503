import type * as z from "zod/mini";
import { isUuid } from "../../platform/ids.ts";
import { storableText, unstorable } from "../../platform/storable.ts";
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
  const sent = json(decode(callback.sourceBody)) ?? {};
  // No publisher of ours writes what cannot be kept: nothing to run again is lost.
  const payload = unstorable(sent, "payload") ? {} : sent;
  const answered = decode(callback.body);
  const { reason, error } = (json(answered) ?? {}) as { reason?: unknown; error?: { message?: unknown } };
  const text = (name: string) => {
    const value = (payload as Record<string, unknown>)[name];
    return typeof value === "string" ? value : null;
  };
  const merchantId = text("merchantId");
  return {
    merchantId: merchantId !== null && isUuid(merchantId) ? merchantId : null,
    requestId: text("requestId"),
    job: new URL(callback.url).pathname.split("/").at(-1) ?? "unknown",
    messageId: callback.sourceMessageId,
    dlqId: callback.dlqId ?? null,
    url: callback.url,
    payload,
    httpStatus: callback.status ?? null,
    error: storableText(String(reason ?? error?.message ?? (answered || "no answer")).slice(0, 500)),
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
