const INTRODUCTION =
  /^.*?\b(?:my name is|my name's|the name is|name's|this is|it's|it is|i'm|i am|call me|under|je m'appelle|m'appelle|mon nom est|mon nom c'est|c'est au nom de|au nom de|nom de|c'est|ici|moi c'est|je suis)\s+/iu;
const FILLER =
  /^(?:uh|um|euh|heu|ben|well|so|yes|yeah|oui|hi|hello|bonjour|allo|allô|okay|ok|sure|please)[\s,.!]+/iu;
const TAIL =
  /[\s,.!?]+(?:please|thanks|thank you|merci|s'il vous plaît|s'il vous plait|svp|speaking|here|à l'appareil|a l'appareil)[\s,.!?]*$/iu;

/**
 * A person's name in what was said: "c'est Marie Tremblay", "my name is Jean-Guy O'Neil, thanks". Capitals are put
 * where a recogniser left them out; null when there is no word that could be a name. At most 60 characters.
 */
export function understandName(text: string): string | null {
  let said = text.normalize("NFC").slice(0, 300).replace(/[’‘]/g, "'").trim();
  for (let again = true; again; ) {
    const shorter = said.replace(FILLER, "").replace(INTRODUCTION, "").replace(TAIL, "");
    again = shorter !== said;
    said = shorter;
  }
  const words = said.match(/\p{L}[\p{L}'.-]*/gu)?.slice(0, 4) ?? [];
  const name = words
    .map(capital)
    .join(" ")
    .replace(/[.\s]+$/, "");
  return name.length === 0 ? null : name.slice(0, 60);
}

function capital(word: string): string {
  if (/^(?:de|du|des|la|le|van|von|der)$/i.test(word)) return word;
  return word.replace(
    /(^|[-'])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase(),
  );
}
