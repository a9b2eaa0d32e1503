import type { Locale } from "../../catalogue/types.ts";
import type { CartLine } from "../../orders/cart.ts";
import { readChoice } from "./choices.ts";
import { readCue } from "./cues.ts";
import { readItem } from "./items.ts";
import { accepted, type Line } from "./lines.ts";
import type { Menu } from "./menu.ts";
import { readQuantity, settleQuantity, settleSame } from "./quantities.ts";
import { hostFor, newReader, type Parsed, type Reader, words } from "./reader.ts";
import type { Heard, MenuSpan, Span } from "./spans.ts";

/** Reads the spans from left to right, each option onto its item, each correction onto what it corrects. */
export function parse(heard: Heard, menu: Menu, locale: Locale, cart: readonly CartLine[]): Parsed {
  const reader = newReader(heard, menu, locale, cart);
  for (const [at, span] of heard.spans.entries()) {
    reader.at = at;
    if (span.kind === "cue") readCue(reader, span.cue);
    else if (span.kind === "number") readQuantity(reader, span.value, true);
    else if (span.kind === "unknown") readUnknown(reader, span);
    else readMenu(reader, span);
  }
  finish(reader);
  return reader;
}

function readMenu(reader: Reader, span: MenuSpan): void {
  const host = hostFor(reader, span);
  const ahead = itemAhead(reader);
  const aheadTakes = ahead !== null && accepted({ items: ahead.items, options: [] }, span.choices) !== null;
  const isItem = span.items.length > 0 && !isMeantAsChoice(reader, span, host, aheadTakes);
  const item = isItem ? span : itemInstead(reader, span, host, aheadTakes);
  if (item) readItem(reader, item);
  else readChoice(reader, span, host, aheadTakes);
}

/** The item that options said now stand before: reached through other options only. */
function itemAhead(reader: Reader): MenuSpan | null {
  for (let at = reader.at + 1; at < reader.heard.spans.length; at++) {
    const span = reader.heard.spans[at];
    if (span?.kind === "menu" && span.items.length > 0) return span;
    if (span?.kind === "menu" || (span?.kind === "cue" && span.cue.kind === "article")) continue;
    return null;
  }
  return null;
}

function isMeantAsChoice(reader: Reader, span: MenuSpan, host: Line | null, aheadTakes: boolean): boolean {
  if (span.choices.length === 0) return false;
  if (aheadTakes && reader.heard.spans[reader.at + 1]?.kind === "menu") return true;
  return host !== null && !reader.counted && (reader.with || reader.amount !== null || reader.insteadOf);
}

/** A choice that nothing takes may be part of an item's name: "two pepperoni". */
function itemInstead(
  reader: Reader,
  span: MenuSpan,
  host: Line | null,
  aheadTakes: boolean,
): MenuSpan | undefined {
  const opened = reader.quantity !== null || reader.same;
  const introduced = reader.with || reader.amount !== null;
  if (host || aheadTakes || reader.host === "lost" || (introduced && !opened)) return undefined;
  return reader.heard.candidates[span.start]?.find(({ end, items }) => end === span.end && items.length > 0);
}

function readUnknown(reader: Reader, span: Span): void {
  reader.unknown.push(words(reader, span));
  const opened = reader.quantity !== null || reader.same;
  if (opened && !reader.with) reader.host = "lost";
  reader.pending = [];
  reader.portions = [];
  reader.quantity = null;
  reader.amount = null;
  reader.same = false;
  reader.removing = false;
  reader.afterItem = false;
}

function finish(reader: Reader): void {
  settleQuantity(reader);
  settleSame(reader);
  for (const { span } of [...reader.portions.flatMap(({ pending }) => pending), ...reader.pending])
    reader.unknown.push(words(reader, span));
}
