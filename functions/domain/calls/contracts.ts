import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { messageView } from "../messages/contracts.ts";
import { id, idParam, locale, page, pageOf, phone, time } from "../shared/schemas.ts";

export const callStatuses = [
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "failed",
  "no-answer",
  "canceled",
] as const;
export const callOutcomes = [
  "ordered",
  "callback",
  "message",
  "transferred",
  "missed",
  "abandoned",
  "answered",
] as const;

export const callSummary = z.object({
  id,
  from: phone.nullable(),
  to: phone,
  status: z.enum(callStatuses),
  /** Null while the call goes on. */
  outcome: z.enum(callOutcomes).nullable(),
  language: locale.nullable(),
  aiHandled: z.boolean(),
  durationSeconds: z.int().nullable(),
  summary: z.string().nullable(),
  startedAt: time,
  endedAt: time.nullable(),
});
export type CallSummary = z.infer<typeof callSummary>;

export const voicemail = z.object({
  id,
  callId: id,
  from: phone.nullable(),
  durationSeconds: z.int().nullable(),
  transcription: z.string().nullable(),
  status: z.enum(["new", "heard"]),
  /** False until the carrier has the audio ready. */
  ready: z.boolean(),
  createdAt: time,
});

export const callback = z.object({
  id,
  callId: id.nullable(),
  phone: phone.nullable(),
  name: z.string().nullable(),
  /** When it suits: as it was read back and confirmed, else in the caller's own words. */
  preferred: z.string().nullable(),
  /** The day and the hour of it that the caller confirmed, local to the business. */
  preferredDate: z.iso.date().nullable(),
  preferredTime: z.iso.time().nullable(),
  note: z.string().nullable(),
  status: z.enum(["open", "done"]),
  createdAt: time,
});

export const callDetail = callSummary.extend({
  provider: z.enum(["twilio", "vapi"]),
  externalId: z.string(),
  transcript: z.string().nullable(),
  turns: z.array(
    z.object({
      turn: z.int(),
      heard: z.string().nullable(),
      digits: z.string().nullable(),
      said: z.string(),
      at: time,
    }),
  ),
  voicemails: z.array(voicemail),
  callbacks: z.array(callback),
  orders: z.array(z.object({ id, number: z.int(), status: z.string(), totalCents: z.int() })),
  messages: z.array(messageView),
});
export type CallDetail = z.infer<typeof callDetail>;

const read = { tag: "telephony", auth: "merchant", scope: "calls:read", method: "GET" } as const;
const write = { tag: "telephony", auth: "merchant", scope: "calls:write", method: "POST" } as const;

export const listCallsContract = defineContract({
  ...read,
  path: "/api/telephony/call-logs",
  summary: "Calls, newest first",
  query: page.extend({ outcome: z.enum(callOutcomes).optional() }),
  response: pageOf(callSummary),
});

export const getCallContract = defineContract({
  ...read,
  path: "/api/telephony/call-logs/:id",
  summary: "One call with every turn and what came of it",
  params: idParam,
  response: callDetail,
});

export const listCallbacksContract = defineContract({
  ...read,
  path: "/api/telephony/callbacks",
  summary: "People who asked to be called back, newest first",
  query: page.extend({ status: z.enum(["open", "done"]).optional() }),
  response: pageOf(callback),
});

export const updateCallbackContract = defineContract({
  ...write,
  method: "PATCH",
  path: "/api/telephony/callbacks/:id",
  summary: "Mark a call-back as done, or open again",
  params: idParam,
  body: z.object({ status: z.enum(["open", "done"]) }),
  response: callback,
});

export const listVoicemailsContract = defineContract({
  ...read,
  path: "/api/telephony/voicemails",
  summary: "Voicemails, newest first",
  query: page,
  response: pageOf(voicemail),
});

export const updateVoicemailContract = defineContract({
  ...write,
  method: "PATCH",
  path: "/api/telephony/voicemails/:id",
  summary: "Mark a voicemail as heard, or new again",
  params: idParam,
  body: z.object({ status: z.enum(["new", "heard"]) }),
  response: voicemail,
});

/** Answers the audio itself (audio/mpeg), fetched from the carrier with our credentials. */
export const voicemailAudioContract = defineContract({
  ...read,
  path: "/api/telephony/voicemails/:id/audio",
  summary: "A voicemail's audio",
  params: idParam,
  response: z.void(),
});
