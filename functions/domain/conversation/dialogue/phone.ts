import { spokenPhone } from "../prompts/speak.ts";
import { understandPhone } from "../understanding/phone.ts";
import { type Ask, type Hear, listen, type Move, missed, prompts, speak, type Talk } from "./talk.ts";
import { yesOrNo } from "./yes-no.ts";

/** Asks for a number where there is none to text or to call back. */
export const askNumber: Ask = (talk) => {
  const { askPhone, askPhoneCallback, phoneAgain, phoneKeys } = prompts(talk);
  const first = talk.state.phoneFor === "callback" ? askPhoneCallback : askPhone;
  speak(talk, ([first, phoneAgain, phoneKeys][talk.state.misses] ?? phoneKeys)());
  return listen(talk, talk.state.misses < 2 ? "speech-or-digits" : "digits", { numDigits: 10 });
};

export const hearNumber: Hear = (talk, input) => {
  const said = input.kind === "speech" ? input.text : input.kind === "digits" ? input.digits : "";
  const phone = understandPhone(said);
  if (!phone) return missed(talk, "phone", withoutNumber(talk));
  talk.state.heardPhone = phone;
  return "phone-confirm";
};

/** A call-back is still worth noting without a number; an order cannot be paid without one. */
const withoutNumber = ({ state }: Talk): Move =>
  state.phoneFor === "callback" ? "finish-callback" : "give-up";

export const askNumberRight: Ask = (talk) => {
  const { phoneRead, phoneKeysConfirm } = prompts(talk);
  speak(talk, phoneRead(spokenPhone(talk.state.heardPhone ?? "")));
  if (talk.state.misses > 0 || talk.state.byKeys) speak(talk, phoneKeysConfirm());
  return listen(talk, "speech-or-digits", { numDigits: 1 });
};

export const hearNumberRight: Hear = (talk, input) => {
  const { state } = talk;
  const corrected = input.kind === "speech" ? understandPhone(input.text) : null;
  if (corrected && corrected !== state.heardPhone) {
    state.heardPhone = corrected;
    return missed(talk, "phone-confirm", withoutNumber(talk));
  }
  const answer = yesOrNo(input);
  if (answer === "no") return "phone";
  if (answer !== "yes") return missed(talk, "phone-confirm", withoutNumber(talk));
  state.phone = state.heardPhone ?? null;
  return state.phoneFor === "callback" ? "finish-callback" : "place";
};
