import { type Ask, end, type Hear, listen, prompts, speak } from "./talk.ts";

/** Puts the caller through to a person, or to voicemail where there is nobody to be put through to. */
export const askTransfer: Ask = (talk) => {
  const { transferPhone } = talk.merchant;
  if (!transferPhone) {
    speak(talk, prompts(talk).transferFailed());
    return "voicemail";
  }
  speak(talk, prompts(talk).transfer());
  return { ...listen(talk, "transfer"), transferTo: transferPhone };
};

/** The transfer is over: a call that a person took is done, any other goes to voicemail. */
export const hearTransfer: Hear = (talk, input) => {
  if (input.kind === "dialled" && input.answered) return end(talk, "transferred");
  speak(talk, prompts(talk).transferFailed());
  return "voicemail";
};

export const askVoicemail: Ask = (talk) => {
  speak(talk, prompts(talk).voicemail());
  return listen(talk, "record");
};

/** The caller could not be understood: to voicemail, with an apology. */
export const giveUp: Ask = (talk) => {
  talk.state.gaveUp = true;
  speak(talk, prompts(talk).giveUp());
  return "voicemail";
};

/** A message was left, or not: then a text calls the caller back. */
export const hearVoicemail: Hear = (talk, input) => {
  if (input.kind === "recorded" && input.seconds >= 1) {
    talk.effects.push({ kind: "voicemail", seconds: input.seconds });
    speak(talk, prompts(talk).voicemailDone());
    return end(talk, "voicemail");
  }
  speak(talk, talk.state.phone ? prompts(talk).nothingRecorded() : prompts(talk).goodbye());
  talk.effects.push({ kind: "text_back" });
  return end(talk, talk.state.gaveUp ? "give_up" : "abandoned");
};

/** Nothing is left to ask. A turn that comes all the same hears good-bye once more. */
export const askEnded: Ask = (talk) => {
  if (talk.say.length === 0) speak(talk, prompts(talk).goodbye());
  return listen(talk, "end");
};
