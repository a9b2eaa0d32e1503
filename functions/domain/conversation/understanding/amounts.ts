import type { Amount } from "../../orders/cart.ts";
import { settleImplied } from "./implied.ts";
import { openBlank, openPart, settleWithout, spreadOverParts } from "./portions.ts";
import { isAmountHere, type Reader } from "./reader.ts";

/** "Cheese in extra", "onions en moins": said after the option. */
export function amendLatest(reader: Reader, amount: Amount): void {
  const pick = reader.latest?.line.options.find(({ choice }) => choice === reader.latest?.ref.choice.id);
  if (pick) pick.amount = amount;
}

export function readAmount(reader: Reader, amount: Amount, far = true): void {
  // "No extra cheese": nothing of it, whatever follows the "no".
  if (reader.amount === "none" && reader.negating && isAmountHere(reader)) {
    reader.amountAt = reader.at;
    return;
  }
  if (amount !== "none" && isSaidAfterOption(reader)) {
    amendLatest(reader, amount);
    return;
  }
  settleWithout(reader);
  if (amount === "none") {
    settleImplied(reader);
    openBlank(reader);
    openPart(reader);
    spreadOverParts(reader);
    reader.negating = true;
    reader.negated = { choices: [], far };
  }
  reader.amount = amount;
  reader.amountAt = reader.at;
}

/** "Piments forts beaucoup", "ranch pas trop": right after an option, and before nothing that it may be of. */
function isSaidAfterOption({ heard: { spans }, at, latest }: Reader): boolean {
  const [before, , after] = spans.slice(Math.max(0, at - 1), at + 2);
  const told = before?.kind === "menu" && before.choices.some(({ choice }) => choice === latest?.ref.choice);
  return told && (after === undefined || (after.kind === "cue" && /^(and|with|done)$/.test(after.cue.kind)));
}
