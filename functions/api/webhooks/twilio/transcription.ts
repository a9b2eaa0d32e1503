import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toTranscription } from "../../../providers/twilio/translate.ts";
import { callPlace } from "../../../wiring/call-place.ts";
import { callsFor } from "../../../wiring/calls.ts";
import { twilioTrust } from "../../../wiring/telephony.ts";

type TranscriptionDeps = {
  trust: ReturnType<typeof twilioTrust>;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
};

/** A voicemail in words. */
export const createTranscriptionWebhook = (resolve: () => TranscriptionDeps) =>
  webhook("twilio-transcription", resolve, async ({ trust, calls }, request) => {
    const transcription = toTranscription(await trust(request));
    const { merchantId } = callPlace(request);
    const { outcome } = await (await calls(merchantId, request.requestId)).applyTranscription(transcription);
    return { outcome };
  });

const depsFrom = (env: Env): TranscriptionDeps => ({
  trust: twilioTrust(env),
  calls: (merchantId, requestId) => callsFor(env, merchantId, "webhook:twilio-transcription", requestId),
});

export default createTranscriptionWebhook(lazy(() => depsFrom(readEnv())));
