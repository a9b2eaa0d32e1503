import type { FormParams } from "../signature.ts";
import type { Verb } from "../twiml/parse.ts";
import { addressIn, goTo } from "./documents.ts";
import { type Leg, note, type Stage, secondsToSay } from "./leg.ts";
import { speak } from "./speak.ts";

/** What a person does while the call waits. Nothing at all is silence. */
export type Input = { speech?: string; confidence?: number; digits?: string };

const DEFAULT_CONFIDENCE = 0.92;
const DEFAULT_TIMEOUT_SECONDS = 5;

export const inputsOf = (verb: Verb): readonly string[] => (verb.attributes.input ?? "dtmf").split(/\s+/);

/** Plays the prompts inside, then waits for the person. */
export function gather(stage: Stage, leg: Leg, verb: Verb): void {
  for (const prompt of verb.children) speak(stage.world, leg, prompt);
  leg.waiting = { kind: "gather", verb };
}

/**
 * Ends a Gather with what the person did. Speech is not heard by a Gather for keys only, nor keys by one for speech
 * only: that is silence. Silence asks the product only with `actionOnEmptyResult="true"`, else the next verb follows.
 */
export async function endGather(stage: Stage, leg: Leg, verb: Verb, input: Input): Promise<void> {
  delete leg.waiting;
  const result = resultOf(verb, input);
  remember(stage, leg, verb, input);
  if (!result && verb.attributes.actionOnEmptyResult !== "true") return;
  const action = addressIn(leg.playing, verb.attributes.action);
  await goTo(stage, leg, action, verb.attributes.method ?? "POST", result ?? emptyResult(verb));
}

function resultOf(verb: Verb, input: Input): FormParams | undefined {
  const accepted = inputsOf(verb);
  if (input.speech && accepted.includes("speech")) {
    return {
      SpeechResult: input.speech,
      Confidence: String(input.confidence ?? DEFAULT_CONFIDENCE),
      Language: verb.attributes.language ?? "en-US",
    };
  }
  if (!input.digits || !accepted.includes("dtmf")) return undefined;
  const { digits, finishedOn } = pressed(verb, input.digits);
  return digits ? { Digits: digits, FinishedOnKey: finishedOn, msg: "Gather End" } : undefined;
}

/** The keys that count: up to `numDigits`, or up to `finishOnKey` (`#` unless said otherwise). */
export function pressed(verb: Verb, keys: string): { digits: string; finishedOn: string } {
  const finishKeys = verb.attributes.finishOnKey ?? "#";
  const most = Number(verb.attributes.numDigits ?? Number.POSITIVE_INFINITY);
  let digits = "";
  for (const key of keys) {
    if (finishKeys.includes(key)) return { digits, finishedOn: key };
    digits += key;
    if (digits.length >= most) break;
  }
  return { digits, finishedOn: "" };
}

function emptyResult(verb: Verb): FormParams {
  if (inputsOf(verb).includes("speech")) {
    return { SpeechResult: "", Confidence: "0.0", Language: verb.attributes.language ?? "en-US" };
  }
  return { Digits: "", FinishedOnKey: "", msg: "Gather End" };
}

function remember(stage: Stage, leg: Leg, verb: Verb, input: Input): void {
  const { world } = stage;
  if (input.speech) {
    const confidence = input.confidence ?? DEFAULT_CONFIDENCE;
    note(world, leg, { kind: "spoke", text: input.speech, confidence }, secondsToSay(input.speech));
  } else if (input.digits) {
    note(world, leg, { kind: "pressed", text: input.digits }, input.digits.length);
  } else {
    const seconds = Number(verb.attributes.timeout) || DEFAULT_TIMEOUT_SECONDS;
    note(world, leg, { kind: "silent", text: `${seconds} s` }, seconds);
  }
}
