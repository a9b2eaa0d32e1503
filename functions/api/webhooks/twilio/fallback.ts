import { apology } from "../../../domain/calls/voice.ts";
import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toFallback } from "../../../providers/twilio/translate.ts";
import { twilioSpeech, twilioTrust } from "../../../wiring/telephony.ts";

type FallbackDeps = { trust: ReturnType<typeof twilioTrust>; say: ReturnType<typeof twilioSpeech> };

/**
 * We failed a caller in mid-call: they hear a sentence, without the database, which may be what failed. The call's
 * end then reaches the status webhook, which sends the text that the sentence promises.
 */
export const createFallbackWebhook = (resolve: () => FallbackDeps) =>
  webhook("twilio-fallback", resolve, async ({ trust, say }, request) => {
    const failure = toFallback(await trust(request));
    request.log.error("a call fell back", { callSid: failure.callSid, errorCode: failure.errorCode });
    return say("apologised", apology);
  });

const depsFrom = (env: Env): FallbackDeps => ({ trust: twilioTrust(env), say: twilioSpeech(env) });

export default createFallbackWebhook(lazy(() => depsFrom(readEnv())));
