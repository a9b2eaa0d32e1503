import * as z from "zod/mini";
import { callerNumber, optionalWord, parseForm, seconds, word } from "./form.ts";
import { callEventId } from "./translate-call.ts";
import type { TwilioParams } from "./verify.ts";

const recordResult = z.object({
  CallSid: word,
  RecordingUrl: optionalWord,
  RecordingDuration: optionalWord,
  Digits: optionalWord,
});

/** The end of a `<Record>`. The audio may not be ready yet: that is said by the recording callback. */
export function toRecordResult(params: TwilioParams) {
  const form = parseForm(recordResult, params);
  return {
    callSid: form.CallSid,
    durationSeconds: seconds(form.RecordingDuration),
    recorded: Boolean(form.RecordingUrl) && seconds(form.RecordingDuration) !== 0,
    hungUp: form.Digits === "hangup",
  };
}
export type RecordResult = ReturnType<typeof toRecordResult>;

const recording = z.object({
  CallSid: word,
  RecordingSid: word,
  RecordingUrl: optionalWord,
  RecordingStatus: word,
  RecordingDuration: optionalWord,
});

/** A recording that is ready (`completed`), or never will be (`absent`, `failed`). */
export function toRecording(params: TwilioParams) {
  const form = parseForm(recording, params);
  return {
    callSid: form.CallSid,
    recordingSid: form.RecordingSid,
    url: form.RecordingUrl || null,
    status: recordingStatusOf(form.RecordingStatus),
    durationSeconds: seconds(form.RecordingDuration),
    eventId: callEventId(form.RecordingSid, form.RecordingStatus),
  };
}
export type Recording = ReturnType<typeof toRecording>;

function recordingStatusOf(said: string): "in-progress" | "completed" | "absent" | "failed" {
  return said === "in-progress" || said === "completed" || said === "absent" ? said : "failed";
}

const transcription = z.object({
  CallSid: word,
  From: optionalWord,
  To: optionalWord,
  RecordingSid: word,
  TranscriptionSid: word,
  TranscriptionStatus: word,
  TranscriptionText: z.optional(z.string().check(z.maxLength(20_000))),
});

/** A voicemail in words; `text` is null when Twilio could make nothing of it. */
export function toTranscription(params: TwilioParams) {
  const form = parseForm(transcription, params);
  const completed = form.TranscriptionStatus === "completed";
  return {
    callSid: form.CallSid,
    from: callerNumber(form.From),
    to: form.To || null,
    recordingSid: form.RecordingSid,
    transcriptionSid: form.TranscriptionSid,
    text: (completed && form.TranscriptionText?.trim()) || null,
    eventId: callEventId(form.TranscriptionSid, form.TranscriptionStatus),
  };
}
export type Transcription = ReturnType<typeof toTranscription>;
