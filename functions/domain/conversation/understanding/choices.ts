import { accepted, type Line, putOption, takeOption } from "./lines.ts";
import type { ChoiceRef } from "./menu.ts";
import { takePart } from "./portions.ts";
import { copy, type Reader, words } from "./reader.ts";
import type { MenuSpan, Span } from "./spans.ts";

export function readChoice(reader: Reader, span: MenuSpan, host: Line | null, aheadTakes: boolean): void {
  const opened = reader.quantity !== null || reader.same;
  const introduced = reader.with || reader.amount !== null;
  const forward =
    aheadTakes &&
    !isSaidAfter(reader, span, host) &&
    (opened || !host || (!introduced && reader.locale === "en" && !reader.making));
  if (amountOfSize(reader, span)) reader.unknown.push(`${reader.amount} ${words(reader, span)}`);
  else if (forward && !reader.removing) holdForItem(reader, span);
  else if (host) putOnHost(reader, span, host);
  else if (reader.host !== "lost" && (reader.lines.length === 0 || opened)) holdForItem(reader, span);
  else {
    if (reader.host !== "lost") reader.unknown.push(words(reader, span));
    resetPhrase(reader);
  }
}

/** "Pepperoni large, cheese small": options here are said after their item, so this one is not the next item's. */
function isSaidAfter(reader: Reader, span: MenuSpan, host: Line | null): boolean {
  if (!host || !reader.afterItem) return false;
  const { spans } = reader.heard;
  let ahead = reader.at + 1;
  while (ahead < spans.length && !isItem(spans[ahead])) ahead++;
  const next = spans[ahead + 1];
  return (
    next?.kind === "menu" && next.choices.some(({ group }) => span.choices.some((ref) => ref.group === group))
  );
}

const isItem = (span: Span | undefined) => span?.kind === "menu" && span.items.length > 0;

/** "Extra large" where there is only large: a size there is not. */
const amountOfSize = ({ amount }: Reader, { choices }: MenuSpan) =>
  amount === "extra" &&
  choices.length > 0 &&
  choices.every(({ group, choice }) => group.kind === "one" && SIZE.test(choice.name));

const SIZE = /^(small|medium|large|petite?|moyen(ne)?|grande?)$/i;

function holdForItem(reader: Reader, span: MenuSpan): void {
  reader.pending.push({ span, amount: reader.amount ?? "normal", quantity: 1 });
  if (reader.amount !== "none") reader.amount = null;
}

function resetPhrase(reader: Reader): void {
  reader.quantity = null;
  reader.counted = false;
  reader.amount = reader.amount === "none" ? "none" : null;
  reader.each = false;
  reader.afterItem = false;
}

function putOnHost(reader: Reader, span: MenuSpan, host: Line): void {
  const ref = accepted(host, span.choices);
  if (!ref) return;
  const amount = reader.amount ?? "normal";
  if (reader.removing || reader.insteadOf) {
    if (reader.removing || host.options.some(({ choice }) => choice === ref.choice.id)) takeOption(host, ref);
    reader.insteadOf = false;
  } else if (!ref.choice.available && amount !== "none") reader.unavailable.add(ref.choice.id);
  else {
    const line = targetOf(reader, host, ref);
    const quantity = optionQuantity(reader, ref);
    for (const one of reader.each ? takers(reader, span) : [line])
      putOption(one, accepted(one, span.choices) ?? ref, { amount, quantity });
    reader.latest = { line, ref };
  }
  host.confidence = Math.min(host.confidence, span.confidence);
  reader.same = false;
  resetPhrase(reader);
}

/** The new lines that an option said of "both" or "each" is for. */
const takers = ({ lines }: Reader, { choices }: MenuSpan) =>
  lines.filter((line) => line.origin === null && accepted(line, choices) !== null);

const optionQuantity = ({ quantity, counted }: Reader, { group }: ChoiceRef) =>
  group.kind === "many" && quantity !== null && counted ? quantity : 1;

/** The line an option goes to: the host, or a new one for "and two small" and "the same but large". */
function targetOf(reader: Reader, host: Line, { group }: ChoiceRef): Line {
  const answered = host.options.some((pick) => pick.group === group.id);
  if (reader.same) return copy(reader, host, reader.quantity ?? 1, host.options);
  if (group.kind !== "one" || reader.quantity === null || reader.making || reader.correcting) {
    if (reader.making && group.kind === "one" && reader.counted && reader.quantity)
      host.quantity = reader.quantity;
    reader.host = host;
    return host;
  }
  const count = reader.quantity;
  const part = answered && !reader.rest ? null : takePart(reader, count);
  if (part) return part;
  if (answered) return copy(reader, host, count, []);
  reader.host = host;
  return host;
}
