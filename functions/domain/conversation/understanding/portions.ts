import type { Line } from "./lines.ts";
import { copy, currentLine, type Reader } from "./reader.ts";

/**
 * "Two coffees, one with milk, one without": takes a part of the current line, which becomes the host; what is left
 * waits for its own words. Null when there is no larger line to take it from.
 */
export function takePart(reader: Reader, count: number): Line | null {
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

/** "The other": what is left of a line that was taken apart. */
export function takeRest(reader: Reader): Line | null {
  const { rest } = reader;
  if (rest) reader.host = rest;
  reader.rest = null;
  return rest;
}

/** "One with…", "one without…": a number that takes a part of a line, and is used up by it. */
export function openPart(reader: Reader): void {
  if (reader.quantity === null || reader.pending.length > 0 || !takePart(reader, reader.quantity)) return;
  reader.quantity = null;
  reader.counted = false;
}

/** "One small and two large coffees": a size said with its number, before the item and before another number. */
export function stashPortion(reader: Reader): void {
  const sized = reader.pending.some(({ span }) => span.choices.some(({ group }) => group.kind === "one"));
  if (reader.quantity === null || !sized) return;
  reader.portions.push({ quantity: reader.quantity, pending: reader.pending });
  reader.pending = [];
  reader.quantity = null;
}
