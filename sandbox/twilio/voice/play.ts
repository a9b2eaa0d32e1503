import type { Verb } from "../twiml/parse.ts";
import { dial } from "./dial.ts";
import { addressIn, goTo } from "./documents.ts";
import { gather } from "./gather.ts";
import { answer, endLeg, hasEnded, type Leg, note, type Stage } from "./leg.ts";
import { record } from "./record.ts";
import { speak } from "./speak.ts";

type Execute = (stage: Stage, leg: Leg, verb: Verb) => void | Promise<void>;

const say: Execute = ({ world }, leg, verb) => speak(world, leg, verb);

const VERBS: Readonly<Record<string, Execute>> = {
  Say: say,
  Play: say,
  Pause: say,
  Gather: gather,
  Record: record,
  Dial: dial,
  Redirect: (stage, leg, verb) =>
    goTo(stage, leg, addressIn(leg.playing, verb.text), verb.attributes.method ?? "POST"),
  Hangup: (stage, leg) => hangUpOn(stage, leg),
  Reject: async (stage, leg, verb) => {
    if (leg.call.answeredAt) return hangUpOn(stage, leg);
    note(stage.world, leg, {
      kind: "heard",
      text: verb.attributes.reason === "busy" ? "(busy tone)" : "(not in service)",
    });
    await endLeg(stage, leg, verb.attributes.reason === "busy" ? "busy" : "failed");
  },
};

/** Plays verbs until the person is asked something or the call ends; at the end of a document Twilio hangs up. */
export async function play(stage: Stage, leg: Leg): Promise<void> {
  while (!hasEnded(leg) && !leg.waiting) {
    const verb = leg.playing?.verbs[leg.playing.next];
    if (!leg.playing || !verb) {
      if (!leg.whispering) await hangUpOn(stage, leg);
      return;
    }
    leg.playing.next += 1;
    if (picksUp(verb)) answer(stage.world, leg);
    await VERBS[verb.name]?.(stage, leg, verb);
  }
}

/** Verbs that leave the caller hearing it ring when they come first. */
const picksUp = (verb: Verb): boolean =>
  !["Reject", "Redirect", "Pause"].includes(verb.name) &&
  !(verb.name === "Dial" && verb.attributes.answerOnBridge === "true");

async function hangUpOn(stage: Stage, leg: Leg): Promise<void> {
  answer(stage.world, leg); // a document that does nothing still picks the call up
  await endLeg(stage, leg, "completed");
}
