import type { DialogueInput } from "../domain/conversation/dialogue/types.ts";
import {
  type GatherResult,
  toDialResult,
  toGatherResult,
  toRecordResult,
} from "../providers/twilio/translate.ts";
import type { TwilioParams } from "../providers/twilio/verify.ts";
import type { TurnInput } from "./turns.ts";

/** What ended the step before, as the dialogue understands it; `kind` is what we wrote into the address. */
export function turnInput(params: TwilioParams, kind: string | null): TurnInput {
  if (kind === "recorded") {
    const { callSid, recorded, durationSeconds } = toRecordResult(params);
    return { callSid, input: { kind: "recorded", seconds: recorded ? (durationSeconds ?? 1) : 0 } };
  }
  if (kind === "dialled") {
    const { callSid, connected } = toDialResult(params);
    return { callSid, input: { kind: "dialled", answered: connected } };
  }
  return gathered(toGatherResult(params));
}

export function gathered({ callSid, digits, speech, confidence }: GatherResult): TurnInput {
  return { callSid, input: heard(digits, speech, confidence) };
}

function heard(digits: string | null, speech: string | null, confidence: number | null): DialogueInput {
  if (digits) return { kind: "digits", digits };
  if (!speech?.trim()) return { kind: "silence" };
  return { kind: "speech", text: speech, ...(confidence === null ? {} : { confidence }) };
}
