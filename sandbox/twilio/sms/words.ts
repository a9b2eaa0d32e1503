import type { World } from "../books.ts";

/** Twilio's default keywords on long codes, English only; https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const STOP = ["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"];
const START = ["START", "YES", "UNSTOP"];
const HELP = ["HELP", "INFO"];

const entry = (ours: string, theirs: string) => `${ours} > ${theirs}`;

export function isOptedOut(world: World, ours: string, theirs: string): boolean {
  return world.books.data.optOuts.includes(entry(ours, theirs));
}

/**
 * What Twilio itself does with a keyword, before and besides the product's webhook: blocks or unblocks the pair of
 * numbers, and answers. Undefined for any other text.
 */
export function obeyKeyword(world: World, ours: string, theirs: string, body: string): string | undefined {
  const word = body.trim().toUpperCase();
  const books = world.books;
  if (STOP.includes(word)) {
    if (!isOptedOut(world, ours, theirs)) books.data.optOuts.push(entry(ours, theirs));
    books.changed();
    return "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.";
  }
  if (START.includes(word) && isOptedOut(world, ours, theirs)) {
    books.data.optOuts = books.data.optOuts.filter((one) => one !== entry(ours, theirs));
    books.changed();
    return "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
  }
  if (HELP.includes(word)) return "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
  return undefined;
}
