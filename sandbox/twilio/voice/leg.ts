import {
  type Call,
  type CallMoment,
  type CallStatus,
  isoNow,
  type OwnedNumber,
  raiseAlert,
  type World,
} from "../books.ts";
import { geoParams } from "../geography.ts";
import type { FormParams } from "../signature.ts";
import type { Verb } from "../twiml/parse.ts";

/** A TwiML document being played, and the verb that comes next. */
export type Playing = { url: string; method: string; verbs: readonly Verb[]; next: number };

/** What a call waits for before it goes on. */
export type Waiting =
  | { kind: "gather"; verb: Verb }
  | { kind: "record"; verb: Verb }
  | { kind: "conversation"; verb: Verb; other: Leg; callbacks: LegCallbacks };

/** `<Number statusCallback…>`: who is told how the leg to a dialled number fares. */
export type LegCallbacks = { url: string; method: string; events: readonly string[] };

/** One party's side of a call while it lasts: the caller's, or that of a number being dialled. */
export type Leg = {
  call: Call;
  /** The bought number that was rung; absent on a dialled leg. */
  number?: OwnedNumber;
  playing?: Playing;
  waiting?: Waiting;
  /** Requests to the product since the person last did something. */
  requests: number;
  /** Index in the history where the person's last action was. */
  mark: number;
  /** A whisper plays on this leg: at the end of the document the parties are connected, not cut. */
  whispering: boolean;
  /** Actions on a call are taken one after another. */
  queue: Promise<unknown>;
};

/** What the verbs need: the world, a way to go on playing, and to be rid of an ended leg. */
export type Stage = { world: World; play(leg: Leg): Promise<void>; forget(leg: Leg): void };

export const hasEnded = (leg: Leg): boolean => leg.call.endedAt !== null;

/** Words per second of an unhurried speaker. */
const SPEAKING_RATE = 2.5;

export const secondsToSay = (text: string): number => Math.max(1, text.split(/\s+/).length / SPEAKING_RATE);

export function note(world: World, leg: Leg, moment: Omit<CallMoment, "at">, seconds = 0): void {
  leg.call.history.push({ at: isoNow(), ...moment });
  leg.call.seconds += seconds;
  world.books.changed();
}

export function noteError(world: World, leg: Leg, code: number, message: string, url: string): void {
  note(world, leg, { kind: "error", text: `${code}: ${message}` });
  raiseAlert(world, { code, message, url, callSid: leg.call.sid });
}

export function answer(world: World, leg: Leg): void {
  if (leg.call.answeredAt || hasEnded(leg)) return;
  leg.call.answeredAt = isoNow();
  leg.call.status = "in-progress";
  world.books.changed();
}

export const durationOf = (call: Call): number =>
  call.answeredAt ? Math.max(1, Math.round(call.seconds)) : 0;

/** Parameters of every request about a call; https://www.twilio.com/docs/voice/twiml#request-parameters */
export function callParams(world: World, leg: Leg): Record<string, string> {
  const { sid, from, to, status, direction, parentCallSid } = leg.call;
  return {
    CallSid: sid,
    AccountSid: world.accountSid,
    From: from,
    To: to,
    Caller: from,
    Called: to,
    CallStatus: status,
    ApiVersion: "2010-04-01",
    Direction: direction,
    ...(parentCallSid && { ParentCallSid: parentCallSid }),
    ...geoParams("From", from),
    ...geoParams("To", to),
    ...geoParams("Caller", from),
    ...geoParams("Called", to),
  };
}

/** Tells a callback about this call; the answer does not matter, a failure goes to the debugger. */
export async function tell(
  world: World,
  leg: Leg,
  url: string,
  method: string,
  extra: FormParams,
): Promise<void> {
  const delivered = await world.deliver({ url, method, params: { ...callParams(world, leg), ...extra } });
  if (!delivered.ok) noteError(world, leg, delivered.code, delivered.message, url);
}

/** Marks a leg as over, once. False when it was over already. */
export function closeLeg(stage: Stage, leg: Leg, status: CallStatus): boolean {
  if (hasEnded(leg)) return false;
  leg.call.endedAt = isoNow();
  leg.call.status = status;
  delete leg.waiting;
  stage.world.books.changed();
  stage.forget(leg);
  return true;
}

/** Ends a leg once, in this state, together with the one it talks to, and tells the number's status callback. */
export async function endLeg(stage: Stage, leg: Leg, status: CallStatus): Promise<void> {
  const { waiting } = leg;
  if (!closeLeg(stage, leg, status)) return;
  if (waiting?.kind === "conversation") {
    closeLeg(stage, waiting.other, "completed");
    await tellLeg(stage.world, waiting.other, waiting.callbacks, "completed");
  }
  await tellEnd(stage.world, leg);
}

export async function tellEnd(world: World, leg: Leg): Promise<void> {
  if (!leg.number?.statusCallback) return;
  await tell(
    world,
    leg,
    leg.number.statusCallback,
    leg.number.statusCallbackMethod,
    endParams(world, leg.call),
  );
}

/** Tells `<Number statusCallback>` of one of the events it asked for. */
export async function tellLeg(
  world: World,
  other: Leg,
  callbacks: LegCallbacks,
  event: string,
): Promise<void> {
  if (!callbacks.url || !callbacks.events.includes(event)) return;
  const beforeAnswer = event === "initiated" || event === "ringing";
  await tell(world, other, callbacks.url, callbacks.method, {
    CallStatus: beforeAnswer ? event : other.call.status,
    CallDuration: String(durationOf(other.call)),
    CallbackSource: "call-progress-events",
  });
}

function endParams(world: World, call: Call): FormParams {
  const duration = durationOf(call);
  const recording = world.books.data.recordings.findLast(
    (one) => one.callSid === call.sid && one.status === "completed",
  );
  return {
    CallDuration: String(duration),
    Duration: String(Math.ceil(duration / 60)),
    Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
    CallbackSource: "call-progress-events",
    SequenceNumber: "0",
    ...(recording && {
      RecordingUrl: recordingUrl(world, recording.sid),
      RecordingSid: recording.sid,
      RecordingDuration: String(recording.seconds),
    }),
  };
}

export const recordingUrl = (world: World, recordingSid: string): string =>
  `${world.kernel.baseUrl}/twilio/2010-04-01/Accounts/${world.accountSid}/Recordings/${recordingSid}`;
