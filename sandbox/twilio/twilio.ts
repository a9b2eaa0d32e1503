import type { Hono } from "hono";
import type { Kernel } from "../kernel/kernel.ts";
import {
  type Alert,
  type Books,
  emptyBooks,
  type Message,
  ownedNumber,
  type PhoneBehaviour,
  raiseAlert,
  type World,
} from "./books.ts";
import { createDeliver } from "./delivery.ts";
import { restApi } from "./rest/api.ts";
import { type Received, receiveMessage } from "./sms/inbound.ts";
import { resumeMessages } from "./sms/lifecycle.ts";
import { createExchange } from "./voice/exchange.ts";
import { createPhones, type Phones } from "./voice/phones.ts";

export type TwilioOptions = { accountSid: string; authToken: string };

export type SmsBox = {
  /** Both directions, oldest first. */
  list(filter?: { to?: string | undefined; from?: string | undefined }): Message[];
  /** A text arrives at a bought number; undefined when the number is nobody's. */
  receive(from: string, to: string, body: string): Promise<Received | undefined>;
};

export type Twilio = {
  /** Routes start at `/2010-04-01/…`. */
  app: Hono;
  calls: Phones;
  sms: SmsBox;
  numbers(): Books["numbers"];
  alerts(): readonly Alert[];
  /** How people's telephones behave, where that is not the default. */
  behaviours(): Books["phones"];
  behave(phoneNumber: string, behaviour: PhoneBehaviour): void;
  /** Goes on with what an earlier run left unfinished. */
  start(): Promise<void>;
  /** Forgets calls in progress; with `traffic`, also all that passed through, keeping the numbers. */
  reset(what: "traffic" | "everything"): void;
};

/** A Twilio account on the wire: numbers, calls that play TwiML, and text messages. */
export function createTwilio(kernel: Kernel, { accountSid, authToken }: TwilioOptions): Twilio {
  const books = kernel.stores.open("twilio", emptyBooks);
  const deliver = createDeliver(kernel, authToken, (url, part) =>
    raiseAlert(world, { code: 11243, message: `Invalid connection override: ${part}`, url }),
  );
  const messages = kernel.stores.table<Message>("twilio-messages");
  const world: World = { kernel, accountSid, authToken, books, messages, deliver };
  const exchange = createExchange(world);
  return {
    app: restApi(world, exchange),
    calls: createPhones(world, exchange),
    sms: smsBox(world),
    numbers: () => books.data.numbers,
    alerts: () => books.data.alerts,
    behaviours: () => books.data.phones,
    behave(phoneNumber, behaviour) {
      books.data.phones[phoneNumber] = behaviour;
      books.changed();
    },
    async start() {
      resumeMessages(world);
      await exchange.endOrphans();
    },
    reset(what) {
      exchange.clear();
      world.messages.clear();
      books.data = what === "traffic" ? { ...emptyBooks(), numbers: books.data.numbers } : emptyBooks();
      books.changed();
    },
  };
}

function smsBox(world: World): SmsBox {
  return {
    list: ({ to, from } = {}) =>
      [...world.messages.values()].filter((one) => (!to || one.to === to) && (!from || one.from === from)),
    async receive(from, to, body) {
      const number = ownedNumber(world, to);
      return number && receiveMessage(world, number, from, body);
    },
  };
}
