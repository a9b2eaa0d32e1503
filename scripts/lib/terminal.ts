/** One line for the person at the terminal. */
export const tell = (text: string): void => console.log(text);

/** Runs a named step and prints how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  tell(`  ${name.padEnd(34)} ${seconds(performance.now() - startedAt)}`);
  return result;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Longest that stopping may take before the process ends anyhow. */
const PATIENCE_MS = 15_000;

/** Ctrl-C (or a supervisor's SIGTERM) stops cleanly; a second one, or 15 seconds, ends the process at once. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = () => {
    if (stopping) process.exit(130);
    stopping = true;
    tell("\nStopping. Press Ctrl-C again to end at once.");
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("Stopping failed:", error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
