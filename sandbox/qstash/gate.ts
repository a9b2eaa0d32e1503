import { createFifo } from "./fifo.ts";

/** Someone waiting to pass. A ticket that is no longer `alive` is dropped when its turn comes. */
export type Ticket = { messageId: string; alive(): boolean; pass(): void; drop?(): void };

export type Limits = { parallelism?: number; rate?: number; periodMs: number; paused: boolean };

/** Lets so many through at once, and so many within a period; the others wait in order. */
export type Gate = {
  enter(ticket: Ticket): void;
  /** One of those let through is done. */
  leave(): void;
  /** Look again: the limits have changed. */
  pump(): void;
  resetRate(): void;
  state(): { waiting: string[]; active: number; rateCount: number; periodStart: number };
};

type Clock = { now(): number; after(delayMs: number, task: () => void): () => void };

export function createGate(clock: Clock, limits: () => Limits): Gate {
  const line = createFifo<Ticket>();
  let active = 0;
  let rateCount = 0;
  let periodStart = 0;
  let waking = false;

  const wakeAt = (time: number) => {
    if (waking) return;
    waking = true;
    clock.after(Math.max(1, time - clock.now()), () => {
      waking = false;
      pump();
    });
  };

  const open = (): boolean => {
    const { paused, parallelism, rate, periodMs } = limits();
    if (paused || active >= (parallelism ?? Number.POSITIVE_INFINITY)) return false;
    if (rate === undefined) return true;
    if (clock.now() >= periodStart + periodMs) {
      periodStart = clock.now();
      rateCount = 0;
    }
    if (rateCount < rate) return true;
    wakeAt(periodStart + periodMs);
    return false;
  };

  const pump = () => {
    while (line.size > 0 && open()) {
      const ticket = line.shift();
      if (!ticket?.alive()) {
        ticket?.drop?.();
        continue;
      }
      active += 1;
      rateCount += 1;
      ticket.pass();
    }
  };

  return {
    enter(ticket) {
      line.push(ticket);
      pump();
    },
    leave() {
      active -= 1;
      pump();
    },
    pump,
    resetRate() {
      rateCount = 0;
      periodStart = clock.now();
      pump();
    },
    state: () => ({
      waiting: line
        .items()
        .filter((ticket) => ticket.alive())
        .map((ticket) => ticket.messageId),
      active,
      rateCount,
      periodStart,
    }),
  };
}
