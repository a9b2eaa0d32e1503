import type { Locale } from "../../catalogue/types.ts";
import { isKindOf } from "./kinds.ts";
import { takenBy } from "./lines.ts";
import { countsAfter, withoutMeasures } from "./measures.ts";
import type { Heard, MenuSpan, Span } from "./spans.ts";
import type { Token } from "./text.ts";

/**
 * Joins words not understood with the half-understood ones they belong to, so that a "veggie burger" a menu does not
 * have is not taken for its burger: words before a one-word name (after it, in French), and beside a partial name.
 */
export function absorb({ tokens, spans, candidates }: Heard, locale: Locale): Span[] {
  const result: Span[] = [];
  const gapAt = (at: number) => tokens[at]?.gap ?? true;
  const counted = countsAfter(withHomophones(settleOpen(spans), tokens), tokens);
  const settled = withoutMeasures(counted, tokens);
  const names = widened(settled, candidates, gapAt);
  for (const [at, span] of names.entries()) {
    const before = result.at(-1);
    if (!before || gapAt(span.start)) result.push(span);
    else if (isZeroAfter(before, span, names[at + 1]))
      result[result.length - 1] = { ...UNKNOWN, start: before.start, end: span.end };
    else if (span.kind === "unknown" && isPartAndLink(result.at(-2), before, tokens))
      result.splice(-2, 2, { ...span, start: result.at(-2)?.start ?? span.start });
    else if (before.kind === "unknown" && span.kind === "unknown") before.end = span.end;
    else if (isItem(before) && span.kind === "unknown" && describes(tokens, span)) result.push({ ...span });
    else if (isItem(span) && before.kind === "unknown" && describes(tokens, before)) result.push(span);
    else if (before.kind === "unknown" && span.kind === "menu" && belongsToUnknownBefore(span))
      before.end = span.end;
    else if (
      before.kind === "menu" &&
      span.kind === "unknown" &&
      belongsToUnknownAfter(before, locale, result.at(-2)) &&
      !isTakenBack(before, names.slice(at + 1, at + 3))
    ) {
      result[result.length - 1] = { ...span, start: before.start };
    } else result.push(span.kind === "unknown" ? { ...span } : span);
  }
  return result;
}

/** What is open between several choices means all of them after "no", and nothing otherwise. */
function settleOpen(spans: Span[]): Span[] {
  let none = false;
  return spans.map((span): Span => {
    if (span.kind === "cue" && !/^(article|filler)$/.test(span.cue.kind))
      none = span.cue.kind === "no" || (span.cue.kind === "amount" && span.cue.amount === "none");
    if (span.kind === "number") none = false;
    if (span.kind !== "menu" || span.open.length === 0) return span;
    const { start, end, score } = span;
    return none ? { ...span, choices: span.open, coverage: 1 } : { kind: "unknown", start, end, score };
  });
}

const UNKNOWN = { kind: "unknown", score: 0 } as const;

/** "A coke zero" where there is none: no number of anything. */
function isZeroAfter(before: Span, span: Span, next: Span | undefined): boolean {
  return isItem(before) && span.kind === "number" && span.value === 0 && next?.kind !== "menu";
}

/**
 * Words that by their ending only say how a thing is, not of which kind it is: "a crunchy burger", "un café généreux".
 * An orange juice is no juice of any fruit, so that other words not known keep a name of one word from being heard.
 */
const DESCRIBING = /(ly|[eim]ous|ful|some|(t|sp|mp|ch|ff|ck|mm|pp|zz|s|ic|m)y|est|eux|euses?|ment)$/;

const describes = (tokens: Token[], { start, end }: Span) =>
  tokens.slice(start, end).every(({ text }) => text.length > 4 && DESCRIBING.test(text));

/** "Jus d'orange", where juice is had of apples only. */
const isPartAndLink = (part: Span | undefined, link: Span, tokens: Token[]) =>
  isItem(part) &&
  part?.kind === "menu" &&
  part.coverage < 0.99 &&
  /^(of|de|du|d|au|aux)$/.test(tokens[link.start]?.text ?? "") &&
  link.end - link.start === 1;

const oneWord = (span: MenuSpan) => span.end - span.start === 1;

function belongsToUnknownBefore(span: MenuSpan): boolean {
  return span.coverage < 0.99 || (span.items.length > 0 && span.choices.length === 0 && oneWord(span));
}

function belongsToUnknownAfter(span: MenuSpan, locale: Locale, opener: Span | undefined): boolean {
  if (span.coverage < 0.99) return true;
  if (span.items.length > 0) return locale === "fr" && oneWord(span);
  // "a bacon sandwich" where only bacon is known
  return opener?.kind === "number" || (opener?.kind === "cue" && opener.cue.kind === "quantity");
}

/** "Un massaman agneau, non, poulet": the word not known is one that the item might have had, and is corrected. */
function isTakenBack({ items }: MenuSpan, [cue, instead]: Span[]): boolean {
  if (cue?.kind !== "cue" || !/^(no|correct)$/.test(cue.cue.kind) || instead?.kind !== "menu") return false;
  return takenBy(items, instead.choices)?.group.kind === "one";
}

/** Two names side by side of which the first is partial are one name said whole, or one that is not known. */
function widened(spans: Span[], candidates: MenuSpan[][], gapAt: (at: number) => boolean): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const both = before?.kind === "menu" && span.kind === "menu" && !gapAt(span.start);
    if (both && before.coverage > 0.99 && before.items.length > 0 && isSort(span))
      result[result.length - 1] = { ...before, end: span.end };
    else if (both && isSortSaidAfter(before, span)) result[result.length - 1] = { ...before, end: span.end };
    else if (both && before.coverage > 0.99 && before.items.length > 0 && isPartOfItem(span))
      result.push({ kind: "unknown", start: span.start, end: span.end, score: 0 });
    else if (both && isKindSaidAfter(before, span))
      result[result.length - 1] = { ...span, start: before.start };
    else if (!both || before.coverage > 0.99 || before.items.length === 0 || span.items.length === 0)
      result.push(span);
    else {
      const whole = candidates[before.start]?.find(
        ({ start, end, items }) => start === before.start && end === span.end && items.length > 0,
      );
      result[result.length - 1] = whole ?? { kind: "unknown", start: before.start, end: span.end, score: 0 };
    }
  }
  return result;
}

/** "Club supreme sub", where subs are had of many names: the sort of thing, said after the name. */
const isSort = (span: MenuSpan) => span.items.length > 1 && oneWord(span) && span.coverage < 0.99;

/** "Croissant jambon…" where only another thing has ham in its name. */
const isPartOfItem = ({ items, choices, coverage }: MenuSpan) =>
  items.length > 0 && choices.length === 0 && coverage < 0.99;

/** "Pizza végé" where each is a name by itself: one thing, the more special of the two. */
const isKindSaidAfter = (before: MenuSpan, { items: [item, more], coverage }: MenuSpan) =>
  item !== undefined &&
  more === undefined &&
  coverage > 0.99 &&
  before.items.length > 0 &&
  before.items.some((general) => general === item || isKindOf(item, general));

/** "Deluxe pizza", where the deluxe is a pizza by its longer name. */
const isSortSaidAfter = (
  { items: [special, more] }: MenuSpan,
  { items: [general, other], choices }: MenuSpan,
) => special !== undefined && !more && !other && choices.length === 0 && isKindOf(special, general);

const isItem = (span: Span | undefined) => span?.kind === "menu" && span.items.length > 0;

const HOMOPHONES = new Map([
  ["to", 2],
  ["too", 2],
  ["for", 4],
]);

/** "Can I get to large cokes": before something said in the plural, and after a verb that takes it, a number. */
function withHomophones(spans: Span[], tokens: Token[]): Span[] {
  return spans.map((span, at) => {
    const value = span.kind === "cue" ? HOMOPHONES.get(tokens[span.start]?.text ?? "") : undefined;
    if (value === undefined || span.end - span.start > 1 || !takesObject(tokens[span.start - 1])) return span;
    const thing = spans.slice(at + 1, at + 5).find((next) => next.kind !== "menu" || next.items.length > 0);
    const plural = thing?.kind === "menu" && tokens.slice(thing.start, thing.end).some(isPlural);
    return plural ? { kind: "number", value, start: span.start, end: span.end, score: 0 } : span;
  });
}

const takesObject = (token: Token | undefined) =>
  token === undefined || /^(get|have|want|like|take|do|need)$/.test(token.text);

const isPlural = ({ text, stem }: Token) => text.endsWith("s") && !stem.endsWith("s");
