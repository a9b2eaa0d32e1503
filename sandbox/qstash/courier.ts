import type { Kernel } from "../kernel/kernel.ts";
import { attemptDelivery } from "./attempt.ts";
import type { History } from "./log.ts";
import type { KeyRing } from "./signing.ts";
import type { Attempt, Message } from "./types.ts";

export type Courier = {
  /** Delivers once, or misbehaves as a fault says; resolves when the attempt is over. Never throws. */
  deliver(message: Message, stopped: AbortSignal): Promise<Attempt>;
};

/**
 * Carries messages to the product, and is where delivery faults strike (their `path` is looked for in the
 * destination): `duplicate` delivers a second time (after the first, or `value` ms beside it), `drop` delivers and
 * loses the answer, `timeout` never arrives, `delay` arrives `value` ms late.
 */
export function createCourier(kernel: Kernel, keys: KeyRing, history: History): Courier {
  const { scheduler } = kernel;
  const wait = (ms: number) => new Promise<void>((resolve) => void scheduler.after(ms, resolve));

  const once = async (message: Message, stopped: AbortSignal): Promise<Attempt> => {
    const at = scheduler.now();
    const attempt = await attemptDelivery(kernel, message, keys.get().current, stopped);
    record(history, message, attempt, at);
    return attempt;
  };

  return {
    async deliver(message, stopped) {
      const fault = kernel.faults.take("qstash", message.url, ["timeout", "drop", "delay", "duplicate"]);
      if (fault?.kind === "timeout") {
        await wait(fault.value ?? 0);
        return lost(history, message, "timeout", scheduler.now());
      }
      if (fault?.kind === "delay") await wait(fault.value ?? 1_000);

      const first = once(message, stopped);
      if (fault?.kind === "duplicate") {
        await (fault.value === undefined ? first : wait(fault.value));
        await once(message, stopped);
      }
      const attempt = await first;
      return fault?.kind === "drop"
        ? {
            header: {},
            body: new Uint8Array(),
            error: "connection dropped by the sandbox",
            durationMs: attempt.durationMs,
          }
        : attempt;
    },
  };
}

function lost(history: History, message: Message, error: string, at: number): Attempt {
  const attempt = { header: {}, body: new Uint8Array(), error, durationMs: 0 };
  record(history, message, attempt, at);
  return attempt;
}

function record(history: History, message: Message, attempt: Attempt, at: number): void {
  history.deliveries.add({
    messageId: message.messageId,
    url: message.url,
    at: Math.floor(at),
    retried: message.retried,
    ...(attempt.status !== undefined && { status: attempt.status }),
    ...(attempt.error !== undefined && { error: attempt.error }),
    durationMs: attempt.durationMs,
  });
}
