import type { Amount } from "../../orders/cart.ts";
import { accepted, type Line } from "./lines.ts";
import { openPart, takeRest } from "./portions.ts";
import { readQuantity, settleQuantity, settleSame } from "./quantities.ts";
import { become, currentLine, hostFor, type Reader, removeFrom } from "./reader.ts";
import type { MenuSpan } from "./spans.ts";
import type { Cue } from "./words.ts";

/** Takes in a word or phrase that does something in an order, whatever the menu. */
export function readCue(reader: Reader, cue: Cue): void {
  if (cue.kind === "quantity") readQuantity(reader, cue.value, !cue.article);
  else if (cue.kind === "amount") readAmount(reader, cue.amount);
  else READ[cue.kind](reader);
}

const READ: Record<Exclude<Cue["kind"], "quantity" | "amount">, (reader: Reader) => void> = {
  no: readNo,
  and: readAnd,
  with(reader) {
    openPart(reader);
    settleQuantity(reader);
    reader.with = true;
    reader.amount = null;
  },
  about(reader) {
    reader.about = true;
  },
  also(reader) {
    reader.also = true;
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
  same(reader) {
    settleQuantity(reader);
    reader.same = true;
    reader.quantity = 1;
  },
  last: readLast,
  clear(reader) {
    reader.lines.length = 0;
    reader.host = null;
    reader.cleared = true;
  },
  rest: takeRest,
  each(reader) {
    reader.each = true;
  },
  done(reader) {
    reader.done = true;
  },
  to: () => undefined,
  article: () => undefined,
  filler: () => undefined,
};

function readMaking(reader: Reader): void {
  reader.making = true;
}

function readAmount(reader: Reader, amount: Amount): void {
  if (amount === "none") openPart(reader);
  reader.amount = amount;
  reader.amountAt = reader.at;
}

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

/** The next name on the menu with nothing between but small words. */
function nextMenu({ heard }: Reader, from: number): MenuSpan | null {
  for (let at = from + 1; at < heard.spans.length; at++) {
    const span = heard.spans[at];
    if (span?.kind === "menu") return span;
    if (span?.kind !== "cue" || (span.cue.kind !== "article" && span.cue.kind !== "filler")) return null;
  }
  return null;
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
