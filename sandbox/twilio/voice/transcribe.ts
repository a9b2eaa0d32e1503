import { isoNow, keep, type Recording, type Transcription, type World } from "../books.ts";
import { newSid } from "../sids.ts";
import type { Verb } from "../twiml/parse.ts";
import { addressIn } from "./documents.ts";
import { type Leg, type Playing, recordingUrl, tell } from "./leg.ts";

const READY_AFTER_MS = 3_000;
const SHORTEST_SECONDS = 2;
const LONGEST_SECONDS = 120;

/**
 * Twilio's own transcription, when the document asked for it: American English, recordings of 2 to 120 s
 * (https://www.twilio.com/docs/voice/twiml/record#transcribe). Others, and a caller who was spoken to in another
 * language, come back `failed` and without text. The fault `{provider: "twilio", path: "/Transcriptions", status}`
 * makes one fail.
 */
export function transcribe(
  world: World,
  leg: Leg,
  verb: Verb,
  recording: Recording,
  playing: Playing | undefined,
) {
  if (verb.attributes.transcribe !== "true") return;
  const understood =
    leg.call.language.startsWith("en") &&
    recording.seconds >= SHORTEST_SECONDS &&
    recording.seconds <= LONGEST_SECONDS &&
    !faultStrikes(world);
  world.kernel.scheduler.after(READY_AFTER_MS, () =>
    deliver(world, leg, verb, recording, understood, playing),
  );
}

const faultStrikes = (world: World): boolean =>
  world.kernel.faults.list().some((fault) => fault.path?.includes("/Transcriptions")) &&
  world.kernel.faults.take("twilio", "/Transcriptions", ["status"]) !== undefined;

async function deliver(
  world: World,
  leg: Leg,
  verb: Verb,
  recording: Recording,
  understood: boolean,
  playing: Playing | undefined,
): Promise<void> {
  const made: Transcription = {
    sid: newSid("TR"),
    recordingSid: recording.sid,
    status: understood ? "completed" : "failed",
    text: understood ? recording.text : "",
    seconds: recording.seconds,
    createdAt: isoNow(),
  };
  keep(world, "transcriptions", made);
  const callback = verb.attributes.transcribeCallback;
  if (!callback) return;
  await tell(world, leg, addressIn(playing, callback), "POST", {
    TranscriptionSid: made.sid,
    TranscriptionStatus: made.status,
    ...(understood && { TranscriptionText: made.text }),
    TranscriptionUrl: `${recordingUrl(world, recording.sid).replace(/\/Recordings\/.*/, "")}/Transcriptions/${made.sid}`,
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(world, recording.sid),
  });
}
