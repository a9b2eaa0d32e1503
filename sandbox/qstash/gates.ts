import type { Scheduler } from "../kernel/scheduler.ts";
import type { Books } from "./books.ts";
import { createGate, type Gate } from "./gate.ts";
import type { FlowControl } from "./types.ts";

/** Deliveries under way at once, over all keys and queues. */
export const GLOBAL_PARALLELISM = 100;

export type Gates = {
  queue(name: string): Gate;
  /** Also takes over the key's limits from this message, as the latest publisher's wish. */
  flow(flow: FlowControl): Gate;
  global: Gate;
  /** Keys that have been used since the start, or are paused or pinned. */
  flowKeys(): string[];
  flowGate(key: string): Gate | undefined;
  flowLimits(key: string): FlowControl | undefined;
};

export function createGates(scheduler: Scheduler, books: Books): Gates {
  const queues = new Map<string, Gate>();
  const flows = new Map<string, { gate: Gate; latest: FlowControl }>();

  const openQueue = (name: string) =>
    createGate(scheduler, () => {
      const queue = books.queues.get(name);
      return { parallelism: queue?.parallelism ?? 1, periodMs: 0, paused: queue?.paused ?? false };
    });

  /** What is pinned stands above what messages ask for. */
  const flowLimits = (key: string): FlowControl | undefined => {
    const latest = flows.get(key)?.latest;
    const pinned = books.flow.get(key);
    if (!latest && !pinned) return undefined;
    const parallelism = pinned?.parallelism ?? latest?.parallelism;
    const rate = pinned?.rate ?? latest?.rate;
    return {
      key,
      ...(parallelism !== undefined && { parallelism }),
      ...(rate !== undefined && { rate }),
      periodMs: (pinned?.rate === undefined ? latest?.periodMs : pinned.periodMs) ?? 1_000,
    };
  };

  const openFlow = (key: string) =>
    createGate(scheduler, () => ({
      ...(flowLimits(key) ?? { periodMs: 1_000 }),
      paused: books.flow.get(key)?.paused ?? false,
    }));

  return {
    global: createGate(scheduler, () => ({ parallelism: GLOBAL_PARALLELISM, periodMs: 0, paused: false })),
    queue(name) {
      const gate = queues.get(name) ?? openQueue(name);
      queues.set(name, gate);
      return gate;
    },
    flow(latest) {
      const gate = flows.get(latest.key)?.gate ?? openFlow(latest.key);
      flows.set(latest.key, { gate, latest });
      return gate;
    },
    flowKeys: () => [...new Set([...flows.keys(), ...[...books.flow.entries()].map(([key]) => key)])],
    flowGate: (key) => flows.get(key)?.gate,
    flowLimits,
  };
}
