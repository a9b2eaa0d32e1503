import type { LogEntry } from "./types.ts";

/** A list that forgets its oldest entries. */
export type Ring<T> = { add(entry: T): void; newestFirst(): T[]; clear(): void };

export function createRing<T>(kept: number): Ring<T> {
  let entries: T[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > kept * 2) entries = entries.slice(-kept);
    },
    newestFirst: () => entries.slice(-kept).reverse(),
    clear() {
      entries = [];
    },
  };
}

/** One attempt, as the sandbox's page shows it. */
export type Delivery = {
  messageId: string;
  url: string;
  at: number;
  retried: number;
  status?: number;
  error?: string;
  durationMs: number;
};

/** What happened to messages, for `/v2/events` and the page. Not kept over a restart. */
export type History = { log: Ring<LogEntry>; deliveries: Ring<Delivery>; clear(): void };

export function createHistory(): History {
  const log = createRing<LogEntry>(5_000);
  const deliveries = createRing<Delivery>(200);
  return {
    log,
    deliveries,
    clear() {
      log.clear();
      deliveries.clear();
    },
  };
}
