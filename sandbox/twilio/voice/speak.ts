import type { World } from "../books.ts";
import type { Verb } from "../twiml/parse.ts";
import { type Leg, note, secondsToSay } from "./leg.ts";

/** Repetitions of `loop` that are worth hearing; 0 means "until hung up" to Twilio. */
const MAX_LOOPS = 3;

const PLAYED_SECONDS = 3;

/** Say, Play and Pause: what the caller hears without being asked anything. */
export function speak(world: World, leg: Leg, verb: Verb): void {
  if (verb.name === "Pause") {
    leg.call.seconds += Number(verb.attributes.length ?? 1);
    return;
  }
  const loops = Math.min(MAX_LOOPS, Number(verb.attributes.loop ?? 1) || MAX_LOOPS);
  for (let i = 0; i < loops; i += 1) {
    if (verb.name === "Say") say(world, leg, verb);
    else play(world, leg, verb);
  }
}

function say(world: World, leg: Leg, { text, attributes }: Verb): void {
  const language = attributes.language ?? languageOf(attributes.voice) ?? "en-US";
  leg.call.language = language;
  const voice = attributes.voice;
  note(world, leg, { kind: "heard", text, language, ...(voice && { voice }) }, secondsToSay(text));
}

function play(world: World, leg: Leg, { text, attributes }: Verb): void {
  const what = attributes.digits ? `tones ${attributes.digits}` : `audio ${text}`;
  note(world, leg, { kind: "heard", text: `(${what})` }, PLAYED_SECONDS);
}

/** Google's voices carry their language in their name. */
const languageOf = (voice: string | undefined): string | undefined =>
  voice?.match(/^Google\.([a-z]+-[A-Z]+)/)?.[1];
