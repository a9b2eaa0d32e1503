import { voicemailAudioContract } from "../../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { readEnv } from "../../../../platform/env.ts";
import { fetchRecording } from "../../../../providers/twilio/recordings.ts";
import { callLog } from "../../../../store/calls.ts";
import { twilioSettings } from "../../../../wiring/telephony.ts";

type Deps = { recording: (id: string) => Promise<Response> };

/** The carrier wants our credentials for the audio; the browser has the merchant's. */
export const createVoicemailAudio = (resolve: () => Deps) =>
  apiRoute(voicemailAudioContract, resolve, async ({ recording }, { db, merchant }, { params }) => {
    const audio = await recording(await callLog(db, merchant.merchantId).recordingOf(params.id));
    return new Response(audio.body, {
      headers: { "content-type": "audio/mpeg", "cache-control": "private, max-age=3600" },
    });
  });

export default createVoicemailAudio(() => ({
  recording: (id) => fetchRecording(twilioSettings(readEnv()), id),
}));
