import { type Call, isoNow, keep, type OwnedNumber, raiseAlert, type World } from "../books.ts";
import { newSid } from "../sids.ts";
import { parseVoice } from "../twiml/parse.ts";
import { endConversation } from "./dial.ts";
import { APPLICATION_ERROR, goTo } from "./documents.ts";
import { endGather, type Input, inputsOf } from "./gather.ts";
import {
  closeLeg,
  endLeg,
  hasEnded,
  type Leg,
  note,
  noteError,
  type Stage,
  secondsToSay,
  tellEnd,
} from "./leg.ts";
import { play } from "./play.ts";
import { endRecording, finishingKey } from "./record.ts";

/** What the person at the phone does next. With `hangup`, `speech` is what they said before. */
export type Action = Input & { hangup?: boolean };

/** A change made by the product to a live call through the REST API. */
export type LiveUpdate = { status?: "completed" | "canceled"; url?: string; method?: string; twiml?: string };

/** A call still open after this long without anybody doing anything was forgotten, in real milliseconds. */
const FORGOTTEN_AFTER_MS = 30 * 60_000;

export type Exchange = {
  /** Rings a bought number and plays until the caller is asked something. */
  ring(number: OwnedNumber, from: string): Promise<Leg>;
  /** Takes the caller's next step. Undefined when no such call is in progress. */
  act(callSid: string, action: Action): Promise<Leg | undefined>;
  update(callSid: string, update: LiveUpdate): Promise<boolean>;
  live(callSid: string): Leg | undefined;
  /** Ends calls a stopped sandbox left open, and tells the product. */
  endOrphans(): Promise<void>;
  /** Drops every live call without telling anybody. */
  clear(): void;
};

/** The calls in progress. A call waits in memory between steps; its history is in the books. */
export function createExchange(world: World): Exchange {
  const legs = new Map<string, Leg>();
  const timers = new Map<string, NodeJS.Timeout>();
  const stage: Stage = {
    world,
    play: (leg) => play(stage, leg),
    forget(leg) {
      legs.delete(leg.call.sid);
      clearTimeout(timers.get(leg.call.sid));
      timers.delete(leg.call.sid);
    },
  };
  const watch = (leg: Leg) => {
    clearTimeout(timers.get(leg.call.sid));
    if (hasEnded(leg)) return;
    timers.set(
      leg.call.sid,
      setTimeout(() => void endLeg(stage, leg, "completed"), FORGOTTEN_AFTER_MS).unref(),
    );
  };
  const inTurn = (leg: Leg, step: () => Promise<void>): Promise<void> => {
    const done = leg.queue.then(step).finally(() => watch(leg));
    leg.queue = done.catch(() => undefined);
    return done;
  };

  return {
    async ring(number, from) {
      const leg = newLeg(world, number, from);
      legs.set(leg.call.sid, leg);
      await inTurn(leg, () => begin(stage, leg, number));
      return leg;
    },
    async act(callSid, action) {
      const leg = legs.get(callSid);
      if (!leg) return undefined;
      leg.mark = leg.call.history.length;
      leg.requests = 0;
      // A caller may hang up while the product still thinks about its answer, so hanging up waits for nothing.
      if (action.hangup) await hangUp(stage, leg, action);
      else await inTurn(leg, () => takeStep(stage, leg, action));
      return leg;
    },
    async update(callSid, update) {
      const leg = legs.get(callSid);
      if (!leg) return false;
      if (update.status) await endLeg(stage, leg, leg.call.answeredAt ? "completed" : "canceled");
      else
        inTurn(leg, () => redirect(stage, leg, update)).catch((error) =>
          noteError(world, leg, 0, String(error), ""),
        );
      return true;
    },
    live: (callSid) => legs.get(callSid),
    async endOrphans() {
      const orphans = world.books.data.calls.filter((call) => !call.endedAt && !legs.has(call.sid));
      await Promise.all(orphans.map((call) => endLeg(stage, orphanLeg(world, call), "completed")));
    },
    clear() {
      for (const leg of legs.values()) stage.forget(leg);
    },
  };
}

async function begin(stage: Stage, leg: Leg, number: OwnedNumber): Promise<void> {
  if (!number.voiceUrl) {
    raiseAlert(stage.world, {
      code: 11200,
      message: "The number has no VoiceUrl",
      url: "",
      callSid: leg.call.sid,
    });
    note(stage.world, leg, { kind: "heard", text: APPLICATION_ERROR, language: "en-US" });
    return endLeg(stage, leg, "failed");
  }
  await goTo(stage, leg, number.voiceUrl, number.voiceMethod);
  await play(stage, leg);
}

async function takeStep(stage: Stage, leg: Leg, action: Action): Promise<void> {
  const { waiting } = leg;
  if (!waiting || hasEnded(leg)) return;
  if (waiting.kind === "gather") await endGather(stage, leg, waiting.verb, action);
  else if (waiting.kind === "record") await stepOfRecording(stage, leg, waiting.verb, action);
  else if (!(await stepOfConversation(stage, leg, action))) return;
  await play(stage, leg);
}

async function stepOfRecording(
  stage: Stage,
  leg: Leg,
  verb: Parameters<typeof endRecording>[2],
  action: Action,
) {
  const key = action.digits ? finishingKey(verb, action.digits) : undefined;
  if (action.digits && !key && !action.speech) return; // a key that does not end it: the recording goes on
  await endRecording(stage, leg, verb, {
    ...(action.speech && { speech: action.speech }),
    ...(key && { key }),
  });
}

/** While two people talk, words are only noted; `*` leaves when the document allows; silence: the other hangs up. */
async function stepOfConversation(stage: Stage, leg: Leg, { speech, digits }: Action): Promise<boolean> {
  if (leg.waiting?.kind !== "conversation") return false;
  const { verb, other } = leg.waiting;
  const seconds = speech ? secondsToSay(speech) : 1;
  other.call.seconds += seconds;
  if (speech) note(stage.world, leg, { kind: "spoke", text: speech }, seconds);
  if (digits) note(stage.world, leg, { kind: "pressed", text: digits }, seconds);
  const leaves = digits?.includes("*") && verb.attributes.hangupOnStar === "true";
  if ((speech || digits) && !leaves) return false;
  await endConversation(stage, leg, leg.waiting);
  return true;
}

/** The caller hangs up. Before an answer that is `no-answer`; what was being recorded is kept. */
async function hangUp(stage: Stage, leg: Leg, { speech }: Action): Promise<void> {
  const { waiting } = leg;
  const recorded = waiting?.kind === "record" ? speech : undefined;
  if (speech && !recorded) note(stage.world, leg, { kind: "spoke", text: speech }, secondsToSay(speech));
  note(stage.world, leg, { kind: "event", text: "the caller hung up" });
  if (!closeLeg(stage, leg, leg.call.answeredAt ? "completed" : "no-answer")) return;
  if (waiting?.kind === "record" && recorded) {
    await endRecording(stage, leg, waiting.verb, { speech: recorded, key: "hangup" });
  }
  if (waiting?.kind === "conversation") await endConversation(stage, leg, waiting);
  await tellEnd(stage.world, leg);
}

async function redirect(stage: Stage, leg: Leg, { url, method, twiml }: LiveUpdate): Promise<void> {
  if (hasEnded(leg)) return;
  delete leg.waiting;
  if (twiml) leg.playing = { url: url ?? "", method: "POST", verbs: parseVoice("text/xml", twiml), next: 0 };
  else if (url) await goTo(stage, leg, url, method ?? "POST");
  await play(stage, leg);
}

function newLeg(world: World, number: OwnedNumber, from: string): Leg {
  const call: Call = {
    sid: newSid("CA"),
    parentCallSid: null,
    from,
    to: number.phoneNumber,
    direction: "inbound",
    status: "ringing",
    phoneNumberSid: number.sid,
    createdAt: isoNow(),
    answeredAt: null,
    endedAt: null,
    seconds: 0,
    language: "en-US",
    history: [],
  };
  keep(world, "calls", call);
  return { call, number, requests: 0, mark: 0, whispering: false, queue: Promise.resolve() };
}

function orphanLeg(world: World, call: Call): Leg {
  const number = world.books.data.numbers.find((one) => one.sid === call.phoneNumberSid);
  return {
    call,
    ...(number && { number }),
    requests: 0,
    mark: 0,
    whispering: false,
    queue: Promise.resolve(),
  };
}

/** What the call waits for: `speech`, `digits`, `speech dtmf`, `recording`, `conversation`, or `nothing`. */
export function expectsOf(leg: Leg | undefined): string {
  const waiting = leg?.waiting;
  if (!waiting) return "nothing";
  if (waiting.kind !== "gather") return waiting.kind === "record" ? "recording" : "conversation";
  const inputs = inputsOf(waiting.verb);
  if (inputs.includes("speech")) return inputs.includes("dtmf") ? "speech dtmf" : "speech";
  return "digits";
}
