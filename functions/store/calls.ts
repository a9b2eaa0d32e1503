import type { CallDetail, CallSummary } from "../domain/calls/contracts.ts";
import type { CallFacts, CallMerchant } from "../domain/calls/facts.ts";
import type { TurnPorts } from "../domain/calls/take-turn.ts";
import { type Database, rpc, unwrap } from "../platform/database.ts";
import { AppError } from "../platform/errors.ts";
import type { DomainEvent } from "../platform/events.ts";
import { CALL, CALLBACK, MESSAGE, TURN, VOICEMAIL } from "./columns.ts";
import { afterCursor, toPage } from "./pages.ts";

type Applied = { outcome: string; events: DomainEvent[] };
type Voicemail = CallDetail["voicemails"][number];
type StoredVoicemail = Omit<Voicemail, "from"> & { call: { from: string | null } };
type Callback = CallDetail["callbacks"][number];

/** One merchant's calls while they go on: what the telephone's webhooks need, each in one round trip. */
export function callStore(db: Database, merchantId: string) {
  const of = { p_merchant: merchantId };
  const turns: TurnPorts = {
    load: (externalId, turn) => rpc(db, "load_turn", { ...of, p_external_id: externalId, p_turn: turn }),
    record: (externalId, turn, record) =>
      rpc(db, "record_turn", { ...of, p_external_id: externalId, p_turn: turn, p_record: record }),
  };
  return {
    turns,
    start: (call: { callSid: string; from: string | null; to: string; eventId: string }) =>
      rpc<{ call: CallFacts; merchant: CallMerchant }>(db, "start_call", {
        ...of,
        p_external_id: call.callSid,
        p_from: call.from,
        p_to: call.to,
        p_event_id: call.eventId,
      }),
    applyStatus: (call: {
      callSid: string;
      from: string | null;
      to: string;
      status: string;
      durationSeconds: number | null;
      eventId: string;
    }) =>
      rpc<Applied>(db, "apply_call_status", {
        ...of,
        p_external_id: call.callSid,
        p_from: call.from,
        p_to: call.to,
        p_status: call.status,
        p_duration: call.durationSeconds,
        p_event_id: call.eventId,
      }),
    applyRecording: (recording: {
      callSid: string;
      recordingSid: string;
      url: string | null;
      durationSeconds: number | null;
      eventId: string;
    }) =>
      rpc<Applied>(db, "apply_recording", {
        ...of,
        p_external_id: recording.callSid,
        p_recording_id: recording.recordingSid,
        p_url: recording.url,
        p_duration: recording.durationSeconds,
        p_event_id: recording.eventId,
      }),
    applyTranscription: (transcription: {
      callSid: string;
      recordingSid: string;
      text: string | null;
      eventId: string;
    }) =>
      rpc<Applied>(db, "apply_transcription", {
        ...of,
        p_external_id: transcription.callSid,
        p_recording_id: transcription.recordingSid,
        p_text: transcription.text,
        p_event_id: transcription.eventId,
      }),
  };
}

type Page = { cursor?: string | undefined; limit: number };

/** One merchant's calls as its people look at them. */
export function callLog(db: Database, merchantId: string) {
  return {
    async list(query: Page & { outcome?: string | undefined }) {
      let rows = db.from("calls").select(CALL).eq("merchant_id", merchantId);
      if (query.outcome) rows = rows.eq("outcome", query.outcome);
      const page = afterCursor(rows, query.cursor)
        .order("id", { ascending: false })
        .limit(query.limit + 1);
      return toPage(unwrap<CallSummary[]>(await page), query.limit);
    },

    /** @throws AppError not_found, for another merchant's call too */
    async get(id: string): Promise<CallDetail> {
      const embeds = `turns:call_turns(${TURN}),voicemails(${VOICEMAIL}),callbacks:callback_requests(${CALLBACK}),orders(id,number,status,totalCents:total_cents),messages(${MESSAGE})`;
      const found = unwrap<(CallDetail & { callbacks: Callback[] | Callback | null }) | null>(
        await db
          .from("calls")
          .select(`${CALL},provider,externalId:external_id,${embeds}`)
          .eq("merchant_id", merchantId)
          .eq("id", id)
          .order("turn", { referencedTable: "call_turns" })
          .order("id", { referencedTable: "voicemails" })
          .order("id", { referencedTable: "messages" })
          .maybeSingle(),
      );
      if (!found) throw new AppError("not_found", "There is no such call.");
      const turns = [...found.turns].sort((a, b) => a.turn - b.turn);
      return {
        ...found,
        turns,
        transcript: transcriptOf(turns),
        voicemails: found.voicemails.map((voicemail) => ({ ...voicemail, from: found.from })),
        // One call asks once at most, so PostgREST answers the request itself instead of a list of one.
        callbacks: [found.callbacks].flat().filter((callback) => callback !== null),
      };
    },

    async callbacks(query: Page & { status?: string | undefined }) {
      let rows = db.from("callback_requests").select(CALLBACK).eq("merchant_id", merchantId);
      if (query.status) rows = rows.eq("status", query.status);
      const page = afterCursor(rows, query.cursor)
        .order("id", { ascending: false })
        .limit(query.limit + 1);
      return toPage(unwrap<Callback[]>(await page), query.limit);
    },

    async setCallback(id: string, status: string): Promise<Callback> {
      await rpc(db, "set_callback_status", { p_merchant: merchantId, p_id: id, p_status: status });
      const row = db.from("callback_requests").select(CALLBACK).eq("merchant_id", merchantId).eq("id", id);
      return unwrap<Callback>(await row.single());
    },

    async voicemails(query: Page) {
      const rows = db
        .from("voicemails")
        .select(`${VOICEMAIL},call:calls(from:from_number)`)
        .eq("merchant_id", merchantId);
      const page = afterCursor(rows, query.cursor)
        .order("id", { ascending: false })
        .limit(query.limit + 1);
      return toPage(unwrap<StoredVoicemail[]>(await page).map(toVoicemail), query.limit);
    },

    async setVoicemail(id: string, status: string): Promise<Voicemail> {
      await rpc(db, "set_voicemail_status", { p_merchant: merchantId, p_id: id, p_status: status });
      const row = db
        .from("voicemails")
        .select(`${VOICEMAIL},call:calls(from:from_number)`)
        .eq("merchant_id", merchantId)
        .eq("id", id);
      return toVoicemail(unwrap<StoredVoicemail>(await row.single()));
    },

    /** The carrier's id of a voicemail's recording. @throws AppError not_found */
    async recordingOf(id: string): Promise<string> {
      const row = unwrap<{ recording_id: string } | null>(
        await db
          .from("voicemails")
          .select("recording_id")
          .eq("merchant_id", merchantId)
          .eq("id", id)
          .maybeSingle(),
      );
      if (!row) throw new AppError("not_found", "There is no such voicemail.");
      return row.recording_id;
    },
  };
}

const toVoicemail = ({ call, ...voicemail }: StoredVoicemail): Voicemail => ({
  ...voicemail,
  from: call.from,
});

function transcriptOf(turns: CallDetail["turns"]): string | null {
  const lines = turns.flatMap(({ heard, digits, said }) => [
    ...(heard ? [`Caller: ${heard}`] : digits ? [`Caller: [${digits}]`] : []),
    `Callwaiting: ${said}`,
  ]);
  return lines.length > 0 ? lines.join("\n") : null;
}
