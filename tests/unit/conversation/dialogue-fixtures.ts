import { advance } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import { open } from "../../../functions/domain/conversation/dialogue/opening.ts";
import type {
  DialogueInput,
  DialogueMerchant,
  Turn,
} from "../../../functions/domain/conversation/dialogue/types.ts";
import { pizzeria } from "./menus.ts";

/** A Thursday morning at a pizzeria in Montréal. */
export const merchant = (over: Partial<DialogueMerchant> = {}): DialogueMerchant => ({
  name: "Luigi",
  locale: "en",
  currency: "CAD",
  catalog: pizzeria,
  taxes: [
    { name: "GST", ratePpm: 50_000 },
    { name: "QST", ratePpm: 99_750 },
  ],
  canOrder: true,
  canTakePayment: true,
  now: "2026-11-26T09:00",
  transferPhone: null,
  ...over,
});

/** "1", "*": a key; "": silence; anything else is said. */
export const input = (said: string | DialogueInput): DialogueInput =>
  typeof said !== "string"
    ? said
    : said === ""
      ? { kind: "silence" }
      : /^[\d*#]+$/.test(said)
        ? { kind: "digits", digits: said }
        : { kind: "speech", text: said };

/** The turns of a call on which these are said or pressed one after the other. */
export function call(
  to: DialogueMerchant,
  said: (string | DialogueInput)[],
  number: string | null = "+15145550199",
): Turn[] {
  const turns = [open(to, { number })];
  for (const one of said) {
    const { state } = turns.at(-1) ?? open(to, { number });
    turns.push(advance(structuredClone(state), input(one), to));
  }
  return turns;
}

/** The last turn; what is heard in a turn; what all turns lead to. */
export const last = (turns: Turn[]): Turn => {
  const turn = turns.at(-1);
  if (!turn) throw new Error("no turn");
  return turn;
};
export const heard = (turn: Turn) => turn.reply.say.map(({ text }) => text).join(" ");
export const effects = (turns: Turn[]) => turns.flatMap(({ effects }) => effects);
