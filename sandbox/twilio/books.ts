import type { Kernel } from "../kernel/kernel.ts";
import type { Store } from "../kernel/store.ts";
import type { Table } from "../kernel/table.ts";
import type { Deliver } from "./delivery.ts";

/** A number bought by the product. Times are ISO 8601, absent URLs are empty strings, as in Twilio's answers. */
export type OwnedNumber = {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  smsUrl: string;
  smsMethod: string;
  smsFallbackUrl: string;
  smsFallbackMethod: string;
  statusCallback: string;
  statusCallbackMethod: string;
  createdAt: string;
  updatedAt: string;
};

export type MessageStatus =
  | "accepted"
  | "scheduled"
  | "queued"
  | "sending"
  | "sent"
  | "delivered"
  | "undelivered"
  | "failed"
  | "received"
  | "canceled";

export type Message = {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  status: MessageStatus;
  errorCode: number | null;
  messagingServiceSid: string | null;
  statusCallback: string;
  mediaUrls: string[];
  createdAt: string;
  updatedAt: string;
  sentAt: string | null;
};

export type CallStatus =
  | "queued"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

/** One thing that happened in a call, in time order. `heard` is what the caller hears. */
export type CallMoment = {
  at: string;
  kind: "heard" | "spoke" | "pressed" | "silent" | "request" | "event" | "error";
  text: string;
  language?: string;
  voice?: string;
  /** How sure the recogniser was of what was spoken, 0 to 1. */
  confidence?: number;
};

export type Call = {
  sid: string;
  parentCallSid: string | null;
  from: string;
  to: string;
  direction: "inbound" | "outbound-dial";
  status: CallStatus;
  phoneNumberSid: string | null;
  createdAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** How long the call would have lasted had its words been spoken, in seconds. */
  seconds: number;
  /** Language last spoken to the caller: transcription understands English only. */
  language: string;
  history: CallMoment[];
};

export type Recording = {
  sid: string;
  callSid: string;
  status: "completed" | "absent";
  seconds: number;
  /** What the caller said, kept for the transcription. */
  text: string;
  createdAt: string;
};

export type Transcription = {
  sid: string;
  recordingSid: string;
  status: "completed" | "failed";
  text: string;
  seconds: number;
  createdAt: string;
};

/** An entry of Twilio's debugger: what went wrong in talking to the product, with Twilio's error code. */
export type Alert = {
  at: string;
  code: number;
  message: string;
  url: string;
  callSid?: string;
  messageSid?: string;
};

/** How the person behind a number behaves when the product rings or texts them. */
export type PhoneBehaviour = {
  dial: "answer" | "no-answer" | "busy" | "failed";
  /** Keys pressed when asked during a whisper; none when empty. */
  presses: string;
  sms: "delivered" | "unreachable" | "landline" | "filtered";
};

export type Books = {
  numbers: OwnedNumber[];
  calls: Call[];
  recordings: Recording[];
  transcriptions: Transcription[];
  alerts: Alert[];
  /** `our number > customer's number`: the customer texted STOP to it. */
  optOuts: string[];
  phones: Record<string, PhoneBehaviour>;
};

export const emptyBooks = (): Books => ({
  numbers: [],
  calls: [],
  recordings: [],
  transcriptions: [],
  alerts: [],
  optOuts: [],
  phones: {},
});

export const DEFAULT_BEHAVIOUR: PhoneBehaviour = { dial: "no-answer", presses: "1", sms: "delivered" };

/** What every part of the faked Twilio works with. */
export type World = {
  kernel: Kernel;
  accountSid: string;
  authToken: string;
  books: Store<Books>;
  /** By sid, oldest first. On disk at once: what Twilio has taken it never forgets, whatever dies. */
  messages: Table<Message>;
  deliver: Deliver;
};

/** Stamps are real time, as the product compares them with its own clock; only waits are scaled. */
export const isoNow = (): string => new Date().toISOString();

const KEPT = {
  calls: 1_000,
  alerts: 500,
  recordings: 1_000,
  transcriptions: 1_000,
} as const;

/** Adds to one of the books that grow, letting the oldest entries go. */
export function keep<Name extends keyof typeof KEPT>(
  world: World,
  name: Name,
  entry: Books[Name][number],
): void {
  const book = world.books.data[name] as unknown[];
  book.push(entry);
  if (book.length > KEPT[name]) book.splice(0, book.length - KEPT[name]);
  world.books.changed();
}

/** More than calls: an auditor counts them all. */
const MESSAGES_KEPT = 20_000;

/** Writes a message down, new or changed. */
export function keepMessage(world: World, message: Message): void {
  world.messages.set(message.sid, message);
  const [oldest] = world.messages.entries();
  if (oldest && world.messages.size > MESSAGES_KEPT) world.messages.delete(oldest[0]);
}

/** Saves the numbers now, not soon: a number that was sold is paid for. */
export function numbersChanged(world: World): void {
  world.books.changed();
  world.kernel.stores.flush();
}

export function raiseAlert(world: World, alert: Omit<Alert, "at">): void {
  keep(world, "alerts", { at: isoNow(), ...alert });
}

export function ownedNumber(world: World, phoneNumber: string): OwnedNumber | undefined {
  return world.books.data.numbers.find((number) => number.phoneNumber === phoneNumber);
}

export function behaviourOf(world: World, phoneNumber: string): PhoneBehaviour {
  return world.books.data.phones[phoneNumber] ?? DEFAULT_BEHAVIOUR;
}
