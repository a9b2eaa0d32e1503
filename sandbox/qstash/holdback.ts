import type { Scheduler } from "../kernel/scheduler.ts";

/** How long (provider ms) a reordered message is held when no other one comes. */
const LONGEST_HOLD_MS = 10_000;

/** Keeps messages back until another one has been delivered. */
export type Holdback = { hold(release: () => void): void; releaseAll(): void; forget(): void };

export function createHoldback(scheduler: Scheduler): Holdback {
  const held = new Set<() => void>();
  return {
    hold(release) {
      held.add(release);
      scheduler.after(LONGEST_HOLD_MS, () => {
        if (held.delete(release)) release();
      });
    },
    releaseAll() {
      for (const release of [...held]) {
        held.delete(release);
        release();
      }
    },
    forget: () => held.clear(),
  };
}
