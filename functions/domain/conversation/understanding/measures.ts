import { MAX_QUANTITY } from "../../orders/cart.ts";
import { takenBy } from "./lines.ts";
import { numberOf } from "./portions.ts";
import type { MenuSpan, Span } from "./spans.ts";
import { isUnit, type Token } from "./text.ts";

/** A name, its options and its number are not further apart than this. */
const REACH = 8;

/**
 * Makes a number said after its item say how many of it: "plywood six sheets", "rollers three brushes three". The word
 * after it may be any that the menu does not know; an item that has its number before it already is left alone.
 */
export function countsAfter(spans: Span[], tokens: Token[]): Span[] {
  const after: boolean[] = [];
  const result = [...spans];
  const things: (MenuSpan | null)[] = [];
  for (let at = 0; at < spans.length; at++)
    things[at] = numberOf(spans[at]) === null ? null : uncounted(spans, at, things);
  // From the end, because a number belongs to the item before it when the next item has its own after it as well.
  for (let at = spans.length - 1; at > 0; at--) {
    const value = numberOf(spans[at]);
    const thing = things[at];
    if (value === null || value < 1 || value > MAX_QUANTITY || !thing) continue;
    const unit = isMeasure(spans[at + 1], thing, tokens);
    const next = at + (unit ? 2 : 1);
    const chained = leadsToCounted(spans, next, after);
    if (!chained && !isLast(spans[next], unit, tokens)) continue;
    after[at] = true;
    const { start, end, score } = spans[at] as Span;
    if (unit || chained) result[at] = { kind: "cue", cue: { kind: "times", value }, start, end, score };
    if (unit) result[at + 1] = filler(spans[at + 1] as Span);
  }
  return result;
}

/** The item whose name and options end right before a position, when no number or article stands before it. */
function uncounted(spans: Span[], from: number, things: (MenuSpan | null)[]): MenuSpan | null {
  let item: MenuSpan | null = null;
  for (let at = from - 1; at >= 0 && at > from - REACH; at--) {
    const span = spans[at];
    if (span?.kind === "menu" && span.items.length > 0 && !item) item = span;
    else if (span?.kind === "menu" && span.items.length === 0) continue;
    else if (!item && at < from - 1 && span?.kind === "cue" && /^(with|article|filler)$/.test(span.cue.kind))
      continue;
    else if (!item && at < from - 1 && span?.kind === "cue" && /^(and|also)$/.test(span.cue.kind))
      return itemOf(spans, at, spans[at + 1]);
    // "Rollers three brushes three": the number before may be of the item before.
    else return numberOf(span) === null || things[at] ? item : null;
  }
  return item;
}

/** "And also grey, two tubes": the item before that takes the option. */
function itemOf(spans: Span[], from: number, option: Span | undefined): MenuSpan | null {
  if (option?.kind !== "menu") return null;
  for (let at = from - 1; at >= 0 && at > from - REACH; at--) {
    const span = spans[at];
    if (span?.kind === "menu" && span.items.length > 0)
      return takenBy(span.items, option.choices) ? span : null;
  }
  return null;
}

/** A word after a number that the menu does not know, or that is only a part of what was just named. */
function isMeasure(span: Span | undefined, { items }: MenuSpan, tokens: Token[]): boolean {
  if (!span || span.end - span.start > 1 || TIME.test(tokens[span.start]?.text ?? "")) return false;
  if (span.kind === "unknown") return !isUnitOf(span, tokens);
  if (span.kind !== "menu" || span.coverage > 0.99 || span.items.length === 0) return false;
  return /^(of|de|d)$/.test(tokens[span.end]?.text ?? "") || span.items.some((item) => items.includes(item));
}

const TIME = /^(h|heures?|hours?|am|pm|minutes?|oclock|dollars?|%)$/;

/** Nothing follows that the number might be of; "tape one, the masking kind" and "five sheets of the fine grit" go on. */
function isLast(span: Span | undefined, unit: boolean, tokens: Token[]): boolean {
  if (!span || (unit && tokens[span.start]?.gap)) return true;
  return span.kind === "cue" && /^(and|also|correct|done|with|article)$/.test(span.cue.kind);
}

/** The next item follows right away and has its own number after it. */
function leadsToCounted(spans: Span[], from: number, after: boolean[]): boolean {
  const options: MenuSpan[] = [];
  for (let at = from; at < from + REACH; at++) {
    const span = spans[at];
    if (span?.kind !== "menu") return false;
    if (span.items.length === 0) options.push(span);
    else {
      const taken = options.every(({ choices }) => takenBy(span.items, choices));
      for (at++; spans[at]?.kind === "menu"; at++);
      return taken && after[at] === true;
    }
  }
  return false;
}

/** Only a word of the name that follows: "two bags of road salt" beside "bag of road salt". */
const isWordOf = (span: Span, thing: Span | undefined) =>
  span.kind === "menu" &&
  thing?.kind === "menu" &&
  span.coverage < 0.99 &&
  span.items.length > 0 &&
  span.items.every((item) => thing.items.includes(item));

function isPluralOf(span: Span, at: number, spans: Span[], tokens: Token[]): boolean {
  const [before, ...rest] = [spans[at - 1], ...spans.slice(at + 1, at + REACH)];
  const thing = rest.find((one) => one?.kind !== "menu" || one.items.length > 0);
  const plural = (one: Span) => /[^s]s$/.test(tokens[one.end - 1]?.text ?? "");
  if (span.kind !== "unknown" || (numberOf(before) ?? 0) < 2 || thing?.kind !== "menu") return false;
  return plural(span) && !plural(thing) && !tokens[span.end]?.gap;
}

/** "Two rolls of tape", "cinq seaux de peinture": a word between a number and "of" only says what it comes in. */
export function withoutMeasures(spans: Span[], tokens: Token[]): Span[] {
  const isLink = (span: Span | undefined) =>
    span?.kind === "cue" && /^(of|de|d)$/.test(tokens[span.start]?.text ?? "");
  return spans.map((span, at) => {
    const before = spans[at - 1];
    const [link, thing] = [spans[at + 1], spans[at + 2]];
    // "A two topping pizza", "three flavours: …": no number of what is said next.
    if (span.kind === "number" && isKindWord(spans[at + 1], tokens)) return filler(span);
    // "A 16 ounce coke" where there is no such size: no number of cokes, and no part of the name.
    if (isUnitOf(span, tokens) && before?.kind === "number" && !isLink(link)) return filler(span);
    if (span.kind === "number" && isUnitOf(link, tokens) && !isLink(thing)) return filler(span);
    const optional =
      span.kind === "menu" && span.items.length === 0 && span.end - span.start === 1 && isMany(span);
    if (optional && isLink(link) && isOption(thing) && !isItem(spans[at + 3])) return filler(span);
    if (span.kind === "unknown" && before?.kind === "number" && isCountable(link) && thing?.kind !== "menu")
      return filler(span);
    // "Two tubes black silicone": in the plural, where what it is of is said in the singular.
    if (isPluralOf(span, at, spans, tokens)) return filler(span);
    const measure =
      (span.kind === "unknown" || isWordOf(span, thing)) &&
      (before?.kind === "number" || (before?.kind === "cue" && before.cue.kind === "quantity")) &&
      isLink(link) &&
      thing?.kind === "menu";
    return measure ? filler(span) : span;
  });
}

const KIND =
  /^(toppings?|flavou?rs?|kinds?|types?|ingredients?|choices|sides|garnitures?|saveurs?|sortes?|choix|parfums?)$/;
const isKindWord = (span: Span | undefined, tokens: Token[]) =>
  span !== undefined && span.kind !== "menu" && KIND.test(tokens[span.start]?.text ?? "");

const filler = ({ start, end }: Span): Span => ({
  kind: "cue",
  cue: { kind: "filler" },
  start,
  end,
  score: 0,
});

const isUnitOf = (span: Span | undefined, tokens: Token[]) =>
  span?.kind === "unknown" && span.end - span.start === 1 && isUnit(tokens[span.start]?.text ?? "");

const isOption = (span: Span | undefined) =>
  span?.kind === "menu" && span.items.length === 0 && span.coverage > 0.99;

const isItem = (span: Span | undefined) => span?.kind === "menu" && span.items.length > 0;

/** "Two pumps vanilla": something had in any number. */
const isCountable = (span: Span | undefined) => isOption(span) && span?.kind === "menu" && isMany(span);

const isMany = ({ choices }: MenuSpan) => choices.every(({ group }) => group.kind === "many");
