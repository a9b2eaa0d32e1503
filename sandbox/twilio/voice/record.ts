import { isoNow, keep, type Recording, type World } from "../books.ts";
import { newSid } from "../sids.ts";
import type { FormParams } from "../signature.ts";
import type { Verb } from "../twiml/parse.ts";
import { addressIn, goTo } from "./documents.ts";
import { type Leg, note, recordingUrl, type Stage, secondsToSay, tell } from "./leg.ts";
import { transcribe } from "./transcribe.ts";

const MAX_SECONDS = 3_600;
const MAX_TRANSCRIBED_SECONDS = 120;
const FINISH_KEYS = "1234567890*#";
/** A recording is announced a moment after the caller has moved on, https://www.twilio.com/docs/voice/twiml/record */
const READY_AFTER_MS = 800;

/** How a recording ends: the caller's words, and a key, `hangup`, or a pause (none). */
export type RecordingEnd = { speech?: string; key?: string };

export function record(stage: Stage, leg: Leg, verb: Verb): void {
  if (verb.attributes.playBeep !== "false") note(stage.world, leg, { kind: "heard", text: "(beep)" }, 1);
  leg.waiting = { kind: "record", verb };
}

/**
 * Ends a recording. With words in it the product's action is asked (also when the caller hung up: Twilio tells it
 * `Digits=hangup` and ignores the answer); an empty recording is dropped and the next verb follows.
 */
export async function endRecording(stage: Stage, leg: Leg, verb: Verb, end: RecordingEnd): Promise<void> {
  delete leg.waiting;
  const { world } = stage;
  const playing = leg.playing;
  const callback = verb.attributes.recordingStatusCallback;
  const made = keepRecording(world, leg, verb, end);
  if (callback && eventsOf(verb).includes(made.status)) {
    world.kernel.scheduler.after(READY_AFTER_MS, () =>
      tell(
        world,
        leg,
        addressIn(playing, callback),
        methodOf(verb, "recordingStatusCallback"),
        statusParams(world, made),
      ),
    );
  }
  if (made.status === "absent") return;
  transcribe(world, leg, verb, made, playing);

  const action = addressIn(playing, verb.attributes.action);
  const method = verb.attributes.method ?? "POST";
  await goTo(stage, leg, action, method, {
    RecordingUrl: recordingUrl(world, made.sid),
    RecordingSid: made.sid,
    RecordingDuration: String(made.seconds),
    Digits: end.key ?? "",
  });
}

/** Which key of those pressed ends the recording; keys outside `finishOnKey` are only heard on it. */
export function finishingKey(verb: Verb, digits: string): string | undefined {
  const finishKeys = verb.attributes.finishOnKey ?? FINISH_KEYS;
  return [...digits].find((key) => finishKeys.includes(key));
}

function keepRecording(world: World, leg: Leg, verb: Verb, { speech, key }: RecordingEnd): Recording {
  const most = Number(
    verb.attributes.maxLength ??
      (verb.attributes.transcribe === "true" ? MAX_TRANSCRIBED_SECONDS : MAX_SECONDS),
  );
  const silence = Number(verb.attributes.timeout ?? 5);
  const seconds = speech ? Math.min(most, Math.round(secondsToSay(speech))) : 0;
  if (speech) note(world, leg, { kind: "spoke", text: speech }, seconds);
  else if (!key) note(world, leg, { kind: "silent", text: `${silence} s` }, silence);
  if (key && key !== "hangup") note(world, leg, { kind: "pressed", text: key }, 1);
  const made: Recording = {
    sid: newSid("RE"),
    callSid: leg.call.sid,
    status: speech ? "completed" : "absent",
    seconds,
    text: speech ?? "",
    createdAt: isoNow(),
  };
  if (speech) keep(world, "recordings", made);
  return made;
}

const eventsOf = (verb: Verb) => (verb.attributes.recordingStatusCallbackEvent ?? "completed").split(/\s+/);

const methodOf = (verb: Verb, callback: string) => verb.attributes[`${callback}Method`] ?? "POST";

function statusParams(world: World, made: Recording): FormParams {
  return {
    RecordingSid: made.sid,
    RecordingUrl: recordingUrl(world, made.sid),
    RecordingStatus: made.status,
    RecordingDuration: String(made.seconds),
    RecordingChannels: "1",
    RecordingStartTime: new Date(made.createdAt).toUTCString().replace("GMT", "+0000"),
    RecordingSource: "RecordVerb",
    RecordingTrack: "both",
    ErrorCode: "0",
  };
}
