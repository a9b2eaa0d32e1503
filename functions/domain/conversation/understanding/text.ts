import { numberWord, readNumber } from "./numbers.ts";

/** One word as the grammar sees it. */
export type Token = {
  /** Lower case, without accents; numbers in digits, units and fractions in one canonical spelling. */
  text: string;
  /** The text without its plural or feminine ending: what is compared with the menu. */
  stem: string;
  /** As it was said, for reading back. */
  raw: string;
  /** The value of a number said in digits or words ("twenty five", "quatre-vingts"); null for other words. */
  number: number | null;
  /** True when punctuation stands before the word: a hint of a new phrase, never relied upon alone. */
  gap: boolean;
};

/** Utterances longer than this are cut: nobody says so much in a turn, and the work stays bounded. */
const MAX_CHARACTERS = 10_000;

const ELISION = /(^|[^\p{L}])(l|d|j|m|t|s|n|c|qu|jusqu|lorsqu)'(?=\p{L})/gu;
const INCHES = /(\d)\s*["”″]/g;
const WORD = /\d+(?:[.,]\d+)?(?:\/\d+)?|\p{L}+(?:'\p{L}+)*|[%&+]|[^\s\p{L}\d%&+'-]+/gu;
const VULGAR: Record<string, string> = { "½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 " };

const spellings = (table: Record<string, string>) =>
  new Map(
    Object.entries(table).flatMap(([one, many]) =>
      many.split(" ").map((word): [string, string] => [word, one]),
    ),
  );

/** One spelling for what is said in several, in every trade. */
const SYMBOLS = spellings({ percent: "%", and: "& +", "1/2": "half demi demie moitie" });

/** Words that only their accent tells from an article of the other language. */
const ACCENTED = new Map([
  ["à", "au"],
  ["thé", "thee"],
  ["thés", "thees"],
]);

/** Units, read as such only after a number: "in" and "l" are other words elsewhere. */
const UNITS = spellings({
  inch: "inches in pouce pouces po",
  foot: "feet ft pied pieds pi",
  ml: "millilitre millilitres milliliter milliliters",
  liter: "l litre litres liters",
  g: "gram grams gramme grammes",
  kg: "kilo kilos kilogram kilograms kilogramme kilogrammes",
  lb: "lbs pound pounds livre livres",
  oz: "ounce ounces once onces",
  mm: "millimetre millimetres millimeter millimeters",
  m: "metre metres meter meters",
  w: "watt watts",
  v: "volt volts",
  cm: "centimetre centimetres centimeter centimeters",
});

const UNIT_NAMES = new Set(UNITS.values());

/** True for a unit in its canonical spelling. */
export const isUnit = (text: string): boolean => UNIT_NAMES.has(text);

/** Lower case, no accents, one kind of apostrophe. */
export function fold(text: string): string {
  // Nothing to fold in most words of the lists that are made ready at the first utterance.
  if (/^[a-z\d ]*$/.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

/** Takes plural and feminine endings off, alike for menu and utterance, so that only consistency matters. */
export function stem(word: string): string {
  // Every ending below ends in one of these.
  if (!/[sxe]$/.test(word)) return word;
  let base = word;
  if (base.length > 4 && base.endsWith("ies")) return `${base.slice(0, -3)}y`;
  if (base.length > 4 && /(ches|shes|xes|sses|zes|oes)$/.test(base)) base = base.slice(0, -2);
  else if (base.length > 3 && base.endsWith("eaux")) base = base.slice(0, -1);
  else if (base.length > 4 && base.endsWith("aux")) base = `${base.slice(0, -3)}al`;
  else if (base.length > 3 && base.endsWith("s") && !base.endsWith("ss")) base = base.slice(0, -1);
  if (base.length > 4 && base.endsWith("ee")) return base.slice(0, -2);
  if (base.length > 4 && base.endsWith("ie")) return `${base.slice(0, -2)}y`;
  if (base.length > 5 && /(nne|lle|tte)$/.test(base)) return base.slice(0, -2);
  if (base.length > 4 && /[^aeiou]e$/.test(base)) return base.slice(0, -1);
  return base;
}

/** Splits text into tokens: elisions apart, numbers merged, fractions and units in one spelling. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let gap = false;
  for (const raw of words(text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text)) {
    if (/[\p{L}\d%&+]/u.test(raw)) {
      tokens.push(token(raw, gap));
      gap = false;
    } else gap = tokens.length > 0;
  }
  return withUnits(mergeNumbers(tokens));
}

function words(text: string): string[] {
  const spaced = text
    .replace(/[½¼¾]/g, (sign) => VULGAR[sign] ?? sign)
    .normalize("NFC")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(INCHES, "$1 inch ")
    .replace(/×/g, " x ")
    .replace(/(\d)\s*[x×]\s*(?=\d)/gi, "$1 x ");
  // Twice, because two elisions in a row share the character between them.
  const apart = spaced.toLowerCase().replace(ELISION, "$1$2 ").replace(ELISION, "$1$2 ");
  return apart.match(WORD) ?? [];
}

function token(raw: string, gap: boolean): Token {
  const folded = fold(raw).replace(/'/g, "");
  const text = ACCENTED.get(raw) ?? SYMBOLS.get(folded) ?? folded.replace(/^(\d+),(\d+)$/, "$1.$2");
  return { text, stem: stem(text), raw, number: /^\d{1,6}$/.test(text) ? Number(text) : null, gap };
}

/** "twenty five" becomes one token 25; "three quarters" becomes 3/4. */
function mergeNumbers(tokens: Token[]): Token[] {
  const texts = tokens.map(({ text }) => text);
  const merged: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at] as Token;
    const quarters = /^(quarters?|quarts?)$/.test(texts[at + 1] ?? "") ? numberWord(first.text) : null;
    const read = quarters === 3 ? { value: 0, length: 2, text: "3/4" } : readNumber(texts, at);
    if (!read) merged.push(first);
    else {
      const text = "text" in read ? read.text : String(read.value);
      const raw = tokens
        .slice(at, at + read.length)
        .map(({ raw }) => raw)
        .join(" ");
      merged.push({ text, stem: text, raw, number: "text" in read ? null : read.value, gap: first.gap });
    }
    at += read?.length ?? 1;
  }
  return merged;
}

/** "Un litre", "a pound": "in", "l" and "foot" after an article are other words. */
const isOneOf = ({ text }: Token, next: Token | undefined) =>
  /^(a|an|un|une)$/.test(text) &&
  /^(lit(re|er)|li[vb]re|pound|kilo|gram|ounce|once|millilit)/.test(next?.text ?? "");

/** Units after a number, and the "by" between two: "2 by 4" is "2 x 4". */
function withUnits(tokens: Token[]): Token[] {
  const numeric = (token: Token | undefined) => token !== undefined && /^\d/.test(token.text);
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (isOneOf(token, tokens[at + 1])) return { ...token, text: "1", stem: "1", number: 1 };
    if (!numeric(before) && !(before && isOneOf(before, token))) return token;
    const by = /^(by|par|x)$/.test(token.text) && numeric(tokens[at + 1]);
    const unit = by ? "x" : UNITS.get(token.text);
    return unit ? { ...token, text: unit, stem: unit } : token;
  });
}
