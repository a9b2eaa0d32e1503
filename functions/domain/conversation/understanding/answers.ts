import type { Locale } from "../../catalogue/types.ts";
import { tokenize } from "./text.ts";
import { isCommonWord } from "./words.ts";

/** The utterance as folded words between single spaces, with a space at both ends: " oui c est beau ". */
export const flat = (text: string): string =>
  ` ${tokenize(text)
    .map(({ text }) => text)
    .join(" ")} `;

const anyOf = (phrases: string): RegExp =>
  new RegExp(
    ` (?:${phrases
      .trim()
      .split(/\s*[|\n]\s*/)
      .join("|")})(?= )`,
  );

const NO = anyOf(`
  no|nope|nah|no way|not quite|not right|not correct|not really|not at all|thats wrong|thats not it|that is wrong|that isnt right|thats not right|incorrect|wrong|negative|never
  non|nan|nenni|pas du tout|pas vraiment|c est pas ca|ce n est pas ca|c est pas bon|c est pas correct|incorrect|pas exactement|jamais|faux|il y a une erreur|y a une erreur`);

const YES = anyOf(`
  yes|yeah|yep|yup|yea|ya|yah|uh huh|mhm|mm hmm|sure|sure thing|of course|correct|thats correct|right|thats right|exactly|absolutely|definitely|perfect|ok|okay|alright|all right|fine|sounds good
  sounds great|looks good|go ahead|go for it|please do|confirm|i confirm|confirmed|affirmative|you bet|you got it|that works|works for me|thats good|thats it|thats perfect|great|good|yes please|for sure|indeed|true|thatll work|thatll do|that will work|that will do|i guess so|i think so|i suppose|id say so|thats the 1|thats the one|all good|all right then|looks right
  oui|ouais|ouaip|ouin|mouais|wi|bien sur|certainement|absolument|exact|exactement|c est ca|c est bien ca|c est bon|c est beau|c est correct|c est parfait|correct|parfait|d accord|dac|daccord|ok|okay|confirme|je confirme
  tout a fait|tout au fait|d acc|je pense que oui|je crois que oui|oh que oui|bon sens|vas y|allez y|allez|ca marche|ca me va|ca va|super|excellent|certain|mets en|en plein ca|voila|pourquoi pas|volontiers|affirmatif|tiguidou|beau|bon|vrai|entendu`);

/** "No problem", "pas de problème" and the like agree, whatever they begin with. */
const AGREES = anyOf(
  "no problem|no worries|no doubt|why not|not a problem|pas de probleme|pas de trouble|aucun probleme|pas de souci|sans probleme",
);

/** A yes turned into a no by what follows or stands before it. */
const DENIES = anyOf(`
  (?:absolutely|definitely|certainly|surely|of course|sure|probably|hopefully) not|not exactly|not quite|not good|not ok|not okay|not perfect|not fine|i dont think so|dont think so|i do not think so|not today|not now|not what i (?:said|want|wanted|ordered|asked)|that isnt it|isnt right|isnt correct|doesnt work|does not work|nuh uh|no can do|id rather not|i would rather not
  absolument pas|certainement pas|surement pas|surtout pas|bien sur que non|sur que non|certain que non|oh que non|(?:je |j )?(?:ne )?(?:pense|crois|croirais|dirais) (?:pas|que non)|pas (?:tout )?(?:au|a) fait|pas tout (?:au|a) fait|pas aujourd ?hui|pas maintenant|pas exactement|nenon|inexact|ca (?:ne )?(?:marche|va|fonctionne|convient) (?:pas|plus)|ca me va pas|ca me convient pas|c est pas (?:vrai|exact|beau|ok|parfait)|vraiment pas|pas correct|pas bon|pas d accord`);

const UNSURE = anyOf(
  "not sure|im not sure|not certain|maybe|perhaps|i dont know|i do not know|no idea|peut etre|pas sur|pas sure|pas certain|je sais pas|sais pas|aucune idee",
);

const TAKES_BACK = / (?:yes|yeah|oui|ouais) (?:but|mais) (?:no|non) $/;

const ALONE =
  / (?:it is|it does|please|k|si|positive|aye|yes it is|that is it|do it|i do|we do|je le veux|c est le cas|correcto) $/;

/** A yes or a no in its many forms, null when it is neither or both. What comes first counts ("yes, no problem"). */
export function understandYesNo(text: string): "yes" | "no" | null {
  const said = flat(text);
  if (AGREES.test(said)) return "yes";
  if (DENIES.test(said) || TAKES_BACK.test(said)) return "no";
  if (UNSURE.test(said)) return null;
  if (said.length < 16 && ALONE.test(said)) return "yes";
  const no = said.search(NO);
  const yes = said.search(YES);
  if (no < 0 && yes < 0) return null;
  if (no >= 0 && (yes < 0 || no <= yes)) return "no";
  return no >= 0 && /^ (?:ok|okay|well|bon|alright|ya|yeah) (?:but |ben |mais )?(?:no|non) /.test(said)
    ? "no"
    : "yes";
}

const TO_FRENCH = anyOf(`
  francais|francaise|french|in french|en francais|parlez vous francais|parlez francais|frances|fransay|francay|francois|frankly french|franc ais|le francais|on say|france say|from say|fran say|frunsay`);
const TO_ENGLISH = anyOf(`
  english|in english|en anglais|anglais|anglaise|english please|speak english|inglish|onglet|ingles|anglish|on glay`);

const TO_FRENCH_ALL = new RegExp(TO_FRENCH, "g");
const TO_ENGLISH_ALL = new RegExp(TO_ENGLISH, "g");

/** The language asked for by name ("en français s'il vous plaît", "English please"), or null. */
export function understandLanguage(text: string): Locale | null {
  const said = flat(text);
  const french = said.search(TO_FRENCH);
  const english = said.search(TO_ENGLISH);
  if (french < 0 && english < 0) return null;
  return french > english ? "fr" : "en";
}

const MARKS: Record<Locale, RegExp> = {
  en: / (?:i|id|the|and|with|please|would|want|need|can|you|have|my|thats|yes|hello|hi|thanks|for|is|it|of|how|what|do|like|get|order|without)(?= )/g,
  fr: / (?:je|j|le|la|les|des|et|avec|une|un|voudrais|aimerais|veux|prendre|vais|vous|c|est|oui|bonjour|merci|pour|pis|du|sans|s il|plait|commander|allo|que|qu|moi)(?= )/g,
};

/** The language an utterance is plainly in, by its small words; null when it is short or mixed. */
export function detectLanguage(text: string): Locale | null {
  const said = flat(text);
  const en = said.match(MARKS.en)?.length ?? 0;
  const fr = said.match(MARKS.fr)?.length ?? 0;
  if (en >= 3 && fr === 0) return "en";
  return fr >= 3 && en === 0 ? "fr" : null;
}

export type MenuChoice =
  | "order"
  | "booking"
  | "person"
  | "voicemail"
  | "hours"
  | "language-en"
  | "language-fr";

const CHOICES: [MenuChoice, RegExp][] = [
  [
    "person",
    anyOf(`
    person|a person|human|someone|somebody|agent|operator|representative|receptionist|real person|speak to|talk to|speak with|talk with|staff|employee|manager|owner|live person|put me through|transfer me|customer service
    personne|une personne|quelqu un|un humain|humain|agent|receptionniste|parler a|parler avec|parler au|parler aux|un employe|une employee|le patron|la patronne|le gerant|la gerante|le proprietaire|transferez moi|service a la clientele|vraie personne|conseiller|conseillere`),
  ],
  [
    "voicemail",
    anyOf(`
    voicemail|voice mail|leave a message|leave message|message|a message|leave him a message|leave a note
    messagerie|boite vocale|laisser un message|un message|message vocal|repondeur|laisse un message`),
  ],
  [
    "hours",
    anyOf(`
    hours|what time do you close|what time do you open|when do you close|when do you open|are you open|opening hours|you open|you close|open until|open today
    heures d ouverture|horaire|horaires|vos heures|quelle heure vous fermez|quelle heure vous ouvrez|quelle heure fermez vous|quelle heure ouvrez vous|etes vous ouvert|etes vous ouverts|vous etes ouvert|vous etes ouverts|ouvert jusqu|fermez au quelle heure|vous fermez|vous ouvrez`),
  ],
  [
    "booking",
    anyOf(`
    book|booking|bookings|appointment|appointments|an appointment|reserve|reservation|reservations|schedule|make an appointment|book a table|a table|quote|estimate|service call|call me back|call back|callback|reschedule
    rendez vous|rendezvous|reserver|reservation|reservations|rendez|booker|prendre rendez vous|rdv|une table|soumission|estimation|rappelez moi|me rappeler|rappel|qu on me rappelle|deplacer mon rendez vous`),
  ],
  [
    "order",
    anyOf(`
    order|orders|an order|ordering|place an order|to order|buy|purchase|pickup|pick up|takeout|take out|delivery|food
    commande|commandes|commander|une commande|passer une commande|acheter|emporter|a emporter|livraison|ramassage`),
  ],
];

/** What a caller wants of the opening menu, said rather than keyed; null when it is none of it. */
export function understandMenuChoice(text: string): MenuChoice | null {
  const language = asksForLanguage(text);
  if (language) return `language-${language}`;
  const said = flat(text);
  const number = / (?:option |choix |number |numero |press |le |the )?(1|one|un|une|2|9|0) $/.exec(said)?.[1];
  if (number && said.trim().split(" ").length <= 2) return BY_NUMBER[number] ?? null;
  return CHOICES.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

const BY_NUMBER: Record<string, MenuChoice> = {
  1: "order",
  one: "order",
  un: "order",
  une: "order",
  2: "booking",
  0: "person",
};

const ASKS_ANYONE = CHOICES[0]?.[1];

/** True when the caller asks for a person, at any point of the dialogue. */
export const asksForPerson = (text: string): boolean => ASKS_ANYONE?.test(flat(text)) ?? false;

const KEYPAD = anyOf(
  "keypad|key pad|keys|touch tone|with the keys|clavier|les touches|touches|avec le clavier",
);
const OTHER_NUMBER = anyOf(`
  another number|different number|other number|wrong number|change the number|new number|not my number|not this number|different phone|another phone
  autre numero|un autre numero|mauvais numero|changer le numero|pas mon numero|pas ce numero|autre telephone|nouveau numero|changer de numero`);
const PRICE = anyOf(
  "how much|whats the price|what is the price|price|cost|costs|combien|quel est le prix|prix|coute|coutent",
);
const REPEAT = anyOf(`
  repeat|repeat that|say that again|say again|what did you say|pardon me|come again|once more please|i didnt hear|what was that|sorry what
  repeter|repetez|repete|pouvez vous repeter|j ai pas compris|je n ai pas compris|qu est ce que vous avez dit|plait il`);

export const asksForKeypad = (text: string): boolean => KEYPAD.test(flat(text));
export const asksForOtherNumber = (text: string): boolean => OTHER_NUMBER.test(flat(text));
export const asksPrice = (text: string): boolean => PRICE.test(flat(text));
export const asksToRepeat = (text: string): boolean => REPEAT.test(flat(text));

const MENU_QUESTION = anyOf(`
  what do you have|whats on the menu|what is on the menu|the menu|menu|what do you sell|what can i order|what can i get|what are my options|options|what are the options|what are the choices
  qu est ce que vous avez|avez vous un menu|le menu|menu|vous avez quoi|c est quoi les choix|quels sont les choix|les choix|qu avez vous`);
export const asksForMenu = (text: string): boolean => MENU_QUESTION.test(flat(text));

const LEAVE_EMPTY = anyOf(
  "no|none|nothing|no thanks|without|skip|neither|nah|nope|no preference|dont care|doesnt matter|whatever|any|non|aucun|aucune|rien|sans|pas besoin|peu importe|n importe|comme vous voulez|ca m est egal|ni l un ni l autre|non merci",
);

/** True when the caller wants none of what is offered, or does not mind which. */
export const wantsNone = (text: string): boolean => LEAVE_EMPTY.test(flat(text));

const ABOUT_LANGUAGE =
  / (?:speak|speaking|talk|switch|language|continue|prefer|parle|parlez|parler|langue|continuer|passer|prefere) /;

/** The language asked for when an utterance asks for nothing else: "French fries" does not. */
export function asksForLanguage(text: string): Locale | null {
  const language = understandLanguage(text);
  if (!language) return null;
  const rest = flat(text).replaceAll(TO_FRENCH_ALL, " ").replaceAll(TO_ENGLISH_ALL, " ").trim();
  const words = rest
    .split(/ +/)
    .filter((word) => word && !ABOUT_LANGUAGE.test(` ${word} `) && !isCommonWord(word));
  return words.length === 0 ? language : null;
}
