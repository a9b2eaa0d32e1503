import { createLog, errorProperties } from "./log.ts";

type Host = { waitUntil?: (promise: Promise<unknown>) => void };

/** Where Vercel keeps the context of the request being served (what @vercel/functions reads). */
const VERCEL_CONTEXT = Symbol.for("@vercel/request-context");

const pending = new Set<Promise<unknown>>();

/**
 * Lets work go on after the answer was sent: the host is asked to keep the function alive (Supabase Edge,
 * Vercel), and a plain server can wait for it with `drainBackground`. A failure is logged, never thrown.
 */
export function waitUntil(promise: Promise<unknown>): void {
  const safe = promise.catch((error) =>
    createLog("background").error("background work failed", errorProperties(error)),
  );
  pending.add(safe);
  void safe.finally(() => pending.delete(safe));
  hostWaitUntil()?.(safe);
}

/** Resolves when nothing is left to do, also when work in hand starts more, or after `timeoutMs`. */
export async function drainBackground(timeoutMs = 10_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (pending.size > 0 && Date.now() < deadline) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, deadline - Date.now());
    });
    await Promise.race([Promise.allSettled(pending), late]);
    clearTimeout(timer);
  }
}

function hostWaitUntil(): Host["waitUntil"] {
  const runtime = globalThis as {
    EdgeRuntime?: Host;
    [VERCEL_CONTEXT]?: { get?: () => Host | undefined };
  };
  const host = runtime.EdgeRuntime ?? runtime[VERCEL_CONTEXT]?.get?.();
  return host?.waitUntil && ((promise) => host.waitUntil?.(promise));
}
