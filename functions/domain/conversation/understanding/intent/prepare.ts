import { fold } from "../text.ts";

/** One word of an utterance as the rules see it. */
export type Word = {
  /** Folded, contractions apart, Québec spellings undone. */
  text: string;
  /** Counts up at the end of each sentence: no rule reaches over it. */
  clause: number;
};

/** What an utterance comes to: words for the rules, and every word as spelled for telling the language. */
export type Prepared = { words: Word[]; spelled: string[] };

/** Nobody says more in a turn; what follows is not read, so that the work stays bounded. */
const MAX_CHARACTERS = 10_000;
const MAX_WORDS = 400;

const table = (text: string) =>
  new Map(
    text
      .trim()
      .split("\n")
      .map((line): [string, string] => {
        const [from = "", to = ""] = line.split("=");
        return [from.trim(), to.trim()];
      }),
  );

/** What is written or said as one word and means several. English contractions, Québec ones, texting. */
const EXPANDED = table(`
  dont=do not
  doesnt=does not
  didnt=did not
  cant=can not
  cannot=can not
  wont=will not
  wouldnt=would not
  couldnt=could not
  shouldnt=should not
  isnt=is not
  arent=are not
  aint=is not
  wasnt=was not
  havent=have not
  hasnt=has not
  im=i am
  ive=i have
  id=i would
  youre=you are
  theyre=they are
  weve=we have
  whats=what is
  hows=how is
  wheres=where is
  whens=when is
  whos=who is
  thats=that is
  theres=there is
  its=it is
  lets=let us
  gonna=going to
  wanna=want to
  gotta=got to
  gimme=give me
  lemme=let me
  dunno=do not know
  u=you
  ur=your
  r=are
  msg=message
  appt=appointment
  tmrw=tomorrow
  tonite=tonight
  chus=je suis
  chu=je suis
  chuis=je suis
  jsuis=je suis
  j=je
  jai=je ai
  jvas=je vais
  jvais=je vais
  jveux=je veux
  jpeux=je peux
  jdois=je dois
  jvoudrais=je voudrais
  jaimerais=je aimerais
  jaurais=je aurais
  jarrive=je arrive
  jappelle=je appelle
  vas=vais
  cest=c est
  ya=y a
  ca=ca
  sa=ca
  kelkun=quelqu un
  qqun=quelqu un
  quelquun=quelqu un
  keske=que
  kess=que
  moe=moi
  pantoute=pas
`);

/** Said without adding anything, wherever it stands: it changes nothing. */
const DROPPED = new Set(
  `uh um uhm uhh umm er erm hmm hm mm ah oh eh hey well so please kindly just basically literally
   euh heu hum ben bin bah bon hein genre tse faque juste donc alors svp stp voyons coudonc tsais
   the le la les l de du d des ne n tu vous-plait`.split(/\s+/),
);

const PHRASES: [RegExp, string][] = [
  [/ s il (?:vous|te) plait(?= )/g, ""],
  [/ s il (?:vous|te) plait(?= )/g, ""],
  [/ fait que(?= )/g, " "],
  [/ you know(?= (?:[,.]|$))/g, " "],
  [/ est ce qu?e?(?= )/g, " "],
  [/ (?:ya|y a|il y a)(?= )/g, " y a"],
  [/ aujourd hui(?= )/g, " aujourdhui"],
];

/** One look instead of one for each, for what has none of them. */
const HAS_PHRASE = / (?:s il|fait que|you know|est ce|ya|y a|aujourd hui) /;

const OWNED = /\b(what|how|where|who|that|there|it|when|here|he|she|everything|something|nobody)'s\b/g;
const ELIDED = /(^|[^\p{L}])((?:quelqu|jusqu|lorsqu|puisqu|presqu|aujourd|qu|[ldjmtsnc]))'(?=[\p{L}])/gu;

/** Utterance to words. Pure, never throws, linear in its length. */
export function prepare(text: string): Prepared {
  const spelled = spellingOf(text.slice(0, MAX_CHARACTERS));
  const words: Word[] = [];
  let clause = 0;
  for (const sentence of spelled.split(/ [.] /)) {
    for (const one of wordsOf(sentence)) {
      if (words.length < MAX_WORDS) words.push({ text: one, clause });
    }
    clause++;
  }
  return { words, spelled: spelled.split(" ").filter((word) => /\p{L}/u.test(word)) };
}

/** The words of a phrase of the lexicon, made as an utterance's are. */
export function phraseWords(phrase: string): string[] {
  // There are thousands to be made ready at the first utterance, and most have no mark that spelling takes apart.
  if (/^[a-z]+$/.test(phrase)) return expanded([phrase]);
  const plain = /^[a-zà-ÿœ ]+$/.test(phrase) && !phrase.includes("là");
  return plain ? wordsOf(phrase) : prepare(phrase).words.map(({ text }) => text);
}

/** Lower case with accents, apart, sentence ends as " . ". */
function spellingOf(text: string): string {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/(^|[^\p{L}])là(?!\p{L})/gu, "$1laa")
    .replace(/(\p{L})-t-(?=\p{L})/gu, "$1 ")
    .replace(/([ap])\.\s?m\b\.?/g, "$1m")
    .replace(ELIDED, "$1$2 ")
    .replace(ELIDED, "$1$2 ")
    .replace(/n't\b/g, "nt")
    .replace(OWNED, "$1 is")
    .replace(/'(?:m)\b/g, " am")
    .replace(/'(?:re)\b/g, " are")
    .replace(/'(?:ve)\b/g, " have")
    .replace(/'(?:ll)\b/g, " will")
    .replace(/'d\b(?!')/g, " would")
    .replace(/o'clock/g, "oclock")
    .replace(/'s\b/g, "")
    .replace(/'/g, "");
  const pieces = plain.match(/\d+(?:[:h.]\d+)*(?:st|nd|rd|th|am|pm|h|e)?(?!\p{L})|\p{L}+|[.?!;\n]+/gu) ?? [];
  return ` ${pieces.map((piece) => (/^[.?!;\n]/.test(piece) ? "." : piece)).join(" ")} `;
}

function wordsOf(sentence: string): string[] {
  // Hesitations first, so that none parts a phrase; "please" twice, one may stand inside the other.
  let said = ` ${spoken(fold(sentence).split(" ")).join(" ")} `;
  if (HAS_PHRASE.test(said)) for (const [phrase, instead] of PHRASES) said = said.replace(phrase, instead);
  return expanded(said.split(" "));
}

const expanded = (words: string[]): string[] =>
  spoken(words.flatMap((word) => EXPANDED.get(word)?.split(" ") ?? word));

const spoken = (words: string[]): string[] => words.filter((word) => word && !DROPPED.has(word));
