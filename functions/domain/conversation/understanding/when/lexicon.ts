import type { Locale } from "../../../catalogue/types.ts";
import { ENGLISH } from "./lexicon-en.ts";
import { FRENCH } from "./lexicon-fr.ts";

/** What a word or phrase is to the grammar. Numbers come from their own reader, anything else is a "word". */
export type Kind =
  | "weekday" // value 1 (Monday) to 7
  | "month" // 1 to 12
  | "day" // days from today: -2 to 3
  | "part" // a part of the day, named
  | "todayPart" // a part of a day that is itself said: "tonight"; value = days from today
  | "meal" // a meal, which tells morning from evening but is no time
  | "edge" // early -1, middle 0, late 1; from now to the end 2
  | "meridiem" // 0 before noon, 720 after
  | "moment" // minutes after midnight: noon, midnight
  | "unit" // minutes; days, weeks, months by name
  | "oclock"
  | "fraction" // minutes
  | "past"
  | "to" // counts back from the hour
  | "rel" // this 0, next 1, after next 2, last -1
  | "relAfter" // the same, said after its noun; "in eight" has the value 7, in days
  | "in" // before a duration: from now on
  | "during" // before a duration that is no time at all
  | "later" // after a duration: from now, from another day
  | "earlier" // after a duration: before a time spoken of
  | "ago"
  | "ordinal"
  | "one" // an article that counts one
  | "couple" // how many: two, or "une vingtaine"
  | "the"
  | "at"
  | "about"
  | "on"
  | "of"
  | "from"
  | "between"
  | "after"
  | "before"
  | "until"
  | "and"
  | "or"
  | "people" // what a number before it counts is no time
  | "party" // a number after it counts people
  | "not"
  | "notWith" // negates what is said some words later
  | "unfit" // says that what stands before it will not do
  | "insteadOf"
  | "correct"
  | "else" // what follows is only for when the first will not do
  | "background" // what follows is a circumstance
  | "moved" // from one to another, the second is meant
  | "holiday" // month * 100 + day; a name says what is counted from: see feasts.ts
  | "sameDay"
  | "nextDay" // the day after (1) or before (-1) one spoken of
  | "sameTime"
  | "soon"
  | "any" // 0 any day, 1 any time
  | "choice" // the first offered 0, the second 1, the last -1
  | "filler";

export type Meaning = { kind: Kind; value: number; name: string };
/** A phrase may mean several things ("to", "after"): the grammar asks for the one that fits. */
export type Phrase = { words: string[]; meanings: Meaning[] };
export type Lexicon = ReadonlyMap<string, readonly Phrase[]>;

/** One line of a language's list: "kind value name: phrase | phrase"; after "1+" each phrase counts one more. */
function phrasesOf(list: string): { words: string[]; meaning: Meaning }[] {
  return list
    .split("\n")
    .filter((line) => line.includes(":"))
    .flatMap((line) => {
      const [head = "", said = ""] = line.split(":");
      const [kind, value, name] = head.trim().split(" ");
      const step = value?.endsWith("+") ? 1 : 0;
      return said.split("|").map((phrase, at) => ({
        words: phrase.trim().split(" "),
        meaning: {
          kind: kind as Kind,
          value: Number.parseInt(value ?? "0", 10) + step * at,
          name: name ?? "",
        },
      }));
    });
}

/** Words that are something else in the language being spoken, and so are not taken from the other. */
const FOREIGN: Record<Locale, ReadonlySet<string>> = {
  en: new Set(
    "out sam car cart mat we fin mi est passe des sur an dim jeu ven en premier pas la les de du tot pro".split(
      " ",
    ),
  ),
  fr: new Set("mon sat sun mar a an on or to as do be st ave top courses son one out car no".split(" ")),
};

function build(locale: Locale): Lexicon {
  const [own, other] = locale === "fr" ? [FRENCH, ENGLISH] : [ENGLISH, FRENCH];
  const entries = new Map<string, { words: string[]; meanings: Meaning[] }>();
  for (const { words, meaning } of phrasesOf(own)) learn(entries, words, meaning);
  const known = new Set(entries.keys());
  for (const { words, meaning } of phrasesOf(other)) {
    if (words.length === 1 && FOREIGN[locale].has(words[0] ?? "")) continue;
    const spelled = locale === "en" ? words.map((word) => (word === "a" ? "au" : word)) : words;
    if (!known.has(spelled.join(" "))) learn(entries, spelled, meaning);
  }
  const index = new Map<string, Phrase[]>();
  for (const phrase of entries.values()) {
    const first = phrase.words[0] ?? "";
    index.set(first, [...(index.get(first) ?? []), phrase]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function learn(entries: Map<string, Phrase>, words: string[], meaning: Meaning): void {
  const key = words.join(" ");
  const entry = entries.get(key);
  if (entry) entry.meanings.push(meaning);
  else entries.set(key, { words, meanings: [meaning] });
}

const built = new Map<Locale, Lexicon>();

/** The words of a language, and those of the other that cannot be mistaken; built at the first need. */
export function lexiconOf(locale: Locale): Lexicon {
  const known = built.get(locale);
  if (known) return known;
  const lexicon = build(locale);
  built.set(locale, lexicon);
  return lexicon;
}
