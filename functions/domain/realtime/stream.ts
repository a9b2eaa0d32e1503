import type { DomainEvent } from "../../platform/events.ts";
import type { LiveEvent } from "./contracts.ts";

type StreamOptions = {
  /** The last sequence number the reader has seen. */
  after: number;
  /** Events with a greater number, in order; at most `limit`. */
  read(after: number, limit: number): Promise<DomainEvent[]>;
  /** Aborted when the reader goes away. */
  signal: AbortSignal;
  pollMs: number;
  longestMs: number;
};

const BATCH = 200;
const KEEP_ALIVE_MS = 15_000;

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): each with its sequence number
 * as `id`, so that Last-Event-ID resumes without a gap. Between events a comment keeps proxies from hanging up. A
 * read that fails ends the stream: the browser comes again, with its place.
 */
export function liveStream({
  after,
  read,
  signal,
  pollMs,
  longestMs,
}: StreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const endsAt = Date.now() + longestMs;
  let seq = after;
  let spokeAt = Date.now();
  let cancelled = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: 1000\n: resumes after ${after}\n\n`));
    },
    async pull(controller) {
      while (!cancelled && !signal.aborted && Date.now() < endsAt) {
        const events = await read(seq, BATCH).catch(() => null);
        if (events === null) break;
        const text =
          events.length > 0
            ? events.map(format).join("")
            : Date.now() - spokeAt > KEEP_ALIVE_MS
              ? ": still here\n\n"
              : "";
        seq = events.at(-1)?.seq ?? seq;
        if (text) {
          spokeAt = Date.now();
          if (!cancelled) controller.enqueue(encoder.encode(text));
          return;
        }
        await pause(pollMs, signal);
      }
      if (!cancelled) controller.close();
    },
    cancel() {
      cancelled = true;
    },
  });
}

function format({ seq, type, subjectType, subjectId, data, occurredAt }: DomainEvent): string {
  const event: LiveEvent = { seq, type, subjectType, subjectId, data, occurredAt };
  return `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done, { once: true });
  });
}
