import { Hono } from "hono";
import Stripe from "stripe";
import twilio from "twilio";
import stripeWebhook, { createStripeWebhook } from "../functions/api/webhooks/stripe.ts";
import voiceWebhook, { createVoiceWebhook } from "../functions/api/webhooks/twilio/voice.ts";
import { merchantDatabase } from "../functions/platform/database.ts";
import { readEnv } from "../functions/platform/env.ts";
import { serviceDatabase } from "../functions/platform/service-role.ts";
import { createStripeVerifier } from "../functions/providers/stripe/verify.ts";
import { createTwilioVerifier } from "../functions/providers/twilio/verify.ts";
import { callStore } from "../functions/store/calls.ts";
import { twilioSpeech, twilioTrust } from "../functions/wiring/telephony.ts";
import { type Figures, type Load, sideBySide } from "./lib/measure.ts";
import type { World } from "./lib/world.ts";

const TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello</Say><Hangup/></Response>';
const VOICE = "/api/webhooks/twilio/voice";
const STRIPE = "/api/webhooks/stripe";
const XML = { headers: { "content-type": "text/xml" } };

let calls = 0;
const callSid = () => `CA${(calls++).toString(16).padStart(32, "0")}`;

type App = { fetch(request: Request): Response | Promise<Response> };

async function expectOk(app: App, request: Request): Promise<void> {
  const response = await app.fetch(request);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${text}`);
}

/** The voice webhook against what it cannot be faster than: verifying the signature and answering a fixed text. */
export async function benchVoice({
  product,
  number,
}: World): Promise<{ stubbed: Figures[]; embedded: Figures[] }> {
  const env = readEnv();
  const token = env.twilio?.authToken ?? "";
  const request = () => {
    const params = {
      CallSid: callSid(),
      AccountSid: "AC1",
      From: "+15145550199",
      To: number,
      CallStatus: "ringing",
      Direction: "inbound",
      ApiVersion: "2010-04-01",
    };
    const signature = twilio.getExpectedTwilioSignature(token, product.url + VOICE, params);
    const body = new URLSearchParams(params).toString();
    return new Request(product.url + VOICE, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(body.length),
        "x-twilio-signature": signature,
      },
    });
  };
  const load = (name: string, app: App): Load => ({ name, once: () => expectOk(app, request()) });

  const verify = createTwilioVerifier({ authToken: token, publicBaseUrl: product.url });
  const bare = new Hono().post(VOICE, async (c) => {
    await verify({ path: VOICE, rawBody: await c.req.text(), signature: c.req.header("x-twilio-signature") });
    return new Response(TWIML, XML);
  });

  const service = serviceDatabase(env, "bench");
  const owner = await service.resolveNumber(number);
  if (!owner) throw new Error("the shop's number is nobody's");
  const store = async () =>
    callStore(await merchantDatabase(env, owner.merchantId, "webhook:bench", "bench"), owner.merchantId);
  const open = async () =>
    (await store()).start({ callSid: callSid(), from: "+15145550199", to: number, eventId: callSid() });
  const answer = await open();
  const shape = await store();
  const limit = { allowed: true, limit: 1, remaining: 1, resetSeconds: 1 };
  const deps = {
    trust: twilioTrust(env),
    say: twilioSpeech(env),
    resolveNumber: async () => owner,
    limiter: { consume: async () => limit },
    calls: async () => ({ ...shape, start: async () => answer }),
  };
  const stubbed = createVoiceWebhook(() => deps);

  const database: Load = {
    name: "voice, database work alone",
    once: async () => {
      await service.resolveNumber(number);
      await open();
    },
  };
  return {
    stubbed: await sideBySide(
      [load("voice, bare Hono app", bare), load("voice, database stubbed", stubbed)],
      {
        total: 4000,
        concurrency: 50,
      },
    ),
    embedded: await sideBySide([load("voice, embedded database", voiceWebhook), database], {
      total: 1500,
      concurrency: 50,
    }),
  };
}

/** The stripe webhook against the same reference. */
export async function benchStripe({ product }: World): Promise<{ stubbed: Figures[]; embedded: Figures[] }> {
  const env = readEnv();
  const secret = env.stripe?.connectWebhookSecret ?? "";
  let events = 0;
  const request = async () => {
    const payload = JSON.stringify({
      id: `evt_bench_${events++}`,
      object: "event",
      account: "acct_unknown",
      api_version: "2026-10-28.endive",
      created: Math.floor(Date.now() / 1000),
      type: "account.updated",
      data: {
        object: {
          id: "acct_unknown",
          object: "account",
          charges_enabled: true,
          payouts_enabled: true,
          details_submitted: true,
        },
      },
    });
    const header = await Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret });
    return new Request(product.url + STRIPE, {
      method: "POST",
      body: payload,
      headers: { "content-length": String(payload.length), "stripe-signature": header },
    });
  };
  const load = (name: string, app: App): Load => ({ name, once: async () => expectOk(app, await request()) });

  if (!env.stripe) throw new Error("stripe is not configured");
  const verify = createStripeVerifier(env.stripe);
  const bare = new Hono().post(STRIPE, async (c) => {
    await verify(await c.req.text(), c.req.header("stripe-signature"));
    return c.json({ received: true });
  });
  const stubbed = createStripeWebhook(() => ({
    verify,
    service: () => ({ resolveAccount: async () => null, recordInbox: async () => true }),
    payments: () => Promise.reject(new Error("not asked")),
    dispatch: () => async () => {},
  }));
  const service = serviceDatabase(env, "bench");
  const database: Load = {
    name: "stripe, database work alone",
    once: async (index) => {
      await service.resolveAccount("stripe", "acct_unknown");
      await service.recordInbox({
        provider: "stripe",
        eventId: `evt_alone_${index}`,
        kind: "account_updated",
        merchantId: null,
        outcome: "unknown_account",
      });
    },
  };
  return {
    stubbed: await sideBySide(
      [load("stripe, bare Hono app", bare), load("stripe, database stubbed", stubbed)],
      {
        total: 3000,
        concurrency: 50,
      },
    ),
    embedded: await sideBySide([load("stripe, embedded database", stripeWebhook), database], {
      total: 1500,
      concurrency: 50,
    }),
  };
}
