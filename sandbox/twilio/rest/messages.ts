import { type Context, Hono } from "hono";
import { isoNow, keepMessage, type Message, ownedNumber, type World } from "../books.ts";
import { segmentsOf } from "../sms/inbound.ts";
import { OPTED_OUT, sendMessage } from "../sms/lifecycle.ts";
import { isOptedOut } from "../sms/words.ts";
import {
  accountPath,
  type Form,
  formOf,
  isWebhookUrl,
  notFound,
  pageOf,
  RestError,
  rfc2822,
  sidOf,
} from "./respond.ts";

const E164 = /^\+[1-9]\d{6,14}$/;
const MAX_BODY = 1_600;

/** Twilio's test numbers; https://www.twilio.com/docs/iam/test-credentials#test-sms-messages */
const MAGIC_TO: Readonly<Record<string, [number, string]>> = {
  "+15005550001": [21211, "The 'To' number +15005550001 is not a valid phone number."],
  "+15005550002": [21612, "The 'To' number +15005550002 is not currently reachable via SMS."],
  "+15005550003": [
    21408,
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number.",
  ],
  "+15005550004": [OPTED_OUT, "Attempt to send to unsubscribed recipient"],
  "+15005550009": [21614, "'To' number: +15005550009, is not a mobile number"],
};
const MAGIC_FROM: Readonly<Record<string, [number, string]>> = {
  "+15005550001": [21212, "The 'From' number +15005550001 is not a valid phone number."],
  "+15005550007": [
    21606,
    "The 'From' phone number +15005550007 is not a valid, SMS-capable inbound phone number.",
  ],
  "+15005550008": [21611, "This 'From' number has exceeded the maximum number of queued messages"],
};
const MAGIC_SENDER = "+15005550006";

/** `…/Messages`: create, list, fetch, redact, cancel, delete. */
export function messagesApi(world: World): Hono {
  const app = new Hono();
  const find = (c: Context) => {
    const message = world.messages.get(sidOf(c));
    if (!message) throw notFound(c);
    return message;
  };
  app.post("/Messages.json", async (c) => c.json(present(world, await create(world, c)), 201));
  app.get("/Messages.json", (c) =>
    pageOf(c, "messages", listed(world, c.req.query()), (message) => present(world, message)),
  );
  app.get("/Messages/:file", (c) => c.json(present(world, find(c))));
  app.post("/Messages/:file", async (c) => {
    const message = find(c);
    change(message, await formOf(c));
    message.updatedAt = isoNow();
    keepMessage(world, message);
    return c.json(present(world, message));
  });
  app.delete("/Messages/:file", (c) => {
    const message = find(c);
    world.messages.delete(message.sid);
    return c.body(null, 204);
  });
  return app;
}

async function create(world: World, c: Context): Promise<Message> {
  const form = await formOf(c);
  const to = form.get("To");
  if (!to) throw new RestError(400, 21604, "A 'To' phone number is required.");
  const magic = MAGIC_TO[to];
  if (magic) throw new RestError(400, ...magic);
  if (!E164.test(to)) throw new RestError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);

  const body = form.get("Body") ?? "";
  const mediaUrls = form.all("MediaUrl");
  if (!body && mediaUrls.length === 0) throw new RestError(400, 21602, "Message body is required.");
  if (body.length > MAX_BODY) {
    throw new RestError(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
  }
  const statusCallback = form.get("StatusCallback") ?? "";
  if (statusCallback && !isWebhookUrl(statusCallback)) {
    throw new RestError(400, 21609, "The 'StatusCallback' URL is not a valid URL.");
  }
  const messagingServiceSid = form.get("MessagingServiceSid") ?? null;
  const from = senderOf(world, form, messagingServiceSid);
  if (from === to) throw new RestError(400, 21266, "'To' and 'From' number cannot be the same");
  if (isOptedOut(world, from, to))
    throw new RestError(400, OPTED_OUT, "Attempt to send to unsubscribed recipient");
  const sendAt = sendAtOf(form, messagingServiceSid);
  return sendMessage(world, {
    from,
    to,
    body,
    direction: "outbound-api",
    statusCallback,
    mediaUrls,
    messagingServiceSid,
    ...(sendAt && { sendAt }),
  });
}

/** The sandbox keeps no messaging services: one sends from the first number that was bought. */
function senderOf(world: World, form: Form, messagingServiceSid: string | null): string {
  const from =
    form.get("From") ?? (messagingServiceSid ? world.books.data.numbers[0]?.phoneNumber : undefined);
  if (!from && messagingServiceSid) {
    throw new RestError(
      400,
      21703,
      "The Messaging Service does not have a phone number available to send from.",
    );
  }
  if (!from) throw new RestError(400, 21603, "A 'From' phone number is required.");
  const magic = MAGIC_FROM[from];
  if (magic) throw new RestError(400, ...magic);
  if (from !== MAGIC_SENDER && !ownedNumber(world, from)) {
    throw new RestError(
      400,
      21606,
      `The 'From' phone number ${from} is not a valid, SMS-capable inbound phone number.`,
    );
  }
  return from;
}

function sendAtOf(form: Form, messagingServiceSid: string | null): number | undefined {
  const sendAt = form.get("SendAt");
  if (!sendAt) return undefined;
  const time = Date.parse(sendAt);
  if (form.get("ScheduleType") !== "fixed" || !messagingServiceSid || Number.isNaN(time)) {
    throw new RestError(
      400,
      35118,
      "A scheduled message needs MessagingServiceSid, ScheduleType=fixed and a valid SendAt.",
    );
  }
  return time;
}

function change(message: Message, form: Form): void {
  if (form.get("Status") === "canceled") {
    if (message.status !== "scheduled") {
      throw new RestError(400, 30409, "Message is not in a state that can be canceled.");
    }
    message.status = "canceled";
  }
  if (form.has("Body")) message.body = form.get("Body") ?? "";
}

/** Newest first. `DateSent` takes a day, `DateSent>` and `DateSent<` a day or a moment, compared inclusively. */
function listed(world: World, query: Record<string, string>): Message[] {
  const on = query.DateSent;
  const from = query["DateSent>"];
  const until = query["DateSent<"];
  const sent = (message: Message) => message.sentAt ?? message.createdAt;
  return [...world.messages.values()]
    .filter((message) => !query.To || message.to === query.To)
    .filter((message) => !query.From || message.from === query.From)
    .filter((message) => !on || sent(message).startsWith(on.slice(0, 10)))
    .filter((message) => !from || Date.parse(sent(message)) >= Date.parse(from))
    .filter((message) => !until || Date.parse(sent(message)) <= endOf(until))
    .reverse();
}

const endOf = (moment: string): number => Date.parse(moment) + (moment.length <= 10 ? 86_399_999 : 0);

function present(world: World, message: Message) {
  const uri = `${accountPath(world)}/Messages/${message.sid}`;
  return {
    account_sid: world.accountSid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorCode ? `Error ${message.errorCode}` : null,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.mediaUrls.length),
    num_segments: String(segmentsOf(message.body)),
    price: null,
    price_unit: "USD",
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}
