import type { Fault } from "../../kernel/faults.ts";
import type { LoggedRequest } from "../../kernel/requests.ts";
import type { Mail } from "../../mail/message.ts";
import type { QueueSnapshot } from "../../qstash/snapshot.ts";
import type { Message, OwnedNumber } from "../../twilio/books.ts";
import type { CallHistory, CallView } from "../../twilio/voice/phones.ts";

/** The sandbox's control API (docs/sandbox.md), as this page uses it. */

export type { CallHistory, CallView, Fault, LoggedRequest, Mail, OwnedNumber, QueueSnapshot };
export type Sms = Message & { links: string[] };
export type FaultKind = Fault["kind"];
export type CallStep = { speech: string } | { digits: string } | { silence: true } | { hangup: true };
export type Clock = { scale: number; now: string };

/** @throws Error with the sandbox's own sentence when it has one. */
async function ask<T>(path: string, method = "GET", body?: unknown): Promise<T> {
  const response = await fetch(`/_sandbox${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const answer = parse(await response.text());
  if (!response.ok) throw new Error(messageIn(answer) ?? `${response.status} ${response.statusText}`);
  return answer as T;
}

const call = (sid: string) => `/calls/${encodeURIComponent(sid)}`;

export const api = {
  numbers: () => ask<{ numbers: OwnedNumber[] }>("/numbers").then((answer) => answer.numbers),
  ring: (from: string, to: string) => ask<CallView>("/calls", "POST", { from, to }),
  step: (sid: string, step: CallStep) => ask<CallView>(call(sid), "POST", step),
  history: (sid: string) => ask<CallHistory>(call(sid)),
  sms: () => ask<{ messages: Sms[] }>("/sms").then((answer) => answer.messages),
  text: (from: string, to: string, body: string) => ask<unknown>("/sms", "POST", { from, to, body }),
  mail: () => ask<{ messages: Mail[] }>("/mail").then((answer) => answer.messages),
  queue: () => ask<QueueSnapshot>("/queue"),
  retry: (dlqId: string) => ask<unknown>(`/queue/dlq/${encodeURIComponent(dlqId)}/retry`, "POST", {}),
  requests: (provider: string) =>
    ask<{ requests: LoggedRequest[] }>(
      `/requests${provider ? `?provider=${encodeURIComponent(provider)}` : ""}`,
    ).then((answer) => answer.requests),
  faults: () => ask<{ faults: Fault[] }>("/faults").then((answer) => answer.faults),
  addFault: ({ kind, value, ...rest }: Fault) =>
    ask<unknown>("/faults", "POST", { ...rest, [kind]: value ?? true }),
  clearFaults: () => ask<unknown>("/faults", "DELETE"),
  time: () => ask<Clock>("/time"),
  setTime: (scale: number) => ask<Clock>("/time", "POST", { scale }),
  reset: (what: "traffic" | "everything") => ask<unknown>("/reset", "POST", { what }),
};

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function messageIn(answer: unknown): string | undefined {
  const error = isRecord(answer) ? answer.error : undefined;
  return isRecord(error) && typeof error.message === "string" ? error.message : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
