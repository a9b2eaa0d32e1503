const SMALL: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twos: 2,
  threes: 3,
  fours: 4,
  fives: 5,
  sevens: 7,
  eights: 8,
  nines: 9,
  tens: 10,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};

const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
};

const HUNDRED = /^(hundred|cent|cents)$/;
const UNIT_ONE = /^(un|une|one)$/;

type Read = { value: number; length: number };

/** The value of one number word or digit string (0–19, tens), or null. "a", "un" and "une" are not counted. */
export function numberWord(word: string): number | null {
  if (/^\d{1,6}$/.test(word)) return Number(word);
  return own(SMALL, word) ?? own(TENS, word) ?? null;
}

/**
 * Reads a cardinal below 10,000 said in English or French at a position of folded words, the longest there is:
 * "one hundred and twenty", "quatre-vingt-dix-sept". Digits are left to the tokenizer, articles alone are no number.
 */
export function readNumber(words: readonly string[], at: number): Read | null {
  const hundreds = readHundreds(words, at);
  if (!hundreds) return readBelowHundred(words, at);
  const joined = words[at + hundreds.length] === "and" ? 1 : 0;
  const rest = readBelowHundred(words, at + hundreds.length + joined);
  if (!rest) return hundreds;
  return { value: hundreds.value + rest.value, length: hundreds.length + joined + rest.length };
}

function readHundreds(words: readonly string[], at: number): Read | null {
  const first = words[at] ?? "";
  if (first === "hundred" || first === "cent") return { value: 100, length: 1 };
  if (!HUNDRED.test(words[at + 1] ?? "")) return null;
  const count = /^(a|un|une)$/.test(first) ? 1 : own(SMALL, first);
  return count && count < 100 ? { value: count * 100, length: 2 } : null;
}

function readBelowHundred(words: readonly string[], at: number): Read | null {
  const first = words[at] ?? "";
  const tens = first === "quatre" && /^vingts?$/.test(words[at + 1] ?? "") ? 80 : own(TENS, first);
  if (tens === undefined) {
    const value = own(SMALL, first);
    if (value === undefined) return null;
    // "dix-sept", "dix-huit", "dix-neuf"
    const unit = first === "dix" ? own(SMALL, words[at + 1] ?? "") : undefined;
    return unit && unit >= 7 && unit <= 9 ? { value: 10 + unit, length: 2 } : { value, length: 1 };
  }
  const length = tens === 80 && first === "quatre" ? 2 : 1;
  return withUnit(words, at, { value: tens, length }, first);
}

function withUnit(words: readonly string[], at: number, tens: Read, first: string): Read {
  const joined = words[at + tens.length] === "et" ? 1 : 0;
  const next = words[at + tens.length + joined] ?? "";
  const french = /^(vingt|trente|quarante|cinquante|soixante|septante|huitante|nonante|quatre)/.test(first);
  if (french && UNIT_ONE.test(next) && (joined || tens.value === 80)) {
    return { value: tens.value + 1, length: tens.length + joined + 1 };
  }
  const teens = french && (tens.value === 60 || tens.value === 80);
  const unit = teens ? readBelowTwenty(words, at + tens.length + joined) : unitAt(next, french);
  const plain = joined && !(unit && unit.value === 11);
  if (!unit || unit.value === 0 || plain) return tens;
  return { value: tens.value + unit.value, length: tens.length + joined + unit.length };
}

function readBelowTwenty(words: readonly string[], at: number): Read | null {
  const read = own(TENS, words[at] ?? "") === undefined ? readBelowHundred(words, at) : null;
  return read && read.value < 20 ? read : null;
}

function unitAt(word: string, french: boolean): Read | null {
  const value = own(SMALL, word);
  if (value === undefined || value > 9 || (!french && UNIT_ONE.test(word) && word !== "one")) return null;
  return { value, length: 1 };
}

const own = (table: Record<string, number>, word: string): number | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
