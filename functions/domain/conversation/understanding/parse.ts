import type { Locale } from "../../catalogue/types.ts";
import type { CartLine } from "../../orders/cart.ts";
import { lineThatIs } from "./again.ts";
import { isAnswered, isSize, readChoice } from "./choices.ts";
import type { Cue } from "./cue-names.ts";
import { readCue } from "./cues.ts";
import { impliedItems, settleImplied } from "./implied.ts";
import { readItem } from "./items.ts";
import { isKindOf } from "./kinds.ts";
import { accepted, type Line, takenBy } from "./lines.ts";
import type { Menu } from "./menu.ts";
import { settleWithout } from "./portions.ts";
import { readQuantity, settleQuantity, settleSame } from "./quantities.ts";
import { currentLine, hostFor, newReader, type Parsed, type Reader, words } from "./reader.ts";
import { cutAgain, type Heard, type MenuSpan, type Span } from "./spans.ts";
import { cuesAt } from "./words.ts";

/** Reads the spans from left to right, each option onto its item, each correction onto what it corrects. */
export function parse(heard: Heard, menu: Menu, locale: Locale, cart: readonly CartLine[]): Parsed {
  const reader = newReader(heard, menu, locale, cart);
  for (reader.at = 0; reader.at < heard.spans.length; reader.at++) {
    const span = heard.spans[reader.at];
    if (span) readSpan(reader, span);
  }
  finish(reader);
  return reader;
}

function readSpan(reader: Reader, span: Span): void {
  if (span.kind === "cue") readCue(reader, span.cue);
  else if (span.kind === "number") readQuantity(reader, span.value, true);
  else if (span.kind === "unknown") readUnknown(reader, span);
  else if (!readParts(reader, span)) readMenu(reader, span);
}

/** A choice that nothing takes, or that "a" begins, may be an option and an item: "a small poutine". */
function readParts(reader: Reader, span: MenuSpan): boolean {
  if (span.items.length > 0 || span.end - span.start < 2) return false;
  const listed = reader.with || reader.amount !== null || reader.listing;
  const host = hostFor(reader, span);
  if (host !== null && (listed || reader.quantity === null)) return false;
  const ahead = itemAhead(reader);
  if (ahead && takenBy(ahead.items, span.choices)) return false;
  const parts = cutAgain(reader.heard, span);
  const [first] = parts;
  if (!first || !parts.some((part) => part.kind === "menu" && part.items.length > 0 && part.coverage > 0.99))
    return false;
  reader.heard.spans.splice(reader.at, 1, ...parts);
  readSpan(reader, first);
  return true;
}

function readMenu(reader: Reader, span: MenuSpan): void {
  const host = hostFor(reader, span);
  const ahead = itemAhead(reader);
  const aheadTakes = ahead !== null && takenBy(ahead.items, span.choices) !== null;
  const isItem = span.items.length > 0 && !isMeantAsChoice(reader, span, host, aheadTakes);
  // "All the veggies": no other item of that name.
  const before = reader.heard.spans.slice(Math.max(0, reader.at - 2), reader.at);
  const isAll = before.some((one) => one.kind === "cue" && one.cue.kind === "each" && one.cue.all);
  const cue = !host && !aheadTakes && span.items.length === 0 ? cueInstead(reader, span) : undefined;
  const line = aheadTakes ? undefined : lineThatIs(reader, span);
  if (isItem && ((isAll && reader.lines.length > 0) || isNounOfOption(reader, span))) return;
  const item = isItem ? span : itemInstead(reader, span, host, aheadTakes);
  if (cue) readCue(reader, cue);
  else if (item) readItem(reader, item);
  else if (line) reader.host = line;
  else readChoice(reader, span, host, aheadTakes);
}

/** "A banana split with strawberry ice cream": after an option that the line takes, what it is made of names no other thing. */
function isNounOfOption({ heard, at, listing, latest, host, quantity }: Reader, span: MenuSpan): boolean {
  const [opener, option] = heard.spans.slice(Math.max(0, at - 2), at);
  if (!listing || !latest || latest.line !== host || quantity !== null) return false;
  if (option?.kind !== "menu" || !option.choices.some(({ choice }) => choice === latest.ref.choice))
    return false;
  const { group } = latest.ref;
  const opened = opener?.kind === "cue" && /^(with|and)$/.test(opener.cue.kind);
  const apart = heard.tokens[span.start]?.gap ?? false;
  return (
    opened &&
    !apart &&
    group.kind === "one" &&
    !isSize(latest.ref) &&
    takenBy(span.items, [latest.ref]) !== null
  );
}

/** "Plain" is a sauce of the wings, but says of two pizzas what it says everywhere. */
function cueInstead({ heard: { tokens } }: Reader, { start, end }: MenuSpan): Cue | undefined {
  const texts = tokens.slice(start, end).map(({ text }) => text);
  return cuesAt(texts, 0).find(({ length, cue }) => length === texts.length && cue.kind === "bare")?.cue;
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
  if (host === null || reader.counted) return false;
  // "With bacon and large onion rings": what the line does not take is said of an item.
  if (reader.pending.some((pending) => accepted(host, pending.span.choices) === null)) return false;
  if (reader.with || reader.amount !== null || reader.insteadOf) return true;
  if (isListed(reader, span, host)) return true;
  const loose = reader.quantity === null && !reader.joined && host === currentLine(reader);
  return (reader.listing || loose) && isUnanswered(host, span);
}

/** "Carrots, edamame", "chocolate and coffee": named right after another of the same kind. */
function isListed(
  { quantity, joined, latest, heard, at }: Reader,
  { choices }: MenuSpan,
  host: Line,
): boolean {
  const ref = accepted(host, choices);
  const before = heard.spans[joined ? at - 2 : at - 1];
  const follows = before?.kind === "menu" && before.choices.some((one) => one.choice === latest?.ref.choice);
  return follows && quantity === null && ref?.group === latest?.ref.group && ref?.group.kind === "many";
}

/** "A combo with fries and a coke": the line still lacks its drink. */
function isUnanswered(line: Line, { choices }: MenuSpan): boolean {
  const ref = accepted(line, choices);
  return ref?.group.kind === "one" && !line.options.some(({ group }) => group === ref.group.id);
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
  const begun = opened || (reader.host === reader.naming && heardMenu(reader));
  const kind = begun && !introduced && !aheadTakes ? kindNamed(reader, span) : undefined;
  if (kind) return kind;
  if (aheadTakes || reader.host === "lost" || (introduced && !opened)) return undefined;
  // "A house salad with balsamic and a Caesar": the dressing is answered, and there is a Caesar salad.
  if (host && !(opened && !reader.counted && reader.joined && isAnswered(host, span))) return undefined;
  const found = reader.heard.candidates[span.start]?.find(
    ({ end, items }) => end === span.end && items.length > 0,
  );
  const said = [...reader.pending.map((pending) => pending.span), span];
  return found && found.items.length > 1 && impliedItems(reader, said).length === 1 ? undefined : found;
}

const heardMenu = ({ heard, at }: Reader) => heard.spans[at - 1]?.kind === "menu";

/** "Three pizzas, one pepperoni, one veggie and one cheese": after kinds of it, the next is one too. */
function kindNamed({ naming, heard, quantity }: Reader, { start, end }: MenuSpan): MenuSpan | undefined {
  if (!naming || (quantity ?? 0) > naming.quantity) return undefined;
  const found = heard.candidates[start]?.find((one) => one.end === end && one.items.length > 0);
  const items = found?.items.filter((item) => isKindOf(item, naming.items[0])) ?? [];
  return found && items.length === 1 ? { ...found, items, choices: [] } : undefined;
}

function readUnknown(reader: Reader, span: Span): void {
  settleImplied(reader);
  reader.unknown.push(words(reader, span));
  const next = reader.heard.spans[reader.at + 1];
  // "A large garnished, I mean all dressed": what was said so far is of what comes now.
  if (next?.kind === "cue" && /^(correct|no)$/.test(next.cue.kind)) return;
  reader.negating = false;
  // "One for the table with nuts": whom it is for is no other thing.
  const before = reader.heard.spans[reader.at - 1];
  if (before?.kind === "cue" && /^(about|to)$/.test(before.cue.kind) && reader.afterItem) return;
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
  settleImplied(reader);
  settleWithout(reader);
  settleQuantity(reader);
  settleSame(reader);
  for (const { span } of [...reader.portions.flatMap(({ pending }) => pending), ...reader.pending])
    reader.unknown.push(words(reader, span));
}
