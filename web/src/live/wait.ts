/** Waits, but not a moment longer once the network is back or the wait is called off. */
export function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}

/** Aborts when the browser loses its network, until `signal` says that nobody cares any more. */
export function whenOffline(signal: AbortSignal): AbortSignal {
  const lost = new AbortController();
  addEventListener("offline", () => lost.abort(), { once: true, signal });
  return lost.signal;
}
