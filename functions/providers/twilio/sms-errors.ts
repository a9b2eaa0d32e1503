/** The person has said STOP to this number: never try again. */
export const OPTED_OUT = "21610";

/** https://www.twilio.com/docs/api/errors, in words a merchant understands. */
const TEXTS: Record<string, string> = {
  "21211": "That is not a telephone number.",
  "21408": "Texts to that country are not allowed for this account.",
  "21422": "That number has just been taken by somebody else.",
  "21610": "The person asked for no more texts (STOP).",
  "21612": "That number cannot be texted from here.",
  "21614": "That number cannot receive texts.",
  "30003": "The telephone was off or out of reach.",
  "30004": "The person's carrier blocked the text.",
  "30005": "That number does not exist any more.",
  "30006": "That number is a landline or cannot be reached.",
  "30007": "The carrier filtered the text as spam.",
  "30008": "The carrier did not say why it failed.",
  "30032": "The sending number is not verified yet.",
  "30034": "The sending number is not registered with the carriers yet.",
};

/** Why a text failed; an unlisted code is given as such. */
export const smsErrorText = (code: string): string => TEXTS[code] ?? `The carrier refused it (code ${code}).`;
