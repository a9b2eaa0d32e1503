/** Spelling rules, in order, that bring words heard alike in English or French to one key. */
const RULES: [RegExp, string][] = [
  [/^(wh|rh|kn|gn|wr)/, "w"],
  [/ph/g, "f"],
  [/tch|sch|ch|sh/g, "C"],
  [/gh|h/g, ""],
  [/[sc](?=[eiy])|z|ss|x$/g, "s"],
  [/[ck]+|qu?/g, "k"],
  [/x/g, "ks"],
  [/eau|au|aw|oa/g, "o"],
  [/(?<=[^aeiou])(er|et|ez|ey|ay|ae|y)$/g, "i"],
  [/ee|ea|ie|ey|y/g, "i"],
  [/ai|ei|ae|ay/g, "e"],
  [/oo|ou|ew|ue/g, "u"],
  [/(.)\1+/g, "$1"],
  [/(?<=..)e$/, ""],
];

/** A rough key of how a folded word sounds; equal keys are near-homophones ("sundae", "sunday"). */
export function soundKey(word: string): string {
  let key = word;
  for (const [pattern, by] of RULES) key = key.replace(pattern, by);
  return key;
}

/** Letters a word has, as bits: words that differ in many letters cannot be near, and need no comparison. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

/** How many letters separate two sets of letters. */
export function bitsApart(a: number, b: number): number {
  let different = a ^ b;
  let count = 0;
  for (; different; different &= different - 1) count++;
  return count;
}

/**
 * Edits (insert, delete, replace, swap neighbours) between two words, counted up to a limit; limit + 1 beyond it.
 * Optimal string alignment, rows of at most 40 letters.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 40 || b.length > 40) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** Below this, two words are held for different ones. */
export const NEAR = 0.8;

/** A word of which only the beginning was said; too little by itself, it needs another word of the same name. */
export const CUT_SHORT = 0.79;

/**
 * How near a heard word is to a word of the menu, 0 to 1. Short words must sound alike; one slip is forgiven from
 * five letters on, two from nine; a slip in the first letter is not, unless the words sound alike.
 */
export function similarity(heard: string, word: string, heardKey: string, wordKey: string): number {
  if (heard === word) return 1;
  const length = Math.min(heard.length, word.length);
  if (length < 3 || /\d/.test(word) || /\d/.test(heard)) return 0;
  if (heardKey === wordKey && heardKey.length >= 2) return length >= 4 ? 0.92 : 0.85;
  if (heardKey.length >= 6 && heardKey[0] === wordKey[0] && editDistance(heardKey, wordKey, 1) === 1)
    return 0.82;
  // "ice coffee" for iced, "grill cheese" for grilled
  if (length >= 3 && [`${heard}d`, `${heard}ed`, `${heard}${heard.at(-1)}ed`].includes(word)) return 0.9;
  const allowed = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  if (allowed === 0 || heard[0] !== word[0]) return 0;
  const distance = editDistance(heard, word, allowed);
  return distance > allowed ? 0 : 1 - distance / (length + 1);
}
