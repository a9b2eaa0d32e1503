import { settleImplied } from "./implied.ts";
import { accepted, type Line, putOption, takeOption } from "./lines.ts";
import type { ChoiceRef } from "./menu.ts";
import { isTold, partOf } from "./portions.ts";
import { copy, isAmountHere, type Reader, words } from "./reader.ts";
import type { MenuSpan, Span } from "./spans.ts";

export function readChoice(reader: Reader, span: MenuSpan, host: Line | null, aheadTakes: boolean): void {
  if (reader.amount === "none" && !isAmountHere(reader) && !reachesHere(reader, span)) reader.amount = null;
  if (reader.amount === "none" && reader.negated) reader.negated.choices = span.choices;
  reader.negating = false;
  const opened = reader.quantity !== null || reader.same;
  const introduced = reader.with || reader.amount !== null;
  const forward =
    aheadTakes &&
    !isSaidAfter(reader, span, host) &&
    (opened || !host || isAnswered(host, span) || (!introduced && reader.locale === "en" && !reader.making));
  if (!host && !aheadTakes && beginsAgain(reader, span)) {
    settleImplied(reader);
    const [line] = reader.lines.slice(-1);
    if (line) {
      putOnHost(reader, span, copy(reader, line, 1, []));
      return;
    }
  }
  if (amountOfSize(reader, span)) reader.unknown.push(`${reader.amount} ${words(reader, span)}`);
  else if (forward && !reader.removing) holdForItem(reader, span);
  else if (host) putOnHost(reader, span, host);
  else if (reader.removing && reader.lines.length === 0) holdForItem(reader, span, "none");
  else if (reader.host !== "lost" && (reader.lines.length === 0 || opened)) holdForItem(reader, span);
  else {
    if (reader.host !== "lost") reader.unknown.push(words(reader, span));
    resetPhrase(reader);
  }
}

/** "Sugar cone small mango, sugar cone small lemon": what the options began with comes again, of another one. */
function beginsAgain({ pending, correcting, amount, with: said }: Reader, { choices }: MenuSpan): boolean {
  const [first, second] = pending;
  if (!first || !second || correcting || amount !== null || said) return false;
  const groups = (one: MenuSpan) =>
    one.choices.filter(({ group }) => group.kind === "one").map(({ group }) => group);
  const again = groups(first.span).filter((group) => choices.some((ref) => ref.group === group));
  return again.length > 0 && !groups(second.span).some((group) => again.includes(group));
}

/** "Pepperoni large, cheese small": options here are said after their item, so this one is not the next item's. */
function isSaidAfter(reader: Reader, span: MenuSpan, host: Line | null): boolean {
  const { spans } = reader.heard;
  const run = reader.latest?.line === host && spans[reader.at - 1]?.kind === "menu";
  if (!host || !(reader.afterItem || run) || isAnswered(host, span)) return false;
  let ahead = reader.at + 1;
  while (ahead < spans.length && !isItem(spans[ahead])) ahead++;
  for (const next of spans.slice(ahead + 1, ahead + 1 + RUN)) {
    if (next.kind !== "menu" || next.items.length > 0) return false;
    if (next.choices.some(({ group }) => span.choices.some((ref) => ref.group === group))) return true;
    if (reader.afterItem) return false;
  }
  return false;
}

/** No more options than this are looked at after an item. */
const RUN = 6;

/** The line has a choice of the group already: another one is meant for what follows. */
export function isAnswered(line: Line, { choices }: MenuSpan): boolean {
  const ref = accepted(line, choices);
  return ref?.group.kind === "one" && line.options.some(({ group }) => group === ref.group.id);
}

/**
 * "Without olives, ham and corn", "no onions or peppers": what was left off before, and is of the same kind. After a
 * plain "no" the next name stands by itself, unless the list ends in "or".
 */
function reachesHere({ heard, at, negated }: Reader, { choices }: MenuSpan): boolean {
  const alike = choices.some(({ group }) =>
    negated?.choices.some((other) => other.group === group && group.kind === "many"),
  );
  const before = heard.spans[at - 1];
  if (!alike || !negated) return false;
  return negated.far || before?.kind === "cue" || endsInOr(heard, at);
}

/** A run of names whose last is joined by "or". */
function endsInOr({ spans, tokens }: Reader["heard"], from: number): boolean {
  for (let at = from + 1; at < spans.length && at < from + 12; at++) {
    const span = spans[at];
    if (span?.kind === "cue" && span.cue.kind === "and")
      return /^(or|ou|nor|ni)$/.test(tokens[span.start]?.text ?? "");
    if (span?.kind !== "menu") return false;
  }
  return false;
}

const isItem = (span: Span | undefined) => span?.kind === "menu" && span.items.length > 0;

/** "Extra large" where there is only large: a size there is not. */
const amountOfSize = ({ amount }: Reader, { choices }: MenuSpan) =>
  amount === "extra" && choices.length > 0 && choices.every((ref) => ref.group.kind === "one" && isSize(ref));

/** A choice that is called a size and nothing else. */
export const isSize = ({ choice }: ChoiceRef): boolean => SIZE.test(choice.name);

const SIZE = /^(small|medium|large|petite?|moyen(ne)?|grande?)$/i;

function holdForItem(reader: Reader, span: MenuSpan, amount = reader.amount ?? "normal"): void {
  // "Large decaf with two sugars and a muffin": said with "with", a number is of the option.
  const counts = reader.with && reader.counted && span.choices.every(({ group }) => group.kind === "many");
  reader.pending.push({ span, amount, quantity: counts ? (reader.quantity ?? 1) : 1 });
  if (counts) reader.quantity = null;
  reader.removing = false;
  if (reader.amount !== "none") reader.amount = null;
}

function resetPhrase(reader: Reader): void {
  reader.quantity = null;
  reader.counted = false;
  reader.joined = false;
  reader.amount = reader.amount === "none" ? "none" : null;
  reader.afterItem = false;
}

function putOnHost(reader: Reader, span: MenuSpan, host: Line): void {
  const ref = accepted(host, span.choices);
  if (!ref) return;
  const amount = reader.amount ?? "normal";
  if (isTakenBack(reader, ref)) takeOption(host, ref);
  else if (reader.removing || reader.insteadOf) {
    if (reader.removing || host.options.some(({ choice }) => choice === ref.choice.id)) takeOption(host, ref);
    reader.insteadOf = false;
  } else if (!ref.choice.available && amount !== "none") reader.unavailable.add(ref.choice.id);
  else {
    const line = targetOf(reader, host, ref);
    const quantity = optionQuantity(reader, ref);
    correctOption(reader, line, ref);
    reader.correcting = false;
    const refs = amount === "none" && span.open.length > 0 ? span.open.map((one) => [one]) : [span.choices];
    for (const one of reader.each ? takers(reader, span) : [line])
      for (const choices of refs) putOption(one, accepted(one, choices) ?? ref, { amount, quantity });
    reader.latest = { line, ref };
  }
  host.confidence = Math.min(host.confidence, span.confidence);
  reader.same = false;
  resetPhrase(reader);
}

/** "With ham, actually no ham" */
function isTakenBack({ heard, at, correcting, latest, host }: Reader, { choice }: ChoiceRef): boolean {
  const before = heard.spans[at - 1];
  const no = before?.kind === "cue" && /^(no|non)$/.test(heard.tokens[before.end - 1]?.text ?? "");
  return correcting && no && latest?.line === host && latest?.ref.choice.id === choice.id;
}

/** "With ham, sorry, I mean bacon": the option just said gives way. */
function correctOption(
  { correcting, also, with: added, amount, latest }: Reader,
  line: Line,
  ref: ChoiceRef,
): void {
  if (!correcting || also || added || amount !== null || latest?.line !== line) return;
  if (latest.ref.group === ref.group && ref.group.kind === "many")
    line.options = line.options.filter(({ choice }) => choice !== latest.ref.choice.id);
}

/** The new lines that an option said of "both" or "each" is for. */
const takers = ({ lines }: Reader, { choices }: MenuSpan) =>
  lines.filter((line) => line.origin === null && accepted(line, choices) !== null);

const optionQuantity = ({ quantity, counted }: Reader, { group }: ChoiceRef) =>
  group.kind === "many" && quantity !== null && counted ? quantity : 1;

/** "Three pizzas, two pepperoni one ham": numbers that make up the line are of the items, not of the options. */
function isPartOfSeveral(reader: Reader, host: Line): boolean {
  const base = reader.rest ?? host;
  const { quantity } = reader;
  if (quantity === null || reader.with || reader.amount !== null) return false;
  const last = base === reader.rest && !reader.listing && quantity <= base.quantity;
  return last || isTold(reader, base, quantity);
}

/** "Two shakes, chocolate and vanilla": of what there can be one of, each has its own. */
const isOneOfTwo = (
  { joined, quantity, correcting, making, each, amount }: Reader,
  { quantity: count, origin }: Line,
) =>
  joined &&
  quantity === null &&
  !correcting &&
  !making &&
  !each &&
  amount === null &&
  count === 2 &&
  origin === null;

/** The line an option goes to: the host, or a new one for "and two small" and "the same but large". */
function targetOf(reader: Reader, host: Line, { group }: ChoiceRef): Line {
  const answered = host.options.some((pick) => pick.group === group.id);
  if (reader.same) return copy(reader, host, reader.quantity ?? 1, reader.blank ? [] : host.options);
  if (group.kind === "many" && isPartOfSeveral(reader, host)) {
    const part = partOf(reader, reader.quantity ?? 1);
    reader.quantity = null;
    reader.counted = false;
    if (part) return part;
  }
  // "White, three tubes, and also grey": another one, and nothing instead.
  if (group.kind === "one" && answered && reader.also && reader.joined && reader.quantity === null)
    return copy(reader, host, 1, []);
  if (group.kind === "one" && answered && isOneOfTwo(reader, host)) {
    host.quantity = 1;
    return copy(reader, host, 1, host.options);
  }
  if (group.kind !== "one" || reader.quantity === null || reader.making || reader.correcting) {
    if (reader.making && group.kind === "one" && reader.counted && reader.quantity)
      host.quantity = reader.quantity;
    reader.host = host;
    return host;
  }
  const count = reader.quantity;
  // "A combo with fries and a coke"
  if (reader.listing && !reader.counted && !answered) {
    reader.host = host;
    return host;
  }
  const part = answered && !reader.rest ? null : partOf(reader, count);
  if (part) return part;
  if (answered || (reader.joined && reader.counted && host.counted)) return copy(reader, host, count, []);
  reader.host = host;
  return host;
}
