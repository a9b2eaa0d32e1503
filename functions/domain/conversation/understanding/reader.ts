import type { Locale } from "../../catalogue/types.ts";
import type { Amount, CartLine } from "../../orders/cart.ts";
import { accepted, type Line } from "./lines.ts";
import type { ChoiceRef, Menu } from "./menu.ts";
import type { Heard, MenuSpan, Span } from "./spans.ts";

export type Parsed = {
  lines: Line[];
  unknown: string[];
  unavailable: Set<string>;
  cleared: boolean;
  done: boolean;
};

export type Pending = { span: MenuSpan; amount: Amount; quantity: number };

/** Where the reading of an utterance stands. */
export type Reader = Parsed & {
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
  /** "With" was said of the current line, and nothing else begun since: what follows is likelier its option. */
  listing: boolean;
  /** "And" was said since the last name. */
  joined: boolean;
  /** "Without" was said, and not yet of what. */
  negating: boolean;
  /** What "no" or "without" was last said of, and whether the word reaches over a list without "or". */
  negated: { choices: ChoiceRef[]; far: boolean } | null;
  /** "On the…": the item said next is one spoken of before. */
  about: boolean;
  /** The option last put on a line, and where. */
  latest: { line: Line; ref: ChoiceRef } | null;
  /** Options said before the item they belong to. */
  pending: Pending[];
  /** Numbers and options said before those, of the same item. */
  portions: { quantity: number; pending: Pending[] }[];
  /** What is left of a line that was taken apart. */
  rest: Line | null;
  /** A line whose name left open which, of which some have been named. */
  naming: Line | null;
  /** "The other one": what is said next may be a kind of that line's item. */
  renaming: Line | null;
  /** "Both", "each": the option said next is for every new line. */
  each: boolean;
  correcting: boolean;
  instead: boolean;
  making: boolean;
  removing: boolean;
  same: boolean;
  /** "One of them": the number is a part of the line. */
  among: boolean;
  /** "Another": the same item, of which the options are still to be said. */
  blank: boolean;
  also: boolean;
  replacing: "from" | Line | null;
  insteadOf: boolean;
  /** The item was the last thing heard: "cokes, two". */
  afterItem: boolean;
};

const NOTHING_SAID = {
  quantity: null,
  counted: false,
  amount: null,
  amountAt: -1,
  with: false,
  listing: false,
  joined: false,
  negating: false,
  negated: null,
  about: false,
  latest: null,
  rest: null,
  naming: null,
  renaming: null,
  each: false,
  correcting: false,
  instead: false,
  making: false,
  removing: false,
  same: false,
  blank: false,
  among: false,
  also: false,
  replacing: null,
  insteadOf: false,
  afterItem: false,
} as const;

/** The beginning of an utterance, with the lines it may refer to. */
export function newReader(heard: Heard, menu: Menu, locale: Locale, cart: readonly CartLine[]): Reader {
  return {
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
    portions: [],
    ...NOTHING_SAID,
  };
}

function fromCart(menu: Menu, line: CartLine, origin: number): Line[] {
  const item = menu.items.get(line.item);
  const options = line.options.map((pick) => ({ ...pick }));
  return item
    ? [{ items: [item], quantity: line.quantity, counted: true, options, confidence: 1, heard: "", origin }]
    : [];
}

export function words({ heard }: Reader, span: Pick<Span, "start" | "end"> | undefined): string {
  return heard.tokens
    .slice(span?.start, span?.end)
    .map(({ raw }) => raw)
    .filter(Boolean)
    .join(" ");
}

export const currentLine = ({ host, lines }: Reader): Line | undefined =>
  host && host !== "lost" ? host : lines.at(-1);

/** The nearest line that takes the option: the current one, else those before it. */
export function hostFor(reader: Reader, { choices }: MenuSpan): Line | null {
  if (choices.length === 0 || reader.host === "lost") return null;
  const recent = reader.lines.slice(-REACH).reverse();
  const lines = reader.host ? [reader.host, ...recent] : recent;
  return lines.find((line) => accepted(line, choices)) ?? null;
}

/** Nothing said refers back, or stretches, over more than this many lines or words. */
const REACH = 12;

/** The amount was said of what stands here, not carried over from an option before. */
export const isAmountHere = ({ heard, at, amountAt }: Reader) =>
  amountAt >= 0 &&
  at - amountAt <= REACH &&
  heard.spans
    .slice(amountAt + 1, at)
    .every((span) => span.kind === "cue" && /^(article|filler|amount)$/.test(span.cue.kind));

/** A line takes the place of another: its origin, and its quantity unless one was said. */
export function become(reader: Reader, before: Line, latest: Line): void {
  latest.origin = before.origin;
  if (!latest.counted) latest.quantity = before.quantity;
  reader.lines.splice(reader.lines.indexOf(latest), 1);
  reader.lines.splice(reader.lines.indexOf(before), 1, latest);
}

export function removeFrom(reader: Reader, line: Line): void {
  const left = reader.quantity !== null && reader.counted ? line.quantity - reader.quantity : 0;
  reader.quantity = null;
  if (left > 0) line.quantity = left;
  else reader.lines.splice(reader.lines.indexOf(line), 1);
  reader.host = reader.lines.at(-1) ?? null;
}

export function copy(reader: Reader, host: Line, quantity: number, options: Line["options"]): Line {
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
