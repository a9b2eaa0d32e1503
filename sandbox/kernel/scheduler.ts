/** Timers that can be sped up, listed, and stopped together. */
export type Scheduler = {
  /** Milliseconds since the epoch, in the providers' world: runs `scale` times faster than ours. */
  now(): number;
  /** Runs `task` once, `delayMs` provider-milliseconds from now. Returns a cancel function. */
  after(delayMs: number, task: () => void | Promise<void>): () => void;
  /** Changes the speed for what is scheduled from now on, and for what is already waiting. */
  setScale(scale: number): void;
  stop(): void;
};

type Waiting = {
  due: number;
  task: () => void | Promise<void>;
  handle: ReturnType<typeof setTimeout> | undefined;
};

/** Longest delay setTimeout honours; longer waits are taken in steps. */
const MAX_STEP_MS = 2_000_000_000;

export function createScheduler(initialScale: number): Scheduler {
  let scale = initialScale;
  let realBase = Date.now();
  let providerBase = realBase;
  const waiting = new Set<Waiting>();

  const now = () => providerBase + (Date.now() - realBase) * scale;

  const arm = (entry: Waiting) => {
    clearTimeout(entry.handle);
    const realDelay = Math.max(0, (entry.due - now()) / scale);
    entry.handle = setTimeout(
      () => {
        if (entry.due - now() > 1) return arm(entry);
        waiting.delete(entry);
        void entry.task();
      },
      Math.min(realDelay, MAX_STEP_MS),
    );
    entry.handle.unref?.();
  };

  return {
    now,
    after(delayMs, task) {
      const entry: Waiting = { due: now() + delayMs, task, handle: undefined };
      waiting.add(entry);
      arm(entry);
      return () => {
        clearTimeout(entry.handle);
        waiting.delete(entry);
      };
    },
    setScale(next) {
      providerBase = now();
      realBase = Date.now();
      scale = next;
      for (const entry of waiting) arm(entry);
    },
    stop() {
      for (const entry of waiting) clearTimeout(entry.handle);
      waiting.clear();
    },
  };
}
