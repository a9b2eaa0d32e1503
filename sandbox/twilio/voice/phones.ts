import { type Call, type CallMoment, ownedNumber, type World } from "../books.ts";
import { type Action, type Exchange, expectsOf } from "./exchange.ts";
import { durationOf, hasEnded } from "./leg.ts";

export type Said = { text: string; language: string; voice: string | null };

/** A call as the person at the phone has it. `heard` and `said`: since their last action, in time order. */
export type CallView = {
  callSid: string;
  from: string;
  to: string;
  status: Call["status"];
  /** `speech`, `digits`, `speech dtmf`, `recording`, `conversation`, or `nothing` when the call is over. */
  expects: string;
  /** Words, and sounds in brackets. */
  heard: string[];
  /** The spoken part of `heard`, with the language it was spoken in. */
  said: Said[];
  /** What went wrong between the sandbox and the product since then, with Twilio's error codes. */
  errors: string[];
};

export type CallHistory = CallView & {
  direction: Call["direction"];
  parentCallSid: string | null;
  createdAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  durationSeconds: number;
  history: readonly CallMoment[];
};

export type Phones = {
  /** Rings `to`; undefined when nobody bought that number. */
  ring(from: string, to: string): Promise<CallView | undefined>;
  /** The caller's next step; `unknown` call, or one that is `over`. */
  act(callSid: string, action: Action): Promise<CallView | "unknown" | "over">;
  get(callSid: string): CallHistory | undefined;
  /** Newest last. */
  list(): CallHistory[];
};

export function createPhones(world: World, exchange: Exchange): Phones {
  const find = (callSid: string) => world.books.data.calls.find((call) => call.sid === callSid);
  const whole = (call: Call): CallHistory => ({
    ...view(call, 0, expectsOf(exchange.live(call.sid))),
    direction: call.direction,
    parentCallSid: call.parentCallSid,
    createdAt: call.createdAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    durationSeconds: durationOf(call),
    history: call.history,
  });
  return {
    async ring(from, to) {
      const number = ownedNumber(world, to);
      if (!number) return undefined;
      const leg = await exchange.ring(number, from);
      return view(leg.call, leg.mark, expectsOf(leg));
    },
    async act(callSid, action) {
      const leg = await exchange.act(callSid, action);
      if (leg) return view(leg.call, leg.mark, expectsOf(hasEnded(leg) ? undefined : leg));
      return find(callSid) ? "over" : "unknown";
    },
    get(callSid) {
      const call = find(callSid);
      return call && whole(call);
    },
    list: () => world.books.data.calls.map(whole),
  };
}

function view(call: Call, since: number, expects: string): CallView {
  const moments = call.history.slice(since);
  const heard = moments.filter((moment) => moment.kind === "heard");
  return {
    callSid: call.sid,
    from: call.from,
    to: call.to,
    status: call.status,
    expects,
    heard: heard.map((moment) => moment.text),
    said: heard.flatMap(({ text, language, voice }) =>
      language ? [{ text, language, voice: voice ?? null }] : [],
    ),
    errors: moments.filter((moment) => moment.kind === "error").map((moment) => moment.text),
  };
}
