import { uuidv7 } from "../../../../functions/platform/ids.ts";
import { aCall, callSid } from "../../../harness/suites/samples.ts";
import { twilio } from "../../../harness/suites/schemes.ts";
import type { SignedWebhookCase } from "../../../harness/suites/webhook.ts";
import { at, form, json, set, toTarget, without, xml } from "./forms.ts";

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

/** What Twilio tells of calls. */
export const calls: SignedWebhookCase[] = [
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
