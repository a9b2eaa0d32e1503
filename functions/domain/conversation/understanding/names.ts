const INTRODUCTION =
  /^.*?\b(?:my name is|my name's|under the name of|under the name|in the name of|the name of|it's for|it is for|it's me|mettez ça au nom de|the name is|name's|this is|it's|it is|i'm|i am|call me|under|je m'appelle|m'appelle|mon nom est|mon nom c'est|c'est au nom de|au nom de|nom de|c'est|ici|moi c'est|je suis)\s+/iu;
const FILLER =
  /^(?:uh|um|euh|heu|ben|well|so|yes|yeah|oui|hi|hello|bonjour|allo|allô|okay|ok|sure|please)[\s,.!]+/iu;
const TAIL =
  /[\s,.!?]+(?:please|thanks|thank you|merci|s'il vous plaît|s'il vous plait|svp|speaking|here|à l'appareil|a l'appareil)[\s,.!?]*$/iu;

/** What comes after a name and is not of it. */
const ASIDE =
  /\s+(?:from|calling|with|and i|but|who|avec|de chez|mais|qui|pour|for|about)\s.*$|\s+calling$/iu;
const REFUSAL =
  /^\W*(?:(?:no|non|nope|nah|skip|none|pass|passer|anonymous|anonyme|aucun)(?:\W+(?:thanks|thank you|merci))?\W*$|(?:no |non |well |ben )?(?:i(?:'d| would)? (?:don't|do not|rather not|prefer not|won't)|rather not|prefer not|never mind|je (?:ne )?(?:préfère|prefere|veux|voudrais|peux|dirai|donne) (?:pas|ne pas|rien|mieux)|j'aime(?:rais)? (?:mieux|pas)|pas besoin|peu importe)(?!\p{L}))/iu;

/**
 * A person's name in what was said: "c'est Marie Tremblay", "my name is Jean-Guy O'Neil, thanks". Capitals are put
 * where a recogniser left them out; null when there is no word that could be a name. At most 60 characters.
 */
export function understandName(text: string): string | null {
  if (REFUSAL.test(text)) return null;
  let said = text.normalize("NFC").slice(0, 300).replace(/[’‘]/g, "'").trim();
  for (let again = true; again; ) {
    const shorter = said.replace(FILLER, "").replace(INTRODUCTION, "").replace(TAIL, "");
    again = shorter !== said;
    said = shorter;
  }
  const words = unspelled(said.replace(ASIDE, "").match(/\p{L}[\p{L}'.-]*/gu) ?? []).slice(0, 4);
  const name = words
    .map(capital)
    .join(" ")
    .replace(/[.\s]+$/, "");
  return name.length === 0 ? null : name.slice(0, 60);
}

/** Letters said after a name spell it; letters alone are the name. */
function unspelled(words: string[]): string[] {
  const letter = (word: string) => word.replace(/\./g, "").length === 1;
  const first = words.findIndex((word, at) => letter(word) && words.slice(at).every(letter));
  if (first < 0 || words.length - first < 2) return words;
  return first > 0 ? words.slice(0, first) : [words.join("").replace(/\./g, "").toLowerCase()];
}

function capital(word: string): string {
  if (/^(?:de|du|des|la|le|van|von|der)$/i.test(word)) return word;
  return word
    .replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase())
    .replace(/^([DLO]')(\p{L})/u, (_, before: string, letter: string) => before + letter.toLocaleUpperCase());
}
