import type { Chart } from "./pattern.ts";

const NO_ENGLISH = new Set(["not", "never", "no"]);
const NO_FRENCH = new Set(["pas", "plus", "pus", "jamais", "point"]);
const WISHES = new Set(
  "want wanting need looking trying calling here asking mean wish care interested veux voulais voudrais besoin cherche appelle veut souhaite aimerais".split(
    " ",
  ),
);
/** A new beginning: what follows is not denied any more. */
const TURNS = new Set("but mais i je we on just rather plutot instead seulement".split(" "));
const INSTEAD = /^(?:instead of|rather than|au lieu|plutot qu|plutot que|no need|pas pour|not to|not for) ?/;
const ACTIONS = ["move", "cancel", "ordering"];
const REACH = 6;

/** For each word, whether the caller says that it is not what they want: "I don't want to cancel, I want to move it". */
export function negated({ words, classes }: Chart): boolean[] {
  const denied = words.map(() => false);
  const texts = words.map(({ text }) => text);
  for (const [at, { text, clause }] of words.entries()) {
    const begins = beginsDenial(texts, at);
    if (begins > 0) {
      for (let next = at + begins; next < Math.min(words.length, at + begins + REACH); next++) {
        const word = words[next];
        if (word?.clause !== clause || TURNS.has(word.text)) break;
        denied[next] = true;
      }
    } else if (NO_ENGLISH.has(text) || NO_FRENCH.has(text)) {
      // "cancel, not reschedule"
      if (ACTIONS.some((name) => classes[at + 1]?.has(name))) denied[at + 1] = true;
    }
  }
  return denied;
}

/** How many words a denial takes that begins here: 0 for none. */
function beginsDenial(texts: readonly string[], at: number): number {
  const [one = "", two = ""] = [texts[at], texts[at + 1]];
  if (NO_ENGLISH.has(one) && WISHES.has(two)) return 2;
  if (WISHES.has(one) && NO_FRENCH.has(two)) return 2;
  if (NO_FRENCH.has(one) && two === "besoin") return 2;
  return INSTEAD.test(`${one} ${two}`) ? 2 : 0;
}
