import { createParser } from "eventsource-parser";

export type LiveStatus = "connecting" | "live" | "reconnecting" | "offline" | "refused";

type Deps = {
  /** Opens the stream after an event; throws when it cannot. Aborting ends the reading too. */
  open(lastEventId: string | undefined, signal: AbortSignal): Promise<Response>;
  onEvent(event: { id: string | undefined; type: string; data: string }): void;
  onStatus(status: LiveStatus): void;
  /** Nothing will ever come of trying again: signed out, or not a member. */
  isFinal(error: unknown): boolean;
  isOnline(): boolean;
  /** Aborts when the network goes: a stream that was open would only fall silent. */
  lineLost(attempt: AbortSignal): AbortSignal;
  /** Resolves after the milliseconds, or when the network comes back. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  random(): number;
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** The server sends a comment at least this often; silence means that the line is dead. */
const SILENCE = 60_000;

/** Exponential with jitter, so that a restarted server is not met by everybody at once. */
export const backOff = (failures: number, random: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);

/**
 * Server-sent events over fetch (EventSource cannot send an Authorization header). Goes on until `signal`
 * aborts, and continues after the last event it saw whenever the line breaks.
 */
export async function followStream(deps: Deps, signal: AbortSignal): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  deps.onStatus("connecting");
  while (!signal.aborted) {
    const attempt = new AbortController();
    try {
      const line = AbortSignal.any([signal, deps.lineLost(attempt.signal)]);
      const response = await deps.open(lastEventId, line);
      failures = 0;
      deps.onStatus("live");
      await readEvents(response, line, (event) => {
        if (event.id !== undefined) lastEventId = event.id;
        deps.onEvent(event);
      });
    } catch (error) {
      if (signal.aborted) return;
      if (deps.isFinal(error)) return deps.onStatus("refused");
      failures += 1;
    } finally {
      attempt.abort();
    }
    if (signal.aborted) return;
    deps.onStatus(deps.isOnline() ? "reconnecting" : "offline");
    await deps.wait(backOff(failures, deps.random()), signal);
  }
}

type Event = { id: string | undefined; type: string; data: string };

/** Reads until the server ends the stream; throws when the line breaks or falls silent. */
async function readEvents(response: Response, signal: AbortSignal, onEvent: (event: Event) => void) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("the stream has no body");
  const parser = createParser({
    onEvent: ({ id, event, data }) => onEvent({ id, type: event ?? "message", data }),
  });
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      parser.feed(value);
    }
  } finally {
    signal.removeEventListener("abort", cancel);
    cancel();
  }
}

function withinSilence<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the stream fell silent")), SILENCE);
    reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
