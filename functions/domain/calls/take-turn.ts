import type { DomainEvent } from "../../platform/events.ts";
import { advance } from "../conversation/dialogue/dialogue.ts";
import { open } from "../conversation/dialogue/opening.ts";
import type { DialogueInput, DialogueState, Effect, Outcome, Turn } from "../conversation/dialogue/types.ts";
import { optionWords } from "../messages/html.ts";
import type { PricedLine } from "../orders/pricing.ts";
import type { Locale } from "../shared/schemas.ts";
import { type CallFacts, type CallMerchant, toDialogueMerchant } from "./facts.ts";
import type { VoiceReply } from "./reply.ts";
import { type CallPlace, toVoiceReply } from "./voice.ts";

/** What happened in a turn, as it is kept. */
export type TurnRecord = {
  turns: {
    turn: number;
    heard: string | null;
    digits: string | null;
    confidence: number | null;
    said: string;
  }[];
  reply: VoiceReply;
  dialogue: DialogueState;
  language: Locale;
  effects: Effect[];
  outcome: string | null;
  summary: string | null;
};

export type TurnPorts = {
  /** `reply` is set when this turn was taken before; null when the call is unknown. */
  load(
    externalId: string,
    turn: number,
  ): Promise<{ call: CallFacts; merchant: CallMerchant; reply: VoiceReply | null } | null>;
  /** Keeps the turn and all it leads to in one transaction; the reply is the first one's when the turn is a repeat. */
  record(
    externalId: string,
    turn: number,
    record: TurnRecord,
  ): Promise<{ outcome: string; reply: VoiceReply; events: DomainEvent[] }>;
};

export type TakenTurn = { outcome: string; reply: VoiceReply; events: DomainEvent[] };

/** One turn of a call: two round trips to the database, whatever is said. Null when the call is unknown. */
export async function takeTurn(
  ports: TurnPorts,
  place: CallPlace,
  externalId: string,
  input: DialogueInput,
): Promise<TakenTurn | null> {
  const { turn } = place;
  const loaded = await ports.load(externalId, turn);
  if (!loaded) return null;
  if (loaded.reply) return { outcome: "repeated", reply: loaded.reply, events: [] };

  const { call } = loaded;
  const merchant = toDialogueMerchant(loaded.merchant);
  const opening = open(merchant, { number: call.from });
  const next = advance(call.dialogue ?? opening.state, input, merchant);
  const reply = toVoiceReply(next.reply, { ...place, turn: turn + 1 });
  const greeting = call.dialogue ? [] : [greetingTurn(opening)];
  return ports.record(externalId, turn, {
    turns: [...greeting, { turn, ...heardIn(input), said: saidIn(next) }],
    reply,
    dialogue: next.state,
    language: next.state.locale,
    effects: next.effects,
    outcome: outcomeIn(next.effects),
    summary: summaryOf(next.effects),
  });
}

const saidIn = (turn: Turn): string => turn.reply.say.map(({ text }) => text).join(" ");

const greetingTurn = (opening: Turn) => ({
  turn: 0,
  heard: null,
  digits: null,
  confidence: null,
  said: saidIn(opening),
});

function heardIn(input: DialogueInput): {
  heard: string | null;
  digits: string | null;
  confidence: number | null;
} {
  return {
    heard: input.kind === "speech" ? input.text : null,
    digits: input.kind === "digits" ? input.digits : null,
    confidence: input.kind === "speech" ? (input.confidence ?? null) : null,
  };
}

const OUTCOMES: Record<Outcome, string> = {
  ordered: "ordered",
  callback: "callback",
  voicemail: "message",
  transferred: "transferred",
  abandoned: "abandoned",
  give_up: "abandoned",
};

function outcomeIn(effects: readonly Effect[]): string | null {
  const ended = effects.find((effect) => effect.kind === "outcome");
  return ended ? OUTCOMES[ended.outcome] : null;
}

/** One line for the list of calls, and for whoever prepares the order. */
function summaryOf(effects: readonly Effect[]): string | null {
  for (const effect of effects) {
    if (effect.kind === "place_order") return orderSummary(effect.lines, effect.locale);
    if (effect.kind === "request_callback") {
      return [effect.name, effect.preferred, effect.note].filter(Boolean).join(" — ") || null;
    }
  }
  return null;
}

function orderSummary(lines: readonly PricedLine[], locale: Locale): string {
  return lines
    .map((line) => {
      const options = line.options.map((option) => optionWords(option, locale)).join(", ");
      return `${line.quantity} × ${line.name}${options ? ` (${options})` : ""}`;
    })
    .join(", ");
}
