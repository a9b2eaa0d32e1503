import type { DialogueReply } from "../conversation/dialogue/types.ts";
import type { NextStep, VoiceReply } from "./reply.ts";

/** Where in which merchant's call we are; `turn` is the turn that the next request will take. */
export type CallPlace = { merchantId: string; turn: number };

const WEBHOOKS = "/api/webhooks/twilio";
const VOICEMAIL_MAX_SECONDS = 120;
const TRANSFER_RING_SECONDS = 20;

/** Twilio signs the whole address, so what we write into it comes back untouched. */
const address = (webhook: string, { merchantId, turn }: CallPlace, more = "") =>
  `${WEBHOOKS}/${webhook}?m=${merchantId}&t=${turn}${more}`;

/** The dialogue's reply as telephone steps; the answer to each comes back to `ivr` (the menu) or `turn`. */
export function toVoiceReply(reply: DialogueReply, place: CallPlace): VoiceReply {
  return { prompts: reply.say, next: nextStep(reply, place) };
}

function nextStep(reply: DialogueReply, place: CallPlace): NextStep {
  const { expect, hints, locale, numDigits } = reply;
  switch (expect) {
    case "menu":
    case "speech":
    case "digits":
    case "speech-or-digits":
      return {
        kind: "gather",
        action: address(expect === "menu" ? "ivr" : "turn", place),
        input: expect === "digits" ? ["dtmf"] : ["speech", "dtmf"],
        hints,
        locale,
        ...(numDigits === undefined ? {} : { numDigits }),
      };
    case "record":
      return {
        kind: "record",
        action: address("turn", place, "&k=recorded"),
        recordingStatusCallback: address("recording", place),
        // Twilio transcribes American English only; a French voicemail stays audio.
        ...(locale === "en" ? { transcribeCallback: address("transcription", place) } : {}),
        maxSeconds: VOICEMAIL_MAX_SECONDS,
      };
    case "transfer":
      return reply.transferTo
        ? {
            kind: "dial",
            number: reply.transferTo,
            action: address("turn", place, "&k=dialled"),
            timeoutSeconds: TRANSFER_RING_SECONDS,
          }
        : { kind: "hangup" };
    case "end":
      return { kind: "hangup" };
  }
}

/** Said when we cannot do anything else, in both languages: the merchant, and so theirs, is not known. */
export const apology: VoiceReply = {
  prompts: [
    { text: "Sorry, we are having trouble right now. We will text you shortly.", locale: "en" },
    { text: "Désolés, nous avons un ennui technique. Nous vous enverrons un texto sous peu.", locale: "fr" },
  ],
  next: { kind: "hangup" },
};

/** For a number that is nobody's (any more). */
export const unknownNumber: VoiceReply = {
  prompts: [
    {
      text: "The number you have called is not in service. Please check the number and call again.",
      locale: "en",
    },
    {
      text: "Le numéro que vous avez composé n’est pas en service. Veuillez vérifier le numéro et rappeler.",
      locale: "fr",
    },
  ],
  next: { kind: "hangup" },
};

/** For a new call when a merchant has more of them than is plausible; calls in progress go on. */
export const tooManyCalls: VoiceReply = {
  prompts: [
    { text: "All our lines are busy. Please call again in a few minutes.", locale: "en" },
    { text: "Toutes nos lignes sont occupées. Veuillez rappeler dans quelques minutes.", locale: "fr" },
  ],
  next: { kind: "hangup" },
};
