import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toRecording } from "../../../providers/twilio/translate.ts";
import { callPlace } from "../../../wiring/call-place.ts";
import { callsFor } from "../../../wiring/calls.ts";
import { dispatcherFor } from "../../../wiring/dispatch.ts";
import { twilioTrust } from "../../../wiring/telephony.ts";

type RecordingDeps = {
  trust: ReturnType<typeof twilioTrust>;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** A voicemail's audio is ready at Twilio. */
export const createRecordingWebhook = (resolve: () => RecordingDeps) =>
  webhook("twilio-recording", resolve, async ({ trust, calls, dispatch }, request) => {
    const recording = toRecording(await trust(request));
    const { merchantId } = callPlace(request);
    if (recording.status !== "completed" || recording.durationSeconds === 0) return { outcome: "ignored" };
    const { outcome, events } = await (await calls(merchantId, request.requestId)).applyRecording(recording);
    await dispatch(request.requestId)(events);
    return { outcome };
  });

const depsFrom = (env: Env): RecordingDeps => ({
  trust: twilioTrust(env),
  calls: (merchantId, requestId) => callsFor(env, merchantId, "webhook:twilio-recording", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createRecordingWebhook(lazy(() => depsFrom(readEnv())));
