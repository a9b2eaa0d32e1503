import type { Locale } from "../../catalogue/types.ts";
import { readNumber } from "./numbers.ts";
import { fold } from "./text.ts";

const table = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line): [string, RegExp] => {
      const [sign = "", ...said] = line.trim().split(" = ");
      return [sign, new RegExp(` (?:${said.join("")})(?= )`, "g")];
    });

/** What the signs of an address are called, in both languages. */
const SIGNS = table(`
  @ = at sign|at the rate of|arobase|arobas|a commercial|arrobas|arobaz|a robas|a rond|at
  _ = underscore|under score|underline|tiret bas|tiret du bas|souligne|trait bas|barre de soulignement|barre du bas|sous tiret
  - = dash|hyphen|minus|minus sign|tiret|trait d union|trait|moins
  + = plus sign|plus|signe plus
  . = dot|period|full stop|point
`);

/** "J as in Juliet", "j comme Julie", "m for Mary": the letter is meant. */
const AS_IN = / ([a-z]) (?:as in|like in|like|for|comme dans|comme|pour) [a-z]+(?= )/g;
const LOOKS =
  / (?:capital|uppercase|upper case|lowercase|lower case|majuscule|minuscule|all one word|one word|en un mot|tout attache|attache|no spaces?|sans espaces?|uh|um|euh|heu)(?= )/g;
const DOUBLE = / (?:double|deux fois) ([a-z0-9])(?= )/g;

const INTRODUCTION =
  /^(?: (?:yes|yeah|oui|ok|okay|so|well|sure|hi|hello|bonjour|please|my|mon|ma|the|le|it s|l adresse|l e mail|e mail|a l adresse|email|emails|its|it is|that s|thats|is|c est|cest|est|e|mail|courriel|electronique|adresse|address|send|to|envoyez|envoie|reach|me|you|can|could|write|use|vous|pouvez|moi|la|au|ben|alors|of|for)(?= ))+/;

const PROVIDERS = "gmail|hotmail|outlook|yahoo|videotron|icloud|live|bell|sympatico|msn|protonmail|aol|me";
const ENDINGS =
  "com|ca|net|org|fr|info|qc|io|co|biz|edu|gouv|gov|us|uk|dev|app|shop|store|quebec|cafe|email|example|test|eu|be|ch";
const WHOLE = /[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/;
const VALID = /^[a-z0-9](?:[a-z0-9_%+-]|\.(?!\.))*(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/;

/** The hyphens of "quatre-vingt-dix-neuf" and "twenty-five" are not said. */
const NUMBER_HYPHEN =
  /(?<![a-z])(quatre|vingts?|soixante|dix|trente|quarante|cinquante|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|et)-(?=(?:vingt|dix|onze|douze|treize|quatorze|quinze|seize|sept|huit|neuf|un|deux|trois|quatre|cinq|six|et|one|two|three|four|five|seven|eight|nine)(?![a-z]))/g;

/** Longer than this is no address; the standard (RFC 5321) allows 254. */
const MOST = 254;

/**
 * An e-mail address written, or said aloud and spelled in either language: "jean tiret dupont arobas gmail point com",
 * "j as in Juliet, o, e at outlook dot com". Lower case; null where no whole address was heard.
 */
export function understandEmail(text: string): string | null {
  const folded = fold(text.slice(0, 2000));
  const written = WHOLE.exec(folded)?.[0];
  if (written && VALID.test(written)) return written;
  const said = signed(folded);
  const at = said.lastIndexOf("@");
  if (at < 0) return null;
  const before = said.slice(0, at).split("@").at(-1) ?? "";
  const local = pieces(lastOf(before.replace(INTRODUCTION, " "))).join("");
  const address = `${local}@${domainOf(said.slice(at + 1))}`;
  return address.length <= MOST && VALID.test(address) ? address : null;
}

/** The words with every spoken sign as itself, standing apart. */
function signed(folded: string): string {
  const words = folded.replace(NUMBER_HYPHEN, "$1 ").match(/[a-z]+|\d+|[@_+.-](?=\S)|@/g) ?? [];
  let said = ` ${words.join(" ")} `.replace(AS_IN, " $1").replace(LOOKS, "").replace(DOUBLE, " $1 $1");
  for (const [sign, pattern] of SIGNS) said = said.replace(pattern, ` ${sign}`);
  if (!said.includes("@")) said = said.replace(new RegExp(` (?:a|chez) (?=(?:${PROVIDERS}) )`), " @ ");
  return said;
}

/** What was said of the address after a sentence before it: "you can write to me, it's …". */
const lastOf = (words: string): string => words.split(/ (?:is|est) /).at(-1) ?? words;

/** Words and numbers as they are written in an address: "twenty five" is 25. */
function pieces(text: string): string[] {
  const words = text.trim().split(/ +/).filter(Boolean);
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const number = /^(?:one|un)$/.test(words[at] ?? "") ? { value: 1, length: 1 } : readNumber(words, at);
    written.push(number ? String(number.value) : `${words[at]}`);
    at += number?.length ?? 1;
  }
  return written;
}

/** Up to the ending; what follows ("thanks") is not of it. A point before the ending may have been left out. */
function domainOf(said: string): string {
  const words = said
    .trim()
    .replace(/\bc a\b/, "ca")
    .split(/ +/);
  const end = new RegExp(`^(?:${ENDINGS})$`);
  const last = words.findIndex(
    (word, at) => end.test(word) && at > 0 && words[at + 1] !== "." && at + 1 >= 2,
  );
  const domain = pieces(words.slice(0, last < 0 ? undefined : last + 1).join(" "));
  if (last > 0 && domain.at(-2) !== ".") domain.splice(-1, 0, ".");
  return domain.join("");
}

const SPOKEN: Record<Locale, Record<string, string>> = {
  en: { "@": "at", ".": "dot", "-": "dash", _: "underscore", "+": "plus" },
  fr: { "@": "arobas", ".": "point", "-": "tiret", _: "tiret bas", "+": "plus" },
};

/** An address to be read back, letter by letter before the @ and as words after it. */
export function spokenEmail(address: string, locale: Locale): string {
  const [local = "", domain = ""] = address.split("@");
  const name = (sign: string) => SPOKEN[locale][sign] ?? sign;
  const apart = domain.split(/(?=[.-])|(?<=[.-])/).map(name);
  return [...Array.from(local, name), name("@"), ...apart].join(" ");
}
