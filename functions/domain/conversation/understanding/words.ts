import type { Amount } from "../../orders/cart.ts";

/** What a word or short phrase does in an order, whatever the menu. */
export type Cue =
  | { kind: "quantity"; value: number; article?: boolean }
  | { kind: "times" }
  | { kind: "amount"; amount: Amount }
  | { kind: "no" }
  | { kind: "with" }
  | { kind: "about" }
  | { kind: "and" }
  | { kind: "also" }
  | { kind: "correct" }
  | { kind: "instead" }
  | { kind: "insteadOf" }
  | { kind: "make" }
  | { kind: "remove" }
  | { kind: "replace" }
  | { kind: "to" }
  | { kind: "same"; blank?: boolean }
  | { kind: "last" }
  /** What is left of several: "the other one". */
  | { kind: "rest"; one?: boolean }
  /** "One of them", "dont une": so many of what was just said. */
  | { kind: "among" }
  /** "Both", "each": what is said next is for all of them. */
  | { kind: "each" }
  | { kind: "clear" }
  | { kind: "done" }
  | { kind: "article" }
  /** "In extra", "en moins" said after the option it is about. */
  | { kind: "after"; amount: Amount }
  /** "With nothing on it", "plain": a part of several that takes no options. */
  | { kind: "bare" }
  /** The polite openings of a sentence, whose words may be names elsewhere ("can I get a can of…"). */
  | { kind: "polite" }
  | { kind: "filler" };

const lines = (text: string) =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** Phrases are folded as the tokenizer folds them: no accents, apostrophes gone, elisions apart, numbers in digits. */
const PHRASES: [Cue, string][] = [
  [
    { kind: "quantity", value: 1, article: true },
    "a|an|un|une|a second|a third|a 2nd|a 3rd|une deuxieme|un deuxieme|une troisieme|un troisieme",
  ],
  [
    { kind: "polite" },
    `can i|can we|can you|can he|can she|can they|could i|could we|could you|may i|may we|i can|we can|you can|i would like|i d like|we d like|i want to order|do you have|have you got
     est ce que je peux|est ce que je pourrais|est ce que vous|je voudrais|j aimerais|je vais prendre`,
  ],
  [
    { kind: "quantity", value: 1 },
    "1|one|the first|the first one|the first 1|first one|first 1|la premiere|le premier",
  ],
  [
    { kind: "quantity", value: 2 },
    "couple|a couple|couple of|a couple of|pair of|a pair of|une paire de|une couple de|couple de",
  ],
  [
    { kind: "quantity", value: 12 },
    "dozen|a dozen|1 dozen|a dozen of|douzaine|une douzaine|une douzaine de|une douzaine d",
  ],
  [
    { kind: "quantity", value: 6 },
    "1/2 a dozen|1/2 dozen|a 1/2 dozen|une 1/2 douzaine|une 1/2 douzaine de|une 1/2 douzaine d|1/2 douzaine de",
  ],
  [{ kind: "quantity", value: 10 }, "une dizaine|une dizaine de|une dizaine d"],
  [{ kind: "quantity", value: 15 }, "une quinzaine|une quinzaine de|une quinzaine d"],
  [{ kind: "quantity", value: 20 }, "une vingtaine|une vingtaine de|une vingtaine d"],
  [{ kind: "times" }, "times|x|fois"],
  [
    { kind: "amount", amount: "none" },
    `without|without any|hold|hold the|minus|minus the|but no|but not|with no|leave off|leave off the|leave out|leave out the
     skip the|dont put|dont put any|dont want any|none of|nor|free of|not any|not|not with|but without|and without|except|except for|except the|neither|excluding|other than|but not with|but not the|but not any|avoid|avoid the|do not add
     dont add|dont include|do not include|do not put|do not want any|i dont want any|i do not want any|everything but|everything except|everything but the|all but|hold on the|nothing but no|never any|absolutely no
     excepte|hormis|evitez|evite|pas avec|mais pas avec|sans mettre de|ne mettez pas de|ne mets pas de|tout sauf les|tout sauf la|tout sauf le|je veux pas de|je ne veux pas de|je veux pas d|je ne veux pas d
     sans|pas de|pas d|mais pas de|mais pas d|pas aucun|aucun|aucune|ni|point de|avec pas de|avec pas d|mettez pas de|mets pas de|mets pas d
     mettez pas d|oublie les|oubliez les|tout sauf|sauf`,
  ],
  [
    { kind: "amount", amount: "light" },
    `light|leger|legere|legers|legeres|light on|light on the|lightly|easy|easy on|easy on the|go easy on|go easy on the|a little|a little bit|a little bit of|a bit of|a bit
     a little bit|little bit of|small amount of|a small amount of|very little|tiny bit of|a tiny bit of|barely any|hardly any|minimal|least amount of|the least amount of|not many|not too many|only a little|just a bit of
     only a bit of|just a little bit of|only a little bit of|a dash of|a drop of|a smidge of|a sprinkle of|a pinch of|slight|slightly|go light on|go light on the|gentle on|gentle on the
     a touch of|touch of|a splash of|splash of|just a little|just a touch of|not too much|not much|not a lot of|less|little|a hint of
     un peu|un peu de|un peu d|juste un peu de|juste un peu d|leger en|pas trop de|pas trop d|moins de|moins d|legerement|un soupcon de|un petit peu de
     un petit peu d|peu de|peu d`,
  ],
  [
    { kind: "amount", amount: "extra" },
    `extra|double|triple|quadruple|lots of|lots and lots of|lots|a lot of|lot of|loads of|plenty of|plenty|tons of|a ton of|ton of|a bunch of|bunch of|heaps of|a load of|generous|a generous amount of|go heavy on|go heavy on the|loaded with
     heavy on|heavy on the|heavy|more|additional
     beaucoup de|beaucoup d|plein de|plein d|plus de|plus d|supplement|supplement de|supplement d|supplementaire|un extra|en masse de|pas mal de|pas mal d|un max de|un surplus de
     davantage de|bien du|ben du`,
  ],
  [{ kind: "after", amount: "extra" }, "en extra|en supplement|en surplus|au maximum"],
  [{ kind: "after", amount: "none" }, "en moins"],
  [
    { kind: "bare" },
    "plain|nature|with nothing|with nothing on it|with nothing else|nothing on it|without anything|with no toppings|sans rien|sans rien dessus|avec rien|avec rien dessus|rien dessus|sans garniture|sans garnitures",
  ],
  [{ kind: "no" }, "no|non|nope|nan"],
  [
    { kind: "with" },
    "with|on it|on that|on them|on top|topped with|comes with|have it with|avec|dessus|la dessus|garni de|garnie de|dedans|in it|on the side|w",
  ],
  [
    { kind: "about" },
    "on the|on my|on a|on an|in a|in an|in the|in my|for the|for my|sur un|sur une|dans un|dans une|sur la|sur le|sur les|sur ma|sur mon|dans la|dans le|dans les|dans mon|dans ma|pour la|pour le|pour les",
  ],
  [{ kind: "and" }, "and|plus|et|pis|puis|then|and then|or|ou|as well as|ainsi que|along with|n"],
  [
    { kind: "also" },
    "also|add|add on|too|as well|throw in|ill add|and add|aussi|ajoute|ajoutez|rajoute|rajoutez|rajouter|ajouter|egalement|en plus|de plus",
  ],
  [
    { kind: "correct" },
    `actually|i mean|i meant|wait|no wait|sorry|scratch that|or rather|rather|my mistake|on second thought|oops|correction|hang on
     no no|no sorry|actually no|oh no|en fait|je veux dire|je voulais dire|attendez|attends|pardon|excusez|non non|finalement|erreur|bin non|ben non|plutot non
     non attendez|non attends|non pardon|scusez`,
  ],
  [{ kind: "instead" }, "instead|plutot|a la place"],
  [
    { kind: "insteadOf" },
    "instead of|in place of|rather than|a la place de|a la place d|a la place du|a la place des|au lieu de|au lieu d|au lieu du|au lieu des|plutot que|plutot qu",
  ],
  [
    { kind: "make" },
    `make that|make it|make them|make those|make the|make my|make|change that to|change it to|change that for|change them to|turn that into
     mets en|mettez en|mets ca|mettez ca|met en|mets la|mettez la|mets le|mettez le|mets les|mettez les|change ca pour|changez ca pour
     changer ca pour|change la pour|change le pour|fais en|faites en|disons|lets make that|lets make it|should be|it should be|ca fait`,
  ],
  [
    { kind: "remove" },
    `remove|take off|take out|take away|cancel|delete|drop|forget|forget about|get rid of|lose|i dont want|i do not want|dont want|no more|no longer want|nix|scrap
     enleve|enlevez|enlever|retire|retirez|retirer|annule|annulez|annuler|supprime|supprimez|oublie|oubliez|laisse faire|laissez faire|j en veux pas|je veux pas
     je ne veux pas|je veux plus|je ne veux plus|ote|otez`,
  ],
  [
    { kind: "replace" },
    "change|replace|swap|switch|substitute|exchange|changez|changer|remplace|remplacez|remplacer|echange|echangez",
  ],
  [{ kind: "to" }, "to|into|by|pour|par|for"],
  [
    { kind: "same" },
    `same|the same|same thing|the same thing|same again|the same again|another of those|1 more of those|one more of those|same one|the same one
     meme|la meme|le meme|la meme chose|meme chose|pareil`,
  ],
  [
    { kind: "same", blank: true },
    `another|another one|1 more|one more|un autre|une autre|encore un|encore une|encore 1|1 autre|un de plus|une de plus|another 1`,
  ],
  [
    { kind: "last" },
    `that 1|that one|last one|the last one|last 1|the last 1|the last item|that|those|it|them|of those|of them|of these|each of those|de ca|ca|la derniere|le dernier|celui la|celle la`,
  ],
  [
    { kind: "rest" },
    `the other|the other 1|the other one|the others|the rest|the other 2|the other 3|the other 4|the other 5|the remaining 1|the remaining 2|the remaining 3|other 1|other one
     l autre|les autres|le reste|les 2 autres|les 3 autres|les 4 autres|les autres 2`,
  ],
  [
    { kind: "rest", one: true },
    `the second|the second one|the second 1|the 2nd|the 2nd one|the third|the third one|the third 1|the 3rd|the 3rd one|the fourth|the fourth one|the fourth 1|the 4th|the last|second one|second 1|third one|third 1
     la deuxieme|le deuxieme|la 2|le 2|la troisieme|le troisieme|la quatrieme|le quatrieme`,
  ],
  [{ kind: "among" }, "dont|parmi|d entre eux|d entre elles"],
  [
    { kind: "each" },
    "both|each|on both|on both of them|on all of them|on each|on each of them|on either|on either of them|on all|for both|for each|sur les 2|dans les 2|pour les 2|sur tous|dans chacun|dans chacune|sur chacune|both of them|all of them|les 2|tous les 2|toutes les 2|chacun|chacune|tous|toutes",
  ],
  [
    { kind: "clear" },
    `start over|start again|cancel everything|cancel it all|cancel my order|cancel the order|cancel all|cancel that order|forget everything|forget it all|clear everything|clear my order|from scratch
     recommence|recommencez|recommencer|annule tout|annulez tout|annuler ma commande|annulez ma commande|annule ma commande|oublie tout|oubliez tout|efface tout|on recommence|a zero`,
  ],
  [
    { kind: "done" },
    `thats all|that is all|thats it|that is it|thatll be all|that will be all|thatll be it|that will be it|thats everything|that is everything|that all|nothing else|no more thanks|im done|i am done
     all done|were done|thats about it|thats all for me|nothing more|im good|were good|thatll do|that will do|thatll do it|its all|just that|finished|done|complete my order|i am good
     c est tout|cest tout|ce sera tout|ca sera tout|ca va etre tout|ca fait le tour|rien d autre|rien de plus|c est bon|j ai fini|jai fini|on a fini|c est complet|ca va aller|c est correct
     ca fait tout|c est fini|termine|j ai termine|se sera tout|sa sera tout|cest bon|seulement ca|juste ca|c tout|c est tou`,
  ],
  [
    { kind: "article" },
    "the|of|le|la|les|l|de|du|des|d|au|aux|some|any|my|our|mon|ma|mes|notre|nos|this|these|ce|cet|cette|ces",
  ],
  [
    { kind: "filler" },
    `uh|um|uhm|uhh|umm|er|erm|ah|oh|hmm|hm|mm|mmm|eh|hey|hi|hello|yo|good|morning|afternoon|evening|day|well|so|like|you|know|you know|i|id|im|ive|ill|me|we|wed|well|us|he|she|hell|theyll|itll|hed|theyd
     they|his|her|him|would|could|can|may|might|will|shall|should|want|wants|wanna|wannabe|wanted|need|needs|get|gets|getting|gimme|give|take|have|had|has|having|grab|order|ordering|place|put|please|pls
     thanks|thank|thank you|cheers|love|just|only|maybe|kind|sort|really|very|also|again|then|okay|ok|k|alright|right|yeah|yep|yup|yes|ya|sure|perfect|great|awesome|cool|fine|nice|lovely|lets|let|see|see
     to go|for pickup|for pick up|pickup|pick up|takeout|take out order|delivery|for delivery|for here|going|gonna|go|try|looking|look|buy|purchase|pack|packs|at|on|in|for|to|that|thats|is|are|am|be|it|this|there|here
     which|what|who|how|how much|how many|combien|when|where|do|does|did|dont|if|but|not|all|every|everyone|everything|about|also|now|today|tonight|up|out|off|down|from|by|as|my wife|my husband|my friend|my|your|kids|kid|size|sized
     regular|normal|standard|ordinary|hot|fresh|piece|pieces|order of|orders of|orders|side|side of|a side of|sides of|glass of|cup of|bottle of|can of|box of|bag of|plate of|bowl of|slice of|slices of|cups of
     bottles of|cans of|boxes of|bags of|pack of|packs of|ones|one|1s|number|no.|kindly|wondering|was|were|hoping|if i could|possible|possibly|sir|miss|madam|maam|man|dude|buddy|bro|folks|guys|name|whats
     euh|heu|hum|bon|ben|bin|bah|bonjour|bonsoir|allo|salut|oui|ouais|ouin|d accord|dac|parfait|super|excellent|merci|s il vous plait|s il te plait|sil vous plait|svp|stp|je|j|tu|il|elle|on|nous|vous|ils|elles|moi
     toi|lui|aimerais|aimerai|aimerait|voudrais|voudrai|voudrait|veux|veut|vais|va|prendre|prends|prendrai|prendrais|prend|prenez|commander|commande|pourrais|pourrait|pourriez|peux|peut|avoir|est ce que|est|c|c est|ce|ca
     ceci|cela|qu|que|qui|quoi|dont|faudrait|faut|me|m|te|se|s|t|donner|donne|donnez|mettre|mets|mettez|mets moi|mettez moi|faites moi|fais moi|faites|faire|fait|fais|y|do|its|en|dans|sur|par|pour emporter|emporter|a emporter|livraison|pour livraison|pour ici|ici|donc|alors|faque|fait que|la
     juste|seulement|peut etre|vraiment|tres|bien|comme|genre|tsé|tse|la la|voila|voyons|tout|toute|chaque|mais|ou|si|ne|n|pas|plait|allez|aller|bonne|journee|soiree|madame|monsieur|format
     taille|ordinaire|reguliere|regulier|chaud|chaude|frais|fraiche|morceau|morceaux|verre de|tasse de|bouteille de|bouteilles de|boite de|boites de|sac de|portion de|portions de|assiette de|bol de|canette de|un verre de
     mon ami|ma femme|mon mari|mon chum|ma blonde|enfants|numero|commencer|start|begin|with me|suis|etes|sont|ete|avez|avons|as|ai|a besoin|besoin|j ai besoin|acheter|cherche|regarder|voir|dire|dirais|c etait|etait
     classic|simple|basic|delicious|tasty|yummy|famous|favorite|favourite|whole|entire|delicieux|delicieuse|classique|simple|
     should|ought|they|them|their|its|hers|please and thank you|if possible|si possible|if you can|bit|anyway|anyways|i guess|i think|think|guess|je pense|je crois|pense|crois|let me|let me see|laissez moi|voir`,
  ],
];

/** The tokenizer tells "à" from "a": "à la place" reads "au la place". Both are known, accents being often left out. */
const withAccent = (phrase: string): string[] => {
  const accented = phrase.replace(/(^| )a (?=la |zero|emporter|10|soir)/g, "$1au ");
  return accented === phrase ? [phrase] : [phrase, accented];
};

type Node = { next: Map<string, Node>; cue: Cue | null };

/** A phrase of the grammar found at a position: how many tokens it takes. */
export type CueMatch = { cue: Cue; length: number };

const root: Node = { next: new Map(), cue: null };
for (const [cue, text] of PHRASES) {
  for (const phrase of lines(text).flatMap(withAccent)) {
    let node = root;
    for (const word of phrase.split(/\s+/)) {
      const next: Node = node.next.get(word) ?? { next: new Map(), cue: null };
      node.next.set(word, next);
      node = next;
    }
    // The first meaning listed wins, so that the fillers at the end never hide a cue.
    node.cue ??= cue;
  }
}

/** Every cue that starts at a position, shortest first. */
export function cuesAt(texts: readonly string[], at: number): CueMatch[] {
  const found: CueMatch[] = [];
  let node = root.next.get(texts[at] ?? "");
  for (let length = 1; node; length++) {
    if (node.cue) found.push({ cue: node.cue, length });
    node = node.next.get(texts[at + length] ?? "");
  }
  return found;
}

/** True for the small words of both languages, which are never a slip for a word of the menu. */
export const isCommonWord = (text: string): boolean => root.next.get(text)?.cue != null;

/** Words inside a name that carry nothing: "soup of the day", "pain au chocolat". */
const LINKS = new Set("of the de du des d l la le les au aux a en style s".split(" "));
/** Words inside a name that join two things: only a name that has them may skip them for free. */
const JOINERS = new Set("and et with avec or ou pis n".split(" "));

export const isLink = (text: string): boolean => LINKS.has(text);
export const isJoiner = (text: string): boolean => JOINERS.has(text);

/** Spellings of the same generic size, as stems: sizes belong to no trade. */
const SIZES = [
  ["small", "petit", "ptit", "sm", "sml"],
  ["medium", "moyen", "med", "md"],
  ["larg", "grand", "gro", "gross", "big", "lg", "lrg"],
];

/** The stems of the same generic size in other words ("grand", "lg" for "larg"); none for other words. */
export const otherSizes = (stem: string): readonly string[] =>
  SIZES.find((stems) => stems.includes(stem))?.filter((other) => other !== stem) ?? [];
