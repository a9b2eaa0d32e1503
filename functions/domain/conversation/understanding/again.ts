import type { CatalogItem } from "../../catalogue/types.ts";
import { isKindOf } from "./kinds.ts";
import { accepted, type Line, optionsFor } from "./lines.ts";
import type { Pending, Reader } from "./reader.ts";
import type { MenuSpan, Span } from "./spans.ts";

/** A line further back than this is not named again. */
const RECENT = 12;

/** The line that an item only names again: "that's a pizza", "just the croissant", "one tea, two teas". */
export function lineSaidAgain(reader: Reader, { items }: MenuSpan): Line | undefined {
  const { also, same, lines, pending } = reader;
  if (also || same || reader.portions.length > 0) return undefined;
  const recap = isRecap(reader);
  const line = lines
    .slice(-RECENT)
    .findLast((one) => one.origin === null && isNamed(one, items, recap) && fits(one, pending));
  return line && (recap || isLimited(reader) || isCountedAgain(reader, line)) ? line : undefined;
}

const isNamed = ({ items: [item, more] }: Line, named: readonly CatalogItem[], general: boolean) =>
  item !== undefined &&
  more === undefined &&
  named.some((one) => one === item || (general && isKindOf(item, one)));

/** Nothing said of it now is otherwise than what was said of the line. */
const fits = (line: Line, pending: readonly Pending[]) =>
  pending.every(({ span }) => {
    const ref = accepted(line, span.choices);
    return ref !== null && (ref.group.kind === "many" || !isOtherwise(line, ref.group.id, ref.choice.id));
  });

const isOtherwise = ({ options }: Line, group: string, choice: string) =>
  options.some((pick) => pick.group === group && pick.choice !== choice);

/** What may stand between a word that opens a noun and the noun: numbers, articles and options. */
const isWithin = (span: Span) =>
  span.kind === "number" ||
  (span.kind === "menu" && span.items.length === 0) ||
  (span.kind === "cue" && /^(quantity|article|filler)$/.test(span.cue.kind));

/** Where the noun said now began: the first span back that is no part of it. */
function opener({ heard: { spans }, at }: Reader): Span | undefined {
  for (let back = at - 1; back >= 0 && back > at - RECENT; back--) {
    const span = spans[back];
    if (span && !isWithin(span)) return span;
  }
  return undefined;
}

/** "That's a…", "so two…" */
function isRecap(reader: Reader): boolean {
  const span = opener(reader);
  return span?.kind === "cue" && span.cue.kind === "recap";
}

const wordOf = ({ heard: { tokens } }: Reader, span: Span | undefined) =>
  span?.kind === "cue" ? (tokens[span.start]?.text ?? "") : "";

const isDefinite = (reader: Reader, span: Span | undefined) =>
  /^(the|le|la|les|l)$/.test(wordOf(reader, span));

/** "Toasted, just the croissant" */
function isLimited(reader: Reader): boolean {
  const { heard, at, quantity } = reader;
  const [just, article] = heard.spans.slice(Math.max(0, at - 2), at);
  return (
    quantity === null &&
    isDefinite(reader, article) &&
    /^(just|only|juste|seulement)$/.test(wordOf(reader, just))
  );
}

/** "One burger, well two burgers": right after itself, in a larger number. */
function isCountedAgain(reader: Reader, line: Line): boolean {
  const { quantity, counted, joined, lines, pending } = reader;
  if (!counted || joined || line !== lines.at(-1) || line.quantity !== 1 || (quantity ?? 0) < 2) return false;
  const before = opener(reader);
  const right = before?.kind === "menu" && before.items.includes(line.items[0] as CatalogItem);
  const after = optionsAfter(reader);
  const said = (choice: string) =>
    [...pending.map(({ span }) => span), ...after].some(({ choices }) =>
      choices.some((ref) => ref.choice.id === choice),
    );
  return right && line.options.every(({ choice }) => said(choice));
}

function optionsAfter({ heard: { spans }, at }: Reader): MenuSpan[] {
  const found: MenuSpan[] = [];
  for (const span of spans.slice(at + 1, at + RECENT)) {
    if (span.kind !== "menu" || span.items.length > 0) break;
    found.push(span);
  }
  return found;
}

/** The lines that are the same as this one, itself among them. */
function equals({ lines }: Reader, line: Line): Line[] {
  const key = ({ items, options }: Line) =>
    JSON.stringify([items[0]?.id, options.map((pick) => JSON.stringify(pick)).sort()]);
  return lines.slice(-RECENT).filter((one) => one.origin === null && key(one) === key(line));
}

/** "So two of those": how many there are in all, of one line or of several that are the same. */
export function countAgain(reader: Reader, line: Line, quantity: number): void {
  if (equals(reader, line).length === 1) line.quantity = quantity;
}

/** "The small one with olives": of several lines the one that is so. */
export function lineThatIs(reader: Reader, { items, choices }: MenuSpan): Line | undefined {
  const { heard, at, quantity, making, correcting, pending, lines } = reader;
  if (items.length > 0 || quantity !== null || making || correcting || pending.length > 0) return undefined;
  if (!isDefinite(reader, heard.spans[at - 1]) || choices.some(({ group }) => group.kind === "many"))
    return undefined;
  const able = lines.slice(-RECENT).filter((line) => accepted(line, choices));
  const such = able.filter((line) =>
    line.options.some((pick) => choices.some(({ choice }) => choice.id === pick.choice)),
  );
  return able.length > 1 && such.length === 1 ? such[0] : undefined;
}

/** "The small one": the number after it is none. */
export function isOneSaidSo(reader: Reader): boolean {
  const { heard, at } = reader;
  const [article, size] = heard.spans.slice(Math.max(0, at - 2), at);
  const sized = size?.kind === "menu" && size.items.length === 0;
  return at > 1 && sized && isDefinite(reader, article) && heard.spans[at + 1]?.kind !== "menu";
}

/** "A large poutine and another, so two of those": there are so many already. */
export function isAllOf(reader: Reader, last: Line, count: number): boolean {
  const same = equals(reader, last);
  return same.length > 1 && same.reduce((sum, { quantity }) => sum + quantity, 0) === count;
}

/** "And a decaf with the same in it": what the line before has, where this one takes it and has nothing of the kind. */
export function takeAsBefore({ with: said, heard, at, lines, host }: Reader): boolean {
  const before = heard.spans[at - 1];
  const [model, line] = lines.slice(-2);
  if (!said || before?.kind !== "cue" || before.cue.kind !== "with") return false;
  if (!model || !line || line !== host) return false;
  const had = new Set(line.options.map(({ group }) => group));
  const taken = optionsFor(line.items[0], model.options).filter(({ group }) => !had.has(group));
  line.options.push(...taken.map((pick) => ({ ...pick })));
  return true;
}
