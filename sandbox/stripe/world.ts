import type { Kernel } from "../kernel/kernel.ts";
import type { Books } from "./books.ts";

export type StripeOptions = {
  secretKey: string;
  /** Where both endpoints (the platform's and the Connect one) deliver. */
  webhookUrl: string;
  /** Signs events of the platform itself. */
  webhookSecret: string;
  /** Signs events of connected accounts. */
  connectWebhookSecret: string;
};

/** Tells the product that something happened. The object is copied as it is now. */
export type Emit = (
  type: string,
  account: string | null,
  object: unknown,
  previous?: Record<string, unknown>,
) => void;

/** What every part of the faked Stripe is given. */
export type World = { kernel: Kernel; books: Books; options: StripeOptions; emit: Emit };
