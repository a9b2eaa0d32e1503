import { apology } from "../../../domain/calls/voice.ts";
import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toFallback } from "../../../providers/twilio/translate.ts";
import { settleLaterFor } from "../../../wiring/settle-later.ts";
import { twilioSpeech, twilioTrust } from "../../../wiring/telephony.ts";

type FallbackDeps = {
  trust: ReturnType<typeof twilioTrust>;
  say: ReturnType<typeof twilioSpeech>;
  settleLater: (requestId: string) => ReturnType<typeof settleLaterFor>;
};

/**
 * We failed a caller in mid-call: they hear a sentence, without the database, which may be what failed. The text that
 * the sentence promises comes with the call's end: told by the status webhook, or looked up if that fails too.
 */
export const createFallbackWebhook = (resolve: () => FallbackDeps) =>
  webhook("twilio-fallback", resolve, async ({ trust, say, settleLater }, request) => {
    const failure = toFallback(await trust(request));
    request.log.error("a call fell back", { callSid: failure.callSid, errorCode: failure.errorCode });
    request.waitUntil(settleLater(request.requestId)(failure));
    return say("apologised", apology);
  });

const depsFrom = (env: Env): FallbackDeps => ({
  trust: twilioTrust(env),
  say: twilioSpeech(env),
  settleLater: (requestId) => settleLaterFor(env, requestId),
});

export default createFallbackWebhook(lazy(() => depsFrom(readEnv())));
