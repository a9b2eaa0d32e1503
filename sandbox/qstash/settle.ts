import type { Scheduler } from "../kernel/scheduler.ts";
import type { Books } from "./books.ts";
import type { History } from "./log.ts";
import { bury, callbackMessage, decide } from "./outcome.ts";
import type { Attempt, Callback, LogEntry, LogState, Message } from "./types.ts";

export type Settler = {
  note(state: LogState, message: Message, more?: Partial<LogEntry>): void;
  /** Writes down what an attempt came to. `again` when the message is to be tried once more. */
  settle(message: Message, attempt: Attempt): "again" | "over";
};

/** @param accept takes a callback's message on. */
export function createSettler(
  scheduler: Scheduler,
  books: Books,
  history: History,
  accept: (message: Message) => void,
): Settler {
  const note: Settler["note"] = (state, message, more = {}) =>
    history.log.add({ time: Math.floor(scheduler.now()), state, message, ...more });

  const callBack = (message: Message, attempt: Attempt, callback: Callback | undefined, dlqId?: string) => {
    if (callback) accept(callbackMessage(message, attempt, callback, scheduler.now(), dlqId));
  };

  const retry = (message: Message, delayMs: number) => {
    const nextDelivery = scheduler.now() + delayMs;
    books.messages.set(message.messageId, { ...message, retried: message.retried + 1, nextDelivery });
    note("RETRY", message, { nextDeliveryTime: Math.floor(nextDelivery) });
  };

  const fail = (message: Message, attempt: Attempt) => {
    const letter = bury(message, attempt, scheduler.now());
    books.deadLetters.set(letter.dlqId, letter);
    note("FAILED", message, answerOf(attempt));
    callBack(message, attempt, message.callback, letter.dlqId);
    callBack(message, attempt, message.failureCallback, letter.dlqId);
  };

  return {
    note,
    settle(message, attempt) {
      // Cancelled while it was under way: there is nobody left to tell.
      if (!books.messages.has(message.messageId)) return "over";
      const outcome = decide(message, attempt, Date.now());
      if (outcome.kind === "delivered") note("DELIVERED", message);
      else note("ERROR", message, answerOf(attempt));

      if (outcome.kind === "failed") fail(message, attempt);
      else callBack(message, attempt, message.callback);
      if (outcome.kind === "retry") {
        retry(message, outcome.delayMs);
        return "again";
      }
      // Last, so that a kill in between delivers twice rather than forgets a callback.
      books.messages.delete(message.messageId);
      return "over";
    },
  };
}

function answerOf(attempt: Attempt): Partial<LogEntry> {
  return {
    ...(attempt.status !== undefined && { responseStatus: attempt.status }),
    responseBody: Buffer.from(attempt.body).toString("base64"),
    error: attempt.error ?? `destination answered ${attempt.status}`,
  };
}
