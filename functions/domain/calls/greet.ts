import { open } from "../conversation/dialogue/opening.ts";
import { type CallFacts, type CallMerchant, toDialogueMerchant } from "./facts.ts";
import type { VoiceReply } from "./reply.ts";
import { type CallPlace, toVoiceReply } from "./voice.ts";

/** The first thing a caller hears. */
export function greet(call: CallFacts, merchant: CallMerchant, place: CallPlace): VoiceReply {
  const opening = open(toDialogueMerchant(merchant), { number: call.from });
  return toVoiceReply(opening.reply, { ...place, turn: call.turn + 1 });
}
