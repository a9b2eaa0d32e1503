import { isAllOf, takeAsBefore } from "./again.ts";
import { amendLatest, readAmount } from "./amounts.ts";
import { nextMenu, readCorrection, readNo } from "./corrections.ts";
import type { Cue } from "./cue-names.ts";
import { settleImplied } from "./implied.ts";
import { accepted, putOption } from "./lines.ts";
import {
  halve,
  numberOf,
  openBlank,
  openPart,
  settleWithout,
  spreadOverParts,
  takeRest,
} from "./portions.ts";
import { countPending, readQuantity, readTimes, settleQuantity, settleSame } from "./quantities.ts";
import { currentLine, isAmountHere, type Reader, removeFrom } from "./reader.ts";
import type { Span } from "./spans.ts";

/** Takes in a word or phrase that does something in an order, whatever the menu. */
export function readCue(reader: Reader, cue: Cue): void {
  if (cue.kind === "quantity") readQuantity(reader, cue.value, !cue.article);
  else if (cue.kind === "amount") readAmount(reader, cue.amount);
  else if (cue.kind === "same") readSame(reader, cue.blank ?? false);
  else if (cue.kind === "rest") readRest(reader, cue.one ?? false);
  else if (cue.kind === "each") readEach(reader, cue.all ?? false);
  else if (cue.kind === "times" && cue.value) readTimes(reader, cue.value);
  else if (cue.kind === "after") amendLatest(reader, cue.amount);
  else READ[cue.kind](reader);
}

type Told = "quantity" | "amount" | "same" | "after" | "rest" | "each";

const READ: Record<Exclude<Cue["kind"], Told>, (reader: Reader) => void> = {
  no: readNo,
  and: readAnd,
  with(reader) {
    settleImplied(reader);
    spreadOverParts(reader);
    openBlank(reader);
    openPart(reader);
    settleQuantity(reader);
    reader.with = true;
    reader.listing = true;
    reader.amount = null;
    reader.negating = false;
  },
  half(reader) {
    if (reader.lines.length === 0 || reader.pending.length > 0) return;
    halve(reader);
    reader.with = true;
    reader.listing = true;
  },
  bare(reader) {
    const next = reader.heard.spans[reader.at + 1];
    if (next?.kind === "menu" || next?.kind === "unknown") return;
    openBlank(reader);
    openPart(reader);
    settleQuantity(reader);
  },
  about(reader) {
    countPending(reader);
    reader.about = true;
    reader.amount = null;
    settleWithout(reader);
  },
  also(reader) {
    reader.also = true;
    reader.amount = null;
  },
  correct: (reader) => readCorrection(reader, "correct"),
  instead: (reader) => readCorrection(reader, "instead"),
  insteadOf(reader) {
    settleQuantity(reader);
    reader.insteadOf = true;
  },
  make: readMaking,
  times: readMaking,
  remove(reader) {
    settleQuantity(reader);
    reader.removing = true;
  },
  replace(reader) {
    reader.replacing = "from";
  },
  last: readLast,
  clear(reader) {
    reader.lines.length = 0;
    reader.host = null;
    reader.cleared = true;
  },
  among(reader) {
    reader.among = true;
  },
  done(reader) {
    reader.done = true;
  },
  to: () => undefined,
  recap: () => undefined,
  polite: () => undefined,
  article: () => undefined,
  filler(reader) {
    // "No tomato sauce, just pesto": what comes now is wanted.
    const only = /^(just|only|juste|seulement)$/.test(wordAt(reader, reader.at));
    if (reader.amount === "none" && only) reader.amount = null;
  },
};

function readEach(reader: Reader, all: boolean): void {
  const next = nextMenu(reader, reader.at);
  const isItem = next !== null && next.items.length > 0;
  if (reader.lines.length === 0 && isItem && !all) readQuantity(reader, 2, true);
  else if ((next && !(isItem && all)) || isOpener(reader.heard.spans[reader.at + 1])) reader.each = true;
  else if (!all) spreadLatest(reader);
}

/** "Both with…", "each without…" */
const isOpener = (span: Span | undefined) =>
  span?.kind === "cue" && /^(with|amount|quantity|no)$/.test(span.cue.kind);

/** "With sour cream on both": the option just said is for every new line. */
function spreadLatest({ latest, lines }: Reader): void {
  const pick = latest?.line.options.find(({ choice }) => choice === latest.ref.choice.id);
  if (!latest || !pick) return;
  for (const line of lines)
    if (line.origin === null && accepted(line, [latest.ref])) putOption(line, latest.ref, pick);
}

function readMaking(reader: Reader): void {
  reader.making = true;
}

function readRest(reader: Reader, one: boolean): void {
  settleWithout(reader);
  reader.renaming = takeRest(reader, one);
}

function readSame(reader: Reader, blank: boolean): void {
  if (takeAsBefore(reader)) return;
  settleQuantity(reader);
  reader.same = true;
  reader.blank = blank;
  reader.quantity = 1;
}

function readAnd(reader: Reader): void {
  settleWithout(reader);
  settleQuantity(reader);
  settleSame(reader);
  // "Hold the onions plus hot salsa": what is added is wanted.
  if (reader.amount !== "none" || ADDS.test(wordAt(reader, reader.at))) reader.amount = null;
  reader.correcting = false;
  reader.instead = false;
  reader.afterItem = false;
  reader.joined = true;
}

const ADDS = /^(plus|along|ainsi)$/;

const wordAt = ({ heard }: Reader, at: number) => heard.tokens[heard.spans[at]?.start ?? 0]?.text ?? "";

/** "Remove that", "make that…": the latest line is meant. */
function readLast(reader: Reader): void {
  const last = currentLine(reader);
  const count = numberOf(reader.heard.spans[reader.at - 1]) !== null ? reader.quantity : null;
  if (reader.amount !== null && isAmountHere(reader)) {
    amendLatest(reader, reader.amount);
    reader.amount = null;
  } else if (count !== null && last && !reader.removing && isAllOf(reader, last, count))
    reader.quantity = null;
  else if (count !== null && last && !last.counted && last.origin === null && !reader.removing) {
    last.quantity = count;
    reader.quantity = null;
  } else if (count !== null && last && count < last.quantity && !reader.removing) reader.among = true;
  else if (reader.removing && last) {
    removeFrom(reader, last);
    reader.removing = false;
  } else if (reader.quantity !== null && reader.counted && last && reader.afterItem) {
    last.quantity = reader.quantity;
    reader.quantity = null;
  } else if (reader.replacing === "from" && last) reader.replacing = last;
}
