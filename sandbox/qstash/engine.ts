import type { Kernel } from "../kernel/kernel.ts";
import type { Books } from "./books.ts";
import type { Courier } from "./courier.ts";
import type { Ticket } from "./gate.ts";
import { createGates, type Gates } from "./gates.ts";
import { createHoldback } from "./holdback.ts";
import type { History } from "./log.ts";
import { createSettler } from "./settle.ts";
import type { Message } from "./types.ts";

/** Moves messages from the books to their destinations. */
export type Engine = {
  /** Writes the message down and sees to its delivery. */
  accept(message: Message): void;
  /** Forgets an undelivered message; an attempt under way is not called back. False when there is none. */
  cancel(messageId: string): boolean;
  /** Begins to deliver: all that is in the books, in the order it was accepted. */
  start(): void;
  /** Cuts off what is under way; it stays in the books for the next start. */
  stop(): void;
  gates(): Gates;
  active(): ReadonlySet<string>;
};

/**
 * A message's way: its queue's turn → its time → its flow control → a free place → the attempt → its outcome,
 * which may send it back to waiting for its time. The queue's place is kept until the outcome is final.
 */
export function createEngine(kernel: Kernel, books: Books, courier: Courier, history: History): Engine {
  const { scheduler } = kernel;
  const { messages } = books;
  const sleeping = new Map<string, { wake: () => void; cancelTimer: () => void }>();
  const active = new Set<string>();
  const holdback = createHoldback(scheduler);
  let run = { gates: createGates(scheduler, books), stopped: new AbortController() };
  let running = false;

  const accept = (message: Message) => {
    messages.set(message.messageId, message);
    settler.note("CREATED", message);
    if (running) admit(message);
  };
  const settler = createSettler(scheduler, books, history, accept);

  /** A ticket dies with its message, and with the run it was drawn in. */
  const ticket = (messageId: string, pass: () => void, drop: () => void): Ticket => {
    const { signal } = run.stopped;
    return { messageId, pass, drop, alive: () => !signal.aborted && messages.has(messageId) };
  };

  const admit = ({ messageId, queueName }: Message) => {
    if (!queueName) return sleep(messageId, () => {});
    const queue = run.gates.queue(queueName);
    queue.enter(
      ticket(
        messageId,
        () => sleep(messageId, queue.leave),
        () => {},
      ),
    );
  };

  const sleep = (messageId: string, done: () => void) => {
    const wake = () => {
      sleeping.delete(messageId);
      const message = messages.get(messageId);
      if (!message) return done();
      const reordered = kernel.faults.take("qstash", message.url, ["reorder"]);
      if (reordered) holdback.hold(() => lineUp(message, done));
      else lineUp(message, done);
    };
    const wait = (messages.get(messageId)?.nextDelivery ?? 0) - scheduler.now();
    sleeping.set(messageId, { wake, cancelTimer: scheduler.after(Math.max(0, wait), wake) });
  };

  const lineUp = ({ messageId, flow }: Message, done: () => void) => {
    const { gates, stopped } = run;
    const gate = flow && gates.flow(flow);
    const give = () => gate?.leave();
    const leave = () => {
      gates.global.leave();
      give();
    };
    const drop = () => {
      give();
      done();
    };
    const enterGlobal = () =>
      gates.global.enter(ticket(messageId, () => void attempt(messageId, stopped.signal, leave, done), drop));
    if (gate) gate.enter(ticket(messageId, enterGlobal, done));
    else enterGlobal();
  };

  const attempt = async (messageId: string, stopped: AbortSignal, leave: () => void, done: () => void) => {
    const message = messages.get(messageId);
    if (message) {
      active.add(messageId);
      settler.note("ACTIVE", message);
      const result = await courier.deliver(message, stopped);
      if (stopped.aborted) return;
      active.delete(messageId);
      if (settler.settle(message, result) === "again") sleep(messageId, done);
      else done();
    }
    leave();
    holdback.releaseAll();
  };

  return {
    accept,
    cancel(messageId) {
      const message = messages.get(messageId);
      if (!message) return false;
      messages.delete(messageId);
      settler.note("CANCELED", message);
      const sleeper = sleeping.get(messageId);
      sleeper?.cancelTimer();
      sleeper?.wake();
      return true;
    },
    start() {
      if (running) return;
      running = true;
      run = { gates: createGates(scheduler, books), stopped: new AbortController() };
      for (const message of [...messages.values()]) admit(message);
    },
    stop() {
      running = false;
      run.stopped.abort();
      for (const { cancelTimer } of sleeping.values()) cancelTimer();
      sleeping.clear();
      holdback.forget();
      active.clear();
    },
    gates: () => run.gates,
    active: () => active,
  };
}
