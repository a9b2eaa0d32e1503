import type { VoiceReply } from "../domain/calls/reply.ts";
import type { NumberPorts } from "../domain/numbers/allocate.ts";
import { merchantDatabase } from "../platform/database.ts";
import type { Env } from "../platform/env.ts";
import { AppError } from "../platform/errors.ts";
import { createHttpClient } from "../platform/http.ts";
import type { MachineActor } from "../platform/tokens.ts";
import type { WebhookAnswer, WebhookRequest } from "../platform/webhook.ts";
import { createTwilioClient } from "../providers/twilio/client.ts";
import { toMessagingTwiml, toTwiml } from "../providers/twilio/twiml.ts";
import { callbackUrl } from "../providers/twilio/urls.ts";
import { createTwilioVerifier, type TwilioParams } from "../providers/twilio/verify.ts";
import { numberStore } from "../store/numbers.ts";
import { dispatcherFor } from "./dispatch.ts";

/** @throws AppError not_configured */
export function twilioSettings(env: Env): NonNullable<Env["twilio"]> {
  if (env.twilio) return env.twilio;
  throw new AppError(
    "not_configured",
    "Telephony is not configured on this installation (TWILIO_ACCOUNT_SID).",
  );
}

export const twilioClientFor = (env: Env, requestId: string) =>
  createTwilioClient({ ...twilioSettings(env), http: createHttpClient("twilio", { requestId }) });

/** The parameters of a request that Twilio signed. @throws AppError unauthenticated */
export function twilioTrust(env: Env): (request: WebhookRequest) => Promise<TwilioParams> {
  const verify = createTwilioVerifier({ ...twilioSettings(env), publicBaseUrl: env.publicBaseUrl });
  return (request) =>
    verify({
      path: request.target,
      rawBody: request.rawBody,
      signature: request.header("x-twilio-signature"),
      contentType: request.header("content-type"),
    });
}

/** A spoken answer as Twilio takes it. */
export const twilioSpeech =
  (env: Env) =>
  (outcome: string, reply: VoiceReply): WebhookAnswer => ({
    outcome,
    reply: {
      contentType: "text/xml; charset=utf-8",
      body: toTwiml(reply, { publicBaseUrl: env.publicBaseUrl }),
    },
  });

/** The answer to a text, or none. */
export const twilioTexting = (outcome: string, text: string | null): WebhookAnswer => ({
  outcome,
  reply: { contentType: "text/xml; charset=utf-8", body: toMessagingTwiml(text ?? undefined) },
});

/** Where Twilio brings a number's calls and texts. */
export const numberRoutes = (publicBaseUrl: string) => {
  const at = (webhook: string) => callbackUrl(publicBaseUrl, `/api/webhooks/twilio/${webhook}`);
  return {
    voiceUrl: at("voice"),
    voiceFallbackUrl: at("fallback"),
    statusCallback: at("status"),
    smsUrl: at("sms"),
    smsFallbackUrl: at("sms-fallback"),
  };
};

/** What buying a number for one merchant takes. */
export async function numberPortsFor(
  env: Env,
  merchantId: string,
  actor: MachineActor,
  requestId: string,
): Promise<NumberPorts> {
  const twilio = twilioClientFor(env, requestId);
  const numbers = numberStore(await merchantDatabase(env, merchantId, actor, requestId), merchantId);
  return {
    begin: numbers.begin,
    pause: numbers.pause,
    settle: numbers.settle,
    dispatch: dispatcherFor(env, requestId).dispatch,
    carrier: {
      search: ({ areaCode, contains, ...search }) =>
        twilio.searchNumbers({
          ...search,
          ...(areaCode ? { areaCode } : {}),
          ...(contains ? { contains } : {}),
        }),
      buy: (phoneNumber, mark) =>
        twilio.buyNumber({ ...numberRoutes(env.publicBaseUrl), phoneNumber, friendlyName: mark }),
      findBought: twilio.findNumberByFriendlyName,
    },
  };
}
