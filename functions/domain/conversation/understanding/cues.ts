import type { Amount } from "../../orders/cart.ts";
import { isAllOf, takeAsBefore } from "./again.ts";
import { isAnswered } from "./choices.ts";
import type { Cue } from "./cue-names.ts";
import { settleImplied } from "./implied.ts";
import { accepted, findItem, putOption } from "./lines.ts";
import { halve, numberOf, openPart, settleWithout, spreadOverParts, takeRest } from "./portions.ts";
import { countPending, readQuantity, readTimes, settleQuantity, settleSame } from "./quantities.ts";
import { become, copy, currentLine, hostFor, isAmountHere, type Reader, removeFrom } from "./reader.ts";
import type { MenuSpan, Span } from "./spans.ts";

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

/** "Another one with ham": the same item, with nothing yet of what the other had. */
function openBlank(reader: Reader): void {
  const line = currentLine(reader);
  if (!reader.same || !reader.blank || !line) return;
  copy(reader, line, reader.quantity ?? 1, []);
  reader.same = false;
  reader.quantity = null;
}

/** "Cheese in extra", "onions en moins": said after the option. */
function amendLatest(reader: Reader, amount: Amount): void {
  const pick = reader.latest?.line.options.find(({ choice }) => choice === reader.latest?.ref.choice.id);
  if (pick) pick.amount = amount;
}

function readAmount(reader: Reader, amount: Amount, far = true): void {
  // "No extra cheese": nothing of it, whatever follows the "no".
  if (reader.amount === "none" && reader.negating && isAmountHere(reader)) {
    reader.amountAt = reader.at;
    return;
  }
  if (amount !== "none" && isSaidAfterOption(reader)) {
    amendLatest(reader, amount);
    return;
  }
  settleWithout(reader);
  if (amount === "none") {
    settleImplied(reader);
    openBlank(reader);
    openPart(reader);
    spreadOverParts(reader);
    reader.negating = true;
    reader.negated = { choices: [], far };
  }
  reader.amount = amount;
  reader.amountAt = reader.at;
}

/** "Piments forts beaucoup", "ranch pas trop": right after an option, and before nothing that it may be of. */
function isSaidAfterOption({ heard: { spans }, at, latest }: Reader): boolean {
  const [before, , after] = spans.slice(Math.max(0, at - 1), at + 2);
  const told = before?.kind === "menu" && before.choices.some(({ choice }) => choice === latest?.ref.choice);
  return told && (after === undefined || (after.kind === "cue" && /^(and|with|done)$/.test(after.cue.kind)));
}

/** "No onions" leaves something off; "no, a large one" corrects. */
function readNo(reader: Reader): void {
  const next = nextMenu(reader, reader.at);
  const gap = reader.heard.tokens[reader.heard.spans[reader.at]?.end ?? 0]?.gap ?? false;
  const host = next && hostFor(reader, next);
  const answered = next && host && isAnswered(host, next);
  const other = next && next.items.length > 0 && next.choices.length === 0 && next.coverage < 0.99;
  const unknown = reader.heard.spans[reader.at + 1]?.kind === "unknown" && reader.lines.length > 0;
  // "Shawarma with chicken, no, with beef": another of the same, of which only what differs was said.
  const turned = next !== null && isTurned(reader, next);
  if ((other && !findItem(reader.lines, next.items)) || turned) readCorrection(reader, "correct");
  else if (((next && !answered) || unknown) && !gap) readAmount(reader, "none", false);
  else if (reader.at > 0 || next) readCorrection(reader, "correct");
}

/** "A cone, no, um, cup", "agneau, non, poulet": after a hesitation or a word not known, another of what there is one of. */
function isTurned({ heard: { spans }, at, locale, lines }: Reader, { choices, items }: MenuSpan): boolean {
  const [before, , after] = spans.slice(at - 1, at + 2);
  const hesitates = after?.kind === "cue" && after.cue.kind === "filler";
  const one = choices.length > 0 && choices.every(({ group }) => group.kind === "one");
  if (lines.length === 0 || items.length > 0) return false;
  return (hesitates && (one || locale === "fr")) || (before?.kind === "unknown" && one);
}

/** The next name on the menu with nothing between but small words. */
function nextMenu({ heard }: Reader, from: number): MenuSpan | null {
  for (let at = from + 1; at < heard.spans.length; at++) {
    const span = heard.spans[at];
    if (span?.kind === "menu") return span;
    if (span?.kind !== "cue" || !/^(article|filler|amount)$/.test(span.cue.kind)) return null;
  }
  return null;
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

function readCorrection(reader: Reader, kind: "correct" | "instead"): void {
  // "And one clear, sorry, one grey": what is corrected was never understood, and changes nothing before.
  const misheard = reader.quantity !== null && reader.heard.spans[reader.at - 1]?.kind === "unknown";
  if (!misheard) settleQuantity(reader);
  reader.amount = null;
  reader.with = false;
  reader.correcting = !misheard;
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
