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
