import type { CatalogItem } from "../../catalogue/types.ts";
import { readItem } from "./items.ts";
import { plainest } from "./kinds.ts";
import { takenBy } from "./lines.ts";
import { numberOf } from "./portions.ts";
import { currentLine, hostFor, type Pending, type Reader } from "./reader.ts";
import type { MenuSpan } from "./spans.ts";

/** More things than this that options may be of are no question to ask. */
const MANY = 4;

/** Options that are only a part of a name do not name an item. */
const WHOLE = 0.6;

/**
 * "A large with pepperoni", where only pizzas are had so: options that no item was named for name it by themselves,
 * when few items take them all.
 */
export function settleImplied(reader: Reader): void {
  const said = [...reader.portions.flatMap(({ pending }) => pending), ...reader.pending];
  const opened = reader.quantity !== null || said.length > 1;
  if (said.length === 0 || !opened || isTaken(reader, said) || reader.host === "lost") return;
  if (isNamedAhead(reader, said)) return;
  if (said.some(({ span }) => span.coverage < WHOLE)) return;
  const spans = [...said.map(({ span }) => span), ...optionsAhead(reader)];
  const items = impliedItems(reader, spans);
  const [first] = said;
  if (!first || items.length === 0 || items.length > MANY) return;
  const { start, end } = first.span;
  readItem(reader, { ...first.span, start, end, items, choices: [] });
  reader.afterItem = false;
}

/** The line before takes one of them, or is named without any: the options are then no item of their own. */
const isTaken = (reader: Reader, said: readonly Pending[]) =>
  currentLine(reader) !== undefined &&
  (said.length < 2 || said.some(({ span }) => hostFor(reader, span) !== null));

/** The items that take all of these options; the plain one alone when the others are kinds of it. */
export function impliedItems({ menu }: Reader, spans: readonly MenuSpan[]): CatalogItem[] {
  const takers = menu.catalog.items.filter((item) =>
    spans.every(({ choices }) => takenBy([item], choices) !== null),
  );
  return plainest(takers);
}

/** "One small, one medium and one large coffee": the item comes after other numbers and options. */
function isNamedAhead({ heard, at }: Reader, said: readonly Pending[]): boolean {
  for (const span of heard.spans.slice(at, at + 20)) {
    if (span.kind === "menu" && span.items.length > 0)
      return said.every(({ span: { choices } }) => takenBy(span.items, choices));
    if (span.kind === "unknown" || (span.kind === "cue" && !PASSED.test(span.cue.kind))) return false;
  }
  return false;
}

const PASSED = /^(article|filler|and|quantity|about|polite|recap)$/;

/** The options said next, up to a name that is no option, or a word not understood; less those that are said of that name. */
function optionsAhead({ heard, at }: Reader): MenuSpan[] {
  const found: MenuSpan[] = [];
  let own = 0;
  for (const span of heard.spans.slice(at, at + 20)) {
    if (span.kind === "unknown") break;
    if (span.kind === "menu" && span.choices.length === 0) return found.slice(0, own);
    if (span.kind === "menu") found.push(span);
    else if (numberOf(span) !== null) own = found.length;
  }
  return found;
}
