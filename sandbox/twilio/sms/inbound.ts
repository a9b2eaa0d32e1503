import { isoNow, keepMessage, type Message, type OwnedNumber, raiseAlert, type World } from "../books.ts";
import { geoParams } from "../geography.ts";
import { newSid } from "../sids.ts";
import type { FormParams } from "../signature.ts";
import { parseMessaging, TwimlError, type Verb } from "../twiml/parse.ts";
import { OPTED_OUT, sendMessage } from "./lifecycle.ts";
import { isOptedOut, obeyKeyword } from "./words.ts";

export type Received = { message: Message; replies: Message[]; errors: { code: number; message: string }[] };

const MAX_REDIRECTS = 5;

/**
 * A text arrives at a bought number: Twilio obeys its own keywords, asks the number's SmsUrl (then its
 * SmsFallbackUrl), and sends what the TwiML answers. Replies to a number that opted out are blocked with 21610.
 */
export async function receiveMessage(
  world: World,
  number: OwnedNumber,
  from: string,
  body: string,
): Promise<Received> {
  const message = keepInbound(world, number, from, body);
  const received: Received = { message, replies: [], errors: [] };
  const automatic = obeyKeyword(world, number.phoneNumber, from, body);
  if (automatic) received.replies.push(announce(world, number.phoneNumber, from, automatic));
  if (!number.smsUrl) return received;

  const verbs = await askProduct(world, number, received);
  for (const verb of verbs) reply(world, number, received, verb);
  return received;
}

/** Twilio's own words reach also those who opted out, and are never blocked. */
function announce(world: World, from: string, to: string, body: string): Message {
  const now = isoNow();
  const message = {
    ...blank(from, to, body, now),
    direction: "outbound-reply",
    status: "delivered",
  } as Message;
  keepMessage(world, message);
  return message;
}

function keepInbound(world: World, number: OwnedNumber, from: string, body: string): Message {
  const message = blank(from, number.phoneNumber, body, isoNow());
  keepMessage(world, message);
  return message;
}

const blank = (from: string, to: string, body: string, now: string): Message => ({
  sid: newSid("SM"),
  from,
  to,
  body,
  direction: "inbound",
  status: "received",
  errorCode: null,
  messagingServiceSid: null,
  statusCallback: "",
  mediaUrls: [],
  createdAt: now,
  updatedAt: now,
  sentAt: now,
});

async function askProduct(world: World, number: OwnedNumber, received: Received): Promise<Verb[]> {
  const main = await follow(world, number.smsUrl, number.smsMethod, received, {});
  if (main || !number.smsFallbackUrl) return main ?? [];
  const failed = received.errors.at(-1);
  const params = { ErrorCode: String(failed?.code ?? 11200), ErrorUrl: number.smsUrl };
  return (await follow(world, number.smsFallbackUrl, number.smsFallbackMethod, received, params)) ?? [];
}

/** Follows `<Redirect>` to the verbs that answer; undefined when the product could not be understood. */
async function follow(
  world: World,
  start: string,
  startMethod: string,
  received: Received,
  extra: FormParams,
): Promise<Verb[] | undefined> {
  const verbs: Verb[] = [];
  let url = start;
  let method = startMethod;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answered = await ask(world, url, method, received, extra);
    if (!answered) return undefined;
    const redirect = answered.findIndex((verb) => verb.name === "Redirect");
    verbs.push(...(redirect < 0 ? answered : answered.slice(0, redirect)));
    if (redirect < 0) return verbs;
    method = answered[redirect]?.attributes.method ?? "POST";
    url = new URL(answered[redirect]?.text ?? "", url).href;
  }
  fail(world, received, { code: 0, message: "Too many redirects", url });
  return undefined;
}

async function ask(world: World, url: string, method: string, received: Received, extra: FormParams) {
  const delivered = await world.deliver({
    url,
    method,
    params: { ...inboundParams(world, received.message), ...extra },
  });
  if (!delivered.ok) return fail(world, received, { code: delivered.code, message: delivered.message, url });
  try {
    return parseMessaging(delivered.contentType, delivered.text);
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    return fail(world, received, { code: error.code, message: error.message, url });
  }
}

function fail(
  world: World,
  received: Received,
  error: { code: number; message: string; url: string },
): undefined {
  received.errors.push({ code: error.code, message: error.message });
  raiseAlert(world, { ...error, messageSid: received.message.sid });
}

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
function inboundParams(world: World, message: Message): FormParams {
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    AccountSid: world.accountSid,
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: "0",
    NumSegments: String(segmentsOf(message.body)),
    SmsStatus: "received",
    ApiVersion: "2010-04-01",
    ...geoParams("From", message.from),
    ...geoParams("To", message.to),
  };
}

function reply(world: World, number: OwnedNumber, received: Received, verb: Verb): void {
  const from = verb.attributes.from ?? number.phoneNumber;
  const to = verb.attributes.to ?? received.message.from;
  if (isOptedOut(world, from, to)) {
    fail(world, received, {
      code: OPTED_OUT,
      message: "Attempt to send to unsubscribed recipient",
      url: number.smsUrl,
    });
    return;
  }
  const bodies = verb.children.filter((child) => child.name === "Body").map((child) => child.text);
  const callback = verb.attributes.action ?? verb.attributes.statusCallback;
  received.replies.push(
    sendMessage(world, {
      from,
      to,
      body: bodies.join("") || verb.text,
      direction: "outbound-reply",
      mediaUrls: verb.children.filter((child) => child.name === "Media").map((child) => child.text),
      ...(callback && { statusCallback: new URL(callback, number.smsUrl).href }),
    }),
  );
}

const GSM_7 = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

/** SMS parts a text takes: 160 (then 153) characters of GSM-7, or 70 (then 67) once one character is outside it. */
export function segmentsOf(body: string): number {
  const [single, joined] = GSM_7.test(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / joined);
}
