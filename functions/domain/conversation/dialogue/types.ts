import type { Catalog, Locale } from "../../catalogue/types.ts";
import type { CartLine, OptionPick } from "../../orders/cart.ts";
import type { PricedLine, Tax, Totals } from "../../orders/pricing.ts";
import type { SpokenWhen } from "../prompts/dates.ts";
import type { AmbiguousItem } from "../understanding/order.ts";

/** What the dialogue knows about the merchant who was called. */
export type DialogueMerchant = {
  name: string;
  locale: Locale;
  /** ISO 4217, for example CAD. */
  currency: string;
  catalog: Catalog;
  taxes: Tax[];
  /** The local time at the business, "2026-11-27T09:00": what "tomorrow at three" is counted from. */
  now: string;
  canOrder: boolean;
  canTakePayment: boolean;
  /** E.164, or null when nobody can be put through. */
  transferPhone: string | null;
  /** A sentence that says when the merchant is open, per language; asked for by "what are your hours". */
  hours?: Partial<Record<Locale, string>>;
};

/** number: E.164, or null for an anonymous caller. */
export type Caller = { number: string | null };

/** One turn of the caller. */
export type DialogueInput =
  | { kind: "speech"; text: string; confidence?: number }
  | { kind: "digits"; digits: string }
  | { kind: "silence" }
  /** A recording ended; 0 seconds when nothing was said. */
  | { kind: "recorded"; seconds: number }
  /** A transfer ended; answered only when a person really took the call. */
  | { kind: "dialled"; answered: boolean };

/** What the telephone listens for next. */
export type Expect = "menu" | "speech" | "digits" | "speech-or-digits" | "record" | "transfer" | "end";

export type Say = { text: string; locale: Locale };

export type DialogueReply = {
  say: Say[];
  expect: Expect;
  /** Language to listen in. */
  locale: Locale;
  /** Words the recogniser should expect, at most 100. */
  hints: string[];
  /** How many keys end the input ("digits", "menu" and "speech-or-digits"); the key # ends it too. */
  numDigits?: number;
  /** Only with expect "transfer". */
  transferTo?: string;
};

export type Outcome = "ordered" | "callback" | "voicemail" | "transferred" | "abandoned" | "give_up";

/** What must happen besides the reply; the caller of the dialogue turns these into events. */
export type Effect =
  /** phone: where the payment link goes, E.164. */
  | {
      kind: "place_order";
      lines: PricedLine[];
      totals: Totals;
      currency: string;
      phone: string;
      locale: Locale;
    }
  /** phone is null only when an anonymous caller would not give a number. */
  | ({ kind: "request_callback"; phone: string | null; name?: string; note?: string } & {
      /** When it suits: as read back and confirmed, and then its date and time too; else in the caller's words. */
      preferred?: string;
      date?: string;
      time?: string;
    })
  | { kind: "voicemail"; seconds: number }
  | { kind: "set_language"; locale: Locale }
  /** Nothing was captured: send the missed-call text. */
  | { kind: "text_back" }
  /** Emitted exactly once per call, with the turn that ends it (or by `hangUp`). */
  | { kind: "outcome"; outcome: Outcome };

export type Step =
  | "menu"
  | "ordering"
  | "option"
  | "which"
  | "confirm"
  | "phone"
  | "phone-confirm"
  | "keypad"
  | "callback-name"
  | "callback-when"
  | "callback-confirm"
  | "transfer"
  | "voicemail"
  | "ended";

/** Where a caller who orders by keys stands; the lists are recomputed from the catalogue on each turn. */
export type KeypadState = {
  at: "category" | "item" | "quantity" | "options";
  page: number;
  category: string | null;
  item: string | null;
  quantity: number;
  /** Index into the item's groups. */
  group: number;
  options: OptionPick[];
};

/** A time that suits, local to the business. */
export type CallbackTime = SpokenWhen;

/** A request to be called back, as far as it is known. */
export type CallbackState = {
  name?: string;
  note?: string;
  /** When it suits, in the caller's words, and what was understood of them. */
  preferred?: string;
  time?: CallbackTime;
  /** What is still to ask about the time, in full: the words after it are heard as its answer. */
  question?: string;
};

/** Everything to remember between two turns: plain JSON, small, versioned. */
export type DialogueState = {
  v: 1;
  step: Step;
  locale: Locale;
  cart: CartLine[];
  /** Consecutive turns that were silent or not understood. */
  misses: number;
  turns: number;
  /** Where texts go: the caller's number, or the one they gave. */
  phone: string | null;
  /** A number given and not yet confirmed. */
  heardPhone?: string;
  /** What the number is asked for. */
  phoneFor?: "order" | "callback";
  /** The choice being asked for, and the page of it read by keys. */
  asking?: { line: number; group: string; page: number };
  /** Vague words still to settle, each with the items they may have meant. */
  which?: AmbiguousItem[];
  /** The caller said that was all: go on to the read-back once nothing is missing. */
  done?: boolean;
  keypad?: KeypadState;
  /** The caller orders by keys: questions are asked so that a key answers them. */
  byKeys?: boolean;
  callback?: CallbackState;
  /** True once the caller could not be understood often enough to be helped. */
  gaveUp?: boolean;
};

/** What one turn leads to. */
export type Turn = { reply: DialogueReply; state: DialogueState; effects: Effect[] };
