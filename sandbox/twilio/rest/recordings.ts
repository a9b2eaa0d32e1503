import { type Context, Hono } from "hono";
import { mp3Silence, wavTone } from "../audio.ts";
import type { Recording, Transcription, World } from "../books.ts";
import { recordingUrl } from "../voice/leg.ts";
import { accountPath, notFound, pageOf, rfc2822, sidOf } from "./respond.ts";

/** Longest audio the sandbox makes up, in seconds: enough to hear, little enough to send. */
const MAX_AUDIO_SECONDS = 30;

/** `…/Recordings` (JSON, and the sound as WAV or MP3) and `…/Transcriptions`. */
export function recordingsApi(world: World): Hono {
  const app = new Hono();
  const find = (c: Context, sid: string) => {
    const recording = world.books.data.recordings.find((one) => one.sid === sid);
    if (!recording) throw notFound(c);
    return recording;
  };
  app.get("/Recordings.json", (c) =>
    pageOf(c, "recordings", listed(world, c.req.query("CallSid")), (one) => presentRecording(world, one)),
  );
  app.get("/Calls/:call/Recordings.json", (c) =>
    pageOf(c, "recordings", listed(world, c.req.param("call")), (one) => presentRecording(world, one)),
  );
  app.get("/Recordings/:file", (c) => {
    const file = c.req.param("file");
    if (file.endsWith(".json")) return c.json(presentRecording(world, find(c, sidOf(c))));
    const seconds = Math.min(MAX_AUDIO_SECONDS, find(c, file.replace(/\.(wav|mp3)$/, "")).seconds);
    return file.endsWith(".mp3")
      ? c.body(mp3Silence(seconds), 200, { "content-type": "audio/mpeg" })
      : c.body(wavTone(seconds), 200, { "content-type": "audio/x-wav" });
  });
  app.delete("/Recordings/:file", (c) => {
    const recording = find(c, sidOf(c));
    const { data } = world.books;
    data.recordings = data.recordings.filter((one) => one !== recording);
    world.books.changed();
    return c.body(null, 204);
  });
  app.get("/Recordings/:sid/Transcriptions.json", (c) => {
    const made = world.books.data.transcriptions.filter((one) => one.recordingSid === c.req.param("sid"));
    return pageOf(c, "transcriptions", made, (one) => presentTranscription(world, one));
  });
  app.get("/Transcriptions/:file", (c) => {
    const made = world.books.data.transcriptions.find(
      (one) => one.sid === c.req.param("file").replace(/\.json$/, ""),
    );
    if (!made) throw notFound(c);
    return c.json(presentTranscription(world, made));
  });
  return app;
}

const listed = (world: World, callSid: string | undefined): Recording[] =>
  world.books.data.recordings.filter((one) => !callSid || one.callSid === callSid).reverse();

function presentRecording(world: World, recording: Recording) {
  const uri = `${accountPath(world)}/Recordings/${recording.sid}`;
  return {
    account_sid: world.accountSid,
    api_version: "2010-04-01",
    call_sid: recording.callSid,
    channels: 1,
    conference_sid: null,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.createdAt),
    duration: String(recording.seconds),
    encryption_details: null,
    error_code: null,
    media_url: recordingUrl(world, recording.sid),
    price: null,
    price_unit: "USD",
    sid: recording.sid,
    source: "RecordVerb",
    start_time: rfc2822(recording.createdAt),
    status: recording.status,
    subresource_uris: { transcriptions: `${uri}/Transcriptions.json` },
    uri: `${uri}.json`,
  };
}

function presentTranscription(world: World, made: Transcription) {
  return {
    account_sid: world.accountSid,
    api_version: "2010-04-01",
    date_created: rfc2822(made.createdAt),
    date_updated: rfc2822(made.createdAt),
    duration: String(made.seconds),
    price: null,
    price_unit: "USD",
    recording_sid: made.recordingSid,
    sid: made.sid,
    status: made.status,
    transcription_text: made.text,
    type: "fast",
    uri: `${accountPath(world)}/Transcriptions/${made.sid}.json`,
  };
}
