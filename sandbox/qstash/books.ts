import { randomBytes } from "node:crypto";
import type { Kernel } from "../kernel/kernel.ts";
import type { Table } from "../kernel/table.ts";
import type { DeadLetter, Message, Queue, Schedule, UrlGroup } from "./types.ts";

export type FlowSettings = { paused?: boolean; parallelism?: number; rate?: number; periodMs?: number };
export type SigningKeys = { current: string; next: string };

/** Everything QStash must not forget. The busy books are journals, so a kill loses no accepted message. */
export type Books = {
  messages: Table<Message>;
  deadLetters: Table<DeadLetter>;
  schedules: Table<Schedule>;
  queues: Table<Queue>;
  groups: Table<UrlGroup>;
  /** Deduplication key → the message it stands for, in order of expiry. */
  seen: Table<{ messageId: string; until: number }>;
  flow: Table<FlowSettings>;
  /** Under `ring`: the keys after a rotation, and the pair they were given as. */
  keys: Table<{ given: SigningKeys; rotated: SigningKeys }>;
};

export function openBooks(kernel: Kernel): Books {
  const { stores } = kernel;
  return {
    messages: stores.table("qstash-messages"),
    deadLetters: stores.table("qstash-dead-letters"),
    schedules: stores.table("qstash-schedules"),
    queues: stores.table("qstash-queues"),
    groups: stores.table("qstash-url-groups"),
    seen: stores.table("qstash-deduplication"),
    flow: stores.table("qstash-flow-control"),
    keys: stores.table("qstash-keys"),
  };
}

/** A new id in QStash's form, e.g. `msg_2fA…`. */
export function newId(prefix: "msg" | "scd"): string {
  return `${prefix}_${randomBytes(20).toString("base64url").replaceAll(/[-_]/g, "x")}`;
}

/** A body as the books and the API keep it: text when it is UTF-8, else base64. */
export function keepBody(bytes: Uint8Array): { body: string } | { bodyBase64: string } {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { bodyBase64: Buffer.from(bytes).toString("base64") };
  }
}

export function bodyBytes(kept: { body?: string; bodyBase64?: string }): Buffer {
  return kept.bodyBase64 === undefined
    ? Buffer.from(kept.body ?? "", "utf8")
    : Buffer.from(kept.bodyBase64, "base64");
}
