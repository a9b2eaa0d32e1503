import { readFileSync } from "node:fs";
import type { Locale } from "../../functions/domain/catalogue/types.ts";
import type { Intent } from "../../functions/domain/conversation/understanding/intent/intents.ts";
import { chances } from "./chances.ts";

/** One utterance and what it means. */
export type Row = { text: string; intent: Intent; language: Locale };

/**
 * Unfolds ways of saying things, one a line: "(a|b)" is one of several, "{name}" one of the words that "@name = a|b"
 * lists, "# intent" begins those of an intent. Of each way at most `each` utterances, the same every time.
 */
export function unfold(file: URL, language: Locale, each: number): Row[] {
  const chance = chances();
  const slots = new Map<string, string[]>();
  const rows: Row[] = [];
  let intent: Intent = "other";
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const slot = /^@(\w+) = (.*)$/.exec(line);
    if (slot) slots.set(slot[1] ?? "", (slot[2] ?? "").split("|"));
    else if (line.startsWith("# ")) intent = line.slice(2) as Intent;
    else for (const text of said(line, slots, each, chance)) rows.push({ text, intent, language });
  }
  return rows;
}

function said(way: string, slots: Map<string, string[]>, each: number, chance: () => number): Set<string> {
  const one = (of: string[]) => of[Math.floor(chance() * of.length)] ?? "";
  const some = new Set<string>();
  for (let tries = 0; tries < 3 * each && some.size < each; tries++) {
    const chosen = way.replace(/\(([^()]*)\)/g, (_, choices: string) => one(choices.split("|")));
    const filled = chosen.replace(/\{(\w+)\}/g, (_, name: string) => one(slotOf(slots, name)));
    some.add(filled.replace(/\s+/g, " ").replace(/' /g, "'").trim());
  }
  return some;
}

function slotOf(slots: Map<string, string[]>, name: string): string[] {
  const words = slots.get(name);
  if (!words) throw new Error(`no words for {${name}}`);
  return words;
}
