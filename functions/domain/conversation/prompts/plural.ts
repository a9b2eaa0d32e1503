import type { Locale } from "../../catalogue/types.ts";

/**
 * A menu name for several: "Pepperoni pizzas", "Soups of the day", "Pizzas au fromage". A name that is plural already,
 * joined of two, or not surely a noun (a code, a number, a French adjective to agree) stays as it is.
 */
export function plural(name: string, locale: Locale): string {
  return locale === "fr" ? french(name) : english(name);
}

const WORD = /^\p{L}{2,}$/u;
const JOINED = / (?:and|&|et|\+|\/) /i;
const ENGLISH_TAIL = / (?:of|with|on|in|without|for|à|au|aux|de|du) .*$|\s*\(.*$/i;

function english(name: string): string {
  const tail = ENGLISH_TAIL.exec(name)?.[0] ?? "";
  const head = name.slice(0, name.length - tail.length);
  const last = head.split(/[\s-]/).at(-1) ?? "";
  if (JOINED.test(head) || /\d/.test(head) || !isNoun(last)) return name;
  return `${head.slice(0, head.length - last.length)}${englishWord(last)}${tail}`;
}

/** Lower case after the first letter: "BLT" and "2x4" are no words to inflect. */
const isNoun = (word: string) => WORD.test(word) && word.slice(1) === word.slice(1).toLowerCase();

function englishWord(word: string): string {
  if (/s$/i.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return `${word}s`;
}

const FRENCH_TAIL = /^(\p{L}+)( (?:à|au|aux|de|du|des|en|avec|sans) .*| d'.*)?$/u;

/** Only a noun alone, or one before "au", "de", "avec": what else follows may have to agree. */
function french(name: string): string {
  const [, head = "", tail = ""] = FRENCH_TAIL.exec(name) ?? [];
  if (!isNoun(head) || /(?:[sxz]|al|ail|ou|eu)$/i.test(head)) return name;
  return `${head}${/eau$/i.test(head) ? "x" : "s"}${tail}`;
}
