import { countAgain, lineSaidAgain } from "./again.ts";
import { isKindOf } from "./kinds.ts";
import { accepted, findItem, type Line, optionsFor, putOption } from "./lines.ts";
import { isTold, numberOf } from "./portions.ts";
import { become, currentLine, isAmountHere, type Pending, type Reader, removeFrom, words } from "./reader.ts";
import type { MenuSpan } from "./spans.ts";

/** A line further back than this is not named again. */
const RECENT = 12;

export function readItem(reader: Reader, span: MenuSpan): void {
  const existing = findItem(reader.lines, span.items);
  const again = lineSaidAgain(reader, span);
  if (reader.about && existing) moveLatest(reader, existing);
  else if (reader.removing || isDenied(reader, existing)) leaveOut(reader, existing);
  else if (reader.insteadOf) takePlaceOf(reader, span, existing);
  else if (reader.replacing === "from") reader.replacing = existing ?? null;
  else if (again) nameAgain(reader, again);
  else if (existing && isAboutExisting(reader, existing)) change(reader, existing);
  else addLine(reader, span);
  reader.pending = [];
  reader.portions = [];
  reader.rest = reader.naming && reader.lines.slice(-RECENT).includes(reader.naming) ? reader.naming : null;
  reader.renaming = null;
  reader.each = false;
  reader.quantity = null;
  reader.counted = false;
  reader.amount = null;
  reader.with = false;
  reader.listing = false;
  reader.joined = false;
  reader.among = false;
  reader.negating = false;
  reader.negated = null;
  reader.about = false;
  reader.removing = false;
  reader.same = false;
  reader.also = false;
  reader.correcting = false;
  reader.afterItem = true;
}

function addLine(reader: Reader, span: MenuSpan): void {
  if (nameKind(reader, span) || endName(reader, span)) return;
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
  for (const { quantity, pending } of reader.portions) {
    const portion: Line = { ...line, quantity, counted: true, origin: null };
    reader.lines.splice(reader.lines.indexOf(line), 0, portion);
    applyPending(reader, portion, pending);
  }
  applyPending(reader, line, reader.pending);
  reader.host = line;
}

/** "Two large pizzas, one pepperoni…": so many of a line whose name left open which. */
function nameKind(reader: Reader, span: MenuSpan): boolean {
  const { lines, quantity, naming } = reader;
  const open = lines.findLast(({ items }) => items.length > 1) ?? generalOf(reader, span);
  const whole = open && (open === reader.renaming || isSaidOnce(reader, open));
  const count = quantity ?? (whole ? open.quantity : 0);
  if (!open || open.origin !== null || count < 1 || count > open.quantity || reader.same) return false;
  if (open.quantity < 2 && !whole && ![naming, reader.rest].includes(open)) return false;
  const [item, more] = span.items;
  if (!item || more || !(open.items.includes(item) || isKindOf(item, open.items[0]))) return false;
  const line: Line = {
    ...open,
    items: span.items,
    quantity: count,
    options: optionsFor(item, open.options),
    counted: true,
  };
  open.quantity -= count;
  reader.naming = open;
  lines.splice(lines.indexOf(open), open.quantity > 0 ? 0 : 1, line);
  applyPending(reader, line, reader.pending);
  reader.host = line;
  return true;
}

/** "Turkey and bacon sub": the last word of the name that the line began with, options in between. */
function endName(reader: Reader, { items }: MenuSpan): boolean {
  const line = reader.lines.at(-1);
  const [item, more] = line?.items ?? [];
  if (!line || !item || more || line.confidence > 0.99 || line.origin !== null) return false;
  if (items.length < 2 || !items.includes(item) || reader.quantity !== null || reader.same) return false;
  applyPending(reader, line, reader.pending);
  reader.host = line;
  return true;
}

/** "A pizza, large, all dressed": nothing but options was said since, so that this is the same thing's name. */
function isSaidOnce({ heard, at, lines, quantity, same }: Reader, line: Line): boolean {
  const before = heard.spans[at - 1];
  const isOption = before?.kind === "menu" && before.items.length === 0;
  return isOption && quantity === null && !same && line === lines.at(-1) && line.items.length === 1;
}

/** "Two pizzas, one vegetarian and one…": the line that these are kinds of, when their numbers make it up. */
function generalOf(reader: Reader, { items: [item] }: MenuSpan): Line | undefined {
  if (!item) return undefined;
  const { renaming, naming, rest, lines, quantity, joined } = reader;
  const isGeneral = (line: Line | null | undefined) =>
    line && isKindOf(item, line.items[0]) && lines.slice(-RECENT).includes(line);
  const left = [renaming, naming, rest].find(isGeneral);
  const line = currentLine(reader);
  if (left || !line || !isGeneral(line) || joined) return left ?? undefined;
  if (quantity === null) return isSaidOnce(reader, line) ? line : undefined;
  return quantity < line.quantity && isTold(reader, line, quantity) ? line : undefined;
}

function lineToReplace(reader: Reader): Line | undefined {
  if (reader.replacing && reader.replacing !== "from") return reader.replacing;
  if (reader.also || (!reader.correcting && !reader.instead)) return undefined;
  const last = reader.lines.at(-1);
  return last && (last.origin === null || reader.instead) ? last : undefined;
}

function isAboutExisting(reader: Reader, existing: Line): boolean {
  if (reader.also || reader.same) return false;
  if (reader.making || isSaidAgain(reader, existing)) return true;
  return (reader.correcting || reader.instead) && (existing === reader.lines.at(-1) || reader.counted);
}

/** "… and a burrito, burrito with beans": named again, without a number, to say what is on it. */
function isSaidAgain({ heard, at, quantity, pending, joined, lines }: Reader, existing: Line): boolean {
  const next = heard.spans[at + 1];
  const opened = next?.kind === "cue" && /^(with|amount|no)$/.test(next.cue.kind);
  return quantity === null && pending.length === 0 && !joined && opened && existing === lines.at(-1);
}

function nameAgain(reader: Reader, line: Line): void {
  if (reader.quantity !== null && reader.counted) countAgain(reader, line, reader.quantity);
  applyPending(reader, line, reader.pending);
  reader.host = line;
}

function change(reader: Reader, line: Line): void {
  if (reader.quantity !== null && (reader.counted || reader.correcting)) line.quantity = reader.quantity;
  applyPending(reader, line, reader.pending);
  reader.host = line;
  reader.instead = false;
  if (reader.making && isBecomingAnother(reader)) reader.replacing = line;
}

/** "Make the lemonade a tea": right after the item, another with an article. */
function isBecomingAnother({ heard, at, counted }: Reader): boolean {
  const [article, ...after] = heard.spans.slice(at + 1, at + 5);
  if (counted || numberOf(article) !== 1) return false;
  const thing = after.find((span) => span.kind !== "menu" || span.items.length > 0);
  return thing?.kind === "menu" && thing.items.length === 1;
}

function applyPending(reader: Reader, line: Line, pending: readonly Pending[]): void {
  for (const { span, amount, quantity } of pending) {
    const ref = accepted(line, span.choices);
    if (!ref) reader.unknown.push(words(reader, span));
    else if (!ref.choice.available && amount !== "none") reader.unavailable.add(ref.choice.id);
    else putOption(line, ref, { amount, quantity });
    line.confidence = Math.min(line.confidence, span.confidence);
  }
}

/** "No coke", and "actually no coke, I will have a tea" where there is nothing that it could be had instead of. */
function isDenied(reader: Reader, existing: Line | undefined): boolean {
  if (reader.amount === "none" && isAmountHere(reader)) return true;
  const { heard, at, lines, quantity, correcting } = reader;
  const before = heard.spans[at - 1];
  const no = before?.kind === "cue" && /^(no|non)$/.test(heard.tokens[before.end - 1]?.text ?? "");
  return (
    correcting && no && quantity === null && (existing !== undefined || lines.length === 0) && leadsOn(reader)
  );
}

/** Another item is said after this one, with its article or number. */
const leadsOn = ({ heard, at }: Reader) =>
  heard.spans.slice(at + 1, at + RECENT).some((span) => numberOf(span) !== null);

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

/** "No onions on the pizza": the option belongs to that line, wherever it was put. */
function moveLatest(reader: Reader, existing: Line): void {
  const { latest } = reader;
  const pick = latest?.line.options.find(({ choice }) => choice === latest.ref.choice.id);
  if (latest && pick && latest.line !== existing && accepted(existing, [latest.ref])) {
    latest.line.options = latest.line.options.filter((other) => other !== pick);
    putOption(existing, latest.ref, pick);
  }
  applyPending(reader, existing, reader.pending);
  reader.host = existing;
}
