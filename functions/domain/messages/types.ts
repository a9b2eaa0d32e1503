import type { Locale } from "../shared/schemas.ts";

export type Channel = "sms" | "email";

/** A message about to be queued. `dedupeKey` makes one effect one message, however often its event comes. */
export type OutgoingMessage = {
  dedupeKey: string;
  channel: Channel;
  to: string;
  /** The merchant's number for SMS; null for e-mail, whose sender is the installation's. */
  from: string | null;
  template: TemplateName;
  locale: Locale;
  subject: string | null;
  body: string;
  html: string | null;
  orderId: string | null;
  callId: string | null;
  customerId: string | null;
};

export type OrderFacts = {
  id: string;
  number: number;
  status: string;
  locale: Locale;
  currency: string;
  subtotalCents: number;
  taxCents: number;
  totalCents: number;
  taxes: { name: string; amountCents: number }[];
  summary: string;
  phone: string | null;
  email: string | null;
  customerName: string | null;
  customerId: string | null;
  callId: string | null;
  /** ISO 8601. */
  expiresAt: string | null;
  attention: string | null;
  lines: { name: string; quantity: number; totalCents: number; options: LineOption[] }[];
  /** The payment link of the attempt under way; null before there is one. */
  url: string | null;
};

export type LineOption = { name: string; amount: string; quantity: number };

/** What SQL's `message_context` answers: everything that messages about one subject are made of. */
export type MessageContext = {
  merchant: {
    name: string;
    locale: Locale;
    timeZone: string;
    alertEmail: string | null;
    alertPhone: string | null;
    /** The merchant's own number; null when they have none. */
    smsFrom: string | null;
  };
  order: OrderFacts | null;
  call: {
    id: string;
    from: string | null;
    outcome: string | null;
    captured: boolean;
    language: Locale | null;
    customerId: string | null;
    startedAt: string;
  } | null;
  voicemail: { id: string; seconds: number | null; transcription: string | null } | null;
  callback: {
    id: string;
    name: string | null;
    phone: string | null;
    preferred: string | null;
    note: string | null;
  } | null;
  message: { id: string; from: string | null; body: string } | null;
};

/** Everything we say in writing; the two languages must both have each (a missing one does not compile). */
export type Templates = {
  paymentLink(f: { merchant: string; total: string; url: string; minutes: number }): string;
  paymentFailed(f: { merchant: string; total: string; url: string }): string;
  receipt(f: { merchant: string; number: number; total: string; summary: string }): string;
  receiptSubject(f: { merchant: string; number: number }): string;
  orderCancelled(f: { merchant: string; number: number }): string;
  orderExpired(f: { merchant: string; number: number }): string;
  orderRefunded(f: { merchant: string; number: number; amount: string }): string;
  refundSubject(f: { merchant: string; number: number }): string;
  textBack(f: { merchant: string }): string;
  callbackConfirmed(f: { merchant: string }): string;
  staffPaid(f: { number: number; total: string; summary: string; customer: string }): string;
  staffPaidSubject(f: { number: number; total: string }): string;
  staffAttention(f: { number: number; sentence: string }): string;
  staffAttentionSubject(f: { number: number }): string;
  staffVoicemail(f: { from: string; seconds: number; transcription: string | null }): string;
  staffVoicemailSubject(f: { from: string }): string;
  staffCallback(f: { name: string; phone: string; preferred: string | null; note: string | null }): string;
  staffCallbackSubject(f: { name: string }): string;
  staffText(f: { from: string; body: string }): string;
  staffTextSubject(f: { from: string }): string;
  words: {
    subtotal: string;
    total: string;
    open: string;
    anonymous: string;
    paid: string;
    without(name: string): string;
    light(name: string): string;
    extra(name: string): string;
    footer(merchant: string): string;
  };
};

export type TemplateName = Exclude<keyof Templates, "words">;
