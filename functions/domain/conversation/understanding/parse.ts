import type { Locale } from "../../catalogue/types.ts";
import type { Amount, CartLine } from "../../orders/cart.ts";
import { accepted, findItem, type Line, optionsFor, putOption, takeOption } from "./lines.ts";
import type { ChoiceRef, Menu } from "./menu.ts";
import { MAX_QUANTITY } from "./order.ts";
import type { Heard, MenuSpan, Span } from "./spans.ts";
import type { Cue } from "./words.ts";

export type Parsed = {
  lines: Line[];
  unknown: string[];
  unavailable: Set<string>;
  cleared: boolean;
  done: boolean;
};

type Pending = { span: MenuSpan; amount: Amount; quantity: number };

/** Where the reading of an utterance stands. */
type Reader = Parsed & {
  heard: Heard;
  menu: Menu;
  locale: Locale;
  at: number;
  /** The line that options said next belong to; "lost" after something that is not on the menu. */
  host: Line | "lost" | null;
  quantity: number | null;
  /** The quantity was a number, not "a" or "un". */
  counted: boolean;
  amount: Amount | null;
  /** Right after the words that say how much: "no" in "no coke". */
  amountAt: number;
  with: boolean;
  /** "On the…": the item said next is one spoken of before. */
  about: boolean;
  /** The option last put on a line, and where. */
  latest: { line: Line; ref: ChoiceRef } | null;
  /** Options said before the item they belong to. */
  pending: Pending[];
  correcting: boolean;
  instead: boolean;
  making: boolean;
  removing: boolean;
  same: boolean;
  also: boolean;
  replacing: "from" | Line | null;
  insteadOf: boolean;
  /** The item was the last thing heard: "cokes, two". */
  afterItem: boolean;
};

/** Reads the spans from left to right, each option onto its item, each correction onto what it corrects. */
export function parse(heard: Heard, menu: Menu, locale: Locale, cart: readonly CartLine[]): Parsed {
  const reader: Reader = {
    heard,
    menu,
    locale,
    lines: cart.flatMap((line, origin) => fromCart(menu, line, origin)),
    unknown: [],
    unavailable: new Set(),
    cleared: false,
    done: false,
    at: 0,
    host: null,
    pending: [],
    ...NOTHING_SAID,
  };
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

const NOTHING_SAID = {
  quantity: null,
  counted: false,
  amount: null,
  amountAt: -1,
  with: false,
  about: false,
  latest: null,
  correcting: false,
  instead: false,
  making: false,
  removing: false,
  same: false,
  also: false,
  replacing: null,
  insteadOf: false,
  afterItem: false,
} as const;

function fromCart(menu: Menu, line: CartLine, origin: number): Line[] {
  const item = menu.items.get(line.item);
  const options = line.options.map((pick) => ({ ...pick }));
  return item
    ? [{ items: [item], quantity: line.quantity, counted: true, options, confidence: 1, heard: "", origin }]
    : [];
}

function readCue(reader: Reader, cue: Cue): void {
  switch (cue.kind) {
    case "quantity":
      return readQuantity(reader, cue.value, !cue.article);
    case "amount":
      return readAmount(reader, cue.amount);
    case "no":
      return readNo(reader);
    case "with":
      settleQuantity(reader);
      reader.with = true;
      reader.amount = null;
      return;
    case "about":
      reader.about = true;
      return;
    case "and":
      return readAnd(reader);
    case "also":
      reader.also = true;
      return;
    case "correct":
    case "instead":
      return readCorrection(reader, cue.kind);
    case "insteadOf":
      settleQuantity(reader);
      reader.insteadOf = true;
      return;
    case "make":
    case "times":
      reader.making = true;
      return;
    case "remove":
      settleQuantity(reader);
      reader.removing = true;
      return;
    case "replace":
      reader.replacing = "from";
      return;
    case "same":
      settleQuantity(reader);
      reader.same = true;
      reader.quantity = 1;
      return;
    case "last":
      return readLast(reader);
    case "clear":
      reader.lines.length = 0;
      reader.host = null;
      reader.cleared = true;
      return;
    case "done":
      reader.done = true;
      return;
    default:
      return;
  }
}

function readAmount(reader: Reader, amount: Amount): void {
  reader.amount = amount;
  reader.amountAt = reader.at;
}

/** The amount was said of what stands here, not carried over from an option before. */
const isAmountHere = ({ heard, at, amountAt }: Reader) =>
  amountAt >= 0 &&
  heard.spans
    .slice(amountAt + 1, at)
    .every((span) => span.kind === "cue" && /^(article|filler)$/.test(span.cue.kind));

function readQuantity(reader: Reader, value: number, counted: boolean): void {
  if (value === 0) reader.amount = "none";
  else if (value > MAX_QUANTITY) reader.unknown.push(words(reader, reader.heard.spans[reader.at]));
  else if (!counted && reader.quantity !== null && reader.counted) return;
  else {
    // A new noun phrase begins: what was said of the one before is settled.
    if (reader.quantity === null) settleSame(reader);
    if (!isRightAfterWith(reader) && reader.amount === null) reader.with = false;
    if (!isAmountHere(reader)) reader.amount = null;
    reader.quantity = value;
    reader.counted = counted;
  }
}

const isRightAfterWith = ({ heard, at }: Reader) => {
  const before = heard.spans[at - 1];
  return before?.kind === "cue" && before.cue.kind === "with";
};

/** "No onions" leaves something off; "no, a large one" corrects. */
function readNo(reader: Reader): void {
  const next = nextMenu(reader, reader.at);
  const gap = reader.heard.tokens[reader.heard.spans[reader.at]?.end ?? 0]?.gap ?? false;
  const host = next && hostFor(reader, next);
  const answered = next && host && isAnswered(host, next);
  if (next && !gap && !answered) readAmount(reader, "none");
  else if (reader.at > 0 || next) readCorrection(reader, "correct");
}

function isAnswered(line: Line, span: MenuSpan): boolean {
  const ref = accepted(line, span.choices);
  return ref?.group.kind === "one" && line.options.some(({ group }) => group === ref.group.id);
}

function readAnd(reader: Reader): void {
  settleQuantity(reader);
  settleSame(reader);
  if (reader.amount !== "none") reader.amount = null;
  reader.correcting = false;
  reader.instead = false;
  reader.afterItem = false;
}

function readCorrection(reader: Reader, kind: "correct" | "instead"): void {
  settleQuantity(reader);
  reader.amount = null;
  reader.with = false;
  reader.correcting = true;
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

/** A line takes the place of another: its origin, and its quantity unless one was said. */
function become(reader: Reader, before: Line, latest: Line): void {
  latest.origin = before.origin;
  if (!latest.counted) latest.quantity = before.quantity;
  reader.lines.splice(reader.lines.indexOf(latest), 1);
  reader.lines.splice(reader.lines.indexOf(before), 1, latest);
}

/** "Remove that", "make that…": the latest line is meant. */
function readLast(reader: Reader): void {
  const last = currentLine(reader);
  if (reader.removing && last) {
    removeFrom(reader, last);
    reader.removing = false;
  } else if (reader.quantity !== null && reader.counted && last && reader.afterItem) {
    last.quantity = reader.quantity;
    reader.quantity = null;
  } else if (reader.replacing === "from" && last) reader.replacing = last;
}

const currentLine = ({ host, lines }: Reader): Line | undefined =>
  host && host !== "lost" ? host : lines.at(-1);

function removeFrom(reader: Reader, line: Line): void {
  const left = reader.quantity !== null && reader.counted ? line.quantity - reader.quantity : 0;
  reader.quantity = null;
  if (left > 0) line.quantity = left;
  else reader.lines.splice(reader.lines.indexOf(line), 1);
  reader.host = reader.lines.at(-1) ?? null;
}

function words({ heard }: Reader, span: Pick<Span, "start" | "end"> | undefined): string {
  return heard.tokens
    .slice(span?.start, span?.end)
    .map(({ raw }) => raw)
    .filter(Boolean)
    .join(" ");
}

function readUnknown(reader: Reader, span: Span): void {
  reader.unknown.push(words(reader, span));
  const opened = reader.quantity !== null || reader.same;
  if (opened && !reader.with) reader.host = "lost";
  reader.pending = [];
  reader.quantity = null;
  reader.amount = null;
  reader.same = false;
  reader.removing = false;
  reader.afterItem = false;
}

/** The next name on the menu with nothing between but small words. */
function nextMenu({ heard }: Reader, from: number): MenuSpan | null {
  for (let at = from + 1; at < heard.spans.length; at++) {
    const span = heard.spans[at];
    if (span?.kind === "menu") return span;
    if (span?.kind !== "cue" || (span.cue.kind !== "article" && span.cue.kind !== "filler")) return null;
  }
  return null;
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

function readMenu(reader: Reader, span: MenuSpan): void {
  const host = hostFor(reader, span);
  const ahead = itemAhead(reader);
  const aheadTakes = ahead !== null && accepted({ items: ahead.items, options: [] }, span.choices) !== null;
  if (span.items.length > 0 && !isMeantAsChoice(reader, span, host, aheadTakes))
    return readItem(reader, span);
  readChoice(reader, span, host, aheadTakes);
}

/** The nearest line that takes the option: the current one, else those before it. */
function hostFor(reader: Reader, { choices }: MenuSpan): Line | null {
  if (choices.length === 0 || reader.host === "lost") return null;
  const lines = reader.host ? [reader.host, ...reader.lines.toReversed()] : reader.lines.toReversed();
  return lines.find((line) => accepted(line, choices)) ?? null;
}

function isMeantAsChoice(reader: Reader, span: MenuSpan, host: Line | null, aheadTakes: boolean): boolean {
  if (span.choices.length === 0) return false;
  if (aheadTakes && reader.heard.spans[reader.at + 1]?.kind === "menu") return true;
  return host !== null && !reader.counted && (reader.with || reader.amount !== null || reader.insteadOf);
}

function readChoice(reader: Reader, span: MenuSpan, host: Line | null, aheadTakes: boolean): void {
  const opened = reader.quantity !== null || reader.same;
  const introduced = reader.with || reader.amount !== null;
  if (amountOfSize(reader, span)) return void reader.unknown.push(`${reader.amount} ${words(reader, span)}`);
  const forward =
    aheadTakes &&
    !isSaidAfter(reader, span, host) &&
    (opened || !host || (!introduced && reader.locale === "en" && !reader.making));
  if (forward && !reader.removing) return void holdForItem(reader, span);
  if (host) return putOnHost(reader, span, host);
  if (reader.host === "lost") return resetPhrase(reader);
  const item = reader.heard.candidates.find((other) => sameStretch(other, span) && other.items.length > 0);
  if (item && (opened || !introduced)) return readItem(reader, item);
  if (reader.lines.length === 0 || opened) return void holdForItem(reader, span);
  reader.unknown.push(words(reader, span));
  resetPhrase(reader);
}

const sameStretch = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

function holdForItem(reader: Reader, span: MenuSpan): void {
  reader.pending.push({ span, amount: reader.amount ?? "normal", quantity: 1 });
  if (reader.amount !== "none") reader.amount = null;
}

function resetPhrase(reader: Reader): void {
  reader.quantity = null;
  reader.counted = false;
  reader.amount = reader.amount === "none" ? "none" : null;
  reader.afterItem = false;
}

function putOnHost(reader: Reader, span: MenuSpan, host: Line): void {
  const ref = accepted(host, span.choices);
  if (!ref) return;
  const amount = reader.amount ?? "normal";
  if (reader.removing || reader.insteadOf) {
    if (reader.removing || host.options.some(({ choice }) => choice === ref.choice.id)) takeOption(host, ref);
    reader.insteadOf = false;
  } else if (!ref.choice.available && amount !== "none") reader.unavailable.add(ref.choice.id);
  else {
    const line = targetOf(reader, host, ref);
    putOption(line, ref, { amount, quantity: optionQuantity(reader, ref) });
    reader.latest = { line, ref };
  }
  host.confidence = Math.min(host.confidence, span.confidence);
  reader.same = false;
  resetPhrase(reader);
}

/** "Extra large" where there is only large: a size there is not. */
const amountOfSize = ({ amount }: Reader, { choices }: MenuSpan) =>
  amount === "extra" &&
  choices.length > 0 &&
  choices.every(({ group, choice }) => group.kind === "one" && SIZE.test(choice.name));

const SIZE = /^(small|medium|large|petite?|moyen(ne)?|grande?)$/i;

/** "Pepperoni large, cheese small": options here are said after their item, so this one is not the next item's. */
function isSaidAfter(reader: Reader, span: MenuSpan, host: Line | null): boolean {
  if (!host || !reader.afterItem) return false;
  const ahead = reader.heard.spans.findIndex(
    (other, at) => at > reader.at && other.kind === "menu" && other.items.length > 0,
  );
  const next = reader.heard.spans[ahead + 1];
  return (
    next?.kind === "menu" && next.choices.some(({ group }) => span.choices.some((ref) => ref.group === group))
  );
}

const optionQuantity = ({ quantity, counted }: Reader, { group }: ChoiceRef) =>
  group.kind === "many" && quantity !== null && counted ? quantity : 1;

/** The line an option goes to: the host, or a new one for "and two small" and "the same but large". */
function targetOf(reader: Reader, host: Line, { group }: ChoiceRef): Line {
  const answered = host.options.some((pick) => pick.group === group.id);
  if (reader.same) return copy(reader, host, reader.quantity ?? 1, host.options);
  if (group.kind !== "one" || reader.quantity === null || reader.making || reader.correcting) {
    if (reader.making && group.kind === "one" && reader.counted && reader.quantity)
      host.quantity = reader.quantity;
    reader.host = host;
    return host;
  }
  const count = reader.quantity;
  if (!answered && host.quantity > count) {
    host.quantity -= count;
    const part = copy(reader, host, count, host.options);
    // The rest of the host waits for its own size: "two coffees, one small, one large".
    reader.lines.splice(reader.lines.indexOf(part), 1);
    reader.lines.splice(reader.lines.indexOf(host), 0, part);
    reader.host = host;
    return part;
  }
  if (answered) return copy(reader, host, count, []);
  reader.host = host;
  return host;
}

function copy(reader: Reader, host: Line, quantity: number, options: Line["options"]): Line {
  const line: Line = {
    ...host,
    quantity,
    options: options.map((pick) => ({ ...pick })),
    counted: true,
    origin: null,
  };
  reader.lines.push(line);
  reader.host = line;
  return line;
}

function readItem(reader: Reader, span: MenuSpan): void {
  const existing = findItem(reader.lines, span.items);
  if (reader.about && existing) moveLatest(reader, existing);
  else if (reader.removing || (reader.amount === "none" && isAmountHere(reader))) leaveOut(reader, existing);
  else if (reader.insteadOf) takePlaceOf(reader, span, existing);
  else if (reader.replacing === "from") reader.replacing = existing ?? null;
  else if (existing && isAboutExisting(reader, existing)) change(reader, existing);
  else addLine(reader, span);
  reader.pending = [];
  reader.quantity = null;
  reader.counted = false;
  reader.amount = null;
  reader.with = false;
  reader.about = false;
  reader.removing = false;
  reader.same = false;
  reader.also = false;
  reader.correcting = false;
  reader.afterItem = true;
}

/** "No onions on the pizza": the option belongs to that line, wherever it was put. */
function moveLatest(reader: Reader, existing: Line): void {
  const { latest } = reader;
  const pick = latest?.line.options.find(({ choice }) => choice === latest.ref.choice.id);
  if (latest && pick && latest.line !== existing && accepted(existing, [latest.ref])) {
    latest.line.options = latest.line.options.filter((other) => other !== pick);
    putOption(existing, latest.ref, pick);
  }
  applyPending(reader, existing);
  reader.host = existing;
}

function leaveOut(reader: Reader, existing: Line | undefined): void {
  if (existing) removeFrom(reader, existing);
}

/** "Onion rings instead of the fries", or "instead of the fries, onion rings". */
function takePlaceOf(reader: Reader, span: MenuSpan, existing: Line | undefined): void {
  reader.insteadOf = false;
  const latest = reader.host;
  if (!existing) return;
  if (latest && latest !== "lost" && latest !== existing && latest.origin === null)
    become(reader, existing, latest);
  else if (span.items.length > 0) reader.replacing = existing;
}

function isAboutExisting(reader: Reader, existing: Line): boolean {
  if (reader.also || reader.same) return false;
  if (reader.making) return true;
  return (reader.correcting || reader.instead) && (existing === reader.lines.at(-1) || reader.counted);
}

function change(reader: Reader, line: Line): void {
  if (reader.quantity !== null && (reader.counted || reader.correcting)) line.quantity = reader.quantity;
  applyPending(reader, line);
  reader.host = line;
  reader.instead = false;
}

function addLine(reader: Reader, span: MenuSpan): void {
  const line: Line = {
    items: span.items,
    quantity: reader.quantity ?? 1,
    counted: reader.quantity !== null && (reader.counted || reader.making),
    options: [],
    confidence: span.confidence,
    heard: words(reader, span),
    origin: null,
  };
  const replaced = lineToReplace(reader);
  reader.lines.push(line);
  if (replaced) {
    line.options = optionsFor(line.items[0], reader.replacing === replaced ? replaced.options : []);
    become(reader, replaced, line);
  }
  reader.replacing = null;
  reader.instead = false;
  applyPending(reader, line);
  reader.host = line;
}

function lineToReplace(reader: Reader): Line | undefined {
  if (reader.replacing && reader.replacing !== "from") return reader.replacing;
  if (reader.also || (!reader.correcting && !reader.instead)) return undefined;
  const last = reader.lines.at(-1);
  return last && (last.origin === null || reader.instead) ? last : undefined;
}

function applyPending(reader: Reader, line: Line): void {
  for (const { span, amount, quantity } of reader.pending) {
    const ref = accepted(line, span.choices);
    if (!ref) reader.unknown.push(words(reader, span));
    else if (!ref.choice.available && amount !== "none") reader.unavailable.add(ref.choice.id);
    else putOption(line, ref, { amount, quantity });
    line.confidence = Math.min(line.confidence, span.confidence);
  }
}

/** A number that no item followed: "make that three", "cokes, two", "remove one". */
function settleQuantity(reader: Reader): void {
  const { quantity, counted } = reader;
  reader.quantity = null;
  if (quantity === null || !counted) return;
  const line = currentLine(reader);
  const correcting = reader.making || reader.correcting;
  if (!line || reader.same) {
    if (reader.same) reader.quantity = quantity;
    return;
  }
  if (reader.removing) {
    reader.quantity = quantity;
    removeFrom(reader, line);
    reader.removing = false;
  } else if (correcting || (reader.afterItem && !line.counted && line.origin === null))
    line.quantity = quantity;
  reader.making = false;
}

/** "The same again" with nothing else said of it. */
function settleSame(reader: Reader): void {
  if (!reader.same) return;
  const line = currentLine(reader);
  if (line) copy(reader, line, reader.quantity ?? 1, line.options);
  reader.same = false;
  reader.quantity = null;
}

function finish(reader: Reader): void {
  settleQuantity(reader);
  settleSame(reader);
  for (const { span } of reader.pending) reader.unknown.push(words(reader, span));
}
