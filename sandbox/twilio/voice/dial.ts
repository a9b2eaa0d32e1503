import { behaviourOf, type Call, isoNow, keep, type PhoneBehaviour, type World } from "../books.ts";
import { newSid } from "../sids.ts";
import type { Verb } from "../twiml/parse.ts";
import { addressIn, goTo } from "./documents.ts";
import { endGather } from "./gather.ts";
import {
  answer,
  closeLeg,
  durationOf,
  endLeg,
  hasEnded,
  type Leg,
  type LegCallbacks,
  note,
  noteError,
  type Stage,
  tellLeg,
  type Waiting,
} from "./leg.ts";

const DEFAULT_TIMEOUT_SECONDS = 30;
/** A whisper that asks more than this is not answered any longer. */
const MAX_WHISPER_STEPS = 5;

type DialResult = {
  status: "completed" | PhoneBehaviour["dial"];
  other?: Leg;
  bridged: boolean;
  seconds: number;
};

/**
 * Rings the numbers in turn; the first that is answered hears its whisper (`<Number url>`), then talks with the
 * caller. Who answers is the number's own behaviour (`PUT /_sandbox/phones/:number`), which a fault with the path
 * `/Dial` overrides: `status` 486 busy, other statuses failed, `timeout` and `drop` no answer.
 */
export async function dial(stage: Stage, leg: Leg, verb: Verb): Promise<void> {
  const { world } = stage;
  if (verb.text) verb.children.push({ name: "Number", attributes: {}, text: verb.text, children: [] });
  let result: DialResult = { status: "failed", bridged: false, seconds: 0 };
  for (const target of verb.children) {
    if (hasEnded(leg)) return;
    result = await ring(stage, leg, verb, target);
    if (leg.waiting) return answer(world, leg);
    if (result.status === "completed") break;
  }
  await endDial(stage, leg, verb, result);
}

async function ring(stage: Stage, leg: Leg, verb: Verb, target: Verb): Promise<DialResult> {
  const { world } = stage;
  const number = target.text.replace(/[^+\d]/g, "");
  note(world, leg, { kind: "heard", text: `(ringing ${number})` });
  const other = dialledLeg(world, leg, number, verb.attributes.callerId);
  const callbacks = callbacksOf(leg, target);
  await tellLeg(world, other, callbacks, "initiated");
  await tellLeg(world, other, callbacks, "ringing");

  const outcome = outcomeOf(world, number);
  if (outcome !== "answer") {
    if (outcome === "no-answer")
      leg.call.seconds += Number(verb.attributes.timeout ?? DEFAULT_TIMEOUT_SECONDS);
    await endLeg(stage, other, outcome);
    await tellLeg(world, other, callbacks, "completed");
    return { status: outcome, other, bridged: false, seconds: 0 };
  }
  answer(world, other);
  await tellLeg(world, other, callbacks, "answered");
  const accepted = await whisper(stage, leg, other, target);
  if (hasEnded(leg) || !accepted) {
    await endLeg(stage, other, "completed");
    await tellLeg(world, other, callbacks, "completed");
    return { status: "completed", other, bridged: false, seconds: durationOf(other.call) };
  }
  note(world, leg, { kind: "heard", text: `(connected to ${number})` });
  leg.waiting = { kind: "conversation", verb, other, callbacks };
  return { status: "completed", other, bridged: true, seconds: 0 };
}

/** The conversation is over, whoever ended it. */
export async function endConversation(
  stage: Stage,
  leg: Leg,
  { verb, other, callbacks }: Extract<Waiting, { kind: "conversation" }>,
): Promise<void> {
  delete leg.waiting;
  closeLeg(stage, other, "completed");
  await tellLeg(stage.world, other, callbacks, "completed");
  await endDial(stage, leg, verb, {
    status: "completed",
    other,
    bridged: true,
    seconds: durationOf(other.call),
  });
}

async function endDial(stage: Stage, leg: Leg, verb: Verb, result: DialResult): Promise<void> {
  if (!verb.attributes.action) return;
  await goTo(stage, leg, addressIn(leg.playing, verb.attributes.action), verb.attributes.method ?? "POST", {
    DialCallStatus: result.status,
    DialCallDuration: String(result.seconds),
    DialBridged: String(result.bridged),
    ...(result.other && { DialCallSid: result.other.call.sid }),
  });
}

function dialledLeg(world: World, leg: Leg, to: string, callerId: string | undefined): Leg {
  const call: Call = {
    sid: newSid("CA"),
    parentCallSid: leg.call.sid,
    from: callerId ?? leg.call.from,
    to,
    direction: "outbound-dial",
    status: "ringing",
    phoneNumberSid: null,
    createdAt: isoNow(),
    answeredAt: null,
    endedAt: null,
    seconds: 0,
    language: leg.call.language,
    history: [],
  };
  keep(world, "calls", call);
  return { call, requests: 0, mark: 0, whispering: true, queue: Promise.resolve() };
}

/** Plays the whisper to who answered, pressing the keys they would press. False when they are hung up on. */
async function whisper(stage: Stage, leg: Leg, other: Leg, target: Verb): Promise<boolean> {
  if (!target.attributes.url) return true;
  const url = addressIn(leg.playing, target.attributes.url);
  await goTo(stage, other, url, target.attributes.method ?? "POST");
  await stage.play(other);
  for (let step = 0; other.waiting && step < MAX_WHISPER_STEPS; step += 1) {
    if (other.waiting.kind !== "gather") {
      noteError(stage.world, leg, 12200, "Only Gather may ask something in a whisper", url);
      return false;
    }
    await endGather(stage, other, other.waiting.verb, {
      digits: behaviourOf(stage.world, other.call.to).presses,
    });
    await stage.play(other);
  }
  return !hasEnded(other) && !other.waiting;
}

function outcomeOf(world: World, number: string): PhoneBehaviour["dial"] {
  const path = `/Dial/${number}`;
  const aimed = world.kernel.faults.list().some((fault) => fault.path && path.includes(fault.path));
  const fault = aimed ? world.kernel.faults.take("twilio", path, ["status", "timeout", "drop"]) : undefined;
  if (!fault) return behaviourOf(world, number).dial;
  if (fault.kind !== "status") return "no-answer";
  return fault.value === 486 ? "busy" : "failed";
}

function callbacksOf(leg: Leg, target: Verb): LegCallbacks {
  const { statusCallback, statusCallbackMethod, statusCallbackEvent } = target.attributes;
  return {
    url: statusCallback ? addressIn(leg.playing, statusCallback) : "",
    method: statusCallbackMethod ?? "POST",
    events: (statusCallbackEvent ?? "completed").split(/\s+/),
  };
}
