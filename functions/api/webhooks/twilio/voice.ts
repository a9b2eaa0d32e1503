import { greet } from "../../../domain/calls/greet.ts";
import { tooManyCalls, unknownNumber } from "../../../domain/calls/voice.ts";
import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { createLimiter, type Limiter } from "../../../platform/rate-limit.ts";
import { type ServiceDatabase, serviceDatabase } from "../../../platform/service-role.ts";
import { webhook } from "../../../platform/webhook.ts";
import { callEventId, toInboundCall } from "../../../providers/twilio/translate.ts";
import { callsFor } from "../../../wiring/calls.ts";
import { twilioSpeech, twilioTrust } from "../../../wiring/telephony.ts";

type VoiceDeps = {
  trust: ReturnType<typeof twilioTrust>;
  say: ReturnType<typeof twilioSpeech>;
  resolveNumber: (e164: string, requestId: string) => ReturnType<ServiceDatabase["resolveNumber"]>;
  limiter: Pick<Limiter, "consume">;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
};

/** A call comes in: whose number is it, and what do they say first? */
export const createVoiceWebhook = (resolve: () => VoiceDeps) =>
  webhook("twilio-voice", resolve, async ({ trust, say, resolveNumber, limiter, calls }, request) => {
    const call = toInboundCall(await trust(request));
    // By the called number, which is one merchant's: so the limit need not wait for the database.
    const [owner, limit] = await Promise.all([
      resolveNumber(call.to, request.requestId),
      limiter.consume("webhook", call.to),
    ]);
    if (owner?.status !== "active") {
      request.log.warn("a number of nobody was called", { to: call.to });
      return say("unknown_number", unknownNumber);
    }
    if (!limit.allowed) return say("shed", tooManyCalls);

    const started = await (await calls(owner.merchantId, request.requestId)).start({
      ...call,
      eventId: callEventId(call.callSid, "voice"),
    });
    const place = { merchantId: owner.merchantId, turn: started.call.turn };
    return say("answered", greet(started.call, started.merchant, place));
  });

const depsFrom = (env: Env): VoiceDeps => ({
  trust: twilioTrust(env),
  say: twilioSpeech(env),
  resolveNumber: (e164, requestId) => serviceDatabase(env, requestId).resolveNumber(e164),
  limiter: createLimiter(env.redis),
  calls: (merchantId, requestId) => callsFor(env, merchantId, "webhook:twilio-voice", requestId),
});

export default createVoiceWebhook(lazy(() => depsFrom(readEnv())));
