/** The first word of every query key of a merchant, so that events and a change of merchant reach them. */
export const keys = {
  me: ["me"],
  config: ["config"],
  merchant: ["merchant"],
  onboarding: ["onboarding"],
  catalogue: ["catalogue"],
  numbers: ["numbers"],
  payments: ["payments"],
  apiKeys: ["api-keys"],
  orders: ["orders"],
  order: ["order"],
  calls: ["calls"],
  call: ["call"],
  callbacks: ["callbacks"],
  voicemails: ["voicemails"],
  deadLetters: ["dead-letters"],
} as const;

export type QueryName = keyof typeof keys;
