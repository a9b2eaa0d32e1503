import { readAmount } from "./amounts.ts";
import { isAnswered } from "./choices.ts";
import { findItem } from "./lines.ts";
import { settleQuantity } from "./quantities.ts";
import { become, hostFor, type Reader } from "./reader.ts";
import type { MenuSpan } from "./spans.ts";

/** "No onions" leaves something off; "no, a large one" corrects. */
export function readNo(reader: Reader): void {
  const next = nextMenu(reader, reader.at);
  const gap = reader.heard.tokens[reader.heard.spans[reader.at]?.end ?? 0]?.gap ?? false;
  const host = next && hostFor(reader, next);
  const answered = next && host && isAnswered(host, next);
  const other = next && next.items.length > 0 && next.choices.length === 0 && next.coverage < 0.99;
  const unknown = reader.heard.spans[reader.at + 1]?.kind === "unknown" && reader.lines.length > 0;
  // "Shawarma with chicken, no, with beef": another of the same, of which only what differs was said.
  const turned = next !== null && isTurned(reader, next);
  if ((other && !findItem(reader.lines, next.items)) || turned) readCorrection(reader, "correct");
  else if (((next && !answered) || unknown) && !gap) readAmount(reader, "none", false);
  else if (reader.at > 0 || next) readCorrection(reader, "correct");
}

/** "A cone, no, um, cup", "agneau, non, poulet": after a hesitation or a word not known, another of what there is one of. */
function isTurned({ heard: { spans }, at, locale, lines }: Reader, { choices, items }: MenuSpan): boolean {
  const [before, , after] = spans.slice(at - 1, at + 2);
  const hesitates = after?.kind === "cue" && after.cue.kind === "filler";
  const one = choices.length > 0 && choices.every(({ group }) => group.kind === "one");
  if (lines.length === 0 || items.length > 0) return false;
  return (hesitates && (one || locale === "fr")) || (before?.kind === "unknown" && one);
}

/** The next name on the menu with nothing between but small words. */
export function nextMenu({ heard }: Reader, from: number): MenuSpan | null {
  for (let at = from + 1; at < heard.spans.length; at++) {
    const span = heard.spans[at];
    if (span?.kind === "menu") return span;
    if (span?.kind !== "cue" || !/^(article|filler|amount)$/.test(span.cue.kind)) return null;
  }
  return null;
}

export function readCorrection(reader: Reader, kind: "correct" | "instead"): void {
  // "And one clear, sorry, one grey": what is corrected was never understood, and changes nothing before.
  const misheard = reader.quantity !== null && reader.heard.spans[reader.at - 1]?.kind === "unknown";
  if (!misheard) settleQuantity(reader);
  reader.amount = null;
  reader.with = false;
  reader.correcting = !misheard;
  // "a tea instead" comes after the item it is about
  if (kind === "instead" && reader.afterItem) replaceWithLatest(reader);
  else if (kind === "instead") reader.instead = true;
}

function replaceWithLatest(reader: Reader): void {
  const latest = reader.host;
  if (!latest || latest === "lost" || latest.origin !== null) return;
  const before = reader.lines[reader.lines.indexOf(latest) - 1];
  if (before) become(reader, before, latest);
}
