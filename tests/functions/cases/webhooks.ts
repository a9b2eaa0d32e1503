import { readFileSync } from "node:fs";
import { receiveSms } from "../../../functions/domain/messages/jobs.ts";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { aCall, aMessage, anOrder, CALLER, callSid } from "../../harness/suites/samples.ts";
import { stripe, twilio } from "../../harness/suites/schemes.ts";
import type { Shop } from "../../harness/suites/shop.ts";
import type { Delivery, SignedWebhookCase } from "../../harness/suites/webhook.ts";

/** A recorded form of Twilio's, with these parameters instead of its own. */
function form(name: string, changes: Record<string, string>): string {
  const recorded = readFileSync(new URL(`../../fixtures/twilio/${name}.form`, import.meta.url), "utf8");
  const params = new URLSearchParams(
    recorded
      .trim()
      .split("\n")
      .map((line) => split(line)),
  );
  for (const [key, value] of Object.entries(changes)) params.set(key, value);
  return params.toString();
}

const split = (line: string): [string, string] => {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1)];
};

const without =
  (name: string) =>
  ({ body }: Delivery): Partial<Delivery> => {
    const params = new URLSearchParams(body);
    params.delete(name);
    return { body: params.toString() };
  };
const set =
  (name: string, value: string) =>
  ({ body }: Delivery): Partial<Delivery> => {
    const params = new URLSearchParams(body);
    params.set(name, value);
    return { body: params.toString() };
  };
const toTarget =
  (change: (target: string) => string) =>
  ({ target }: Delivery): Partial<Delivery> => ({
    target: change(target),
  });

const noCall = [
  { what: "a form without CallSid", change: without("CallSid"), status: 400 },
  { what: "an empty form", change: () => ({ body: "" }), status: 400 },
  { what: "a CallSid of 300 letters", change: set("CallSid", "C".repeat(300)), status: 400 },
] as const;
const noPlace = [
  {
    what: "an address that names no merchant",
    change: toTarget((target) => target.replace(/m=[^&]*/, "m=shop")),
    status: 400,
  },
  {
    what: "a turn before the first",
    change: toTarget((target) => target.replace(/t=\d+/, "t=0")),
    status: 400,
  },
] as const;
const xml = { contentType: "text/xml" };
const json = { contentType: "application/json", text: /"outcome":"\w+"/ };
const at = (webhook: string, query = "") => `/api/webhooks/twilio/${webhook}${query}`;

const calls: SignedWebhookCase[] = [
  {
    path: "/api/webhooks/twilio/voice",
    scheme: twilio,
    arrange: (shop) => ({
      target: at("voice"),
      body: form("voice-incoming", { CallSid: callSid(), To: shop.number }),
    }),
    odd: [
      ...noCall,
      { what: "a call to a number of nobody", change: set("To", "+15145559999"), status: 200 },
    ],
    answers: { ...xml, text: /<Response>.*<Gather .*<Say .*<\/Response>/s },
  },
  ...(["ivr", "turn"] as const).map(
    (name): SignedWebhookCase => ({
      path: `/api/webhooks/twilio/${name}`,
      scheme: twilio,
      async arrange(shop, world) {
        const call = await aCall(world, shop);
        const body = form("voice-turn", {
          CallSid: call.sid,
          To: shop.number,
          SpeechResult: "I want to order",
        });
        return { target: at(name, `?m=${shop.id}&t=1`), body };
      },
      odd: [
        ...noCall,
        ...noPlace,
        { what: "a call nobody knows", change: set("CallSid", callSid()), status: 200 },
      ],
      answers: { ...xml, text: /<Response>.*<Say .*<\/Response>/s },
    }),
  ),
  {
    path: "/api/webhooks/twilio/status",
    scheme: twilio,
    async arrange(shop, world) {
      const { sid } = await aCall(world, shop);
      return { target: at("status"), body: form("call-status", { CallSid: sid, To: shop.number }) };
    },
    odd: [
      ...noCall,
      { what: "a call to a number of nobody", change: set("To", "+15145559999"), status: 200 },
    ],
    answers: json,
  },
  {
    path: "/api/webhooks/twilio/fallback",
    scheme: twilio,
    arrange: (shop) => ({
      target: at("fallback"),
      body: form("voice-incoming", { CallSid: callSid(), To: shop.number, ErrorCode: "11200" }),
    }),
    odd: [...noCall],
    answers: { ...xml, text: /<Say .*trouble.*<Hangup\/>/s },
    aloof: true,
  },
  {
    path: "/api/webhooks/twilio/recording",
    scheme: twilio,
    async arrange(shop, world) {
      const { sid } = await aCall(world, shop, 1);
      const body = form("recording-status", {
        CallSid: sid,
        RecordingSid: `RE${uuidv7().replaceAll("-", "")}`,
      });
      return { target: at("recording", `?m=${shop.id}&t=2`), body };
    },
    odd: [
      ...noCall,
      ...noPlace,
      { what: "a recording of nothing", change: set("RecordingDuration", "0"), status: 200 },
      { what: "a recording that failed", change: set("RecordingStatus", "absent"), status: 200 },
      { what: "a call nobody knows", change: set("CallSid", callSid()), status: 200 },
    ],
    answers: json,
  },
  {
    path: "/api/webhooks/twilio/transcription",
    scheme: twilio,
    async arrange(shop, world) {
      const { sid } = await aCall(world, shop, 1);
      const id = uuidv7().replaceAll("-", "");
      const body = form("transcription", {
        CallSid: sid,
        RecordingSid: `RE${id}`,
        TranscriptionSid: `TR${id}`,
      });
      return { target: at("transcription", `?m=${shop.id}&t=2`), body };
    },
    odd: [
      ...noCall,
      ...noPlace,
      {
        what: "a transcript of 20001 letters",
        change: set("TranscriptionText", "a".repeat(20_001)),
        status: 400,
      },
      { what: "a call nobody knows", change: set("CallSid", callSid()), status: 200 },
    ],
    answers: json,
  },
];

const question = (shop: Shop) =>
  form("sms-stop", {
    ...{ MessageSid: `SM${uuidv7().replaceAll("-", "")}`, To: shop.number, From: CALLER },
    ...{ Body: "Is the gravy vegetarian?", OptOutType: "" },
  });
const noText = [
  { what: "a form without MessageSid", change: without("MessageSid"), status: 400 },
  { what: "a text of 10001 letters", change: set("Body", "a".repeat(10_001)), status: 400 },
] as const;
const silence = { ...xml, text: /<Response ?\/>|<Response><\/Response>/ };

const texts: SignedWebhookCase[] = [
  {
    path: "/api/webhooks/twilio/sms",
    scheme: twilio,
    arrange: (shop) => ({ target: at("sms"), body: question(shop) }),
    odd: [
      ...noText,
      { what: "a text to a number of nobody", change: set("To", "+15145559999"), status: 200 },
    ],
    answers: silence,
    leaves: receiveSms,
  },
  {
    path: "/api/webhooks/twilio/sms-fallback",
    scheme: twilio,
    arrange: (shop) => ({ target: at("sms-fallback"), body: question(shop) }),
    odd: [...noText],
    answers: silence,
    aloof: true,
    leaves: receiveSms,
  },
  {
    path: "/api/webhooks/twilio/message-status",
    scheme: twilio,
    async arrange(shop, world) {
      const { id } = await aMessage(world, shop);
      const MessageSid = `SM${uuidv7().replaceAll("-", "")}`;
      return {
        target: at("message-status", `?m=${shop.id}&id=${id}`),
        body: form("message-status", { MessageSid, MessageStatus: "delivered", ErrorCode: "" }),
      };
    },
    odd: [
      { what: "a form without MessageStatus", change: without("MessageStatus"), status: 400 },
      { what: "a status Twilio has added since", change: set("MessageStatus", "beamed"), status: 200 },
      {
        what: "an address that names no message",
        change: toTarget((target) => target.replace(/id=.*/, "id=7")),
        status: 400,
      },
      {
        what: "a message nobody knows",
        change: toTarget((target) => target.replace(/id=.*/, `id=${uuidv7()}`)),
        status: 200,
      },
    ],
    answers: json,
  },
];

type StripeEvent = { id: string; account: string; type: string; data: { object: Record<string, unknown> } };
const recordedEvent = () =>
  JSON.parse(
    readFileSync(new URL("../../fixtures/stripe/checkout-completed.json", import.meta.url), "utf8"),
  ) as StripeEvent;
const changed =
  (change: (event: StripeEvent) => void) =>
  ({ body }: Delivery): Partial<Delivery> => {
    const event = JSON.parse(body) as StripeEvent;
    change(event);
    return { body: JSON.stringify(event) };
  };

const money: SignedWebhookCase[] = [
  {
    path: "/api/webhooks/stripe",
    scheme: stripe,
    async arrange(shop, world) {
      const order = await anOrder(world, shop);
      const event = recordedEvent();
      Object.assign(event, { id: `evt_${order.id}`, account: shop.account });
      Object.assign(event.data.object, {
        ...{ id: order.sessionId, client_reference_id: order.id, payment_intent: order.paymentIntentId },
        ...{ amount_total: order.totalCents, metadata: { order_id: order.id, merchant_id: shop.id } },
      });
      return { target: "/api/webhooks/stripe", body: JSON.stringify(event) };
    },
    odd: [
      { what: "a body that is no JSON", change: () => ({ body: "hello" }), status: 400 },
      {
        what: "a body that is no event",
        change: () => ({ body: '{"object":"list","data":[]}' }),
        status: 400,
      },
      {
        what: "an event of a type we do not follow",
        change: changed((event) => (event.type = "invoice.paid")),
        status: 200,
      },
      {
        what: "an event of our own account",
        change: changed((event) => Reflect.deleteProperty(event, "account")),
        status: 200,
      },
    ],
    answers: json,
  },
];

/** One for each webhook. */
export const webhookCases = [...calls, ...texts, ...money];
