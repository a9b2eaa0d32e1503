import { MAX_QUANTITY } from "../../orders/cart.ts";
import { isOneSaidSo } from "./again.ts";
import type { Cue } from "./cue-names.ts";
import { settleImplied } from "./implied.ts";
import type { Line } from "./lines.ts";
import { numberOf, settleWithout, stashPortion } from "./portions.ts";
import { copy, currentLine, isAmountHere, type Reader, removeFrom, words } from "./reader.ts";
import type { Span } from "./spans.ts";

export function readQuantity(reader: Reader, value: number, counted: boolean): void {
  if ((counted && isPronoun(reader, value)) || isOfThose(reader) || multiplies(reader, value)) return;
  if (value === 0) reader.amount = "none";
  else if (value > MAX_QUANTITY) reader.unknown.push(words(reader, reader.heard.spans[reader.at]));
  else if (!counted && reader.quantity !== null && reader.counted) return;
  else {
    settleWithout(reader);
    if (isAboutAhead(reader)) countPending(reader);
    if (reader.lines.length === 0) settleImplied(reader);
    // A new noun phrase begins: what was said of the one before is settled.
    if (reader.quantity === null) settleSame(reader);
    else if (!reader.correcting) stashPortion(reader);
    if (!isRightAfterWith(reader) && reader.amount === null) reader.with = false;
    if (!isAmountHere(reader)) reader.amount = null;
    // "In a cup, one scoop…": what was said of the one before ends here.
    if (!isCue(reader.heard.spans[reader.at - 1], "about")) reader.about = false;
    reader.quantity = value;
    reader.counted = counted;
    reader.renaming = null;
    // "Both with milk, and one with honey"
    if (reader.each && value < (currentLine(reader)?.quantity ?? 0)) reader.among = true;
    reader.each = false;
  }
}

/** "A tea, twice", "deux fois une poutine". */
export function readTimes(reader: Reader, value: number): void {
  const line = currentLine(reader);
  if (!line || numberOf(reader.heard.spans[reader.at + 1]) !== null) readQuantity(reader, value, true);
  else {
    line.quantity = value;
    line.counted = true;
  }
}

/** "Fries x 2": how many of the item before. */
function multiplies(reader: Reader, value: number): boolean {
  const before = reader.heard.spans[reader.at - 1];
  const line = currentLine(reader);
  const times = before?.kind === "cue" && before.cue.kind === "times" && reader.quantity === null;
  if (!times || !line || value < 1 || value > MAX_QUANTITY) return false;
  line.quantity = value;
  line.counted = true;
  reader.making = false;
  return true;
}

/** "One small one without": the second "one" is no number. */
function isPronoun(reader: Reader, value: number): boolean {
  const { heard, at } = reader;
  const [number, size, , next] = heard.spans.slice(Math.max(0, at - 2), at + 2);
  const sized = size?.kind === "menu" && size.items.length === 0 && size.choices.length > 0;
  if (value === 1 && isOneSaidSo(reader)) return true;
  if (value !== 1 || at < 2 || !sized) return false;
  const one = number?.kind === "cue" && number.cue.kind === "quantity" && number.cue.value === 1;
  return one && next?.kind !== "menu";
}

/** "Just those three": a number right after what points back, and before nothing. */
function isOfThose({ heard, at, making, removing }: Reader): boolean {
  const [before, , after] = heard.spans.slice(Math.max(0, at - 1), at + 2);
  return (
    before?.kind === "cue" &&
    before.cue.kind === "last" &&
    /^(those|these|them|that|ces)$/.test(heard.tokens[before.start]?.text ?? "") &&
    after?.kind !== "menu" &&
    !making &&
    !removing
  );
}

/** "Two vanilla, one caramel in a coffee": before "in a…", a number counts the option it stands before. */
export function countPending(reader: Reader): void {
  const last = reader.pending.at(-1);
  const many = reader.pending.every(({ span }) => span.choices.every(({ group }) => group.kind === "many"));
  if (!last || reader.quantity === null || !many) return;
  if (reader.counted) last.quantity = reader.quantity;
  reader.quantity = null;
  reader.counted = false;
}

/** "In a…", "on the…" comes before the next item. */
function isAboutAhead({ heard, at }: Reader): boolean {
  for (const span of heard.spans.slice(at + 1, at + 12)) {
    if (span.kind === "menu" && span.items.length > 0) return false;
    if (span.kind === "cue" && span.cue.kind === "about") return true;
  }
  return false;
}

const isCue = (span: Span | undefined, kind: Cue["kind"]) => span?.kind === "cue" && span.cue.kind === kind;

const isRightAfterWith = ({ heard, at }: Reader) => isCue(heard.spans[at - 1], "with");

/** A number that no item followed: "make that three", "cokes, two", "remove one". */
export function settleQuantity(reader: Reader): void {
  const { quantity, counted } = reader;
  // The item is still to come: "two large pepperoni and mushroom pizzas".
  if (reader.pending.length > 0) return;
  reader.quantity = null;
  if (quantity === null || !counted) return;
  const line = currentLine(reader);
  const correcting = reader.making || reader.correcting;
  if (!line || reader.same) {
    if (reader.same) reader.quantity = quantity;
    return;
  }
  if (reader.removing) {
    reader.quantity = quantity;
    removeFrom(reader, line);
    reader.removing = false;
  } else if (correcting || (isRightAfter(reader, line) && !line.counted && line.origin === null))
    line.quantity = quantity;
  reader.making = false;
}

/** "Cokes, two", "a loaf, sliced, two": after the item, or after what there is one of. */
const isRightAfter = ({ afterItem, latest }: Reader, line: Line) =>
  afterItem || (latest?.line === line && latest.ref.group.kind === "one");

/** "The same again" with nothing else said of it. */
export function settleSame(reader: Reader): void {
  if (!reader.same) return;
  const line = currentLine(reader);
  if (line) copy(reader, line, reader.quantity ?? 1, line.options);
  reader.same = false;
  reader.blank = false;
  reader.quantity = null;
}
