import { isKindOf } from "./kinds.ts";
import { accepted, type Line, putOption } from "./lines.ts";
import { copy, currentLine, type Reader } from "./reader.ts";
import type { Span } from "./spans.ts";

/**
 * "Two coffees, one with milk, one without": takes a part of the current line, which becomes the host; what is left
 * waits for its own words. Null when there is no larger line to take it from.
 */
function takePart(reader: Reader, count: number): Line | null {
  const base = reader.rest ?? currentLine(reader);
  if (!base || base.quantity < count || (base.quantity === count && base !== reader.rest)) return null;
  if (base.quantity === count) return takeRest(reader);
  base.quantity -= count;
  const part = copy(reader, base, count, base.options);
  reader.lines.splice(reader.lines.indexOf(part), 1);
  reader.lines.splice(reader.lines.indexOf(base), 0, part);
  reader.rest = base;
  return part;
}

/** "The other", "the second": what is left of a line that was taken apart, or one of it. */
export function takeRest(reader: Reader, one = false): Line | null {
  const { rest } = reader;
  if (one && rest && rest.quantity > 1) return takePart(reader, 1);
  if (rest) reader.host = rest;
  reader.rest = null;
  return rest;
}

/** "Eight hot dogs, half with ketchup, half with mustard": of several, each half is so many. */
export function halve(reader: Reader): void {
  const { rest, lines, heard, at } = reader;
  const base = rest ?? currentLine(reader);
  if (!base || base.origin !== null) return;
  const isHalf = (span: Span) => span.kind === "cue" && span.cue.kind === "half";
  if (!rest && !heard.spans.slice(at + 1, at + REACH).some(isHalf)) return;
  if (rest && lines[lines.indexOf(rest) - 1]?.quantity === rest.quantity) takeRest(reader);
  else if (base.counted && base.quantity % 2 === 0) takePart(reader, base.quantity / 2);
}

/** "One with…", "one without…": a number that opens a part of a line, or another of the same item. */
export function openPart(reader: Reader): void {
  const { quantity } = reader;
  const base = reader.rest ?? currentLine(reader);
  if (quantity === null || reader.pending.length > 0 || !base || reader.same) return;
  if (reader.making && quantity >= base.quantity) return;
  // "And make one of them with…"
  const within = reader.making || reader.among;
  const part = within ? takePart(reader, quantity) : partOf(reader, quantity);
  reader.among = false;
  if (!part) {
    // "A coffee with one…": a number that belongs to neither is left alone.
    if (reader.afterItem && !reader.joined) return;
    copy(reader, base, quantity, []);
  }
  reader.quantity = null;
  reader.counted = false;
}

/** The part that so many are of the current line, taken from it; null when they are others of the same thing. */
export function partOf(reader: Reader, count: number): Line | null {
  const base = reader.rest ?? currentLine(reader);
  if (!base || base.quantity < count || (base.quantity === count && base !== reader.rest)) return null;
  const whole = base === reader.rest || isTold(reader, base, count);
  return whole || !reader.joined ? takePart(reader, count) : null;
}

/** The numbers said from here on, each of a part, make up the whole line: "two with… and one with…" of three. */
export function isTold(reader: Reader, base: Line, count: number): boolean {
  if (base.quantity < 2) return false;
  let sum = count;
  const { spans } = reader.heard;
  const numbered = numberedSpan(reader);
  for (let at = numbered + 1; at < spans.length && at < numbered + REACH; at++) {
    const span = spans[at];
    if (!span || isForeign(span, base)) break;
    if (span.kind === "cue" && span.cue.kind === "rest") return sum < base.quantity;
    const more = numberOf(span);
    if (more === null || isCountOfOption(spans, at) || isOneMoreOption(spans, at, base)) continue;
    if (leadsToItem(spans, at, base)) break;
    sum += more;
  }
  return sum === base.quantity;
}

/** No part is told over more phrases than this. */
const REACH = 60;

function numberedSpan({ heard, at }: Reader): number {
  for (let back = at; back >= 0 && back > at - 6; back--)
    if (numberOf(heard.spans[back]) !== null) return back;
  return at;
}

/** The number a span says; null for other spans. */
export function numberOf(span: Span | undefined): number | null {
  if (span?.kind === "number") return span.value;
  return span?.kind === "cue" && span.cue.kind === "quantity" ? span.cue.value : null;
}

/** An item of its own, which ends what is told of the line. */
const isForeign = (span: Span, base: Line) =>
  span.kind === "menu" &&
  span.items.length > 0 &&
  accepted(base, span.choices) === null &&
  !span.items.some((item) => isKindOf(item, base.items[0]));

/** "With two sugars": the number right after "with" counts an option. */
function isCountOfOption(spans: readonly Span[], at: number): boolean {
  const before = spans[at - 1];
  return before?.kind === "cue" && (before.cue.kind === "with" || before.cue.kind === "amount");
}

/** "With fries and a coke": an article before a thing that is also had by itself. */
function isOneMoreOption(spans: readonly Span[], at: number, base: Line): boolean {
  const [article, thing] = [spans[at], spans[at + 1]];
  const indefinite =
    article?.kind === "cue" && article.cue.kind === "quantity" && article.cue.article === true;
  if (!indefinite || thing?.kind !== "menu") return false;
  return thing.items.length > 0 && !thing.items.some((item) => isKindOf(item, base.items[0]));
}

/** "And a small coke": the number is of another item. */
function leadsToItem(spans: readonly Span[], from: number, base: Line): boolean {
  for (let at = from + 1; at < spans.length && at < from + 6; at++) {
    const span = spans[at];
    if (!span || span.kind === "number" || span.kind === "unknown") return false;
    if (isForeign(span, base)) return true;
    if (span.kind === "cue" && !/^(article|filler)$/.test(span.cue.kind)) return false;
  }
  return false;
}

/** "One small and two large coffees": a size said with its number, before the item and before another number. */
export function stashPortion(reader: Reader): void {
  const sized = reader.pending.some(({ span }) => span.choices.some(({ group }) => group.kind === "one"));
  if (reader.quantity === null || !sized) return;
  reader.portions.push({ quantity: reader.quantity, pending: reader.pending });
  reader.pending = [];
  reader.quantity = null;
}

/** "One with milk and one without": what the one before has, and this one has not. */
export function settleWithout(reader: Reader): void {
  if (!reader.negating) return;
  reader.negating = false;
  reader.amount = null;
  const line = currentLine(reader);
  const before = line && reader.lines[reader.lines.indexOf(line) - 1];
  const other = before ?? (line && reader.lines[reader.lines.indexOf(line) + 1]);
  if (!line || !other || other.items[0] !== line.items[0]) return;
  for (const { group, choice, amount } of other.options) {
    const kind = reader.menu.groups.get(group);
    const had = line.options.some((pick) => pick.group === group);
    const ref = kind?.choices.find(({ id }) => id === choice);
    if (kind && ref && amount !== "none" && !line.options.some((pick) => pick.choice === choice)) {
      if (kind.kind === "many" || !had)
        putOption(line, { group: kind, choice: ref }, { amount: "none", quantity: 1 });
    }
  }
}

/** "Two coffees, one small and one large, without sugar": set apart, it is said of every part. */
export function spreadOverParts(reader: Reader): void {
  const { lines, latest, heard, at } = reader;
  const [before, last] = lines.slice(-2);
  const apart = heard.tokens[heard.spans[at]?.start ?? 0]?.gap ?? false;
  const parts = before && last && before.items[0] === last.items[0] && before.origin === null;
  if (apart && parts && latest?.line === last && latest.ref.group.kind === "one") reader.each = true;
}

/** "Another one with ham": the same item, with nothing yet of what the other had. */
export function openBlank(reader: Reader): void {
  const line = currentLine(reader);
  if (!reader.same || !reader.blank || !line) return;
  copy(reader, line, reader.quantity ?? 1, []);
  reader.same = false;
  reader.quantity = null;
}
