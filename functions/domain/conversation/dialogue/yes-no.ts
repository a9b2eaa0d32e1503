import { understandYesNo } from "../understanding/answers.ts";
import type { DialogueInput } from "./types.ts";

const BY_KEY = new Map<string, "yes" | "no">([
  ["1", "yes"],
  ["2", "no"],
]);

/** The answer to "is that right?", said or keyed: 1 for yes, 2 for no. Null when it is neither. */
export function yesOrNo(input: DialogueInput): "yes" | "no" | null {
  if (input.kind === "digits") return BY_KEY.get(input.digits) ?? null;
  return input.kind === "speech" ? understandYesNo(input.text) : null;
}
