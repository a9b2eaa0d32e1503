/** What a caller may want, as the dialogue and the command name it. */
export const INTENTS = [
  "order",
  "book_appointment",
  "reschedule_appointment",
  "cancel_appointment",
  "ask_hours",
  "ask_price",
  "ask_address",
  "speak_to_human",
  "leave_message",
  "emergency",
  "opt_out",
  "other",
] as const;

export type Intent = (typeof INTENTS)[number];

/**
 * How strongly one way of saying things speaks for an intent: 2 hints, 4 says so, 6 and more outweighs another wish in
 * the same breath. A negative weight speaks against it.
 */
export type Rule = {
  intent: Intent;
  weight: number;
  /** Holds even where the caller says what they do not want. */
  negated?: boolean;
  /** Patterns, one a line or between "|"; see `compile` in pattern.ts. */
  says: string;
};
